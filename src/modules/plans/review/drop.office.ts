import { readFile } from 'node:fs/promises'
import type { Tx } from '../../../lib/db/db.ts'
import { readDocument } from '../../../lib/documents/in/read-document.ts'
import type { ReadResult } from '../../../lib/documents/in/read-result.ts'
import type { Fault } from '../../../lib/errors.ts'
import { documentKinds, imageKinds } from '../../../lib/files/kinds.ts'
import { storedPath } from '../../../lib/files/store.ts'
import type { FormValues } from '../../../lib/http/forms.ts'
import { actorOf, type Request, type Route } from '../../../lib/http/route.ts'
import { receiveUpload } from '../../../lib/http/uploads.ts'
import { officePage, redirect } from '../../../ui/answer.tsx'
import { one, unitsToday, writableUnits } from '../asking.ts'
import { selectProgrammes } from '../catalogue.sql.ts'
import { view } from '../pages/view.tsx'
import { plansAddress, readingAddress } from '../plan.ts'
import { texts as planTexts } from '../plans.texts.ts'
import { DropPage } from './pages/drop-page.tsx'
import { texts } from './review.texts.ts'
import { keepReading, openReading, queueReading } from './reviews.ts'

const writers = ['province_lead', 'agency_head', 'agency_officer'] as const
const maxBytes = 30 * 1024 * 1024

export const dropRoutes: readonly Route[] = [
  { method: 'GET', path: '/plan-readings/new', who: writers, handle: (c) => drop(c, {}, []) },
  { method: 'POST', path: '/plan-readings', who: writers, handle: take, upload: true },
]

async function drop(c: Request, values: FormValues, faults: readonly Fault[]): Promise<Response> {
  const locale = c.get('locale')
  const units = writableUnits(c, await unitsToday(c))
  const programmes = await selectProgrammes(c.get('db'), actorOf(c).provinceId)
  return officePage(
    c,
    {
      title: texts.drop[locale],
      crumbs: [
        { label: planTexts.plans[locale], href: plansAddress() },
        { label: texts.drop[locale], href: '/plan-readings/new' },
      ],
      ...(faults.length > 0 ? { status: 422 as const } : {}),
    },
    view(DropPage, {
      programmes: programmes.map((p) => ({ value: String(p.id), label: p[locale] })),
      units,
      values,
      faults,
      limit: maxBytes,
    }),
  )
}

/** Reads at once what is quick; a scan goes to a worker. A file that cannot be read comes back as a fault of the form. */
async function take(c: Request): Promise<Response> {
  const limits = { maxFiles: 1, maxBytes, types: [...documentKinds, ...imageKinds] }
  const { fields, files, faults } = await receiveUpload(c, limits)
  const file = files[0]
  const text = one(fields, 'text')
  const unitId = Number(one(fields, 'unitId'))
  const programmeId = Number(one(fields, 'programmeId'))
  const more: Fault[] = [...faults]
  if (!file && !text && faults.length === 0) more.push({ field: 'file', ...texts.needFile })
  if (!unitId || !programmeId) more.push({ field: 'unitId', ...texts.needUnit })
  if (more.length > 0) return drop(c, fields, more)
  const bytes = file
    ? await readFile(storedPath(c.get('config').dataDir, file.sha256))
    : new TextEncoder().encode(text)
  const name = file?.name ?? texts.pasted[c.get('locale')]
  const read = await readDocument(bytes, { name: file ? name : 'plan.txt' }, { ocr: false })
  if (!read.ok && read.fault.code !== 'needs-ocr') return drop(c, fields, [{ field: 'file', ...read.fault }])
  const id = await c
    .get('db')
    .transaction()
    .execute((tx) => keep(tx, c, read, { name, fileId: file?.id ?? null, unitId, programmeId }))
  return redirect(c, readingAddress(id))
}

async function keep(
  tx: Tx,
  c: Request,
  read: ReadResult,
  input: Parameters<typeof openReading>[2],
): Promise<number> {
  const actor = actorOf(c)
  const id = await openReading(tx, actor, input, c.get('now'))
  if (read.ok) await keepReading(tx, actor.provinceId, id, read.document, c.get('now'))
  else await queueReading(tx, actor, id)
  return id
}

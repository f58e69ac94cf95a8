import { readFile } from 'node:fs/promises'
import { dayOf } from '../../../lib/calendar/day.ts'
import type { Tx } from '../../../lib/db/db.ts'
import { conflict, type Fault, notFound } from '../../../lib/errors.ts'
import { sheetKinds } from '../../../lib/files/kinds.ts'
import { storedPath } from '../../../lib/files/store.ts'
import { sendBytes } from '../../../lib/http/downloads.ts'
import { readForm } from '../../../lib/http/forms.ts'
import { actorOf, type Request, type Route } from '../../../lib/http/route.ts'
import { receiveUpload } from '../../../lib/http/uploads.ts'
import { officePage, redirect } from '../../../ui/answer.tsx'
import { listTopics } from '../../publishing/publishing.ts'
import { idOf, inTransaction, orBack, statusOf, unitsToday, xlsx } from '../asking.ts'
import { unitsWorkedFor, workers } from '../feedback.policy.ts'
import { view } from '../view.tsx'
import { deleteHeld, insertHeld, selectHeld } from './imports.sql.ts'
import { HeldImportPage, NewImportPage } from './pages/import-pages.tsx'
import { resultsAddress } from './result.ts'
import { selectKnownCodes } from './results.sql.ts'
import { texts as t } from './results.texts.ts'
import { canRegister, codeKnown, registerResults } from './results.ts'
import { atLine, readResultsSheet, resultsTemplate } from './results-sheet.ts'

const imports = `${resultsAddress}/imports`

export const resultImportRoutes: readonly Route[] = [
  { method: 'GET', path: `${imports}/new`, who: workers, handle: (c) => fresh(c, []) },
  { method: 'GET', path: `${imports}/template.xlsx`, who: workers, handle: template },
  { method: 'POST', path: imports, who: workers, handle: upload, upload: true },
  { method: 'GET', path: `${imports}/:importId{[0-9]+}`, who: workers, handle: held },
  { method: 'POST', path: `${imports}/:importId{[0-9]+}/confirmation`, who: workers, handle: confirm },
]

function crumbs(c: Request) {
  return [{ label: t.results[c.get('locale')], href: resultsAddress }]
}

async function topicsOffered(c: Request) {
  return (await listTopics(c.get('db'), actorOf(c).provinceId)).filter((x) => !x.retired)
}

async function fresh(c: Request, faults: readonly Fault[]): Promise<Response> {
  const facts = { title: t.import[c.get('locale')], crumbs: crumbs(c), status: statusOf(faults) }
  return officePage(c, facts, view(NewImportPage, { faults }))
}

async function template(c: Request): Promise<Response> {
  const unit = (await unitsToday(c)).nameOf(unitsWorkedFor(actorOf(c))[0] ?? 0)
  const bytes = await resultsTemplate(dayOf(c.get('now')), unit, await topicsOffered(c))
  return sendBytes(bytes, xlsx, 'Mẫu kết quả xử lý PAKN.xlsx')
}

async function upload(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const limits = { maxFiles: 1, maxBytes: 20 * 1024 * 1024, types: sheetKinds }
  const { files, faults } = await receiveUpload(c, limits)
  const [file] = files
  if (!file || faults.length > 0)
    return fresh(c, faults.length > 0 ? faults : [{ field: 'sheet', ...t.noFile }])
  const bytes = await readFile(storedPath(c.get('config').dataDir, file.sha256))
  const known = {
    ...{ units: (await unitsToday(c)).rows, topics: await topicsOffered(c), today: dayOf(c.get('now')) },
    may: (unitId: number) => canRegister(actor, unitId),
  }
  const read = await readResultsSheet({ name: file.name, bytes }, known)
  const codes = read.rows.map((r) => r.code)
  const there = await selectKnownCodes(c.get('db'), actor.provinceId, codes)
  for (const row of read.rows)
    if (there.has(row.code)) read.faults.push(atLine(row.line, codeKnown(row.code)))
  const id = await inTransaction(c, (tx) => insertHeld(tx, actor, file.name, read, c.get('now')))
  return redirect(c, `${imports}/${id}`)
}

async function held(c: Request, faults: readonly Fault[] = []): Promise<Response> {
  const found = await selectHeld(c.get('db'), actorOf(c), idOf(c, 'importId'))
  if (!found) throw notFound()
  const { nameOf } = await unitsToday(c)
  const read = { ...found.read, faults: [...found.read.faults, ...faults.map((f) => ({ line: 0, ...f }))] }
  const facts = { title: t.preview[c.get('locale')], crumbs: crumbs(c), status: statusOf(faults) }
  return officePage(c, facts, view(HeldImportPage, { ...found, read, nameOf }))
}

async function confirm(c: Request): Promise<Response> {
  await readForm(c)
  const actor = actorOf(c)
  const id = idOf(c, 'importId')
  const found = await selectHeld(c.get('db'), actor, id)
  if (!found) throw notFound()
  const body = async (tx: Tx) => {
    const isWhole = found.read.faults.length === 0 && (await deleteHeld(tx, actor, id))
    if (!isWhole) throw conflict('Tệp này còn dòng sai, hoặc đã được ghi.', 'It has faults, or is taken.')
    await registerResults(
      tx,
      actor,
      found.read.rows.map(({ line: _, ...row }) => row),
      c.get('now'),
    )
    return `${resultsAddress}?state=waiting`
  }
  return orBack(c, t.taken, body, (faults) => held(c, faults))
}

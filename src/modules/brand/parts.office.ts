import { readFile } from 'node:fs/promises'
import { type Fault, notFound, Refusal } from '../../lib/errors.ts'
import { storedPath } from '../../lib/files/store.ts'
import { type FormValues, readForm } from '../../lib/http/forms.ts'
import { actorOf, type Request, type Route } from '../../lib/http/route.ts'
import { receiveUpload } from '../../lib/http/uploads.ts'
import { officePage, redirect } from '../../ui/answer.tsx'
import { isQuietArchive } from './archive.ts'
import { idOf, one, partValues, readPart } from './asked.ts'
import { keepers } from './brand.policy.ts'
import { texts } from './brand.texts.ts'
import { addVersion, keepPart, kitById, partsOf, retirePart } from './brand.ts'
import { fileKinds, kitAddress, kitsAddress, mostBytes, mostFiles, partAddress } from './kit.ts'
import { PartFormPage } from './pages/forms.tsx'
import { view } from './view.tsx'

const parts = `${kitsAddress}/:id{[0-9]+}/parts`
const part = `${parts}/:part{[0-9]+}`

export const partRoutes: readonly Route[] = [
  { method: 'GET', path: `${parts}/new`, who: keepers, handle: (c) => form(c) },
  { method: 'POST', path: parts, who: keepers, handle: keep },
  { method: 'GET', path: part, who: keepers, handle: (c) => form(c) },
  { method: 'POST', path: part, who: keepers, handle: keep },
  { method: 'POST', path: `${part}/versions`, who: keepers, handle: version, upload: true },
  { method: 'POST', path: `${part}/retirement`, who: keepers, handle: retire },
]

async function form(c: Request, typed?: FormValues, faults: readonly Fault[] = []): Promise<Response> {
  const { provinceId } = actorOf(c)
  const db = c.get('db')
  const kit = await kitById(db, provinceId, idOf(c))
  const found = c.req.param('part') ? await partOf(c) : null
  const locale = c.get('locale')
  const props = { kit, part: found, faults, values: typed ?? (found ? partValues(found) : {}) }
  const facts = {
    title: found ? found.name : texts.newPart[locale],
    crumbs: [
      { label: texts.brand[locale], href: kitsAddress },
      { label: kit.name, href: kitAddress(kit.id) },
    ],
    ...(faults.length > 0 ? { status: 422 as const } : {}),
  }
  return officePage(c, facts, view(PartFormPage, props))
}

async function partOf(c: Request) {
  const found = (await partsOf(c.get('db'), actorOf(c).provinceId, [idOf(c)])).find(
    (p) => p.id === idOf(c, 'part'),
  )
  if (!found) throw notFound()
  return found
}

async function keep(c: Request): Promise<Response> {
  const values = await readForm(c)
  const kit = await kitById(c.get('db'), actorOf(c).provinceId, idOf(c))
  const found = c.req.param('part') ? await partOf(c) : null
  const over = found && { id: found.id, revision: Number(one(values, 'revision')) || 0 }
  const read = readPart(values)
  if (!read.ok) return form(c, values, read.faults)
  const id = await c
    .get('db')
    .transaction()
    .execute((tx) => keepPart(tx, actorOf(c), kit.id, read.value, over, c.get('now')))
  return redirect(c, partAddress(kit.id, id), texts.saved)
}

async function version(c: Request): Promise<Response> {
  const { fields, files, faults } = await receiveUpload(c, {
    ...{ maxFiles: mostFiles, maxBytes: mostBytes, types: fileKinds },
  })
  const found = await partOf(c)
  const wrong: Fault[] = [...faults]
  for (const file of files.filter((f) => f.kind === 'zip')) {
    const bytes = await readFile(storedPath(c.get('config').dataDir, file.sha256))
    const fault = { vi: texts.hasPrograms.vi(file.name), en: texts.hasPrograms.en(file.name) }
    if (!isQuietArchive(bytes)) wrong.push({ field: 'files', ...fault })
  }
  const again = (all: readonly Fault[]) => form(c, { ...partValues(found), ...fields }, all)
  if (wrong.length > 0) return again(wrong)
  const input = { note: one(fields, 'note').slice(0, 500), fileIds: files.map((f) => f.id) }
  const at = { kitId: idOf(c), partId: found.id }
  try {
    await c
      .get('db')
      .transaction()
      .execute((tx) => addVersion(tx, actorOf(c), at, input, c.get('now')))
  } catch (refusal) {
    if (refusal instanceof Refusal && refusal.kind === 'invalid') return again(refusal.faults)
    throw refusal
  }
  return redirect(c, partAddress(at.kitId, found.id), texts.versionAdded)
}

async function retire(c: Request): Promise<Response> {
  const isRetired = one(await readForm(c), 'to') !== 'open'
  await c
    .get('db')
    .transaction()
    .execute((tx) => retirePart(tx, actorOf(c), idOf(c), idOf(c, 'part'), isRetired, c.get('now')))
  return redirect(c, kitAddress(idOf(c)), isRetired ? texts.retired : texts.reopened)
}

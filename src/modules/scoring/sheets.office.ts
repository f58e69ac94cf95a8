import { dayOf, parseDay } from '../../lib/calendar/day.ts'
import { writeDocx } from '../../lib/documents/out/docx.ts'
import { type Fault, notFound, Refusal } from '../../lib/errors.ts'
import { zipOf } from '../../lib/files/bundle.ts'
import { sendBytes, sendChunks, sendFile } from '../../lib/http/downloads.ts'
import { type FormValues, readForm } from '../../lib/http/forms.ts'
import { actorOf, type Request, type Route } from '../../lib/http/route.ts'
import { receiveUpload } from '../../lib/http/uploads.ts'
import { officePage, redirect } from '../../ui/answer.tsx'
import { idOf, many, one, typedCount, typedPoints } from './asking.ts'
import { bundleEntries } from './evidence-bundle.ts'
import { SheetPage } from './pages/sheet-page.tsx'
import { view } from './pages/view.tsx'
import { typePoints } from './points.ts'
import { isComputed, isExtra, typedNumbers } from './rule.ts'
import { campaignAddress, isUnlocked, scoringAddress, sheetAddress } from './score.ts'
import { sheetDocument } from './score-document.ts'
import { sheetWorkbook } from './score-sheet.ts'
import type { SelfLine } from './scores.sql.ts'
import { explainScores } from './scoring.appraisal.ts'
import { extendSelfScore } from './scoring.campaigns.ts'
import { whatIsMissing } from './scoring.policy.ts'
import { countProofs } from './scoring.proofs.ts'
import { lockSheet, saveSelfScore } from './scoring.self.ts'
import { texts } from './scoring.texts.ts'
import { type SheetSeen, sheetSeenBy } from './scoring.ts'

const scorers = ['agency_officer', 'agency_head', 'province_lead'] as const
const signedLimits = { maxFiles: 1, maxBytes: 20 * 1024 * 1024, types: ['pdf', 'jpg', 'png'] } as const

export const sheetRoutes: readonly Route[] = [
  { method: 'GET', path: '/score-sheets/:id', who: 'signedIn', handle: (c) => show(c, {}, []) },
  { method: 'POST', path: '/score-sheets/:id/self-score', who: scorers, handle: save },
  { method: 'POST', path: '/score-sheets/:id/lock', who: scorers, handle: lock, upload: true },
  { method: 'POST', path: '/score-sheets/:id/explanations', who: scorers, handle: explain },
  { method: 'POST', path: '/score-sheets/:id/extension', who: ['province_lead'], handle: extend },
  { method: 'GET', path: '/score-sheets/:id/table.xlsx', who: 'signedIn', handle: xlsx },
  { method: 'GET', path: '/score-sheets/:id/table.docx', who: 'signedIn', handle: docx },
  { method: 'GET', path: '/score-sheets/:id/export/evidence.zip', who: 'signedIn', handle: bundle },
  {
    method: 'GET',
    path: '/score-sheets/:id/evidence/:evidenceId/file',
    who: 'signedIn',
    handle: evidenceFile,
  },
  { method: 'GET', path: '/score-sheets/:id/signed/file', who: 'signedIn', handle: signedFile },
]

export function sheetCrumbs(c: Request, seen: SheetSeen, here?: string) {
  const locale = c.get('locale')
  const crumbs = [
    { label: texts.scoring[locale], href: scoringAddress },
    { label: seen.campaign.name, href: campaignAddress(seen.campaign.id) },
    { label: seen.sheet.unitName, href: sheetAddress(seen.sheet.id) },
  ]
  return here === undefined ? crumbs : [...crumbs, { label: here, href: c.req.path }]
}

async function seenHere(c: Request): Promise<SheetSeen> {
  return sheetSeenBy(c.get('db'), actorOf(c), idOf(c), dayOf(c.get('now')))
}

async function show(c: Request, values: FormValues, faults: readonly Fault[]): Promise<Response> {
  const seen = await seenHere(c)
  const today = dayOf(c.get('now'))
  const scores = new Map(seen.lines.map((l) => [l.item.code, l.score]))
  const counts = countProofs(seen.version.table, seen.proofs, seen.facts.plan)
  const missing = isUnlocked(seen.sheet.state) ? whatIsMissing(seen.version.table, scores, counts) : []
  const facts = {
    title: seen.sheet.unitName,
    crumbs: sheetCrumbs(c, seen),
    ...(faults.length > 0 ? { status: 422 as const } : {}),
  }
  const kept = { ...valuesOf(seen), ...values }
  return officePage(c, facts, view(SheetPage, { seen, today, missing, values: kept, faults }))
}

/** What stands on the sheet, as its form shows it. */
function valuesOf(seen: SheetSeen): FormValues {
  const values: FormValues = {}
  for (const { item, score } of seen.lines) {
    if (score.self !== null) values[`self-${item.code}`] = typePoints(score.self)
    if (score.selfNote) values[`note-${item.code}`] = score.selfNote
    for (const [key, n] of Object.entries(score.typed)) values[`typed-${item.code}-${key}`] = String(n)
    const chosen = (seen.proofs.byItem.get(item.code) ?? []).filter((p) => !p.found)
    values[`evidence-${item.code}`] = chosen.map((p) => String(p.id))
  }
  return values
}

async function save(c: Request): Promise<Response> {
  const values = await readForm(c)
  const seen = await seenHere(c)
  const faults: Fault[] = []
  const scored = seen.lines.filter((l) => !isExtra(l.item.rule))
  const lines = scored.map(({ item }): SelfLine => {
    const field = `self-${item.code}`
    const self = typedPoints(one(values, field))
    if (self === undefined) faults.push({ field, ...texts.needPoints })
    const typed: Record<string, number> = {}
    for (const { key } of typedNumbers(item.rule)) {
      const name = `typed-${item.code}-${key}`
      const count = typedCount(one(values, name))
      if (count === undefined) faults.push({ field: name, ...texts.needNumber })
      else if (count !== null) typed[key] = count
    }
    const note = one(values, `note-${item.code}`) || null
    return { itemCode: item.code, typed, self: self ?? null, note }
  })
  if (faults.length > 0) return show(c, values, faults)
  const chosen = scored.map(({ item }) => ({
    itemCode: item.code,
    evidenceIds: many(values, `evidence-${item.code}`).map(Number).filter(Number.isSafeInteger),
  }))
  const input = {
    version: Number(one(values, 'version')),
    lines: lines.map((l) => asComputed(seen, l)),
    chosen,
  }
  return carryOut(c, values, texts.saved, (tx) => saveSelfScore(tx, actorOf(c), idOf(c), input, c.get('now')))
}

/** A self-score equal to the computed one stays "as computed", so that it follows later work. */
function asComputed(seen: SheetSeen, line: SelfLine): SelfLine {
  const found = seen.lines.find((l) => l.item.code === line.itemCode)
  const same = found && isComputed(found.item.rule) && line.self === found.score.computed
  return same ? { ...line, self: null } : line
}

type Tx = Parameters<typeof saveSelfScore>[0]

async function carryOut(
  c: Request,
  values: FormValues,
  said: { vi: string; en: string },
  verb: (tx: Tx) => Promise<unknown>,
): Promise<Response> {
  try {
    await c.get('db').transaction().execute(verb)
    return redirect(c, sheetAddress(idOf(c)), said)
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.kind !== 'invalid') throw refusal
    return show(c, values, refusal.faults)
  }
}

async function lock(c: Request): Promise<Response> {
  const { files, faults } = await receiveUpload(c, signedLimits)
  if (faults.length > 0) return show(c, {}, faults)
  const input = { signedFileId: files[0]?.id ?? null }
  return carryOut(c, {}, texts.lockedNow, (tx) => lockSheet(tx, actorOf(c), idOf(c), input, c.get('now')))
}

async function explain(c: Request): Promise<Response> {
  const values = await readForm(c)
  const lines = Object.keys(values)
    .filter((name) => name.startsWith('explain-'))
    .map((name) => ({ itemCode: name.slice('explain-'.length), text: one(values, name) }))
  return carryOut(c, values, texts.explained, (tx) =>
    explainScores(tx, actorOf(c), idOf(c), lines, c.get('now')),
  )
}

async function extend(c: Request): Promise<Response> {
  const values = await readForm(c)
  const input = { day: parseDay(one(values, 'day')) ?? '', reason: one(values, 'reason') }
  return carryOut(c, values, texts.extended, (tx) =>
    extendSelfScore(tx, actorOf(c), idOf(c), input, c.get('now')),
  )
}

const sheetMime = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const wordMime = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

async function xlsx(c: Request): Promise<Response> {
  const seen = await seenHere(c)
  return sendBytes(await sheetWorkbook(seen), sheetMime, `Bảng điểm – ${seen.sheet.unitName}.xlsx`)
}

async function docx(c: Request): Promise<Response> {
  const seen = await seenHere(c)
  return sendBytes(await documentOf(c, seen), wordMime, `Báo cáo tự chấm – ${seen.sheet.unitName}.docx`)
}

async function documentOf(c: Request, seen: SheetSeen): Promise<Uint8Array> {
  const document = await sheetDocument(c.get('db'), actorOf(c).provinceId, seen, dayOf(c.get('now')))
  return writeDocx(document)
}

async function bundle(c: Request): Promise<Response> {
  const seen = await seenHere(c)
  const documents = { xlsx: await sheetWorkbook(seen), docx: await documentOf(c, seen) }
  const { dataDir } = c.get('config')
  const entries = await bundleEntries(c.get('db'), actorOf(c).provinceId, dataDir, seen, documents)
  const name = `Minh chứng – ${seen.sheet.unitName} – ${seen.campaign.year}.zip`
  return sendChunks(zipOf(entries, c.get('now')), 'application/zip', name)
}

/** Evidence through the sheet: an appraiser of another unit sees what the sheet shows, and nothing else. */
async function evidenceFile(c: Request): Promise<Response> {
  const seen = await seenHere(c)
  const id = idOf(c, 'evidenceId')
  const proofs = [...seen.proofs.byItem.values()].flat()
  const proof = proofs.find((p) => p.id === id)
  if (!proof || proof.fileId === null) throw notFound()
  return sendFile(c, actorOf(c).provinceId, proof.fileId, { inline: true })
}

async function signedFile(c: Request): Promise<Response> {
  const { sheet } = await seenHere(c)
  if (sheet.signedFileId === null) throw notFound()
  return sendFile(c, actorOf(c).provinceId, sheet.signedFileId)
}

import type { Actor } from '../../lib/actor.ts'
import { recordChange } from '../../lib/audit.ts'
import { dayOf } from '../../lib/calendar/day.ts'
import type { Tx } from '../../lib/db/db.ts'
import { conflict, type Fault, forbidden, invalid, notFound } from '../../lib/errors.ts'
import { itemsOf } from './criteria.ts'
import { showPoints } from './points.ts'
import { insertKept, keepChosen, selectProofs } from './proofs.sql.ts'
import { isExtra, rangeOf, typedNumbers } from './rule.ts'
import type { Sheet, SheetState } from './score.ts'
import { addUp, type SelfLine, saveSelfLines, selectScores } from './scores.sql.ts'
import { belongingsOf, campaignWithTable, computeSheets, countingDay, proofsFor } from './scoring.compute.ts'
import { canRun, canScore, type WhyNot, whatIsMissing, whyNotChangeSelf } from './scoring.policy.ts'
import { countProofs, proofsOfSheet } from './scoring.proofs.ts'
import { insertSteps, selectSheetForChange, updateSheet } from './sheets.sql.ts'

export interface SelfInput {
  version: number
  lines: readonly SelfLine[]
  chosen: readonly { itemCode: string; evidenceIds: readonly number[] }[]
}

/** Keeps what the unit gives itself. May be half done: what is still missing is asked for at the lock. */
export async function saveSelfScore(
  tx: Tx,
  actor: Actor,
  sheetId: number,
  input: SelfInput,
  now: Date,
): Promise<void> {
  const sheet = await openedFor(tx, actor, sheetId)
  refuse(whyNotChangeSelf(sheet, dayOf(now)))
  refuseStale(sheet, input.version)
  const held = await campaignWithTable(tx, actor.provinceId, sheet.campaignId)
  const items = new Map(itemsOf(held.version.table).map((i) => [i.code, i]))
  const faults: Fault[] = []
  for (const line of input.lines) {
    const item = items.get(line.itemCode)
    if (!item || isExtra(item.rule)) throw notFound()
    const range = rangeOf(item.rule, item.most)
    if (line.self !== null && (line.self < range.least || line.self > range.most))
      faults.push({
        field: `self-${line.itemCode}`,
        vi: `Điểm từ ${showPoints(range.least)} đến ${showPoints(range.most)}.`,
        en: `Between ${showPoints(range.least, 'en')} and ${showPoints(range.most, 'en')}.`,
      })
    const known = typedNumbers(item.rule).map((n) => n.key)
    if (Object.keys(line.typed).some((key) => !known.includes(key))) throw notFound()
  }
  if (faults.length > 0) throw invalid(faults)
  const before = (await selectScores(tx, actor.provinceId, [sheetId])).get(sheetId)
  await saveSelfLines(tx, actor.provinceId, sheetId, input.lines, { at: now, name: actor.name })
  await keepChosen(tx, actor.provinceId, sheetId, await ownEvidence(tx, actor, sheet, input, now))
  await computeSheets(tx, actor.provinceId, sheet.campaignId, now, [sheetId])
  await addUp(tx, actor.provinceId, [sheetId])
  await move(tx, actor, sheet, 'self_scoring', now, null)
  const told = (self: number | null | undefined) => (self == null ? null : showPoints(self))
  await recordChange(tx, actor, now, {
    verb: 'score_sheet.self_score',
    subject: { kind: 'score_sheet', id: sheetId },
    before: Object.fromEntries(input.lines.map((l) => [l.itemCode, told(before?.get(l.itemCode)?.self)])),
    after: Object.fromEntries(input.lines.map((l) => [l.itemCode, told(l.self)])),
  })
}

/** Only evidence of the unit itself (or of those below it) can be pointed at; other numbers are dropped. */
async function ownEvidence(tx: Tx, actor: Actor, sheet: Sheet, input: SelfInput, now: Date) {
  if (input.chosen.length === 0) return []
  const { campaign } = await campaignWithTable(tx, actor.provinceId, sheet.campaignId)
  const belongings = await belongingsOf(
    tx,
    actor.provinceId,
    [sheet.unitId],
    countingDay(campaign, dayOf(now)),
  )
  const { programmeCode, year } = campaign
  const proofs = await selectProofs(tx, actor.provinceId, { programmeCode, year, belongings })
  const own = new Set(proofs.map((p) => p.id))
  return input.chosen.map((c) => ({ ...c, evidenceIds: c.evidenceIds.filter((id) => own.has(id)) }))
}

/**
 * Locks the self-score, with the signed file where there is one. From here no column is written over. After the
 * last day the lead may lock a sheet that the unit left open: it then holds what the program computes.
 */
export async function lockSheet(
  tx: Tx,
  actor: Actor,
  sheetId: number,
  input: { signedFileId: number | null },
  now: Date,
): Promise<void> {
  const found = await selectSheetForChange(tx, actor.provinceId, sheetId)
  const today = dayOf(now)
  const instead = found !== null && canRun(actor) && !canScore(actor, found.unitId)
  const sheet = instead ? found : await openedFor(tx, actor, sheetId)
  const overdue = today > sheet.selfDue
  if (instead && !overdue)
    throw conflict('Đơn vị còn thời gian tự chấm.', 'The unit still has time for its self-score.')
  refuse(whyNotChangeSelf(instead ? { ...sheet, selfDue: today } : sheet, today))
  const { facts } = await computeSheets(tx, actor.provinceId, sheet.campaignId, now, [sheetId])
  const { version } = await campaignWithTable(tx, actor.provinceId, sheet.campaignId)
  const scores = (await selectScores(tx, actor.provinceId, [sheetId])).get(sheetId) ?? new Map()
  const proofs = await proofsOfSheet(tx, actor.provinceId, sheet, today)
  const counts = countProofs(version.table, proofs, facts(sheet.unitId).plan)
  if (!instead) {
    const missing = whatIsMissing(version.table, scores, counts)
    if (missing.length > 0) throw invalid(missing.map(({ vi, en }) => ({ field: null, vi, en })))
  }
  for (const item of itemsOf(version.table)) {
    const ids = proofsFor(item, proofs.all).map((p) => p.id)
    await insertKept(tx, actor.provinceId, sheetId, item.code, ids, true)
  }
  const locked = { at: now, byName: actor.name, signedFileId: input.signedFileId }
  await updateSheet(tx, actor.provinceId, sheetId, { locked })
  const note = instead ? 'Hết hạn: cơ quan chủ trì khóa với điểm chương trình tính' : null
  await move(tx, actor, sheet, 'self_locked', now, note)
  await recordChange(tx, actor, now, {
    verb: 'score_sheet.lock',
    subject: { kind: 'score_sheet', id: sheetId },
    before: null,
    after: { ...input, instead },
  })
}

async function openedFor(tx: Tx, actor: Actor, sheetId: number): Promise<Sheet> {
  const sheet = await selectSheetForChange(tx, actor.provinceId, sheetId)
  if (!sheet) throw notFound()
  if (canScore(actor, sheet.unitId)) return sheet
  if (!canRun(actor) && actor.reach !== 'province' && !actor.reach.has(sheet.unitId)) throw notFound()
  throw forbidden(
    'Chỉ cán bộ hoặc thủ trưởng của chính đơn vị tự chấm điểm.',
    'Only an officer or the head of the unit itself scores it.',
  )
}

async function move(
  tx: Tx,
  actor: Actor,
  sheet: Sheet,
  to: SheetState,
  now: Date,
  note: string | null,
): Promise<void> {
  await updateSheet(tx, actor.provinceId, sheet.id, { state: to })
  if (sheet.state === to) return
  const step = { from: sheet.state, to, at: now, actorName: actor.name, accountId: actor.accountId, note }
  await insertSteps(tx, actor.provinceId, [sheet.id], step)
}

function refuse(why: WhyNot): void {
  if (why) throw conflict(why.vi, why.en)
}

function refuseStale(sheet: Sheet, version: number): void {
  if (sheet.version === version) return
  throw conflict(
    'Phiếu vừa được người khác sửa. Tải lại trang để xem bản mới nhất rồi nhập lại phần của bạn.',
    'Somebody else has just changed the sheet. Reload the page and enter your part again.',
  )
}

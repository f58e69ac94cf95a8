import type { Actor } from '../../lib/actor.ts'
import { recordChange } from '../../lib/audit.ts'
import { type Day, dayOf, showDay } from '../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../lib/db/db.ts'
import { conflict, type Fault, forbidden, invalid, notFound } from '../../lib/errors.ts'
import { functionCodes } from '../organisations/organisation.ts'
import { holdersOf } from '../organisations/organisations.ts'
import { selectCampaign } from './campaigns.sql.ts'
import { type CriteriaItem, itemsOf } from './criteria.ts'
import { showPoints } from './points.ts'
import { isExtra, rangeOf } from './rule.ts'
import {
  differs,
  mayFollow,
  type Score,
  type Sheet,
  type SheetState,
  selfPoints,
  standingPoints,
} from './score.ts'
import { type AppraisedLine, saveAppraised, saveExplanations, selectScores } from './scores.sql.ts'
import { campaignWithTable } from './scoring.compute.ts'
import { canAppraise, canScore, type WhyNot, whyNotState } from './scoring.policy.ts'
import { tellReturned, tellSettled } from './scoring.telling.ts'
import { insertSteps, type SheetChange, selectSheetForChange, updateSheet } from './sheets.sql.ts'

/** The units whose officers appraise, besides the lead of the programme. */
export async function appraisersOn(db: DbOrTx, provinceId: number, day: Day): Promise<number[]> {
  return (await holdersOf(db, provinceId, functionCodes.appraiseScores, day)).map((u) => u.id)
}

/** Which lines a round looks at: the first at all of them, the second at those that were disputed. */
export function linesOfRound(
  items: readonly CriteriaItem[],
  scores: ReadonlyMap<string, Score>,
  state: SheetState,
): CriteriaItem[] {
  if (state !== 'appraisal_2') return [...items]
  return items.filter((i) => {
    const score = scores.get(i.code)
    return score !== undefined && !isExtra(i.rule) && differs(score)
  })
}

/**
 * Keeps a round's points, beside the self-score and never over it. Whoever departs from what stands before (the
 * self-score, then the first round) or gives bonus and penalty says why.
 */
export async function saveAppraisal(
  tx: Tx,
  actor: Actor,
  sheetId: number,
  input: { version: number; lines: readonly AppraisedLine[] },
  now: Date,
): Promise<void> {
  const { sheet, items, scores } = await forAppraisal(tx, actor, sheetId, now)
  refuse(whyNotState(sheet, 'self_locked', 'appraisal_1', 'appraisal_2'))
  if (sheet.settledAt) throw conflict('Phiếu đã thẩm định xong.', 'The appraisal is at its end.')
  if (sheet.version !== input.version)
    throw conflict(
      'Phiếu vừa được người khác thẩm định. Tải lại trang để xem bản mới nhất.',
      'Somebody else has just appraised the sheet. Reload the page.',
    )
  const round = sheet.state === 'appraisal_2' ? 'second' : 'first'
  const inRound = new Map(linesOfRound(items, scores, sheet.state).map((i) => [i.code, i]))
  const faults = input.lines.flatMap((line) => {
    const item = inRound.get(line.itemCode)
    const score = scores.get(line.itemCode)
    if (!item || !score) throw notFound()
    return lineFault(item, score, line, round) ?? []
  })
  if (faults.length > 0) throw invalid(faults)
  await saveAppraised(tx, actor.provinceId, sheetId, round, input.lines, { at: now, name: actor.name })
  const to = sheet.state === 'self_locked' ? 'appraisal_1' : sheet.state
  await move(tx, actor, sheet, to, now, null)
  const told = (points: (s: Score) => number | null) =>
    Object.fromEntries(
      input.lines.map((l) => {
        const score = scores.get(l.itemCode)
        const value = score ? points(score) : null
        return [l.itemCode, value === null ? null : showPoints(value)]
      }),
    )
  await recordChange(tx, actor, now, {
    verb: `score_sheet.appraise_${round}`,
    subject: { kind: 'score_sheet', id: sheetId },
    before: told((s) => s[round]),
    after: Object.fromEntries(input.lines.map((l) => [l.itemCode, showPoints(l.points)])),
  })
}

function lineFault(
  item: CriteriaItem,
  score: Score,
  line: AppraisedLine,
  round: 'first' | 'second',
): Fault | null {
  const range = rangeOf(item.rule, item.most)
  if (line.points < range.least || line.points > range.most)
    return {
      field: `points-${item.code}`,
      vi: `Mục ${item.code}: điểm từ ${showPoints(range.least)} đến ${showPoints(range.most)}.`,
      en: `Line ${item.code}: between ${showPoints(range.least, 'en')} and ${showPoints(range.most, 'en')}.`,
    }
  const before = (round === 'second' ? score.first : selfPoints(score)) ?? 0
  if (line.points === before || (line.note ?? '').length >= 5) return null
  return {
    field: `note-${item.code}`,
    vi: `Mục ${item.code}: ghi lý do khi chấm khác điểm trước đó.`,
    en: `Line ${item.code}: say why the points differ from those before.`,
  }
}

/**
 * Ends a round. After the first the unit explains where points differ; without a difference the sheet is settled.
 * After the second it is settled.
 */
export async function endRound(tx: Tx, actor: Actor, sheetId: number, now: Date): Promise<SheetState> {
  const { sheet, campaign, items, scores } = await forAppraisal(tx, actor, sheetId, now)
  refuse(whyNotState(sheet, 'appraisal_1', 'appraisal_2'))
  if (sheet.settledAt) throw conflict('Phiếu đã thẩm định xong.', 'The appraisal is at its end.')
  const open = items.filter((i) => !isExtra(i.rule) && scores.get(i.code)?.first == null)
  if (open.length > 0) {
    const codes = open.map((i) => i.code).join(', ')
    throw conflict(`Chưa thẩm định các mục: ${codes}.`, `Not appraised yet: ${codes}.`)
  }
  const disputed = linesOfRound(items, scores, 'appraisal_2').length
  if (sheet.state === 'appraisal_1' && disputed > 0) {
    await move(tx, actor, sheet, 'explanation', now, null)
    await tellReturned(tx, actor.provinceId, sheet, campaign, disputed, now)
    return 'explanation'
  }
  const finalTotal = items.reduce((sum, i) => {
    const score = scores.get(i.code)
    // Bonus and penalty that nobody gave are none.
    return sum + ((score && standingPoints(score)) ?? 0)
  }, 0)
  await move(tx, actor, sheet, 'appraisal_2', now, null, { settledAt: now, finalTotal })
  await recordChange(tx, actor, now, {
    verb: 'score_sheet.settle',
    subject: { kind: 'score_sheet', id: sheetId },
    before: { self: showPoints(sheet.selfTotal) },
    after: { final: showPoints(finalTotal) },
  })
  await tellSettled(tx, actor.provinceId, sheet, campaign, finalTotal, now)
  return 'appraisal_2'
}

/** The unit answers every line on which the first appraisal differs, and sends the sheet back. */
export async function explainScores(
  tx: Tx,
  actor: Actor,
  sheetId: number,
  lines: readonly { itemCode: string; text: string }[],
  now: Date,
): Promise<void> {
  const sheet = await selectSheetForChange(tx, actor.provinceId, sheetId)
  if (!sheet || !(canScore(actor, sheet.unitId) || actor.reach === 'province')) throw notFound()
  if (!canScore(actor, sheet.unitId))
    throw forbidden('Chỉ chính đơn vị giải trình.', 'Only the unit itself explains.')
  refuse(whyNotState(sheet, 'explanation'))
  const campaign = await selectCampaign(tx, actor.provinceId, sheet.campaignId)
  if (campaign && dayOf(now) > campaign.explainDue) {
    const day = showDay(campaign.explainDue)
    throw conflict(`Đã hết hạn giải trình ngày ${day}.`, `Explanations were due on ${day}.`)
  }
  const { version } = await campaignWithTable(tx, actor.provinceId, sheet.campaignId)
  const scores =
    (await selectScores(tx, actor.provinceId, [sheetId])).get(sheetId) ?? new Map<string, Score>()
  const disputed = linesOfRound(itemsOf(version.table), scores, 'appraisal_2')
  const texts = new Map(lines.map((l) => [l.itemCode, l.text]))
  const faults = disputed
    .filter((i) => (texts.get(i.code) ?? '').length < 5)
    .map((i) => ({
      field: `explain-${i.code}`,
      vi: `Mục ${i.code}: ghi giải trình, hoặc “Nhất trí” nếu đồng ý.`,
      en: `Line ${i.code}: explain, or write that you agree.`,
    }))
  if (faults.length > 0) throw invalid(faults)
  const kept = disputed.map((i) => ({ itemCode: i.code, text: texts.get(i.code) ?? '' }))
  await saveExplanations(tx, actor.provinceId, sheetId, kept, { at: now, name: actor.name })
  await move(tx, actor, sheet, 'appraisal_2', now, null)
  await recordChange(tx, actor, now, {
    verb: 'score_sheet.explain',
    subject: { kind: 'score_sheet', id: sheetId },
    before: null,
    after: Object.fromEntries(kept.map((l) => [l.itemCode, l.text])),
  })
}

/** The last day for explanations has passed without one: the second round begins all the same. */
export async function endExplanation(tx: Tx, actor: Actor, sheetId: number, now: Date): Promise<void> {
  const { sheet } = await forAppraisal(tx, actor, sheetId, now)
  refuse(whyNotState(sheet, 'explanation'))
  const campaign = await selectCampaign(tx, actor.provinceId, sheet.campaignId)
  if (campaign && dayOf(now) <= campaign.explainDue)
    throw conflict('Đơn vị còn thời gian giải trình.', 'The unit still has time to explain.')
  await move(tx, actor, sheet, 'appraisal_2', now, 'Hết hạn, đơn vị không giải trình')
}

async function forAppraisal(tx: Tx, actor: Actor, sheetId: number, now: Date) {
  const sheet = await selectSheetForChange(tx, actor.provinceId, sheetId)
  if (!sheet) throw notFound()
  const appraisers = await appraisersOn(tx, actor.provinceId, dayOf(now))
  if (!canAppraise(actor, sheet.unitId, appraisers))
    throw forbidden(
      'Chỉ cơ quan chủ trì hoặc đơn vị được giao thẩm định mới thẩm định, và không ai thẩm định đơn vị của mình.',
      'Only the lead or a unit with that function appraises, and nobody appraises the own unit.',
    )
  const { campaign, version } = await campaignWithTable(tx, actor.provinceId, sheet.campaignId)
  const scores =
    (await selectScores(tx, actor.provinceId, [sheetId])).get(sheetId) ?? new Map<string, Score>()
  return { sheet, campaign, items: itemsOf(version.table), scores }
}

async function move(
  tx: Tx,
  actor: Actor,
  sheet: Sheet,
  to: SheetState,
  now: Date,
  note: string | null,
  more: SheetChange = {},
): Promise<void> {
  if (sheet.state !== to && !mayFollow(sheet.state, to)) refuse(whyNotState(sheet))
  await updateSheet(tx, actor.provinceId, sheet.id, { state: to, ...more })
  if (sheet.state === to) return
  const step = { from: sheet.state, to, at: now, actorName: actor.name, accountId: actor.accountId, note }
  await insertSteps(tx, actor.provinceId, [sheet.id], step)
}

function refuse(why: WhyNot): void {
  if (why) throw conflict(why.vi, why.en)
}

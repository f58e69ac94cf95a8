import type { Actor } from '../../lib/actor.ts'
import { recordChange } from '../../lib/audit.ts'
import { type Day, dayOf, showDay } from '../../lib/calendar/day.ts'
import type { Tx } from '../../lib/db/db.ts'
import { conflict, type Fault, forbidden, invalid, notFound } from '../../lib/errors.ts'
import { insertCampaign, type NewCampaign, selectCampaign, updateCampaign } from './campaigns.sql.ts'
import { selectVersion } from './criteria.sql.ts'
import { isUnlocked } from './score.ts'
import { computeSheets } from './scoring.compute.ts'
import { canRun } from './scoring.policy.ts'
import { tellPublished } from './scoring.telling.ts'
import {
  insertSheets,
  insertSteps,
  publishSheets,
  selectSheetForChange,
  selectSheets,
  updateSheet,
} from './sheets.sql.ts'

/** Opens a campaign: these units are scored for a year by this table. Their sheets are filled at once. */
export async function openScoring(
  tx: Tx,
  actor: Actor,
  input: NewCampaign & { unitIds: readonly number[] },
  now: Date,
): Promise<number> {
  refuseOthers(actor)
  const faults: Fault[] = []
  if (input.selfDue < input.opens)
    faults.push({
      field: 'selfDue',
      vi: 'Hạn tự chấm phải từ ngày mở trở đi.',
      en: 'The self-score is due on or after the opening day.',
    })
  if (input.explainDue < input.selfDue)
    faults.push({
      field: 'explainDue',
      vi: 'Hạn giải trình phải từ hạn tự chấm trở đi.',
      en: 'Explanations are due on or after the self-score.',
    })
  if (input.unitIds.length === 0)
    faults.push({
      field: 'groupId',
      vi: 'Nhóm này không có đơn vị nào để chấm.',
      en: 'There is no unit in this group.',
    })
  if (!(await selectVersion(tx, actor.provinceId, input.versionId)))
    faults.push({ field: 'versionId', vi: 'Chọn bộ tiêu chí.', en: 'Choose a criteria table.' })
  if (faults.length > 0) throw invalid(faults)
  const { unitIds, ...campaign } = input
  const id = await insertCampaign(tx, actor.provinceId, campaign, { name: actor.name, at: now })
  await insertSheets(tx, actor.provinceId, id, unitIds, input.selfDue)
  await computeSheets(tx, actor.provinceId, id, now)
  await recordChange(tx, actor, now, {
    verb: 'scoring.open',
    subject: { kind: 'scoring_campaign', id },
    before: null,
    after: { ...campaign, units: unitIds.length },
  })
  return id
}

/** Computes anew what is still open, by hand. */
export async function computeAgain(tx: Tx, actor: Actor, id: number, now: Date): Promise<number> {
  refuseOthers(actor)
  return (await computeSheets(tx, actor.provinceId, id, now)).sheets
}

/** Gives one unit more time for its self-score, with a reason. */
export async function extendSelfScore(
  tx: Tx,
  actor: Actor,
  sheetId: number,
  input: { day: Day; reason: string },
  now: Date,
): Promise<void> {
  refuseOthers(actor)
  const sheet = await selectSheetForChange(tx, actor.provinceId, sheetId)
  if (!sheet) throw notFound()
  if (!isUnlocked(sheet.state))
    throw conflict('Phiếu đã khóa, không cần gia hạn.', 'The sheet is locked already.')
  const faults: Fault[] = []
  if (input.day <= sheet.selfDue || input.day < dayOf(now))
    faults.push({
      field: 'day',
      vi: `Hạn mới phải sau hạn hiện nay (${showDay(sheet.selfDue)}) và không ở quá khứ.`,
      en: `The new day must come after the present one (${showDay(sheet.selfDue)}), and not lie in the past.`,
    })
  if (input.reason.length < 10)
    faults.push({
      field: 'reason',
      vi: 'Ghi lý do gia hạn (từ 10 ký tự).',
      en: 'Write the reason (10 characters or more).',
    })
  if (faults.length > 0) throw invalid(faults)
  await updateSheet(tx, actor.provinceId, sheetId, { selfDue: input.day })
  const note = `Gia hạn tự chấm đến ${showDay(input.day)}: ${input.reason}`
  const by = { at: now, actorName: actor.name, accountId: actor.accountId, note }
  await insertSteps(tx, actor.provinceId, [sheetId], { from: sheet.state, to: sheet.state, ...by })
  await recordChange(tx, actor, now, {
    verb: 'score_sheet.extend',
    subject: { kind: 'score_sheet', id: sheetId },
    before: { selfDue: sheet.selfDue },
    after: { selfDue: input.day, reason: input.reason },
  })
}

/** Publishes the results, once every sheet has gone through its appraisal. Nothing changes afterwards. */
export async function publishScores(
  tx: Tx,
  actor: Actor,
  id: number,
  input: { decision: string | null },
  now: Date,
): Promise<void> {
  refuseOthers(actor)
  const campaign = await selectCampaign(tx, actor.provinceId, id)
  if (!campaign) throw notFound()
  if (campaign.publishedAt) throw conflict('Kết quả đã được công bố.', 'The results are published already.')
  const sheets = await selectSheets(tx, actor.provinceId, { campaignId: id })
  const open = sheets.filter((s) => s.settledAt === null)
  if (open.length > 0) {
    const names = open.slice(0, 5).map((s) => s.unitName)
    const more = open.length > names.length ? '…' : ''
    throw conflict(
      `Còn ${open.length} đơn vị chưa thẩm định xong: ${names.join(', ')}${more}`,
      `${open.length} units are not through their appraisal: ${names.join(', ')}${more}`,
    )
  }
  await publishSheets(tx, actor.provinceId, id)
  const by = { at: now, actorName: actor.name, accountId: actor.accountId, note: input.decision }
  const ids = sheets.map((s) => s.id)
  await insertSteps(tx, actor.provinceId, ids, { from: 'appraisal_2', to: 'published', ...by })
  const published = { publishedAt: now, publishedByName: actor.name, decision: input.decision }
  await updateCampaign(tx, actor.provinceId, id, published)
  const units = [...new Set(sheets.map((s) => s.unitId))]
  await tellPublished(tx, actor.provinceId, units, campaign, now)
  await recordChange(tx, actor, now, {
    verb: 'scoring.publish',
    subject: { kind: 'scoring_campaign', id },
    before: null,
    after: { decision: input.decision, units: sheets.length },
  })
}

function refuseOthers(actor: Actor): void {
  if (canRun(actor)) return
  throw forbidden(
    'Chỉ cơ quan chủ trì chương trình điều hành đợt chấm điểm.',
    'Only the lead agency of the programme runs scoring campaigns.',
  )
}

import { type Actor, hasRole, hasRoleAt, reaches } from '../../lib/actor.ts'
import { type Day, showDay } from '../../lib/calendar/day.ts'
import type { CriteriaTable } from './criteria.ts'
import { type CriteriaItem, itemsOf } from './criteria.ts'
import { isExtra } from './rule.ts'
import { isUnlocked, type Score, type Sheet, type SheetState, selfPoints } from './score.ts'
import { stateWords } from './scoring.texts.ts'

export type WhyNot = { vi: string; en: string } | null

/** Criteria tables and campaigns belong to the lead of the programme. */
export function canRun(actor: Actor): boolean {
  return hasRole(actor, 'province_lead')
}

/** Who scores for a unit: its officers and heads, and those of a unit above; a lead only for the own office. */
export function canScore(actor: Actor, unitId: number): boolean {
  return actor.grants.some((g) => {
    if (g.role === 'agency_officer' || g.role === 'agency_head')
      return g.unitId === unitId || (actor.reach !== 'province' && actor.reach.has(unitId))
    return g.role === 'province_lead' && g.unitId === unitId
  })
}

/**
 * Who appraises: the programme's lead, and officers and heads of units with the function (`appraisers`). Nobody
 * appraises a unit at which he or she holds a role.
 */
export function canAppraise(actor: Actor, unitId: number, appraisers: readonly number[]): boolean {
  if (actor.grants.some((g) => g.unitId === unitId && g.role !== 'auditor' && g.role !== 'administrator'))
    return false
  return isAppraiser(actor, appraisers)
}

export function isAppraiser(actor: Actor, appraisers: readonly number[]): boolean {
  return canRun(actor) || appraisers.some((id) => hasRoleAt(actor, id, 'agency_officer', 'agency_head'))
}

/** Whoever reaches the unit, and those who appraise. */
export function canSee(actor: Actor, unitId: number, appraisers: readonly number[]): boolean {
  return reaches(actor, unitId) || isAppraiser(actor, appraisers)
}

export function whyNotChangeSelf(sheet: Pick<Sheet, 'state' | 'selfDue'>, today: Day): WhyNot {
  if (!isUnlocked(sheet.state))
    return {
      vi: `Phiếu đã khóa (${stateWords[sheet.state].vi}) nên không sửa được điểm tự chấm.`,
      en: `The sheet is locked (${stateWords[sheet.state].en}); the self-score cannot change.`,
    }
  if (today <= sheet.selfDue) return null
  return {
    vi: `Đã hết hạn tự chấm ngày ${showDay(sheet.selfDue)}. Hãy đề nghị cơ quan chủ trì gia hạn.`,
    en: `The self-score was due on ${showDay(sheet.selfDue)}. Ask the lead agency for more time.`,
  }
}

export function whyNotState(sheet: Pick<Sheet, 'state'>, ...wanted: readonly SheetState[]): WhyNot {
  if (wanted.includes(sheet.state)) return null
  return {
    vi: `Phiếu đang ở bước “${stateWords[sheet.state].vi}” nên chưa làm được việc này. Tải lại trang để xem tình hình mới nhất.`,
    en: `The sheet is at the step “${stateWords[sheet.state].en}”. Reload the page to see how it stands.`,
  }
}

/** Reasons shorter than this say nothing. */
const leastReason = 10

export interface Missing {
  itemCode: string
  vi: string
  en: string
}

/**
 * What has to be done before a sheet can be locked: a score on every line, a reason where it differs from what the
 * program computes, and evidence where it is demanded, or the reason why there is none (as in Điện Biên).
 */
export function whatIsMissing(
  table: CriteriaTable,
  scores: ReadonlyMap<string, Score>,
  proofs: ReadonlyMap<string, number>,
): Missing[] {
  return itemsOf(table)
    .filter((i) => !isExtra(i.rule))
    .flatMap((item) => missingOf(item, scores.get(item.code), proofs.get(item.code) ?? 0) ?? [])
}

function missingOf(item: CriteriaItem, score: Score | undefined, proofs: number): Missing | null {
  const points = score ? selfPoints(score) : null
  const [itemCode, hasReason] = [item.code, (score?.selfNote ?? '').length >= leastReason]
  if (!score || points === null)
    return {
      itemCode,
      vi: `Mục ${itemCode} chưa có điểm tự chấm.`,
      en: `Line ${itemCode} has no self-score.`,
    }
  if (score.self !== null && score.computed !== null && score.self !== score.computed && !hasReason)
    return {
      itemCode,
      vi: `Mục ${itemCode}: điểm tự chấm khác điểm chương trình tính, hãy ghi lý do (từ ${leastReason} ký tự).`,
      en: `Line ${itemCode}: the self-score differs from what is computed; write why (${leastReason} characters or more).`,
    }
  if (item.evidenceRequired && points > 0 && proofs === 0 && !hasReason)
    return {
      itemCode,
      vi: `Mục ${itemCode} bắt buộc có minh chứng: chọn minh chứng đã tải lên, hoặc ghi rõ vì sao chưa có.`,
      en: `Line ${itemCode} needs evidence: choose some that is uploaded, or write why there is none.`,
    }
  return null
}

import type { Bilingual } from '../../lib/http/route.ts'
import { periodKinds } from '../reporting/obligation.ts'
import { type Points, showBound, showPoints } from './points.ts'
import type { CountedRule, Rule, RuleOf } from './rule.ts'

/** What each kind of rule is called, on screens and in the column "Quy tắc" of a sheet. */
export const ruleNames: Record<Rule['kind'], Bilingual> = {
  ratio: { vi: 'Tỷ lệ', en: 'Ratio' },
  steps: { vi: 'Bậc', en: 'Steps' },
  parts: { vi: 'Cộng phần', en: 'Weighted parts' },
  forms: { vi: 'Hình thức', en: 'Forms' },
  reports: { vi: 'Báo cáo', en: 'Reports' },
  plan: { vi: 'Kế hoạch', en: 'Plan' },
  manual: { vi: 'Chấm tay', en: 'By hand' },
  bonus: { vi: 'Điểm thưởng', en: 'Bonus' },
  penalty: { vi: 'Điểm trừ', en: 'Penalty' },
}

export const periodNames: Record<(typeof periodKinds)[number], Bilingual> = {
  month: { vi: 'tháng', en: 'month' },
  quarter: { vi: 'quý', en: 'quarter' },
  'half-year': { vi: '6 tháng', en: 'half-year' },
  'nine-month': { vi: '9 tháng', en: 'nine-month' },
  year: { vi: 'năm', en: 'year' },
}

/** The rule as one sentence that an official can check against the printed table. */
export function ruleSentence(rule: Rule, most: Points): Bilingual {
  return { vi: vietnamese(rule, most), en: english(rule, most) }
}

function vietnamese(rule: Rule, most: Points): string {
  const p = (points: Points) => showPoints(points)
  switch (rule.kind) {
    case 'ratio':
      return `Từ ${showBound(rule.full)}: ${p(most)} điểm; từ ${showBound(rule.floor)} đến dưới ${showBound(rule.full)}: (${countedWords(rule).vi}) × ${p(most)}; dưới ${showBound(rule.floor)}: 0 điểm.`
    case 'steps':
      return `${countedWords(rule).vi}: ${rule.steps.map((s) => `từ ${showBound(s.from)}: ${p(s.points)} điểm`).join('; ')}; thấp hơn: 0 điểm.`
    case 'parts':
      return `(${rule.parts.map((x) => `${x.label} × ${p(x.weight)}`).join(' + ')}) ÷ ${rule.of} × ${p(most)}.`
    case 'forms':
      return `${rule.groups.map((g) => `${g.label}: ${p(g.points)} điểm`).join('; ')}; mỗi nhóm cần ít nhất ${rule.least} minh chứng.`
    case 'reports':
      return `Đủ, đúng hạn: ${p(most)} điểm; mỗi báo cáo chậm: ${p(rule.late)}; không bảo đảm nội dung: ${p(rule.poor)}; ${missingWords(rule, 'vi')}; thấp nhất ${p(rule.least)} điểm.`
    case 'plan':
      return `Ban hành chậm nhất ngày ${rule.due.day}/${rule.due.month} ${rule.due.year === 'previous' ? 'năm trước' : 'trong năm'}: ${p(rule.onTime)} điểm; chậm: ${p(rule.late)}; không ban hành: ${p(rule.missing)}.`
    case 'manual':
      return `Đơn vị tự chấm từ ${p(rule.least)} đến ${p(most)} điểm, bên thẩm định xem minh chứng và chấm lại.`
    case 'bonus':
      return `Bên thẩm định cộng nhiều nhất ${p(rule.most)} điểm, có lý do.`
    case 'penalty':
      return `Bên thẩm định trừ nhiều nhất ${p(-rule.most)} điểm, có lý do.`
  }
}

function english(rule: Rule, most: Points): string {
  const p = (points: Points) => showPoints(points, 'en')
  const b = (share: number) => showBound(share, 'en')
  switch (rule.kind) {
    case 'ratio':
      return `${b(rule.full)} or more: ${p(most)}; from ${b(rule.floor)} to below ${b(rule.full)}: (${countedWords(rule).en}) × ${p(most)}; below ${b(rule.floor)}: 0.`
    case 'steps':
      return `${countedWords(rule).en}: ${rule.steps.map((s) => `from ${b(s.from)}: ${p(s.points)}`).join('; ')}; less: 0.`
    case 'parts':
      return `(${rule.parts.map((x) => `${x.label} × ${p(x.weight)}`).join(' + ')}) ÷ ${rule.of} × ${p(most)}.`
    case 'forms':
      return `${rule.groups.map((g) => `${g.label}: ${p(g.points)}`).join('; ')}; each group needs ${rule.least} or more pieces of evidence.`
    case 'reports':
      return `Complete and in time: ${p(most)}; each late report: ${p(rule.late)}; poor in content: ${p(rule.poor)}; ${missingWords(rule, 'en')}; not below ${p(rule.least)}.`
    case 'plan':
      return `Issued by ${rule.due.day}/${rule.due.month} of ${rule.due.year === 'previous' ? 'the year before' : 'the year'}: ${p(rule.onTime)}; late: ${p(rule.late)}; not issued: ${p(rule.missing)}.`
    case 'manual':
      return `The unit gives itself ${p(rule.least)} to ${p(most)}; the appraiser looks at the evidence and scores again.`
    case 'bonus':
      return `The appraiser adds up to ${p(rule.most)}, with a reason.`
    case 'penalty':
      return `The appraiser takes off up to ${p(-rule.most)}, with a reason.`
  }
}

function missingWords(rule: RuleOf<'reports'>, locale: 'vi' | 'en'): string {
  const named = periodKinds.filter((k) => rule.missing[k] !== undefined)
  const word = locale === 'vi' ? 'thiếu báo cáo' : 'missing'
  return named
    .map((k) => `${word} ${periodNames[k][locale]}: ${showPoints(rule.missing[k] ?? 0, locale)}`)
    .join('; ')
}

function countedWords(rule: CountedRule): Bilingual {
  if (rule.source === 'typed') {
    const text = `${rule.done} ÷ ${rule.of}`
    return { vi: text, en: text }
  }
  return rule.source === 'work'
    ? { vi: 'số nhiệm vụ đã làm ÷ số nhiệm vụ được giao chủ trì', en: 'tasks done ÷ tasks to lead' }
    : {
        vi: 'số nhiệm vụ làm đúng hạn ÷ số nhiệm vụ được giao chủ trì',
        en: 'tasks done in time ÷ tasks to lead',
      }
}

import { type Day, daysBetween, showDay } from '../../lib/calendar/day.ts'
import type { Bilingual } from '../../lib/http/route.ts'
import { obligationAddress } from '../reporting/obligation.ts'
import { reportAddress } from '../reporting/report.ts'
import type { PlanFacts, ReportFacts } from './facts.ts'
import { type Hint, nothingToCount, type Outcome, type Setting } from './outcome.ts'
import { type Points, showPoints } from './points.ts'
import type { RuleOf } from './rule.ts'
import { periodNames } from './rule-words.ts'

/** From so many days before a report is due it is named among the points to keep. */
const soonDays = 60

type Finding = 'late' | 'poor' | 'missing'

const findingWords: Record<Finding, Bilingual> = {
  late: { vi: 'chậm', en: 'late' },
  poor: { vi: 'không bảo đảm nội dung', en: 'poor in content' },
  missing: { vi: 'chưa nộp', en: 'missing' },
}

/** What a report has done to the score by today; null: nothing. Late and poor at once count once. */
function findingOf(report: ReportFacts, today: Day): Finding | null {
  switch (report.standing) {
    case 'late':
      return 'late'
    case 'empty':
      return 'poor'
    case 'overdue':
      return 'missing'
    // Given back and not handed in again: until the due day nothing is lost.
    case 'returned':
      return today > report.dueDay ? 'poor' : null
    default:
      return null
  }
}

/** Losses for reports that were late, poor or missing (−0,25; −0,5 a quarter; −1 the year), from the maximum down. */
export function evaluateReports(
  rule: RuleOf<'reports'>,
  most: Points,
  reports: readonly ReportFacts[],
  { today }: Setting,
): Outcome {
  const counted = reports.filter((r) => rule.missing[r.periodKind] !== undefined)
  if (counted.length === 0) {
    return nothingToCount({
      vi: 'Năm nay không có kỳ báo cáo nào phải nộp.',
      en: 'No report was owed this year.',
    })
  }
  const lossOf = (r: ReportFacts, f: Finding | null): Points =>
    f === null ? 0 : f === 'missing' ? (rule.missing[r.periodKind] ?? 0) : rule[f]
  const found = counted.map((report) => {
    const finding = findingOf(report, today)
    return { report, finding, loss: lossOf(report, finding) }
  })
  const lost = found.reduce((sum, f) => sum + f.loss, 0)
  const points = Math.max(rule.least, most + lost)
  const hints = found.flatMap((f) => mendHint(f, rule) ?? keepHint(f.report, rule, today) ?? [])
  const won = hints.reduce((sum, h) => sum + (h.kind === 'win' ? h.points : 0), 0)
  return {
    points,
    why: whyReports(found, most, points),
    winnable: Math.max(rule.least, Math.min(most, most + lost + won)) - points,
    hints,
  }
}

type Found = { report: ReportFacts; finding: Finding | null; loss: Points }

/** Reports of one kind that failed in the same way are told together: '−0,50 × 2 (báo cáo quý chưa nộp: …)'. */
function whyReports(found: readonly Found[], most: Points, points: Points): Bilingual {
  const bad = Map.groupBy(
    found.filter((f) => f.finding !== null),
    (f) => `${f.finding} ${f.report.periodKind} ${f.loss}`,
  )
  if (bad.size === 0) {
    const n = found.length
    return {
      vi: `${n} báo cáo trong năm, không có báo cáo chậm, thiếu hoặc không bảo đảm → ${showPoints(points)} điểm`,
      en: `${n} reports this year, none late, missing or poor → ${showPoints(points, 'en')} points`,
    }
  }
  const line = (locale: 'vi' | 'en') =>
    [...bad.values()].map((same) => {
      const [one] = same
      const times = same.length > 1 ? ` × ${same.length}` : ''
      const kind = one ? periodNames[one.report.periodKind][locale] : ''
      const word = one?.finding ? findingWords[one.finding][locale] : ''
      const what = locale === 'vi' ? `báo cáo ${kind} ${word}` : `${word} report of a ${kind}`
      const periods = same.map((f) => showPeriod(f.report.period, locale)).join(', ')
      return `${showPoints(one?.loss ?? 0, locale)}${times} (${what}: ${periods})`
    })
  return {
    vi: `${showPoints(most)} ${line('vi').join(' ')} → ${showPoints(points)} điểm`,
    en: `${showPoints(most, 'en')} ${line('en').join(' ')} → ${showPoints(points, 'en')} points`,
  }
}

const quarters = ['I', 'II', 'III', 'IV']

/** '2026-Q1' → 'quý I/2026'; as officials name a period. */
function showPeriod(period: string, locale: 'vi' | 'en'): string {
  const [year = '', part = ''] = period.split('-')
  if (part.startsWith('Q')) {
    const quarter = quarters[Number(part.slice(1)) - 1] ?? part
    return locale === 'vi' ? `quý ${quarter}/${year}` : `${part} ${year}`
  }
  if (part === 'H1') return locale === 'vi' ? `6 tháng đầu năm ${year}` : `first half of ${year}`
  if (part === '9M') return locale === 'vi' ? `9 tháng năm ${year}` : `nine months of ${year}`
  if (part === '') return locale === 'vi' ? `năm ${year}` : year
  return locale === 'vi' ? `tháng ${Number(part)}/${year}` : `${part}/${year}`
}

function linkTo(report: ReportFacts) {
  const href =
    report.reportId === null ? obligationAddress(report.obligationId) : reportAddress(report.reportId)
  return [{ label: `${report.name}, ${showPeriod(report.period, 'vi')}`, href }]
}

/** A missing report handed in now loses less; a poor one that is mended loses nothing. */
function mendHint({ report, finding, loss }: Found, rule: RuleOf<'reports'>): Hint | null {
  const links = linkTo(report)
  if (finding === 'missing' && loss < rule.late) {
    const vi = `Nộp ngay báo cáo quá hạn từ ${showDay(report.dueDay)}: bị trừ ${show(-rule.late)} thay vì ${show(-loss)} điểm`
    const en = `Hand in now what was due ${showDay(report.dueDay)}: ${show(-rule.late, 'en')} lost instead of ${show(-loss, 'en')}`
    return { kind: 'win', points: rule.late - loss, vi, en, links }
  }
  if (finding !== 'poor' || loss === 0) return null
  return {
    kind: 'win',
    points: -loss,
    vi: 'Bổ sung nội dung báo cáo và nộp lại',
    en: 'Complete the report and hand it in again',
    links,
  }
}

function keepHint(report: ReportFacts, rule: RuleOf<'reports'>, today: Day): Hint | null {
  const left = daysBetween(today, report.dueDay)
  const isOpen =
    report.standing === 'not_due' || report.standing === 'waiting' || report.standing === 'returned'
  if (!isOpen || left < 0 || left > soonDays) return null
  return {
    kind: 'keep',
    points: -(rule.missing[report.periodKind] ?? 0),
    vi: `Nộp báo cáo chậm nhất ngày ${showDay(report.dueDay)} (còn ${left} ngày) để không bị trừ điểm`,
    en: `Hand in the report by ${showDay(report.dueDay)} (${left} days left) to lose nothing`,
    links: linkTo(report),
  }
}

function show(points: Points, locale: 'vi' | 'en' = 'vi'): string {
  return showPoints(points, locale)
}

/** The last valid day for the unit's own plan of a year. */
export function planDueDay(rule: RuleOf<'plan'>, year: number): Day {
  const { month, day, year: which } = rule.due
  const two = (n: number) => String(n).padStart(2, '0')
  return `${which === 'previous' ? year - 1 : year}-${two(month)}-${two(day)}`
}

/** The unit's own plan: issued in time, late, or not at all. */
export function evaluatePlan(
  rule: RuleOf<'plan'>,
  most: Points,
  plan: PlanFacts | null,
  { year, today }: Setting,
): Outcome {
  const due = planDueDay(rule, year)
  const by = showDay(due)
  if (plan?.issued) {
    const inTime = plan.issued <= due
    const points = inTime ? rule.onTime : rule.late
    const day = showDay(plan.issued)
    const vi = `Kế hoạch ban hành ngày ${day}, ${inTime ? 'đúng hạn' : 'chậm so với hạn'} ${by} → ${show(points)} điểm`
    const en = `Plan issued on ${day}, ${inTime ? 'in time for' : 'after'} ${by} → ${show(points, 'en')} points`
    return { points, why: { vi, en }, winnable: 0, hints: [] }
  }
  if (today <= due) {
    const text = {
      vi: `Kế hoạch phải ban hành chậm nhất ngày ${by}.`,
      en: `The plan has to be issued by ${by}.`,
    }
    const links = planLinks(plan, year)
    return { ...nothingToCount(text), winnable: most, hints: [{ kind: 'win', points: most, ...text, links }] }
  }
  const gain = rule.late - rule.missing
  const hint: Hint = {
    kind: 'win',
    points: gain,
    vi: `Ban hành kế hoạch năm ${year}, dù đã quá hạn: ${show(rule.late)} thay vì ${show(rule.missing)} điểm`,
    en: `Issue the plan of ${year}, though late: ${show(rule.late, 'en')} instead of ${show(rule.missing, 'en')} points`,
    links: planLinks(plan, year),
  }
  return {
    points: rule.missing,
    why: {
      vi: `Chưa ban hành kế hoạch năm ${year} (hạn ${by}) → ${show(rule.missing)} điểm`,
      en: `The plan of ${year} is not issued (due ${by}) → ${show(rule.missing, 'en')} points`,
    },
    winnable: gain,
    hints: gain > 0 ? [hint] : [],
  }
}

function planLinks(plan: PlanFacts | null, year: number) {
  if (plan) return [{ label: plan.title, href: plan.href }]
  return [{ label: `Kế hoạch năm ${year}`, href: `/plans?year=${year}` }]
}

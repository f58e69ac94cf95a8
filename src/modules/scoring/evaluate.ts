import type { Bilingual } from '../../lib/http/route.ts'
import { evaluatePlan, evaluateReports } from './evaluate-duties.ts'
import type { PendingTask, Typed, UnitFacts } from './facts.ts'
import { type Hint, nothingToCount, type Outcome, type Setting } from './outcome.ts'
import {
  onePoint,
  type Points,
  portion,
  reachesShare,
  shareOf,
  showBound,
  showPoints,
  showShare,
} from './points.ts'
import { type CountedRule, type Rule, type RuleOf, rangeOf, typedNumbers } from './rule.ts'

/**
 * The score of one line of a criteria table from what is known of a unit (domain.md 5): points, one line that says
 * why, and what would still win points this year. Pure and exact; `typed` are the numbers that people entered.
 */
export function evaluate(
  rule: Rule,
  most: Points,
  facts: UnitFacts,
  typed: Typed,
  setting: Setting,
): Outcome {
  const outcome = judge(rule, most, facts, typed, setting)
  if (outcome.points === null) return outcome
  const range = rangeOf(rule, most)
  return { ...outcome, points: Math.min(range.most, Math.max(range.least, outcome.points)) }
}

function judge(rule: Rule, most: Points, facts: UnitFacts, typed: Typed, setting: Setting): Outcome {
  switch (rule.kind) {
    case 'ratio':
    case 'steps':
      return evaluateCounted(rule, most, facts, typed, setting)
    case 'parts':
      return evaluateParts(rule, most, typed, setting)
    case 'forms':
      return evaluateForms(rule, facts, setting)
    case 'reports':
      return evaluateReports(rule, most, facts.reports, setting)
    case 'plan':
      return evaluatePlan(rule, most, facts.plan, setting)
    case 'manual':
      return nothingToCount({ vi: 'Chấm theo minh chứng.', en: 'Judged by the evidence.' })
    case 'bonus':
    case 'penalty':
      return nothingToCount({ vi: 'Bên thẩm định chấm.', en: 'Given by the appraiser.' })
  }
}

interface Count {
  done: number
  of: number
  noun: Bilingual
  done_: Bilingual
}

function countOf(rule: CountedRule, facts: UnitFacts, typed: Typed): Count | null {
  if (rule.source === 'typed') {
    const [done, of] = [typed['done'], typed['of']]
    if (done === undefined || of === undefined || of <= 0 || done > of) return null
    const noun = rule.done ?? ''
    return { done, of, noun: { vi: '', en: '' }, done_: { vi: noun, en: noun } }
  }
  const { work } = facts
  if (work.planned === 0) return null
  const inTime = rule.source === 'work_in_time'
  return {
    done: inTime ? work.inTime : work.done,
    of: work.planned,
    noun: { vi: ' nhiệm vụ', en: ' tasks' },
    done_: inTime ? { vi: 'Làm đúng hạn', en: 'Done in time' } : { vi: 'Đã làm', en: 'Done' },
  }
}

function evaluateCounted(
  rule: CountedRule,
  most: Points,
  facts: UnitFacts,
  typed: Typed,
  setting: Setting,
): Outcome {
  const count = countOf(rule, facts, typed)
  if (!count) return nothingToCount(whyNoCount(rule))
  const outcome = rule.kind === 'ratio' ? ratioOf(rule, most, count, setting) : stepOf(rule, count)
  if (rule.source !== 'work') return { ...outcome, winnable: 0, hints: [] }
  return { ...outcome, ...workHints(rule, most, facts, outcome.points, setting) }
}

function whyNoCount(rule: CountedRule): Bilingual {
  if (rule.source !== 'typed')
    return {
      vi: 'Năm nay chưa có nhiệm vụ nào được giao trong chương trình.',
      en: 'No task of the programme was given this year.',
    }
  const [done, of] = typedNumbers(rule).map((n) => n.label)
  return { vi: `Chưa nhập: ${done}; ${of}.`, en: `Not entered yet: ${done}; ${of}.` }
}

type Scored = Pick<Outcome, 'why'> & { points: Points }

function ratioOf(rule: RuleOf<'ratio'>, most: Points, count: Count, { rounding }: Setting): Scored {
  const { done, of } = count
  const begin = beginning(count)
  if (!reachesShare(done, of, rule.floor)) {
    const said = (locale: 'vi' | 'en') => showBound(rule.floor, locale)
    return {
      points: 0,
      why: {
        vi: `${begin.vi}, dưới ${said('vi')} → 0 điểm`,
        en: `${begin.en}, below ${said('en')} → 0 points`,
      },
    }
  }
  if (reachesShare(done, of, rule.full)) {
    const end = { vi: ` → ${showPoints(most)} điểm`, en: ` → ${showPoints(most, 'en')} points` }
    return { points: most, why: joined(begin, end) }
  }
  const points = portion(most, done, of, rounding)
  const line = (locale: 'vi' | 'en', unit: string) => {
    const share = showPoints(shareOf(done, of), locale)
    const isExact = (done * 10_000) % of === 0 && points === Math.round((most * done) / of)
    return ` → ${share} × ${showPoints(most, locale)} ${isExact ? '=' : '≈'} ${showPoints(points, locale)} ${unit}`
  }
  return { points, why: joined(begin, { vi: line('vi', 'điểm'), en: line('en', 'points') }) }
}

function stepOf(rule: RuleOf<'steps'>, count: Count): Scored {
  const step = rule.steps.find((s) => reachesShare(count.done, count.of, s.from))
  const begin = beginning(count)
  const lowest = rule.steps.at(-1)?.from ?? 0
  const points = step?.points ?? 0
  const line = (locale: 'vi' | 'en', from: string, below: string, unit: string) =>
    step
      ? `, ${from} ${showBound(step.from, locale)} → ${showPoints(points, locale)} ${unit}`
      : `, ${below} ${showBound(lowest, locale)} → 0 ${unit}`
  return {
    points,
    why: joined(begin, {
      vi: line('vi', 'từ', 'dưới', 'điểm'),
      en: line('en', 'at least', 'below', 'points'),
    }),
  }
}

function beginning({ done, of, noun, done_ }: Count): Bilingual {
  const line = (locale: 'vi' | 'en') =>
    `${done_[locale]} ${done}/${of}${noun[locale]} = ${showShare(shareOf(done, of), locale)}`
  return { vi: line('vi'), en: line('en') }
}

function joined(a: Bilingual, b: Bilingual): Bilingual {
  return { vi: a.vi + b.vi, en: a.en + b.en }
}

/** How many more tasks reach the next level, what that wins, and which ones are nearest. */
function workHints(
  rule: CountedRule,
  most: Points,
  facts: UnitFacts,
  now: Points,
  setting: Setting,
): Pick<Outcome, 'winnable' | 'hints'> {
  const { done, planned, pending } = facts.work
  const at = (n: number) => {
    const count = { done: n, of: planned, noun: { vi: '', en: '' }, done_: { vi: '', en: '' } }
    return rule.kind === 'ratio' ? ratioOf(rule, most, count, setting).points : stepOf(rule, count).points
  }
  const levels = rule.kind === 'ratio' ? [rule.floor, rule.full] : rule.steps.map((s) => s.from).toReversed()
  const hints: Hint[] = []
  let reached = now
  for (const level of levels) {
    const need = Math.ceil((level * planned) / 10_000)
    if (need <= done || at(need) <= reached) continue
    const [more, bound] = [need - done, showBound(level)]
    hints.push({
      kind: 'win',
      points: at(need) - now,
      vi: `Còn thiếu ${more} nhiệm vụ để đạt ${bound}`,
      en: `${more} more task${more === 1 ? '' : 's'} to reach ${showBound(level, 'en')}`,
      // The next level needs the same tasks and some more.
      links: hints.length > 0 ? [] : linksTo(pending.slice(0, Math.min(more, 3))),
    })
    reached = at(need)
  }
  return { winnable: at(planned) - now, hints }
}

function linksTo(tasks: readonly PendingTask[]) {
  return tasks.map((t) => ({
    label: t.content.length > 80 ? `${t.content.slice(0, 78).trimEnd()}…` : t.content,
    href: `/assignments/${t.assignmentId}`,
  }))
}

function evaluateParts(rule: RuleOf<'parts'>, most: Points, typed: Typed, { rounding }: Setting): Outcome {
  const of = typed['of']
  const counts = rule.parts.map((p, i) => ({ ...p, n: typed[`part${i + 1}`] }))
  const sum = counts.reduce((total, p) => total + (p.n ?? 0), 0)
  if (of === undefined || of <= 0 || sum > of || counts.some((p) => p.n === undefined)) {
    const labels = typedNumbers(rule).map((n) => n.label)
    return nothingToCount({
      vi: `Chưa nhập: ${labels.join('; ')}.`,
      en: `Not entered yet: ${labels.join('; ')}.`,
    })
  }
  const weighted = counts.reduce((total, p) => total + (p.n ?? 0) * p.weight, 0)
  const points = portion(most, weighted, of * onePoint, rounding)
  const line = (locale: 'vi' | 'en', unit: string) => {
    const terms = counts.map((p) => `${p.n}/${of} × ${showPoints(p.weight, locale)}`)
    return `(${terms.join(' + ')}) × ${showPoints(most, locale)} → ${showPoints(points, locale)} ${unit}`
  }
  return { points, why: { vi: line('vi', 'điểm'), en: line('en', 'points') }, winnable: 0, hints: [] }
}

function evaluateForms(rule: RuleOf<'forms'>, facts: UnitFacts, { formNames }: Setting): Outcome {
  const groups = rule.groups.map((g) => {
    const evidence = g.forms.reduce((sum, code) => sum + (facts.forms[code]?.evidence ?? 0), 0)
    const activities = g.forms.reduce((sum, code) => sum + (facts.forms[code]?.activities ?? 0), 0)
    return { ...g, evidence, activities, has: evidence >= rule.least }
  })
  const points = groups.reduce((sum, g) => sum + (g.has ? g.points : 0), 0)
  const line = (locale: 'vi' | 'en', proof: string, none: string, unit: string) => {
    const terms = groups.map((g) => {
      const found = g.has ? `${g.evidence} ${proof}` : none
      return `${g.label} (${found}) ${showPoints(g.has ? g.points : 0, locale)}`
    })
    return `${terms.join(' + ')} = ${showPoints(points, locale)} ${unit}`
  }
  const missing = groups.filter((g) => !g.has)
  return {
    points,
    why: {
      vi: line('vi', 'minh chứng', 'chưa có minh chứng', 'điểm'),
      en: line('en', 'with evidence', 'no evidence yet', 'points'),
    },
    winnable: missing.reduce((sum, g) => sum + g.points, 0),
    hints: missing.map((g) => formHint(g, formNames)),
  }
}

function formHint(
  group: { label: string; points: Points; forms: readonly string[]; activities: number },
  names: ReadonlyMap<string, string>,
): Hint {
  const list = group.forms.slice(0, 4).map((code) => names.get(code) ?? code)
  const more = group.forms.length > list.length ? '…' : ''
  const kinds = list.join('; ') + more
  const done = group.activities > 0
  return {
    kind: 'win',
    points: group.points,
    vi: done
      ? `“${group.label}”: đã có ${group.activities} hoạt động nhưng chưa đủ minh chứng, hãy bổ sung ảnh, tệp hoặc đường dẫn`
      : `Chưa có hình thức “${group.label}” nào có minh chứng (${kinds})`,
    en: done
      ? `“${group.label}”: ${group.activities} activities, but not enough evidence; add a photo, file or link`
      : `No form of “${group.label}” has evidence yet (${kinds})`,
    links: [],
  }
}

import { pattern } from './deadline-print.ts'
import type { ByPeriodRule, ListRule, SimpleRule } from './deadline-rule.ts'
import type { PeriodKind } from './period.ts'

type ReadRule = (text: string, kind?: PeriodKind) => SimpleRule | ListRule | null
type Named = { period: PeriodKind; number: number | null }

const kinds: readonly [PeriodKind, string][] = [
  ['half-year', '(?:0?6|sau) thang(?: dau nam)?|nua nam|ban nien'],
  ['nine-month', '(?:0?9|chin) thang(?: dau nam)?'],
  ['quarter', 'quy(?: (iv|i{1,3}|[1-4]))?'],
  ['month', 'thang(?: (\\d{1,2}))?'],
  ['year', '(?:ca )?nam'],
]
const about =
  '(?:(?:va|doi voi|voi|cho|cac|bao cao|rieng|dinh ky|hang|moi|so ket|tong ket|ket qua|thuc hien|ky) )*'
const names = kinds.map(([, words]) => words.replace(/\((?!\?)/g, '(?:')).join('|')
const between = '(?: bao cao| gui| nop| la| thi|[:(,-])*\\s*'

/**
 * "báo cáo quý: trước ngày 05 tháng cuối quý; báo cáo 6 tháng: …", or the day first: "trước ngày 30/6 đối với báo cáo
 * 6 tháng". Several periods before one day share it. Null when any clause says something else.
 */
export function readByPeriod(text: string, readRule: ReadRule): ByPeriodRule | null {
  const parts = text.split(/\s*;\s*/)
  const smaller = text.split(/\s*(?:[;,]|\bva\b)\s*/)
  return readClauses(parts, readRule) ?? readClauses(smaller, readRule, true)
}

/** `together`: the clauses hang together by commas, so that a day without "trước" takes it from the one before. */
function readClauses(clauses: readonly string[], readRule: ReadRule, together = false): ByPeriodRule | null {
  const cases: ByPeriodRule['cases'] = []
  let waiting: Named[] = []
  for (const clause of clauses.filter(Boolean)) {
    const alone = allNames(clause)
    if (alone) {
      waiting.push(...alone)
      continue
    }
    const found = readClause(clause, readRule) ?? unnamed(clause, clauses, readRule)
    if (!found) return null
    const said = !together || /\bvao\b/.test(clause)
    const rule = said ? found.rule : withBound(found.rule, cases.at(-1)?.rule)
    cases.push(...[...waiting, ...found.named].map((n) => ({ ...n, rule })))
    waiting = []
  }
  return waiting.length === 0 && cases.length > 0 && cases.length <= 24 ? { kind: 'by-period', cases } : null
}

function readClause(clause: string, readRule: ReadRule): Clause | null {
  return periodFirst(clause, readRule) ?? dayFirst(clause, readRule)
}

/** "trước ngày 25 tháng cuối quý; riêng quý IV …": the first clause is for all the other quarters. */
function unnamed(clause: string, clauses: readonly string[], readRule: ReadRule): Clause | null {
  const exception = clauses[0] === clause ? clauses[1] : undefined
  const other = exception?.startsWith('rieng ') ? readClause(exception, readRule)?.named[0] : undefined
  const rule = other?.number ? readRule(clause, other.period) : null
  return other && rule ? { named: [{ period: other.period, number: null }], rule } : null
}

function withBound(rule: Clause['rule'], before: Clause['rule'] | undefined): Clause['rule'] {
  if (rule.kind !== 'day' || rule.bound !== 'on' || before?.kind !== 'day') return rule
  return { ...rule, bound: before.bound }
}

interface Clause {
  named: Named[]
  rule: SimpleRule | ListRule
}

function periodFirst(clause: string, readRule: ReadRule): Clause | null {
  const m = pattern(
    `^${about}((?:${names})(?:\\s*(?:,|va)\\s*${about}(?:${names}))*)(?![a-z])${between}(.+)$`,
  ).exec(clause)
  const named = m && allNames(m[1] ?? '')
  const rule = named && readRule(m[2] ?? '', named[0]?.period)
  return rule ? { named, rule } : null
}

function dayFirst(clause: string, readRule: ReadRule): Clause | null {
  const m = pattern(
    `^(.+?)\\s*[,(]*\\s*(?:doi voi|voi|cho|\\() ?${about}((?:${names})(?:\\s*(?:,|va)\\s*${about}(?:${names}))*)\\s*\\)*$`,
  ).exec(clause)
  const named = m && allNames(m[2] ?? '')
  const rule = named && readRule(m[1] ?? '', named[0]?.period)
  return rule ? { named, rule } : null
}

/** Nothing but names of periods: "quý, 6 tháng và năm". */
function allNames(text: string): Named[] | null {
  const parts = text.split(/\s*(?:,|\bva\b)\s*/).filter(Boolean)
  const named = parts.map((part) => nameOf(part))
  return named.length > 0 && named.every((n) => n !== null) ? named : null
}

function nameOf(text: string): Named | null {
  for (const [period, words] of kinds) {
    const m = pattern(`^${about}(?:${words})(?: bao cao)?$`).exec(text)
    if (!m) continue
    const word = m[1]
    return { period, number: word ? ({ i: 1, ii: 2, iii: 3, iv: 4 }[word] ?? Number(word)) : null }
  }
  return null
}

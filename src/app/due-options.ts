import type { DeadlineRule, WorkingDayPolicy } from '../lib/calendar/deadline-rule.ts'
import { type PeriodKind, periodKinds } from '../lib/calendar/period.ts'
import { readDeadline } from '../lib/calendar/read-deadline.ts'

export interface DueOptions {
  rule: DeadlineRule
  /** The rule as it was typed. */
  printed: string
  periodKinds: readonly PeriodKind[]
  from: number
  to: number
  cutoffRule: DeadlineRule | null
  policy: WorkingDayPolicy | undefined
  source: string | null
  json: boolean
}

export interface Fault {
  vi: string
  en: string
}

const names = ['period', 'from', 'to', 'cutoff', 'working-days', 'source'] as const
type Name = (typeof names)[number]

/** Reads the arguments of `due`; a fault says what was not understood and what would be. */
export function readDueOptions(args: readonly string[], thisYear: number): DueOptions | Fault {
  const found = split(args)
  if ('vi' in found) return found
  const { rules, given, json } = found
  const printed = rules[0]?.trim() ?? ''
  if (rules.length !== 1 || printed === '') return usage
  const kinds = kindsOf(given.period, printed)
  if ('vi' in kinds) return kinds
  const rule = readDeadline(printed, kinds.length === 1 ? kinds[0] : undefined)
  if (!rule) return notUnderstood(printed)
  const cutoffRule = given.cutoff === undefined ? null : readDeadline(given.cutoff, kinds[0])
  if (given.cutoff !== undefined && !cutoffRule) return notUnderstood(given.cutoff)
  const years = yearsOf(given.from, given.to, thisYear)
  if ('vi' in years) return years
  const policy = policyOf(given['working-days'])
  if (policy !== undefined && typeof policy !== 'string') return policy
  const source = given.source?.trim() || null
  return { rule, printed, periodKinds: kinds, ...years, cutoffRule, policy, source, json }
}

interface Split {
  rules: string[]
  given: Partial<Record<Name, string>>
  json: boolean
}

function split(args: readonly string[]): Split | Fault {
  const result: Split = { rules: [], given: {}, json: false }
  for (let i = 0; i < args.length; i += 1) {
    const arg = args[i] ?? ''
    if (arg === '--json') {
      result.json = true
      continue
    }
    if (!arg.startsWith('--')) {
      result.rules.push(arg)
      continue
    }
    const [word, inline] = [
      arg.slice(2).split('=')[0],
      arg.includes('=') ? arg.slice(arg.indexOf('=') + 1) : undefined,
    ]
    const name = names.find((n) => n === word)
    const value = inline ?? valueAfter(name, args[i + 1])
    if (!name) return fault(`Không có tùy chọn “${arg}”.`, `There is no option “${arg}”.`)
    if (value === undefined) {
      return fault(`Tùy chọn --${name} thiếu giá trị.`, `The option --${name} lacks its value.`)
    }
    result.given[name] = value
    if (value === args[i + 1] && inline === undefined) i += 1
  }
  return result
}

/** `--working-days` alone moves to the next working day. */
function valueAfter(name: Name | undefined, next: string | undefined): string | undefined {
  if (next !== undefined && !next.startsWith('--')) return next
  return name === 'working-days' ? 'next' : undefined
}

/** Without --period: the periods that the rule itself names. */
function kindsOf(given: string | undefined, printed: string): readonly PeriodKind[] | Fault {
  const kind = periodKinds.find((k) => k === given)
  if (kind) return [kind]
  if (given !== undefined) {
    return fault(
      `Không có loại kỳ “${given}”; dùng một trong: ${periodKinds.join(', ')}.`,
      `There is no period kind “${given}”; use one of: ${periodKinds.join(', ')}.`,
    )
  }
  const rule = readDeadline(printed)
  if (!rule) return notUnderstood(printed)
  const named = rule.kind === 'by-period' ? rule.cases.map((c) => c.period) : []
  if (named.length > 0) return periodKinds.filter((k) => named.includes(k))
  return fault(
    `Thiếu --period: một trong ${periodKinds.join(', ')}.`,
    `--period is missing: one of ${periodKinds.join(', ')}.`,
  )
}

function yearsOf(first: string | undefined, last: string | undefined, thisYear: number) {
  const from = yearOf(first ?? last ?? String(thisYear))
  const to = yearOf(last ?? first ?? String(thisYear))
  if (from === null || to === null) {
    return fault('--from và --to là năm, từ 1970 đến 2199.', '--from and --to are years from 1970 to 2199.')
  }
  if (to < from) return fault('--to phải không sớm hơn --from.', '--to must not be earlier than --from.')
  return { from, to }
}

function yearOf(text: string): number | null {
  const year = /^\d{4}$/.test(text) ? Number(text) : 0
  return year >= 1970 && year <= 2199 ? year : null
}

const policies: Record<string, WorkingDayPolicy> = {
  'as-printed': 'as-printed',
  next: 'next-working-day',
  'next-working-day': 'next-working-day',
  previous: 'previous-working-day',
  'previous-working-day': 'previous-working-day',
}

function policyOf(text: string | undefined): WorkingDayPolicy | undefined | Fault {
  if (text === undefined) return undefined
  return (
    policies[text] ??
    fault(
      `Không có cách tính ngày nghỉ “${text}”; dùng một trong: as-printed, next, previous.`,
      `There is no working-day policy “${text}”; use one of: as-printed, next, previous.`,
    )
  )
}

function fault(vi: string, en: string): Fault {
  return { vi, en }
}

const usage = fault(
  'Dùng: chungtay due "QUY TẮC" --period quarter --from 2019 --to 2030 [--cutoff "…"] [--working-days next] [--source "Kế hoạch số …"] [--json].',
  'Use: chungtay due "RULE" --period quarter --from 2019 --to 2030 [--cutoff "…"] [--working-days next] [--source "…"] [--json].',
)

const forms =
  '“trước ngày 05 tháng cuối cùng của quý”, “trước 05/6”, “chậm nhất ngày 20 hằng tháng”, “ngày làm việc cuối cùng của tháng”, “chậm nhất 02 ngày làm việc sau ngày chốt số liệu”, “trong vòng 5 ngày sau khi kết thúc quý”, “Quý IV năm trước liền kề”, “quý: …; 6 tháng: …; năm: …”'

function notUnderstood(printed: string): Fault {
  return fault(
    `Chưa hiểu quy tắc “${printed}”. Các dạng hiểu được: ${forms}.`,
    `The rule “${printed}” is not understood. Forms that are: ${forms}.`,
  )
}

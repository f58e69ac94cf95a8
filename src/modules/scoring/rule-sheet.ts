import { periodKinds } from '../reporting/obligation.ts'
import { type Points, parsePoints, type Share, showBound, typePoints } from './points.ts'
import { type CountedRule, type Rule, ruleSchema } from './rule.ts'
import { periodNames, ruleNames } from './rule-words.ts'

/**
 * A rule in two cells of a sheet, as an official writes it: its kind ('Tỷ lệ'), and clauses 'tên = giá trị' with ';'
 * between. Printed and read by the same words, so that a table that went out comes back the same.
 */
export interface RuleCells {
  kind: string
  clauses: string
}

const sources: Record<CountedRule['source'], string> = {
  work: 'nhiệm vụ',
  work_in_time: 'nhiệm vụ đúng hạn',
  typed: 'tự nhập',
}

export function printRule(rule: Rule): RuleCells {
  return { kind: ruleNames[rule.kind].vi, clauses: clausesOf(rule).join('; ') }
}

function clausesOf(rule: Rule): string[] {
  switch (rule.kind) {
    case 'ratio':
      return [...countedClauses(rule), `sàn = ${bound(rule.floor)}`, `đủ = ${bound(rule.full)}`]
    case 'steps':
      return [
        ...countedClauses(rule),
        ...rule.steps.map((s) => `từ ${bound(s.from)} = ${typePoints(s.points)}`),
      ]
    case 'parts':
      return [`tổng = ${rule.of}`, ...rule.parts.map((p) => `${p.label} = ${typePoints(p.weight)}`)]
    case 'forms':
      return [
        `ít nhất = ${rule.least}`,
        ...rule.groups.map((g) => `${g.label} (${typePoints(g.points)}) = ${g.forms.join(', ')}`),
      ]
    case 'reports':
      return [
        `chậm = ${typePoints(rule.late)}`,
        `kém = ${typePoints(rule.poor)}`,
        ...periodKinds.flatMap((k) => {
          const loss = rule.missing[k]
          return loss === undefined ? [] : [`thiếu ${periodNames[k].vi} = ${typePoints(loss)}`]
        }),
        `thấp nhất = ${typePoints(rule.least)}`,
      ]
    case 'plan':
      return [
        `hạn = ${rule.due.day}/${rule.due.month} ${rule.due.year === 'previous' ? 'năm trước' : 'trong năm'}`,
        `đúng hạn = ${typePoints(rule.onTime)}`,
        `chậm = ${typePoints(rule.late)}`,
        `không ban hành = ${typePoints(rule.missing)}`,
      ]
    case 'manual':
      return [`thấp nhất = ${typePoints(rule.least)}`]
    case 'bonus':
    case 'penalty':
      return [`nhiều nhất = ${typePoints(rule.most)}`]
  }
}

function countedClauses(rule: CountedRule): string[] {
  const source = `nguồn = ${sources[rule.source]}`
  return rule.source === 'typed' ? [source, `số đạt = ${rule.done}`, `tổng số = ${rule.of}`] : [source]
}

function bound(share: Share): string {
  return showBound(share).replace('\u00a0', '')
}

export type RuleRead = { ok: true; rule: Rule } | { ok: false; vi: string; en: string }

/** Reads the two cells. A clause that is missing, unknown or wrong is named; nothing is guessed. */
export function readRule({ kind, clauses }: RuleCells): RuleRead {
  const found = Object.entries(ruleNames).find(([, name]) => fold(name.vi) === fold(kind))
  if (!found) {
    const known = Object.values(ruleNames).map((n) => `“${n.vi}”`)
    return {
      ok: false,
      vi: `Không có quy tắc “${kind}”. Dùng một trong: ${known.join(', ')}.`,
      en: `There is no rule “${kind}”. Use one of: ${known.join(', ')}.`,
    }
  }
  try {
    const read = new Clauses(clauses)
    const rule = readers[found[0] as Rule['kind']](read)
    read.refuseRest()
    const parsed = ruleSchema.safeParse(rule)
    if (parsed.success) return { ok: true, rule: parsed.data }
    return fault(`Tham số “${clauses}” có giá trị ngoài khoảng cho phép`, 'A value is out of bounds')
  } catch (wrong) {
    if (wrong instanceof WrongClause) return { ok: false, vi: wrong.vi, en: wrong.en }
    throw wrong
  }
}

function fault(vi: string, en: string): RuleRead {
  return { ok: false, vi: `${vi}.`, en: `${en}.` }
}

class WrongClause extends Error {
  readonly vi: string
  readonly en: string
  constructor(vi: string, en: string) {
    super(en)
    this.vi = vi
    this.en = en
  }
}

/** The clauses of one cell while they are taken, one by one. */
class Clauses {
  private readonly left: [name: string, value: string][]

  constructor(text: string) {
    this.left = text
      .split(';')
      .filter((part) => part.trim() !== '')
      .map((part) => {
        const at = part.lastIndexOf('=')
        if (at === -1)
          throw new WrongClause(
            `“${part.trim()}” thiếu dấu “=”. Viết dạng “tên = giá trị”.`,
            `“${part.trim()}” has no “=”. Write “name = value”.`,
          )
        return [part.slice(0, at).trim(), part.slice(at + 1).trim()]
      })
  }

  text(name: string): string {
    const value = this.optional(name)
    if (value === null || value === '')
      throw new WrongClause(`Thiếu tham số “${name}”.`, `The parameter “${name}” is missing.`)
    return value
  }

  optional(name: string): string | null {
    const at = this.left.findIndex(([n]) => fold(n) === fold(name))
    return at === -1 ? null : (this.left.splice(at, 1)[0]?.[1] ?? null)
  }

  points(name: string): Points {
    return pointsIn(name, this.text(name))
  }

  share(name: string): Share {
    return shareIn(this.text(name))
  }

  /** What is left: clauses whose names the author chose. */
  rest(): [name: string, value: string][] {
    return this.left.splice(0)
  }

  refuseRest(): void {
    const name = this.left[0]?.[0]
    if (name !== undefined)
      throw new WrongClause(`Không hiểu tham số “${name}”.`, `The parameter “${name}” is not known.`)
  }
}

function pointsIn(name: string, text: string): Points {
  const points = parsePoints(text)
  if (points !== null) return points
  throw new WrongClause(
    `“${name} = ${text}” không phải là số điểm; viết như 0,25 hoặc -0,5.`,
    `“${name} = ${text}” is no number of points; write 0,25 or -0,5.`,
  )
}

function shareIn(text: string): Share {
  const points = parsePoints(text.replace(/\s*%$/, ''))
  const share = points === null ? -1 : points / 100
  if (Number.isInteger(share) && share >= 0 && share <= 10_000) return share
  throw new WrongClause(
    `“${text}” không phải là tỷ lệ từ 0% đến 100%; viết như 90% hoặc 89,99%.`,
    `“${text}” is no share from 0% to 100%; write 90% or 89,99%.`,
  )
}

function counted(c: Clauses) {
  const word = c.text('nguồn')
  const source = (Object.keys(sources) as CountedRule['source'][]).find(
    (s) => fold(sources[s]) === fold(word),
  )
  if (!source) {
    const known = Object.values(sources).join(', ')
    throw new WrongClause(`Nguồn “${word}” không có; dùng: ${known}.`, `No source “${word}”; use: ${known}.`)
  }
  if (source !== 'typed') return { source, done: null, of: null }
  return { source, done: c.text('số đạt'), of: c.text('tổng số') }
}

const readers: { [K in Rule['kind']]: (c: Clauses) => Rule } = {
  ratio: (c) => ({ kind: 'ratio', ...counted(c), floor: c.share('sàn'), full: c.share('đủ') }),
  steps: (c) => ({
    kind: 'steps',
    ...counted(c),
    steps: c
      .rest()
      .map(([name, value]) => ({ from: shareIn(name.replace(/^từ\s+/i, '')), points: pointsIn(name, value) }))
      .sort((a, b) => b.from - a.from),
  }),
  parts: (c) => ({
    kind: 'parts',
    of: c.text('tổng'),
    parts: c.rest().map(([label, value]) => ({ label, weight: pointsIn(label, value) })),
  }),
  forms: (c) => ({
    kind: 'forms',
    least: Number(c.optional('ít nhất') ?? 1),
    groups: c.rest().map(formGroup),
  }),
  reports: (c) => ({
    kind: 'reports',
    late: c.points('chậm'),
    poor: c.points('kém'),
    missing: Object.fromEntries(
      periodKinds.flatMap((k) => {
        const name = `thiếu ${periodNames[k].vi}`
        const value = c.optional(name)
        return value === null ? [] : [[k, pointsIn(name, value)]]
      }),
    ),
    least: c.points('thấp nhất'),
  }),
  plan: (c) => ({
    kind: 'plan',
    due: planDue(c.text('hạn')),
    onTime: c.points('đúng hạn'),
    late: c.points('chậm'),
    missing: c.points('không ban hành'),
  }),
  manual: (c) => ({ kind: 'manual', least: pointsIn('thấp nhất', c.optional('thấp nhất') ?? '0') }),
  bonus: (c) => ({ kind: 'bonus', most: c.points('nhiều nhất') }),
  penalty: (c) => ({ kind: 'penalty', most: c.points('nhiều nhất') }),
}

function formGroup([name, value]: [string, string]) {
  const m = /^(.*)\(([^()]*)\)$/.exec(name)
  if (!m?.[1]?.trim())
    throw new WrongClause(
      `“${name}” thiếu số điểm trong ngoặc, ví dụ “Bảng điện tử (0,25) = electronic_board”.`,
      `“${name}” has no points in brackets, as in “Boards (0,25) = electronic_board”.`,
    )
  const forms = value
    .split(',')
    .map((f) => f.trim())
    .filter(Boolean)
  return { label: m[1].trim(), points: pointsIn(name, m[2] ?? ''), forms }
}

function planDue(text: string) {
  const m = /^(\d{1,2})\/(\d{1,2})\s+(năm trước|trong năm)$/.exec(text)
  const [day, month] = [Number(m?.[1]), Number(m?.[2])]
  // Of a leap year, so that 29/2 is a day.
  const isThere = m !== null && new Date(Date.UTC(2024, month - 1, day)).getUTCMonth() === month - 1
  if (isThere) return { day, month, year: m[3] === 'năm trước' ? ('previous' as const) : ('same' as const) }
  throw new WrongClause(
    `Hạn “${text}” chưa đúng; viết như “31/12 năm trước” hoặc “15/3 trong năm”.`,
    `The due day “${text}” is not right; write “31/12 năm trước” or “15/3 trong năm”.`,
  )
}

function fold(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim().toLocaleLowerCase('vi')
}

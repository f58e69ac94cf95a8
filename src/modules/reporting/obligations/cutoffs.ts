import type { Actor } from '../../../lib/actor.ts'
import { recordChange } from '../../../lib/audit.ts'
import { nationalCutoffs } from '../../../lib/calendar/cutoffs.data.ts'
import type { DeadlineRule } from '../../../lib/calendar/deadline-rule.ts'
import type { PeriodKind } from '../../../lib/calendar/period.ts'
import { readDeadline } from '../../../lib/calendar/read-deadline.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import { conflict, type Fault, invalid, notFound } from '../../../lib/errors.ts'
import {
  type CutoffRule,
  type CutoffSet,
  insertCutoffSet,
  replaceCutoffRules,
  selectCutoffRules,
  selectCutoffSets,
  updateCutoffSet,
} from './cutoffs.sql.ts'
import { refuseUnlessLead } from './duties.policy.ts'
import { makeObligations } from './making.ts'

const names = {
  general: { vi: 'Mốc chốt số liệu chung', en: 'General cut-offs' },
  reform: {
    vi: 'Mốc chốt số liệu báo cáo CCHC gửi Bộ Nội vụ',
    en: 'Cut-offs of the PAR reports to the ministry',
  },
} as const

/**
 * Gives a province the national cut-offs as data of its own (domain.md 3.2), which it may change. Nobody has checked
 * them against the official texts, and the pages say so. May run again: what is there stays as it is.
 */
export async function openCutoffs(tx: Tx, provinceId: number): Promise<void> {
  for (const [code, rules] of Map.groupBy(nationalCutoffs, (r) => r.regime)) {
    const source = rules[0]?.source ?? ''
    const unverified = rules.some((r) => !r.verified)
    const setId = await insertCutoffSet(tx, provinceId, { code, name: names[code], source, unverified })
    if (setId === null) continue
    const lines = rules.map((r) => ({
      periodKind: r.period,
      part: r.number ?? 0,
      fromRule: understood(r.opens, r.period),
      cutoffRule: understood(r.closes, r.period),
    }))
    await replaceCutoffRules(tx, provinceId, setId, lines)
  }
}

function understood(phrase: string, kind: PeriodKind): DeadlineRule {
  const rule = readDeadline(phrase, kind)
  if (!rule) throw new Error(`the shipped cut-off "${phrase}" is not understood`)
  return rule
}

export interface FullCutoffSet extends CutoffSet {
  rules: CutoffRule[]
}

export async function cutoffSets(db: DbOrTx, provinceId: number): Promise<FullCutoffSet[]> {
  const rules = Map.groupBy(await selectCutoffRules(db, provinceId), (r) => r.setId)
  return (await selectCutoffSets(db, provinceId)).map((s) => ({ ...s, rules: rules.get(s.id) ?? [] }))
}

/** One line as typed: 'ngày 15/12 năm trước' to 'ngày 14/6'. */
export interface TypedCutoff {
  periodKind: PeriodKind
  part: number
  opens: string
  closes: string
}

export interface CutoffInput {
  name: { vi: string; en: string }
  source: string
  unverified: boolean
  lines: readonly TypedCutoff[]
}

/** Changes a set of cut-offs and with it the days of everything that is still to come under it. */
export async function changeCutoffSet(
  tx: Tx,
  actor: Actor,
  setId: number,
  input: CutoffInput,
  now: Date,
): Promise<void> {
  refuseUnlessLead(actor)
  const before = (await cutoffSets(tx, actor.provinceId)).find((s) => s.id === setId)
  if (!before) throw notFound()
  const rules = rulesOf(input.lines)
  await updateCutoffSet(tx, actor.provinceId, { ...before, ...input })
  await replaceCutoffRules(tx, actor.provinceId, setId, rules)
  await recordChange(tx, actor, now, {
    verb: 'cutoffs.change',
    subject: { kind: 'cutoff_set', id: setId },
    before: { name: before.name.vi, source: before.source, rules: before.rules },
    after: { name: input.name.vi, source: input.source, lines: input.lines },
  })
  await makeObligations(tx, actor, now, { reason: `Sửa “${input.name.vi}”.` })
}

/** A set of the province's own, begun as a copy of another. Returns its id. */
export async function copyCutoffSet(tx: Tx, actor: Actor, setId: number, now: Date): Promise<number> {
  refuseUnlessLead(actor)
  const sets = await cutoffSets(tx, actor.provinceId)
  const from = sets.find((s) => s.id === setId)
  if (!from) throw notFound()
  const code = `own-${sets.length + 1}-${now.getTime().toString(36)}`
  const name = { vi: `${from.name.vi} (bản sao)`, en: `${from.name.en} (copy)` }
  const id = await insertCutoffSet(tx, actor.provinceId, { ...from, code, name })
  if (id === null) throw conflict('Bộ mốc này đã có.', 'This set is there already.')
  await replaceCutoffRules(tx, actor.provinceId, id, from.rules)
  await recordChange(tx, actor, now, {
    verb: 'cutoffs.copy',
    subject: { kind: 'cutoff_set', id },
    before: null,
    after: { from: setId, name: name.vi },
  })
  return id
}

/** The rules of typed lines. Refuses, field by field, what names no day. */
export function rulesOf(lines: readonly TypedCutoff[]): Omit<CutoffRule, 'setId'>[] {
  const faults: Fault[] = []
  const read = (phrase: string, kind: PeriodKind, field: string): DeadlineRule => {
    const rule = readDeadline(phrase, kind)
    if (rule?.kind === 'day' || rule?.kind === 'within') return rule
    faults.push({
      field,
      vi: `Chưa hiểu “${phrase}”. Hãy viết như “ngày 14 tháng cuối của quý” hoặc “ngày 15/12 năm trước”.`,
      en: `“${phrase}” names no day. Write it like “ngày 14 tháng cuối của quý”.`,
    })
    return { kind: 'within', place: { of: 'period', shift: 0, month: 'all' } }
  }
  const rules = lines.map((l, i) => ({
    periodKind: l.periodKind,
    part: l.part,
    fromRule: read(l.opens, l.periodKind, `opens-${i}`),
    cutoffRule: read(l.closes, l.periodKind, `closes-${i}`),
  }))
  if (faults.length > 0) throw invalid(faults)
  return rules
}

import type { Actor } from '../../../lib/actor.ts'
import { recordChange } from '../../../lib/audit.ts'
import { addDays, dayOf } from '../../../lib/calendar/day.ts'
import { periodCode, previousPeriod, readPeriod } from '../../../lib/calendar/period.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import { notFound } from '../../../lib/errors.ts'
import { templateDefinition } from '../template.ts'
import {
  type ComparedNarrative,
  type FoundLikeness,
  type Judgement,
  replaceLikenesses,
  selectDefinitions,
  selectDuePeriods,
  selectLikenesses,
  selectParents,
  selectWritten,
  writeJudgement,
} from './likeness.sql.ts'
import { alikeAmong } from './likeness.ts'

/** Reports are compared until so many days after they were due: late ones and corrections come in. */
const comparedDays = 60

/** Compares the reports of every period that fell due lately. Returns how many pairs are shown. */
export async function compareRecent(tx: Tx, provinceId: number, now: Date): Promise<number> {
  const today = dayOf(now)
  const periods = await selectDuePeriods(tx, provinceId, addDays(today, -comparedDays), addDays(today, 14))
  let found = 0
  for (const period of periods) found += await comparePeriod(tx, provinceId, period, now)
  return found
}

/** Compares the words of one period's reports with each other and with those of the period before. */
export async function comparePeriod(tx: Tx, provinceId: number, period: string, now: Date): Promise<number> {
  const read = readPeriod(period)
  const before = read ? periodCode(previousPeriod(read)) : null
  const periods = before === null ? [period] : [period, before]
  const narratives = await selectWritten(tx, provinceId, periods)
  const families = familiesOf(narratives, await selectParents(tx, provinceId, periods))
  const texts = narratives.map((n, id) => ({
    ...{ id, text: n.text, background: n.period !== period },
    family: families[id] ?? new Set<number>(),
  }))
  const pairs = alikeAmong(texts, knownWords(await selectDefinitions(tx, provinceId)))
  const found = pairs.flatMap((pair) => {
    const [a, b] = [narratives[pair.a], narratives[pair.b]]
    if (!a || !b) return []
    // The one of this period stands first, and of two of this period the younger.
    const turned = a.period !== period || (b.period === period && b.versionId > a.versionId)
    const [young, old] = turned ? [b, a] : [a, b]
    const passages = turned ? pair.passages.map((p) => ({ ...p, a: p.b, b: p.a })) : pair.passages
    return [
      {
        ...{ versionId: young.versionId, sectionCode: young.sectionCode },
        ...{ otherVersionId: old.versionId, otherSectionCode: old.sectionCode },
        ...{ overlap: pair.overlap, syllables: pair.syllables, passages },
      },
    ]
  })
  await replaceLikenesses(tx, provinceId, period, found, now)
  return found.length
}

/** For each narrative those it is not compared with: of the same version, and of reports it goes into. */
function familiesOf(
  narratives: readonly ComparedNarrative[],
  parents: ReadonlyMap<number, number>,
): Set<number>[] {
  const byObligation = new Map<number, number[]>()
  narratives.forEach((n, id) => {
    byObligation.set(n.obligationId, [...(byObligation.get(n.obligationId) ?? []), id])
  })
  return narratives.map((n) => {
    const family = new Set(byObligation.get(n.obligationId))
    let above = parents.get(n.obligationId)
    for (let steps = 0; above !== undefined && steps < 20; steps += 1) {
      for (const id of byObligation.get(above) ?? []) family.add(id)
      above = parents.get(above)
    }
    return family
  })
}

function knownWords(definitions: readonly unknown[]): string[] {
  return definitions.flatMap((raw) => {
    const parsed = templateDefinition.safeParse(raw)
    if (!parsed.success) return []
    const { title, sections } = parsed.data
    return [title.vi, ...sections.flatMap((s) => [s.heading.vi, s.guidance?.vi ?? ''])]
  })
}

/** A pair both of whose units the actor may see. Refuses with not_found. */
export async function likenessSeenBy(db: DbOrTx, actor: Actor, id: number): Promise<FoundLikeness> {
  const unitIds = actor.reach === 'province' ? null : [...actor.reach]
  const [found] = await selectLikenesses(db, actor.provinceId, { id, unitIds }, 1)
  if (!found) throw notFound()
  return found
}

/** A person's word on a pair: the same source with good reason, copied, or chance. It may be changed later. */
export async function judgeLikeness(
  tx: Tx,
  actor: Actor,
  id: number,
  input: { judgement: Judgement; note: string | null },
  now: Date,
): Promise<void> {
  const found = await likenessSeenBy(tx, actor, id)
  await writeJudgement(tx, actor.provinceId, id, { ...input, byName: actor.name, at: now })
  await recordChange(tx, actor, now, {
    verb: 'likeness.judge',
    subject: { kind: 'likeness', id },
    before: { judgement: found.judgement, note: found.note },
    after: input,
  })
}

import { sql } from 'kysely'
import type { Day } from '../../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import type { Passage } from './likeness.ts'

export interface ComparedNarrative {
  versionId: number
  obligationId: number
  unitId: number
  period: string
  sectionCode: string
  text: string
}

/**
 * Words that people wrote in the reports that count, of these periods. What the program composed from activities is
 * left out: it is alike by its making.
 */
export async function selectWritten(
  db: DbOrTx,
  provinceId: number,
  periods: readonly string[],
): Promise<ComparedNarrative[]> {
  const found = await sql<ComparedNarrative>`
    select v.id as "versionId", o.id as "obligationId", o.unit_id as "unitId", o.period,
      n.section_code as "sectionCode", n.text
    from reporting.obligation o
      join reporting.report r on r.province_id = o.province_id and r.obligation_id = o.id
      join reporting.report_version v on v.province_id = r.province_id and v.report_id = r.id and v.state = 'submitted'
      join reporting.narrative n on n.province_id = v.province_id and n.version_id = v.id and not n.drafted
        and not n.proposed and length(n.text) >= 80
    where o.province_id = ${provinceId} and o.period = any(${[...periods]}::text[]) and o.state = 'owed'
    order by v.id, n.section_code`.execute(db)
  return found.rows
}

/** Which obligation each goes into, for these periods. */
export async function selectParents(
  db: DbOrTx,
  provinceId: number,
  periods: readonly string[],
): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom('reporting.obligation')
    .select(['id', 'parent_id as parentId'])
    .where('province_id', '=', provinceId)
    .where('period', 'in', periods)
    .where('parent_id', 'is not', null)
    .execute()
  return new Map(rows.map((r) => [r.id, r.parentId ?? 0]))
}

/** Periods whose reports fell due between two days. */
export async function selectDuePeriods(
  db: DbOrTx,
  provinceId: number,
  from: Day,
  to: Day,
): Promise<string[]> {
  const rows = await db
    .selectFrom('reporting.obligation')
    .select('period')
    .distinct()
    .where('province_id', '=', provinceId)
    .where('due_day', '>=', from)
    .where('due_day', '<=', to)
    .orderBy('period')
    .execute()
  return rows.map((r) => r.period)
}

/** The definitions of published templates: what everybody's reports share by their making. */
export async function selectDefinitions(db: DbOrTx, provinceId: number): Promise<unknown[]> {
  const rows = await db
    .selectFrom('reporting.template_version')
    .select('definition')
    .where('province_id', '=', provinceId)
    .execute()
  return rows.map((r) => r.definition)
}

export interface NewLikeness {
  versionId: number
  sectionCode: string
  otherVersionId: number
  otherSectionCode: string
  overlap: number
  syllables: number
  passages: readonly Passage[]
}

/** Replaces what was found for a period before; what a person has judged stays as it was judged. */
export async function replaceLikenesses(
  tx: Tx,
  provinceId: number,
  period: string,
  found: readonly NewLikeness[],
  now: Date,
): Promise<void> {
  await tx
    .deleteFrom('reporting.likeness')
    .where('province_id', '=', provinceId)
    .where('period', '=', period)
    .where('judgement', 'is', null)
    .execute()
  for (let i = 0; i < found.length; i += 500) {
    await tx
      .insertInto('reporting.likeness')
      .values(
        found.slice(i, i + 500).map((l) => ({
          province_id: provinceId,
          period,
          version_id: l.versionId,
          section_code: l.sectionCode,
          other_version_id: l.otherVersionId,
          other_section_code: l.otherSectionCode,
          overlap: String(l.overlap),
          syllables: l.syllables,
          passages: JSON.stringify(l.passages.map((p) => [...p.a, ...p.b])),
          found_at: now,
        })),
      )
      .onConflict((c) => c.doNothing())
      .execute()
  }
}

export type Judgement = 'same_source' | 'copied' | 'chance'

export interface LikenessSide {
  versionId: number
  reportId: number
  unitId: number
  period: string
  sectionCode: string
  heading: { vi: string; en: string }
  text: string
}

export interface FoundLikeness {
  id: number
  overlap: number
  syllables: number
  passages: [number, number, number, number][]
  judgement: Judgement | null
  note: string | null
  judgedAt: Date | null
  judgedByName: string | null
  a: LikenessSide
  b: LikenessSide
}

const side = (alias: string, version: string, code: string) => sql`json_build_object(
  'versionId', ${sql.ref(`l.${version}`)}, 'sectionCode', ${sql.ref(`l.${code}`)},
  'reportId', ${sql.ref(`${alias}.report_id`)}, 'unitId', ${sql.ref(`${alias}.unit_id`)},
  'period', ${sql.ref(`${alias}.period`)}, 'text', ${sql.ref(`${alias}.text`)},
  'heading', (select s.value -> 'heading' from jsonb_array_elements(${sql.ref(`${alias}.definition`)} -> 'sections') s
    where s.value ->> 'code' = ${sql.ref(`l.${code}`)}))`
const sideOf = (provinceId: number, version: string, code: string) => sql`(
  select v.report_id, o.unit_id, o.period, n.text, t.definition from reporting.report_version v
    join reporting.report r on r.province_id = v.province_id and r.id = v.report_id
    join reporting.obligation o on o.province_id = r.province_id and o.id = r.obligation_id
    join reporting.template_version t on t.province_id = r.province_id and t.id = r.template_version_id
    join reporting.narrative n on n.province_id = v.province_id and n.version_id = v.id
      and n.section_code = ${sql.ref(`l.${code}`)}
  where v.province_id = ${provinceId} and v.id = ${sql.ref(`l.${version}`)})`

/** Found pairs, the most alike first. `unitIds`: only pairs of which both units are among these. */
export async function selectLikenesses(
  db: DbOrTx,
  provinceId: number,
  filter: { id?: number; period?: string; open?: boolean; unitIds: readonly number[] | null },
  limit: number,
): Promise<FoundLikeness[]> {
  const found = await sql<FoundLikeness>`
    select l.id, l.overlap::float8 as overlap, l.syllables, l.passages, l.judgement, l.note,
      l.judged_at as "judgedAt", l.judged_by_name as "judgedByName",
      ${side('a', 'version_id', 'section_code')} as a, ${side('b', 'other_version_id', 'other_section_code')} as b
    from reporting.likeness l
      cross join lateral ${sideOf(provinceId, 'version_id', 'section_code')} a
      cross join lateral ${sideOf(provinceId, 'other_version_id', 'other_section_code')} b
    where l.province_id = ${provinceId} and (${filter.id ?? null}::bigint is null or l.id = ${filter.id ?? null})
      and (${filter.period ?? null}::text is null or l.period = ${filter.period ?? null})
      and (not ${filter.open === true} or l.judgement is null)
      and (${filter.unitIds === null} or (a.unit_id = any(${[...(filter.unitIds ?? [])]}::bigint[])
        and b.unit_id = any(${[...(filter.unitIds ?? [])]}::bigint[])))
    order by l.judgement is not null, l.overlap desc, l.syllables desc, l.id limit ${limit}`.execute(db)
  return found.rows
}

export async function selectComparedPeriods(db: DbOrTx, provinceId: number): Promise<string[]> {
  const rows = await db
    .selectFrom('reporting.likeness')
    .select('period')
    .distinct()
    .where('province_id', '=', provinceId)
    .orderBy('period', 'desc')
    .execute()
  return rows.map((r) => r.period)
}

export async function writeJudgement(
  tx: Tx,
  provinceId: number,
  id: number,
  judged: { judgement: Judgement; note: string | null; byName: string; at: Date },
): Promise<void> {
  await tx
    .updateTable('reporting.likeness')
    .set({
      judgement: judged.judgement,
      note: judged.note,
      judged_at: judged.at,
      judged_by_name: judged.byName,
    })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute()
}

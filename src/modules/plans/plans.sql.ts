import { type SelectQueryBuilder, sql } from 'kysely'
import type { Actor } from '../../lib/actor.ts'
import type { DbOrTx } from '../../lib/db/db.ts'
import { holdsWords } from '../../lib/db/words.sql.ts'
import type { Tables } from '../../lib/schema.ts'
import type { Plan, PlanKind, PlanState, ProgrammeCode } from './plan.ts'

const planColumns = [
  'id',
  'province_id as provinceId',
  'programme_id as programmeId',
  'kind',
  'state',
  'unit_id as unitId',
  'year',
  'year_to as yearTo',
  'parent_plan_id as parentPlanId',
  'embedded_in_plan_id as embeddedInPlanId',
  'campaign_id as campaignId',
  'amends_plan_id as amendsPlanId',
  'amendment',
  'copied_from_plan_id as copiedFromPlanId',
  'title',
  'issuer',
  'issuing_body as issuingBody',
  'place',
  'number',
  'symbol',
  'issued',
  'signer',
  'signer_title as signerTitle',
  'authority',
  'annex_title as annexTitle',
  'archive_line as archiveLine',
  'consultation_closes as consultationCloses',
  'version',
  'issued_at as issuedAt',
] as const

type PlanRow = Omit<Plan, 'kind' | 'state' | 'amendment'> & {
  kind: string
  state: string
  amendment: string | null
}

/** The check constraints of the table hold what these types say. */
function asPlan(row: PlanRow): Plan {
  return {
    ...row,
    kind: row.kind as PlanKind,
    state: row.state as PlanState,
    amendment: row.amendment as Plan['amendment'],
  }
}

const columnsSql = sql.raw(planColumns.map((c) => c.replace(/ as (\w+)/, ' as "$1"')).join(', '))

export async function selectPlan(db: DbOrTx, provinceId: number, id: number): Promise<Plan | null> {
  const { rows } = await sql<PlanRow>`
    select ${columnsSql} from plans.plan where province_id = ${provinceId} and id = ${id}`.execute(db)
  return rows[0] ? asPlan(rows[0]) : null
}

/** The same, held until the transaction ends, so that two people changing one plan wait for each other. */
export async function selectPlanForChange(db: DbOrTx, provinceId: number, id: number): Promise<Plan | null> {
  const row = await db
    .selectFrom('plans.plan')
    .select(planColumns)
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ? asPlan(row) : null
}

export interface PlanFilter {
  programme?: ProgrammeCode | undefined
  year?: number | undefined
  unitIds?: readonly number[] | undefined
  states?: readonly PlanState[] | undefined
  parentPlanId?: number | undefined
  amendsPlanId?: number | undefined
  campaignId?: number | undefined
  words?: string | undefined
  /** Only what this person may see in a list: issued plans, and drafts of the units in reach. */
  seenBy?: Pick<Actor, 'reach'> | undefined
}

/** Plans that pass the filter, newest year first. `limit` and `offset` count plans. */
export async function selectPlans(
  db: DbOrTx,
  provinceId: number,
  filter: PlanFilter,
  limit = 50,
  offset = 0,
): Promise<{ plans: Plan[]; total: number }> {
  let query = db.selectFrom('plans.plan').where('province_id', '=', provinceId)
  if (filter.programme) {
    const programme = db
      .selectFrom('plans.programme')
      .select('id')
      .where('province_id', '=', provinceId)
      .where('code', '=', filter.programme)
    query = query.where('programme_id', '=', programme)
  }
  if (filter.year) query = query.where('year', '<=', filter.year).where('year_to', '>=', filter.year)
  if (filter.unitIds) query = query.where('unit_id', 'in', filter.unitIds.length ? filter.unitIds : [-1])
  if (filter.states?.length) query = query.where('state', 'in', filter.states)
  if (filter.parentPlanId) query = query.where('parent_plan_id', '=', filter.parentPlanId)
  if (filter.amendsPlanId) query = query.where('amends_plan_id', '=', filter.amendsPlanId)
  if (filter.campaignId) query = query.where('campaign_id', '=', filter.campaignId)
  if (filter.words) query = query.where(holdsWords('title', filter.words))
  const reach = filter.seenBy?.reach
  if (reach && reach !== 'province') {
    const units = reach.size > 0 ? [...reach] : [-1]
    query = query.where((e) => e.or([e('issued_at', 'is not', null), e('unit_id', 'in', units)]))
  }
  const rows = await query
    .select([...planColumns, sql<number>`count(*) over ()`.as('total')])
    .orderBy('year', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  const total = rows[0]?.total ?? (offset > 0 ? await countOf(query) : 0)
  return { plans: rows.map(({ total: _, ...row }) => asPlan(row)), total }
}

/** For a page beyond the last, where no row tells. */
async function countOf(query: SelectQueryBuilder<Tables, 'plans.plan', object>): Promise<number> {
  const { total } = await query.select((e) => e.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return total
}

/** The titles of these plans, by id. */
export async function selectTitles(
  db: DbOrTx,
  provinceId: number,
  planIds: readonly number[],
): Promise<Map<number, string>> {
  const { rows } = await sql<{ id: number; title: string }>`
    select id, title from plans.plan
    where province_id = ${provinceId} and id = any(${[...planIds]}::bigint[])`.execute(db)
  return new Map(rows.map((r) => [r.id, r.title]))
}

/** The years for which there are plans, newest first. */
export async function selectYears(db: DbOrTx, provinceId: number): Promise<number[]> {
  const rows = await db
    .selectFrom('plans.plan')
    .select('year')
    .distinct()
    .where('province_id', '=', provinceId)
    .orderBy('year', 'desc')
    .execute()
  return rows.map((r) => r.year)
}

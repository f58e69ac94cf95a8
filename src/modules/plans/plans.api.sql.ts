import type { Day } from '../../lib/calendar/day.ts'
import type { DbOrTx } from '../../lib/db/db.ts'

export interface IssuedPlan {
  id: number
  programme: string
  kind: string
  state: string
  unit_id: number
  year: number
  year_to: number
  title: string
  number: string | null
  issued: Day | null
}

/** Issued plans in the order of their numbers, beyond one of them. `reach`: whose own plans are shown beside the province's. */
export function plansBeyond(
  db: DbOrTx,
  provinceId: number,
  filter: {
    year?: number | undefined
    programme?: string | undefined
    reach?: readonly number[] | undefined
  },
  after: number,
  limit: number,
): Promise<IssuedPlan[]> {
  const { year, programme, reach } = filter
  return db
    .selectFrom('plans.plan as p')
    .innerJoin('plans.programme as g', (j) =>
      j.onRef('g.province_id', '=', 'p.province_id').onRef('g.id', '=', 'p.programme_id'),
    )
    .select([
      'p.id',
      'g.code as programme',
      'p.kind',
      'p.state',
      'p.unit_id',
      'p.year',
      'p.year_to',
      'p.title',
    ])
    .select(['p.number', 'p.issued'])
    .where('p.province_id', '=', provinceId)
    .where('p.issued_at', 'is not', null)
    .where('p.id', '>', after)
    .$if(year !== undefined, (q) => q.where('p.year', '<=', year ?? 0).where('p.year_to', '>=', year ?? 0))
    .$if(programme !== undefined, (q) => q.where('g.code', '=', programme ?? ''))
    .$if(reach !== undefined, (q) =>
      q.where((e) => e.or([e('p.kind', '<>', 'UNIT'), e('p.unit_id', 'in', [-1, ...(reach ?? [])])])),
    )
    .orderBy('p.id')
    .limit(limit)
    .execute()
}

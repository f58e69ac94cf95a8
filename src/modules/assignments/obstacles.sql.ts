import type { DbOrTx, Tx } from '../../lib/db/db.ts'

export const obstacleStates = ['raised', 'passed_on', 'answered', 'closed'] as const
export type ObstacleState = (typeof obstacleStates)[number]

/** A difficulty (khó khăn, vướng mắc) that a unit raises upward (YB-29). */
export interface Obstacle {
  id: number
  unitId: number
  assignmentId: number | null
  /** The unit that has to answer now. */
  atUnitId: number
  text: string
  wish: string | null
  state: ObstacleState
  raisedAt: Date
  raisedByName: string
  answeredAt: Date | null
  answer: string | null
  answeredByName: string | null
}

const columns = [
  'id',
  'unit_id as unitId',
  'assignment_id as assignmentId',
  'at_unit_id as atUnitId',
  'text',
  'wish',
  'state',
  'raised_at as raisedAt',
  'raised_by_name as raisedByName',
  'answered_at as answeredAt',
  'answer',
  'answered_by_name as answeredByName',
] as const

type Row = Omit<Obstacle, 'state'> & { state: string }

function asObstacle(row: Row): Obstacle {
  return { ...row, state: row.state as ObstacleState }
}

export async function insertObstacle(
  tx: Tx,
  provinceId: number,
  o: Pick<Obstacle, 'unitId' | 'assignmentId' | 'atUnitId' | 'text' | 'wish' | 'raisedByName'>,
  now: Date,
): Promise<number> {
  const row = await tx
    .insertInto('assignments.obstacle')
    .values({
      province_id: provinceId,
      unit_id: o.unitId,
      assignment_id: o.assignmentId,
      at_unit_id: o.atUnitId,
      text: o.text,
      wish: o.wish,
      raised_at: now,
      raised_by_name: o.raisedByName,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function selectObstacle(db: DbOrTx, provinceId: number, id: number): Promise<Obstacle | null> {
  const row = await db
    .selectFrom('assignments.obstacle')
    .select(columns)
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? asObstacle(row) : null
}

export async function selectObstacleForChange(
  tx: Tx,
  provinceId: number,
  id: number,
): Promise<Obstacle | null> {
  const row = await tx
    .selectFrom('assignments.obstacle')
    .select(columns)
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ? asObstacle(row) : null
}

export interface ObstacleFilter {
  /** Raised by, or waiting at, one of these units; undefined: all of the province. */
  unitIds?: readonly number[] | undefined
  assignmentId?: number | undefined
  open?: boolean | undefined
}

export async function selectObstacles(
  db: DbOrTx,
  provinceId: number,
  filter: ObstacleFilter,
  limit = 100,
): Promise<Obstacle[]> {
  const ids = filter.unitIds?.length ? filter.unitIds : [-1]
  const rows = await db
    .selectFrom('assignments.obstacle')
    .select(columns)
    .where('province_id', '=', provinceId)
    .$if(filter.unitIds !== undefined, (q) =>
      q.where((e) => e.or([e('unit_id', 'in', ids), e('at_unit_id', 'in', ids)])),
    )
    .$if(filter.assignmentId !== undefined, (q) => q.where('assignment_id', '=', filter.assignmentId ?? null))
    .$if(filter.open === true, (q) => q.where('state', 'in', ['raised', 'passed_on']))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(asObstacle)
}

export async function updateObstacle(
  tx: Tx,
  provinceId: number,
  id: number,
  change: {
    state: ObstacleState
    atUnitId?: number
    answer?: { text: string; at: Date; byName: string }
  },
): Promise<void> {
  await tx
    .updateTable('assignments.obstacle')
    .set({
      state: change.state,
      ...(change.atUnitId === undefined ? {} : { at_unit_id: change.atUnitId }),
      ...(change.answer === undefined
        ? {}
        : {
            answer: change.answer.text,
            answered_at: change.answer.at,
            answered_by_name: change.answer.byName,
          }),
    })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute()
}

export interface ObstacleStep {
  at: Date
  actorName: string
  what: 'raised' | 'passed_on' | 'answered' | 'closed' | 'reopened'
  toUnitId: number | null
  note: string | null
}

export async function insertObstacleStep(
  tx: Tx,
  provinceId: number,
  obstacleId: number,
  step: ObstacleStep,
): Promise<void> {
  await tx
    .insertInto('assignments.obstacle_step')
    .values({
      province_id: provinceId,
      obstacle_id: obstacleId,
      at: step.at,
      actor_name: step.actorName,
      what: step.what,
      to_unit_id: step.toUnitId,
      note: step.note,
    })
    .execute()
}

export async function selectObstacleSteps(
  db: DbOrTx,
  provinceId: number,
  obstacleId: number,
): Promise<ObstacleStep[]> {
  const rows = await db
    .selectFrom('assignments.obstacle_step')
    .select(['at', 'actor_name as actorName', 'what', 'to_unit_id as toUnitId', 'note'])
    .where('province_id', '=', provinceId)
    .where('obstacle_id', '=', obstacleId)
    .orderBy('id')
    .execute()
  return rows.map((r) => ({ ...r, what: r.what as ObstacleStep['what'] }))
}

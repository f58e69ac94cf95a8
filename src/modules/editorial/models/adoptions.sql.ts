import { sql } from 'kysely'
import type { Day } from '../../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import type { Adoption, AdoptionStep, Stage } from './model.ts'

/** Which units took models over, in the order of their stage. */
export async function selectAdoptions(
  db: DbOrTx,
  provinceId: number,
  modelIds: readonly number[],
): Promise<Adoption[]> {
  if (modelIds.length === 0) return []
  const rows = await db
    .selectFrom('editorial.adoption')
    .select(['id', 'model_id as modelId', 'unit_id as unitId', 'stage', 'since_day as sinceDay', 'result'])
    .select(['address', 'answer_by as answerBy', 'changed_at as changedAt'])
    .select(['changed_by_name as changedByName'])
    .where('province_id', '=', provinceId)
    .where('model_id', 'in', [...modelIds])
    .orderBy(sql`array_position(array['in_use', 'trying', 'studying', 'called', 'stopped'], stage)`)
    .orderBy('since_day')
    .orderBy('id')
    .execute()
  return rows.map((r) => ({ ...r, stage: r.stage as Stage }))
}

export async function selectAdoptionSteps(
  db: DbOrTx,
  provinceId: number,
  adoptionIds: readonly number[],
): Promise<AdoptionStep[]> {
  if (adoptionIds.length === 0) return []
  const rows = await db
    .selectFrom('editorial.adoption_step')
    .select(['id', 'adoption_id as adoptionId', 'stage', 'since_day as sinceDay', 'result', 'at'])
    .select(['by_name as byName'])
    .where('province_id', '=', provinceId)
    .where('adoption_id', 'in', [...adoptionIds])
    .orderBy('id', 'desc')
    .execute()
  return rows.map((r) => ({ ...r, stage: r.stage as Stage }))
}

type Told = Pick<Adoption, 'stage' | 'sinceDay' | 'result' | 'address'>

/** What a unit tells of a model, as it stands and as one more step of its history. */
export async function writeAdoption(
  tx: Tx,
  provinceId: number,
  at: { modelId: number; unitId: number },
  told: Told,
  by: { name: string; at: Date },
): Promise<void> {
  const { stage, result, address } = told
  const set = {
    ...{ stage, result, address, since_day: told.sinceDay },
    ...{ changed_at: by.at, changed_by_name: by.name },
  }
  const { id } = await tx
    .insertInto('editorial.adoption')
    .values({ province_id: provinceId, model_id: at.modelId, unit_id: at.unitId, ...set })
    .onConflict((c) => c.columns(['province_id', 'model_id', 'unit_id']).doUpdateSet(set))
    .returning('id')
    .executeTakeFirstOrThrow()
  await insertStep(tx, provinceId, id, told, by)
}

/** Asks units to take a model over; those that have said something already are left as they are. Returns who is new. */
export async function insertCalls(
  tx: Tx,
  provinceId: number,
  modelId: number,
  unitIds: readonly number[],
  answerBy: Day,
  by: { name: string; at: Date },
): Promise<number[]> {
  if (unitIds.length === 0) return []
  const rows = await tx
    .insertInto('editorial.adoption')
    .values(
      unitIds.map((unitId) => ({
        ...{ province_id: provinceId, model_id: modelId, unit_id: unitId, stage: 'called' },
        ...{ answer_by: answerBy, called_at: by.at, changed_at: by.at, changed_by_name: by.name },
      })),
    )
    .onConflict((c) => c.columns(['province_id', 'model_id', 'unit_id']).doNothing())
    .returning(['id', 'unit_id as unitId'])
    .execute()
  for (const { id } of rows)
    await insertStep(tx, provinceId, id, { stage: 'called', sinceDay: null, result: '' }, by)
  return rows.map((r) => r.unitId)
}

async function insertStep(
  tx: Tx,
  provinceId: number,
  adoptionId: number,
  { stage, sinceDay, result }: Pick<Told, 'stage' | 'sinceDay' | 'result'>,
  by: { name: string; at: Date },
): Promise<void> {
  await tx
    .insertInto('editorial.adoption_step')
    .values({
      ...{ province_id: provinceId, adoption_id: adoptionId, stage, since_day: sinceDay, result },
      ...{ at: by.at, by_name: by.name },
    })
    .execute()
}

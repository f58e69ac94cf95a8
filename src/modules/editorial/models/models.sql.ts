import { type SqlBool, sql } from 'kysely'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import { holdsWords } from '../../../lib/db/words.sql.ts'
import type { Model, ModelFacts, ModelKind, ModelRow, Stage } from './model.ts'

function columnsOf(m: ModelFacts) {
  const { kind, name, subject, about, topic, result, address } = m
  return { kind, name, subject, about, topic, result, address, unit_id: m.unitId, since_day: m.sinceDay }
}

export async function insertModel(
  tx: Tx,
  provinceId: number,
  model: ModelFacts & { itemId: number | null },
  by: { name: string; at: Date },
): Promise<number> {
  const { id } = await tx
    .insertInto('editorial.model')
    .values({
      ...{ province_id: provinceId, ...columnsOf(model), item_id: model.itemId },
      ...{ noted_at: by.at, noted_by_name: by.name },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Writes over the revision that the writer saw; false: somebody was there before. */
export async function updateModel(
  tx: Tx,
  provinceId: number,
  id: number,
  revision: number,
  model: ModelFacts,
): Promise<boolean> {
  const done = await tx
    .updateTable('editorial.model')
    .set({ ...columnsOf(model), revision: revision + 1 })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export async function lockModel(tx: Tx, provinceId: number, id: number): Promise<void> {
  await tx
    .selectFrom('editorial.model')
    .select('id')
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .forUpdate()
    .execute()
}

export async function joinModel(tx: Tx, provinceId: number, id: number, itemId: number): Promise<void> {
  await tx
    .updateTable('editorial.model')
    .set({ item_id: itemId })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute()
}

export async function withdrawModelRow(
  tx: Tx,
  provinceId: number,
  id: number,
  by: { name: string; at: Date; why: string },
): Promise<void> {
  await tx
    .updateTable('editorial.model')
    .set({ withdrawn_at: by.at, withdrawn_by_name: by.name, withdrawn_why: by.why })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute()
}

export interface ModelFilter {
  id?: number | undefined
  itemId?: number | undefined
  /** Of these units, called for or taken over by one of them, or public; undefined: of the province. */
  unitIds?: readonly number[] | undefined
  unitId?: number | undefined
  kind?: string | undefined
  topic?: string | undefined
  words?: string | undefined
  /** used: somebody has it in use. none: nobody has begun. */
  adopted?: 'used' | 'none' | undefined
  withdrawn?: boolean | undefined
}

const ids = (list: readonly number[]) => (list.length ? [...list] : [-1])

function filtered(db: DbOrTx, provinceId: number, f: ModelFilter) {
  let query = db.selectFrom('editorial.model as m').where('m.province_id', '=', provinceId)
  if (f.id !== undefined) query = query.where('m.id', '=', f.id)
  else query = query.where('m.withdrawn_at', f.withdrawn ? 'is not' : 'is', null)
  if (f.itemId !== undefined) query = query.where('m.item_id', '=', f.itemId)
  const { unitIds } = f
  if (unitIds)
    query = query.where((e) =>
      e.or([
        e('m.unit_id', 'in', ids(unitIds)),
        sql<SqlBool>`exists (select from editorial.adoption a where a.province_id = m.province_id
          and a.model_id = m.id and a.unit_id = any(${ids(unitIds)}::bigint[]))`,
        sql<SqlBool>`exists (select from editorial.item i where i.province_id = m.province_id
          and i.id = m.item_id and i.published_version is not null)`,
      ]),
    )
  if (f.unitId) query = query.where('m.unit_id', '=', f.unitId)
  if (f.kind) query = query.where('m.kind', '=', f.kind)
  if (f.topic) query = query.where('m.topic', '=', f.topic)
  const { words } = f
  if (words) query = query.where((e) => e.or([holdsWords('m.name', words), holdsWords('m.subject', words)]))
  const begun = sql<SqlBool>`exists (select from editorial.adoption a where a.province_id = m.province_id
    and a.model_id = m.id and a.stage in ('trying', 'in_use'))`
  if (f.adopted === 'used') query = query.where(begun)
  if (f.adopted === 'none') query = query.where((e) => e.not(begun))
  return query
}

/** Models that pass the filter, those taken over most first, with the number of all that pass. */
export async function selectModels(
  db: DbOrTx,
  provinceId: number,
  filter: ModelFilter,
  limit = 40,
  offset = 0,
): Promise<{ models: ModelRow[]; total: number }> {
  const { total } = await filtered(db, provinceId, filter)
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow()
  const counted = (stage: Stage) =>
    sql<number>`(select count(*)::int from editorial.adoption a where a.province_id = m.province_id
      and a.model_id = m.id and a.stage = ${stage})`
  const rows = await filtered(db, provinceId, filter)
    .select(['m.id', 'm.kind', 'm.name', 'm.subject', 'm.about', 'm.topic', 'm.result', 'm.address'])
    .select(['m.unit_id as unitId', 'm.since_day as sinceDay', 'm.item_id as itemId', 'm.revision'])
    .select(['m.noted_at as notedAt', 'm.noted_by_name as notedByName', 'm.withdrawn_at', 'm.withdrawn_why'])
    .select(['m.withdrawn_by_name'])
    .select([
      counted('called').as('called'),
      counted('studying').as('studying'),
      counted('trying').as('trying'),
      counted('in_use').as('in_use'),
      counted('stopped').as('stopped'),
    ])
    .orderBy(sql`${counted('in_use')} + ${counted('trying')}`, 'desc')
    .orderBy('m.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  const models = rows.map(
    ({
      called,
      studying,
      trying,
      in_use,
      stopped,
      withdrawn_at,
      withdrawn_by_name,
      withdrawn_why,
      ...row
    }) => {
      const gone: Model['withdrawn'] = withdrawn_at && {
        at: withdrawn_at,
        ...{ byName: withdrawn_by_name ?? '', why: withdrawn_why ?? '' },
      }
      const adopters = { called, studying, trying, in_use, stopped }
      return { ...row, kind: row.kind as ModelKind, withdrawn: gone, adopters }
    },
  )
  return { models, total }
}

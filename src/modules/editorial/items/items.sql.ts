import type { Day } from '../../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import type { PublicationKind } from '../../publishing/publication.ts'
import type { Item, ItemState, Step, StepVerb } from '../item.ts'

export const itemColumns = [
  'i.id',
  'i.kind',
  'i.state',
  'i.title',
  'i.language',
  'i.translation_of as translationOf',
  'i.unit_id as unitId',
  'i.column_id as columnId',
  'i.topics',
  'i.task_id as taskId',
  'i.form_code as formCode',
  'i.theme_codes as themeCodes',
  'i.audience_codes as audienceCodes',
  'i.current_version as currentVersion',
  'i.approved_version as approvedVersion',
  'i.published_version as publishedVersion',
  'i.publish_at as publishAt',
  'i.review_by as reviewBy',
  'i.orientation_id as orientationId',
  'i.publication_id as publicationId',
  'i.merged_into as mergedInto',
  'i.made_at as madeAt',
  'i.made_by as madeBy',
  'i.made_by_name as madeByName',
  'i.revision',
] as const

type ItemRow = Omit<Item, 'kind' | 'state'> & { kind: string; state: string }

export function asItem(row: ItemRow): Item {
  return { ...row, kind: row.kind as PublicationKind, state: row.state as ItemState }
}

/** What is known of an item besides its text. */
export interface Particulars {
  unitId: number
  columnId: number | null
  topics: readonly string[]
  taskId: number | null
  formCode: string | null
  themeCodes: readonly string[]
  audienceCodes: readonly string[]
  reviewBy: Day | null
  /** The orientation of the press that it follows; left out: it stays as it is. */
  orientationId?: number | null | undefined
}

export interface NewItem extends Particulars {
  kind: PublicationKind
  title: string
  language: string
  translationOf: number | null
}

export async function insertItem(
  tx: Tx,
  by: { provinceId: number; accountId: number; name: string },
  item: NewItem,
  now: Date,
): Promise<number> {
  const { id } = await tx
    .insertInto('editorial.item')
    .values({
      province_id: by.provinceId,
      kind: item.kind,
      title: item.title,
      language: item.language,
      translation_of: item.translationOf,
      ...particularsRow(item),
      made_at: now,
      made_by: by.accountId,
      made_by_name: by.name,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

function particularsRow(p: Particulars) {
  return {
    unit_id: p.unitId,
    column_id: p.columnId,
    topics: [...p.topics],
    task_id: p.taskId,
    form_code: p.formCode,
    theme_codes: [...p.themeCodes],
    audience_codes: [...p.audienceCodes],
    review_by: p.reviewBy,
    ...(p.orientationId === undefined ? {} : { orientation_id: p.orientationId }),
  }
}

export async function updateParticulars(
  tx: Tx,
  provinceId: number,
  id: number,
  p: Particulars,
): Promise<void> {
  await tx
    .updateTable('editorial.item')
    .set(particularsRow(p))
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute()
}

export interface ItemChange {
  state?: ItemState
  title?: string
  kind?: PublicationKind
  currentVersion?: number
  approvedVersion?: number | null
  publishedVersion?: number | null
  publishAt?: Date | null
  publicationId?: number | null
  mergedInto?: number | null
  reviewBy?: Day | null
  reviewedDay?: Day | null
  revision?: number
}

const changeColumns = {
  state: 'state',
  title: 'title',
  kind: 'kind',
  currentVersion: 'current_version',
  approvedVersion: 'approved_version',
  publishedVersion: 'published_version',
  publishAt: 'publish_at',
  publicationId: 'publication_id',
  mergedInto: 'merged_into',
  reviewBy: 'review_by',
  reviewedDay: 'reviewed_day',
  revision: 'revision',
} as const satisfies Record<keyof ItemChange, string>

export async function updateItem(tx: Tx, provinceId: number, id: number, change: ItemChange): Promise<void> {
  const set = Object.fromEntries(
    Object.entries(change).map(([key, value]) => [changeColumns[key as keyof ItemChange], value]),
  )
  await tx
    .updateTable('editorial.item')
    .set(set)
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute()
}

export async function selectItem(db: DbOrTx, provinceId: number, id: number): Promise<Item | null> {
  const row = await db
    .selectFrom('editorial.item as i')
    .select(itemColumns)
    .where('i.province_id', '=', provinceId)
    .where('i.id', '=', id)
    .executeTakeFirst()
  return row ? asItem(row) : null
}

/** The item, held until the transaction ends. */
export async function selectItemForChange(tx: Tx, provinceId: number, id: number): Promise<Item | null> {
  const row = await tx
    .selectFrom('editorial.item as i')
    .select(itemColumns)
    .where('i.province_id', '=', provinceId)
    .where('i.id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ? asItem(row) : null
}

export async function insertStep(
  tx: Tx,
  provinceId: number,
  itemId: number,
  step: Omit<Step, 'id'>,
): Promise<void> {
  await tx
    .insertInto('editorial.step')
    .values({
      province_id: provinceId,
      item_id: itemId,
      number: step.number,
      verb: step.verb,
      note: step.note,
      digest: step.digest,
      by_account: step.byAccount,
      by_name: step.byName,
      at: step.at,
    })
    .execute()
}

/** Everything that was done to the items, in order. */
export async function selectSteps(
  db: DbOrTx,
  provinceId: number,
  itemIds: readonly number[],
): Promise<(Step & { itemId: number })[]> {
  if (itemIds.length === 0) return []
  const rows = await db
    .selectFrom('editorial.step')
    .select([
      'id',
      'item_id as itemId',
      'number',
      'verb',
      'note',
      'digest',
      'by_account as byAccount',
      'by_name as byName',
      'at',
    ])
    .where('province_id', '=', provinceId)
    .where('item_id', 'in', itemIds)
    .orderBy('id')
    .execute()
  return rows.map((r) => ({ ...r, verb: r.verb as StepVerb }))
}

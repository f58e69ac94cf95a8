import { type AuditedBy, recordChange } from '../../lib/audit.ts'
import type { DbOrTx, Tx } from '../../lib/db/db.ts'
import { notFound } from '../../lib/errors.ts'
import { province } from '../organisations/organisations.ts'
import {
  insertColumn,
  insertPortal,
  insertTopics,
  selectColumns,
  selectTopics,
  updateColumn,
} from './columns.sql.ts'
import type { Column, Topic } from './publication.ts'
import { bumpRevision, selectPublishedDocuments } from './publishing.sql.ts'
import { findPlaces } from './search/places.ts'
import { freeSlug, slugOf } from './slug.ts'
import { topics } from './topics.data.ts'

/** Opens the public face of a province, with the topics that every province begins with. Again: changes nothing. */
export async function openPortal(
  tx: Tx,
  provinceId: number,
  contact: {
    ownerLines?: string
    hotline?: string
    email?: string
    feedback?: { address: string; phone: string; link: string }
    services?: { app: string; national: string; system: string }
  } = {},
): Promise<void> {
  const here = await province(tx, provinceId)
  if (!here) throw notFound()
  const name = here.name.charAt(0).toLocaleUpperCase('vi') + here.name.slice(1)
  await insertPortal(tx, provinceId, {
    nameVi: name,
    nameEn: name.replace(/^(Tỉnh|Thành phố) (.+)$/, (_, kind: string, place: string) =>
      kind === 'Tỉnh' ? `${place} province` : `${place} city`,
    ),
    ownerLines: contact.ownerLines ?? '',
    hotline: contact.hotline ?? null,
    contactEmail: contact.email ?? null,
    feedback: contact.feedback ?? { address: '', phone: '', link: '' },
    services: contact.services ?? { app: '', national: '', system: '' },
  })
  await insertTopics(tx, provinceId, topics.map(toTopic))
  await findPlaces(tx, provinceId)
}

function toTopic([code, vi, en, isReformField, aboutVi, aboutEn]: (typeof topics)[number]): Topic {
  return {
    ...{ code, vi, en, aboutVi, aboutEn, isReformField, retired: false, successor: null },
    ...{ isShown: true, imageId: null, imageAlt: '' },
  }
}

/** Topics in their order; the retired too, which are shown only where something is already filed under them. */
export function listTopics(db: DbOrTx, provinceId: number): Promise<Topic[]> {
  return selectTopics(db, provinceId)
}

/** Columns in their order, the retired too. */
export function listColumns(db: DbOrTx, provinceId: number): Promise<Column[]> {
  return selectColumns(db, provinceId)
}

/** A new column; its slug comes from the Vietnamese name and stays. Returns its id. */
export async function openColumn(
  tx: Tx,
  by: AuditedBy,
  column: Omit<Column, 'id' | 'slug' | 'retired'>,
  now: Date,
): Promise<number> {
  await bumpRevision(tx, by.provinceId)
  const taken = new Set((await selectColumns(tx, by.provinceId)).map((c) => c.slug))
  const slug = freeSlug(slugOf(column.vi), taken)
  const id = await insertColumn(tx, by.provinceId, { ...column, slug })
  await findPlaces(tx, by.provinceId)
  await recordChange(tx, by, now, {
    verb: 'publishing.open-column',
    subject: { kind: 'column', id },
    before: null,
    after: { ...column, slug },
  })
  return id
}

/** New names, words or place of a column, or its end (`retired`): what was published in it stays. */
export async function changeColumn(
  tx: Tx,
  by: AuditedBy,
  id: number,
  column: Omit<Column, 'id' | 'slug'>,
  now: Date,
): Promise<void> {
  await bumpRevision(tx, by.provinceId)
  const was = (await selectColumns(tx, by.provinceId)).find((c) => c.id === id)
  if (!was) throw notFound()
  await updateColumn(tx, by.provinceId, id, column)
  await findPlaces(tx, by.provinceId)
  await recordChange(tx, by, now, {
    verb: 'publishing.change-column',
    subject: { kind: 'column', id },
    before: was,
    after: column,
  })
}

/** Directing documents that are public, with the entry of the register that each of them is. */
export function publishedDocuments(db: DbOrTx, provinceId: number) {
  return selectPublishedDocuments(db, provinceId)
}

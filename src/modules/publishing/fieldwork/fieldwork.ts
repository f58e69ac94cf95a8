import type { Day } from '../../../lib/calendar/day.ts'
import type { DbOrTx } from '../../../lib/db/db.ts'
import { publicationsIn } from '../broadcast/package.ts'
import { selectHandOvers, selectPackage } from '../broadcast/packages.sql.ts'
import { type PrintKind, printKinds } from '../printed/print-kind.ts'
import { selectProduct } from '../printed/printed.sql.ts'
import { selectMaterials } from '../printed/publications.sql.ts'
import { originOf } from '../reach/links.ts'
import { selectStandingById, selectVisits } from '../standing/standing.sql.ts'
import { type StandingKind, standingKinds } from '../standing/standing.texts.ts'
import { selectSlot, selectToPeople } from './fieldwork.sql.ts'

/** What a unit has done with texts of ours, as its ledger has it today; its evidence are the photos and proofs kept. */
export interface FieldDeed {
  unitId: number
  what: string
  fromDay: Day
  toDay: Day
  place: string | null
  /** Of the catalogue of the programme: 'leaflet', 'visual' … */
  formCode: string
  figures: { quantity?: number; copies?: number; people?: number }
  publicationIds: number[]
  fileIds: number[]
  /** Where the public can look at it; null: nowhere. */
  link: string | null
}

const formOfPrint = {
  leaflet: 'leaflet',
  booklet: 'handbook',
  large_print: 'handbook',
  notice_board: 'visual',
  poster: 'visual',
} as const satisfies Record<(typeof printKinds)[PrintKind]['channel'], string>

/** Copies of a product that a unit brought to people. Null: none (any more). */
export async function printDeed(
  db: DbOrTx,
  provinceId: number,
  productId: number,
  unitId: number,
  baseUrl: string,
): Promise<FieldDeed | null> {
  const product = await selectProduct(db, provinceId, productId)
  const rows = await selectToPeople(db, provinceId, productId, unitId)
  const [first, last] = [rows[0], rows.at(-1)]
  if (!product || !first || !last) return null
  const copies = rows.reduce((n, r) => n + r.copies, 0)
  const kind = printKinds[product.kind]
  return {
    ...{ unitId, fromDay: first.day, toDay: last.day, formCode: formOfPrint[kind.channel] },
    what: `Phát ${copies.toLocaleString('vi-VN')} bản “${product.title}” (${kind.vi.charAt(0).toLocaleLowerCase('vi')}${kind.vi.slice(1)})`,
    place: listed(rows.map((r) => r.place)),
    figures: { copies },
    publicationIds: product.publicationId === null ? [] : [product.publicationId],
    fileIds: rows.flatMap((r) => r.photoId ?? []),
    link: await materialLink(db, provinceId, productId, baseUrl),
  }
}

/** Where anybody can take the file itself home today. */
async function materialLink(
  db: DbOrTx,
  provinceId: number,
  id: number,
  baseUrl: string,
): Promise<string | null> {
  const [material] = await selectMaterials(db, provinceId, { id }, 1)
  return material ? `${await originOf(db, provinceId, baseUrl)}/materials/${id}/file.pdf` : null
}

/** Places one after the other, cut where they grow too many. */
function listed(places: readonly string[]): string | null {
  const all = [...new Set(places.filter(Boolean))]
  if (all.length === 0) return null
  const shown = all.slice(0, 5).join('; ')
  return all.length > 5 ? `${shown} và ${all.length - 5} nơi khác` : shown
}

const formOfStanding: Record<StandingKind, string> = {
  panel: 'visual',
  banner: 'visual',
  poster: 'visual',
  led: 'electronic_board',
  library_car: 'library',
  bookcase: 'library',
  post_office: 'library',
}

/** What stands somewhere, with its readers where somebody counted them. */
export async function standingDeed(db: DbOrTx, provinceId: number, id: number): Promise<FieldDeed | null> {
  const s = await selectStandingById(db, provinceId, id)
  if (!s) return null
  const kind = s.kind as StandingKind
  const visits = await selectVisits(db, provinceId, id)
  return {
    ...{ unitId: s.unitId, fromDay: s.fromDay, toDay: s.takenDown ?? s.fromDay, place: s.place },
    what: `${standingKinds[kind].vi}: ${s.what}`,
    formCode: formOfStanding[kind],
    figures: { quantity: s.quantity, ...(s.visitors === null ? {} : { people: s.visitors }) },
    publicationIds: s.publicationId === null ? [] : [s.publicationId],
    fileIds: [s.photoId, s.downPhotoId, ...visits.map((v) => v.photoId)].flatMap((f) => f ?? []),
    link: null,
  }
}

/** A package that a unit proved to have aired. */
export async function airingDeed(
  db: DbOrTx,
  provinceId: number,
  packageId: number,
  unitId: number,
): Promise<FieldDeed | null> {
  const found = await selectPackage(db, provinceId, packageId)
  const row = (await selectHandOvers(db, provinceId, packageId)).find((h) => h.unitId === unitId)
  if (!found || !row?.airedFrom || !row.airedTo) return null
  return {
    ...{ unitId, fromDay: row.airedFrom, toDay: row.airedTo, place: null, formCode: 'loudspeaker' },
    what: `Phát ${row.times ?? 1} lần gói truyền thanh “${found.title}”`,
    figures: {
      quantity: row.times ?? 1,
      ...(row.listeners === null ? {} : { people: row.listeners }),
    },
    publicationIds: publicationsIn(found.items),
    fileIds: row.proofId === null ? [] : [row.proofId],
    link: null,
  }
}

/** A broadcast that was confirmed, as production is told of it; null: it was not, or its text is not public. */
export async function airedSlot(db: DbOrTx, provinceId: number, id: number) {
  const slot = await selectSlot(db, provinceId, id)
  if (!slot || slot.airedDay === null || slot.publicationId === null) return null
  return { ...slot, airedDay: slot.airedDay, publicationId: slot.publicationId }
}

/** A broadcast of a station that was confirmed. */
export async function slotDeed(db: DbOrTx, provinceId: number, id: number): Promise<FieldDeed | null> {
  const slot = await selectSlot(db, provinceId, id)
  if (!slot?.airedDay) return null
  return {
    ...{ unitId: slot.unitId, fromDay: slot.airedDay, toDay: slot.airedDay, place: slot.station },
    what: `Phát trên ${slot.station}: ${slot.title}`,
    formCode: 'radio',
    figures: { quantity: 1, ...(slot.listeners === null ? {} : { people: slot.listeners }) },
    publicationIds: slot.publicationId === null ? [] : [slot.publicationId],
    fileIds: slot.proofId === null ? [] : [slot.proofId],
    link: slot.webAddress,
  }
}

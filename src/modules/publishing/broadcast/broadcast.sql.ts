import { sql } from 'kysely'
import type { Day } from '../../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import type { ScriptLine } from './script.ts'

export interface Script {
  id: number
  /** Null: made of a text that is not public yet. */
  publicationId: number | null
  version: number | null
  preparedId: number | null
  preparedNumber: number | null
  allowedAt: Date | null
  allowedByName: string | null
  staleAt: Date | null
  title: string
  lines: ScriptLine[]
  slotSeconds: number
  rate: number
  audioId: number | null
  unitId: number
  madeAt: Date
  madeByName: string
  revision: number
}

function scripts(db: DbOrTx, provinceId: number) {
  return db
    .selectFrom('publishing.radio_script as s')
    .leftJoin('publishing.prepared as a', (j) =>
      j.onRef('a.province_id', '=', 's.province_id').onRef('a.id', '=', 's.prepared_id'),
    )
    .where('s.province_id', '=', provinceId)
    .select([
      's.id',
      's.publication_id as publicationId',
      's.publication_version as version',
      's.prepared_id as preparedId',
      'a.number as preparedNumber',
      'a.allowed_at as allowedAt',
      'a.allowed_by_name as allowedByName',
      'a.stale_at as staleAt',
      's.title',
      sql<ScriptLine[]>`s.lines`.as('lines'),
      's.slot_seconds as slotSeconds',
      's.rate',
      's.audio_id as audioId',
      's.unit_id as unitId',
      's.made_at as madeAt',
      's.made_by_name as madeByName',
      's.revision',
    ])
}

export function selectScripts(db: DbOrTx, provinceId: number): Promise<Script[]> {
  return scripts(db, provinceId).orderBy('s.id', 'desc').limit(500).execute()
}

/** Those of a package, in any order. */
export function selectScriptsIn(db: DbOrTx, provinceId: number, ids: readonly number[]): Promise<Script[]> {
  if (ids.length === 0) return Promise.resolve([])
  return scripts(db, provinceId)
    .where('s.id', 'in', [...ids])
    .execute()
}

/** What was made of a publication, or of one of these prepared texts; the newest first. */
export function selectScriptsOf(
  db: DbOrTx,
  provinceId: number,
  of: { publicationId: number | null; preparedIds: readonly number[] },
): Promise<Script[]> {
  return scripts(db, provinceId)
    .where((e) =>
      e.or([
        e('s.publication_id', '=', of.publicationId ?? -1),
        e('s.prepared_id', 'in', [-1, ...of.preparedIds]),
      ]),
    )
    .orderBy('s.id', 'desc')
    .execute()
}

export function selectScript(db: DbOrTx, provinceId: number, id: number): Promise<Script | undefined> {
  return scripts(db, provinceId).where('s.id', '=', id).executeTakeFirst()
}

export async function insertScript(
  tx: Tx,
  provinceId: number,
  s: Omit<
    Script,
    'id' | 'revision' | 'audioId' | 'preparedNumber' | 'allowedAt' | 'allowedByName' | 'staleAt'
  >,
): Promise<number> {
  const row = await tx
    .insertInto('publishing.radio_script')
    .values({
      province_id: provinceId,
      publication_id: s.publicationId,
      publication_version: s.version,
      prepared_id: s.preparedId,
      title: s.title,
      lines: JSON.stringify(s.lines),
      slot_seconds: s.slotSeconds,
      rate: s.rate,
      unit_id: s.unitId,
      made_at: s.madeAt,
      made_by_name: s.madeByName,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function updateScript(
  tx: Tx,
  provinceId: number,
  id: number,
  set: { lines: readonly ScriptLine[]; slotSeconds: number; rate: number },
): Promise<void> {
  await tx
    .updateTable('publishing.radio_script')
    .set({
      lines: JSON.stringify(set.lines),
      slot_seconds: set.slotSeconds,
      rate: set.rate,
      revision: sql<number>`revision + 1`,
    })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute()
}

export async function updateAudio(tx: Tx, provinceId: number, id: number, audioId: number): Promise<void> {
  await tx
    .updateTable('publishing.radio_script')
    .set({ audio_id: audioId, revision: sql<number>`revision + 1` })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute()
}

export function selectSlots(db: DbOrTx, provinceId: number, scriptId: number) {
  return db
    .selectFrom('publishing.radio_slot')
    .where('province_id', '=', provinceId)
    .where('script_id', '=', scriptId)
    .select([
      'id',
      'station',
      'unit_id as unitId',
      'day',
      'starts',
      'aired_day as airedDay',
      'web_address as webAddress',
      'no_address_why as noAddressWhy',
      'listeners',
      'note',
    ])
    .orderBy('day')
    .orderBy('starts')
    .execute()
}

export async function insertSlot(
  tx: Tx,
  provinceId: number,
  s: {
    scriptId: number
    station: string
    unitId: number
    day: Day
    starts: string
    byName: string
    now: Date
  },
): Promise<boolean> {
  const made = await tx
    .insertInto('publishing.radio_slot')
    .values({
      province_id: provinceId,
      script_id: s.scriptId,
      station: s.station,
      unit_id: s.unitId,
      day: s.day,
      starts: s.starts,
      by_name: s.byName,
      at: s.now,
    })
    .onConflict((c) => c.columns(['province_id', 'script_id', 'station', 'day', 'starts']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

export async function updateAired(
  tx: Tx,
  provinceId: number,
  scriptId: number,
  id: number,
  aired: { day: Day; webAddress: string | null; noAddressWhy: string | null; listeners: number | null },
) {
  return tx
    .updateTable('publishing.radio_slot')
    .set({
      ...{ aired_day: aired.day, web_address: aired.webAddress, listeners: aired.listeners },
      no_address_why: aired.noAddressWhy,
    })
    .where('province_id', '=', provinceId)
    .where('script_id', '=', scriptId)
    .where('id', '=', id)
    .where('aired_day', 'is', null)
    .returning('station')
    .executeTakeFirst()
}

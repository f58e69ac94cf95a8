import type { Day } from '../../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'

export interface TypedFigure {
  publicationId: number
  day: Day
  channelKind: string
  place: string
  audience: string
  metric: string
  amount: number
  note: string | null
}

export interface FigureSource {
  origin: 'typed' | 'imported' | 'channel' | 'ledger'
  /** The line of a ledger that they go and come with: 'distribution:7'. */
  line?: string
  fileId: number | null
  byName: string
  now: Date
}

export async function insertFigures(
  tx: Tx,
  provinceId: number,
  figures: readonly TypedFigure[],
  source: FigureSource,
): Promise<void> {
  if (figures.length === 0) return
  await tx
    .insertInto('publishing.reach')
    .values(
      figures.map((f) => ({
        province_id: provinceId,
        publication_id: f.publicationId,
        day: f.day,
        channel_kind: f.channelKind,
        place: f.place,
        audience: f.audience,
        metric: f.metric,
        amount: f.amount,
        note: f.note,
        origin: source.origin,
        source: source.line ?? null,
        file_id: source.fileId,
        by_name: source.byName,
        at: source.now,
      })),
    )
    .execute()
}

/** Takes away the figures of lines of a ledger; returns the publications that they spoke of. */
export async function deleteOfLines(tx: Tx, provinceId: number, lines: readonly string[]): Promise<number[]> {
  if (lines.length === 0) return []
  const gone = await tx
    .deleteFrom('publishing.reach')
    .where('province_id', '=', provinceId)
    .where('source', 'in', lines)
    .where('origin', '=', 'ledger')
    .returning('publication_id as id')
    .execute()
  return [...new Set(gone.map((r) => r.id))]
}

/** Figures that people gave, newest first; they can be struck, save those that a ledger keeps in step. */
export function selectTyped(db: DbOrTx, provinceId: number, publicationId: number) {
  return db
    .selectFrom('publishing.reach')
    .select([
      'id',
      'day',
      'channel_kind as channelKind',
      'place',
      'audience',
      'metric',
      'amount',
      'note',
      'origin',
      'file_id as fileId',
      'by_name as byName',
    ])
    .where('province_id', '=', provinceId)
    .where('publication_id', '=', publicationId)
    .where('origin', '!=', 'counted')
    .orderBy('day', 'desc')
    .orderBy('id', 'desc')
    .limit(300)
    .execute()
}

export async function deleteTyped(tx: Tx, provinceId: number, id: number) {
  return tx
    .deleteFrom('publishing.reach')
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .where('origin', 'not in', ['counted', 'ledger'])
    .returning(['publication_id as publicationId', 'day', 'channel_kind as channelKind', 'metric', 'amount'])
    .executeTakeFirst()
}

export async function selectFileOf(db: DbOrTx, provinceId: number, id: number): Promise<number | null> {
  const row = await db
    .selectFrom('publishing.reach')
    .select('file_id')
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.file_id ?? null
}

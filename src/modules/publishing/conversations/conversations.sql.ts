import { sql } from 'kysely'
import type { Day } from '../../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import type { Person } from './conversation.ts'

export interface SealedPerson extends Person {
  mark: Buffer
  sealed: Buffer
}

export interface SealedWord {
  id: number
  personId: number
  kind: string
  words: Buffer | null
  wroteAt: Date
  answeredAt: Date | null
  answeredByName: string | null
}

/** False when it was delivered before. */
export async function noteEvent(
  tx: Tx,
  provinceId: number,
  channelId: number,
  key: Buffer,
  at: Date,
): Promise<boolean> {
  const made = await tx
    .insertInto('publishing.zalo_event')
    .values({ province_id: provinceId, channel_id: channelId, key, at })
    .onConflict((c) => c.columns(['province_id', 'channel_id', 'key']).doNothing())
    .executeTakeFirst()
  return (made.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function countDay(
  tx: Tx,
  provinceId: number,
  channelId: number,
  day: Day,
  what: 'words' | 'follows' | 'unfollows',
): Promise<void> {
  await tx
    .insertInto('publishing.zalo_day')
    .values({ province_id: provinceId, channel_id: channelId, day, [what]: 1 })
    .onConflict((c) =>
      c.columns(['province_id', 'channel_id', 'day']).doUpdateSet({
        [what]: sql`publishing.zalo_day.${sql.ref(what)} + 1`,
      }),
    )
    .execute()
}

/** The person of this mark, who wrote at this moment; a late delivery does not move the window back. */
export async function writePerson(
  tx: Tx,
  provinceId: number,
  p: Pick<SealedPerson, 'channelId' | 'mark' | 'sealed'>,
  wroteAt: Date,
): Promise<number> {
  const { id } = await tx
    .insertInto('publishing.zalo_person')
    .values({
      province_id: provinceId,
      channel_id: p.channelId,
      mark: p.mark,
      sealed: p.sealed,
      last_wrote_at: wroteAt,
    })
    .onConflict((c) =>
      c.columns(['province_id', 'channel_id', 'mark']).doUpdateSet({
        last_wrote_at: sql`greatest(publishing.zalo_person.last_wrote_at, excluded.last_wrote_at)`,
      }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function noteFollowing(
  tx: Tx,
  provinceId: number,
  channelId: number,
  mark: Buffer,
  follows: boolean,
): Promise<void> {
  await tx
    .updateTable('publishing.zalo_person')
    .set({ follows })
    .where('province_id', '=', provinceId)
    .where('channel_id', '=', channelId)
    .where('mark', '=', mark)
    .execute()
}

export async function insertWord(
  tx: Tx,
  provinceId: number,
  w: Pick<SealedWord, 'personId' | 'kind' | 'words' | 'wroteAt'>,
): Promise<void> {
  await tx
    .insertInto('publishing.zalo_word')
    .values({
      province_id: provinceId,
      person_id: w.personId,
      kind: w.kind,
      words: w.words,
      wrote_at: w.wroteAt,
    })
    .execute()
}

/** Everything the person wrote until a moment counts as answered. */
export async function markAnswered(
  tx: Tx,
  provinceId: number,
  personId: number,
  done: { until: Date; at: Date; byName: string },
): Promise<void> {
  await tx
    .updateTable('publishing.zalo_word')
    .set({ answered_at: done.at, answered_by_name: done.byName })
    .where('province_id', '=', provinceId)
    .where('person_id', '=', personId)
    .where('wrote_at', '<=', done.until)
    .where('answered_at', 'is', null)
    .execute()
}

const personColumns = [
  'id',
  'channel_id as channelId',
  'mark',
  'sealed',
  'last_wrote_at as lastWroteAt',
  'follows',
] as const

/** People of a channel, the newest words first. */
export async function selectPersons(
  db: DbOrTx,
  provinceId: number,
  channelId: number,
): Promise<SealedPerson[]> {
  return db
    .selectFrom('publishing.zalo_person')
    .select(personColumns)
    .where('province_id', '=', provinceId)
    .where('channel_id', '=', channelId)
    .orderBy('last_wrote_at', 'desc')
    .limit(200)
    .execute()
}

export async function selectPerson(
  db: DbOrTx,
  provinceId: number,
  by: { id: number } | { channelId: number; mark: Buffer },
): Promise<SealedPerson | null> {
  const row = await db
    .selectFrom('publishing.zalo_person')
    .select(personColumns)
    .where('province_id', '=', provinceId)
    .$if('id' in by, (q) => q.where('id', '=', 'id' in by ? by.id : 0))
    .$if('mark' in by, (q) =>
      q
        .where('channel_id', '=', 'mark' in by ? by.channelId : 0)
        .where('mark', '=', 'mark' in by ? by.mark : Buffer.alloc(0)),
    )
    .executeTakeFirst()
  return row ?? null
}

export async function selectWords(
  db: DbOrTx,
  provinceId: number,
  personIds: readonly number[],
): Promise<SealedWord[]> {
  if (personIds.length === 0) return []
  return db
    .selectFrom('publishing.zalo_word')
    .select([
      'id',
      'person_id as personId',
      'kind',
      'words',
      'wrote_at as wroteAt',
      'answered_at as answeredAt',
      'answered_by_name as answeredByName',
    ])
    .where('province_id', '=', provinceId)
    .where('person_id', 'in', [...personIds])
    .orderBy('wrote_at')
    .orderBy('id')
    .execute()
}

/** How many people of each channel wait for an answer that may still be given. */
export async function countUnanswered(
  db: DbOrTx,
  provinceId: number,
  channelId: number,
  since: Date,
): Promise<number> {
  const { n } = await db
    .selectFrom('publishing.zalo_person as p')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('p.province_id', '=', provinceId)
    .where('p.channel_id', '=', channelId)
    .where('p.last_wrote_at', '>', since)
    .where((e) =>
      e.exists(
        e
          .selectFrom('publishing.zalo_word as w')
          .select('w.id')
          .whereRef('w.province_id', '=', 'p.province_id')
          .whereRef('w.person_id', '=', 'p.id')
          .where('w.answered_at', 'is', null),
      ),
    )
    .executeTakeFirstOrThrow()
  return Number(n)
}

export async function deletePerson(tx: Tx, provinceId: number, id: number): Promise<void> {
  await tx
    .deleteFrom('publishing.zalo_person')
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute()
}

/** Erases everything a person wrote; that they wrote stays. */
export async function eraseWords(tx: Tx, provinceId: number, personId: number): Promise<void> {
  await tx
    .updateTable('publishing.zalo_word')
    .set({ words: null })
    .where('province_id', '=', provinceId)
    .where('person_id', '=', personId)
    .where('words', 'is not', null)
    .execute()
}

/** What was sent to them keeps its place and its state; its words and its addressee go. */
export async function redactMessages(tx: Tx, provinceId: number, source: string): Promise<void> {
  await sql`
    update publishing.message
    set variant = (variant - 'recipient' - 'template') || jsonb_build_object('text', '(đã xóa)', 'title', '')
    where province_id = ${provinceId} and source = ${source} and state <> 'sending'`.execute(tx)
}

/** Erases words that can no longer be answered, people who are silent since `idle`, and old marks of deliveries. */
export async function forget(
  db: DbOrTx,
  provinceId: number,
  channelId: number,
  before: { words: Date; persons: Date; events: Date },
): Promise<void> {
  await sql`
    update publishing.zalo_word w set words = null
    from publishing.zalo_person p
    where p.province_id = w.province_id and p.id = w.person_id and w.province_id = ${provinceId}
      and p.channel_id = ${channelId} and p.last_wrote_at <= ${before.words} and w.words is not null`.execute(
    db,
  )
  await db
    .deleteFrom('publishing.zalo_person')
    .where('province_id', '=', provinceId)
    .where('channel_id', '=', channelId)
    .where('last_wrote_at', '<=', before.persons)
    .execute()
  await db
    .deleteFrom('publishing.zalo_event')
    .where('province_id', '=', provinceId)
    .where('channel_id', '=', channelId)
    .where('at', '<=', before.events)
    .execute()
}

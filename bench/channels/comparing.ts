import { sql } from 'kysely'
import type { Db } from '../../src/lib/db/db.ts'
import type { FakeServices } from '../../src/modules/publishing/channels/fake-moods.fixtures.ts'
import type { LetterBox } from './letters.ts'

export interface Comparison {
  messages: number
  states: Record<string, number>
  /** Kills that fell between "about to call" and the outcome. */
  caughtSending: number
  letters: number
  /** Letters in a worker's hands as it fell: shown as unsure, never repeated. */
  lettersUnsure: number
  /** What the services, the mail server or the people's notices hold more than once. */
  doubled: string[]
  /** Said to be sent and nowhere; in no state that ends; or cancelled before it was begun and there all the same. */
  lost: string[]
}

interface Row {
  id: number
  state: string
  kind: string
  sendKey: string
  number: string
  way: string | null
  articleId: string | null
}

/** Compares what the program says with what the services counted by themselves. */
export async function compare(
  db: Db,
  fake: FakeServices,
  box: LetterBox,
  cancelled: ReadonlySet<number>,
): Promise<Comparison> {
  const { rows } = await sql<Row>`
    select m.id, m.state, c.kind, m.send_key as "sendKey", m.variant->>'way' as way,
      substring(m.variant->>'text' from 'số ([0-9]+),') as number, m.progress->'kept'->>'articleId' as "articleId"
    from publishing.message m join publishing.channel c on c.province_id = m.province_id and c.id = m.channel_id
  `.execute(db)
  const there = countedPosts(fake)
  const doubled = [...there].filter(([, n]) => n > 1).map(([key, n]) => `${key} × ${n}`)
  const lost: string[] = []
  const states: Record<string, number> = {}
  for (const row of rows) {
    states[row.state] = (states[row.state] ?? 0) + 1
    const keys = keysOf(row)
    const missing = keys.filter((key) => !there.has(key))
    const ended = ['sent', 'dead', 'failed', 'cancelled'].includes(row.state)
    if (!ended) lost.push(`message ${row.id} of ${row.kind} is still ${row.state}`)
    if (row.state === 'sent' && missing.length > 0)
      lost.push(`message ${row.id}: ${missing.join(', ')} is nowhere`)
    if (cancelled.has(row.id) && missing.length < keys.length)
      lost.push(`message ${row.id} was cancelled and went`)
  }
  const letters = await compareLetters(db, box)
  return {
    messages: rows.length,
    states,
    caughtSending: await caught(db),
    letters: letters.sent,
    lettersUnsure: letters.unsure,
    doubled: [...doubled, ...letters.doubled, ...(await toldTwice(db))],
    lost: [...lost, ...letters.lost],
  }
}

function countedPosts(fake: FakeServices): Map<string, number> {
  const there = new Map<string, number>()
  for (const post of fake.ledger) {
    const number = /số (\d+)/.exec(`${post.title} ${post.words}`)?.[1]
    const article = /"attachment_id":"([^"]+)"/.exec(post.words)?.[1]
    const what = post.service === 'webhook' ? post.id : post.service === 'zalo-notice' ? article : number
    const key = `${post.service}:${what}`
    there.set(key, (there.get(key) ?? 0) + 1)
  }
  return there
}

/** Where a message that was sent must be. */
function keysOf({ kind, way, number, sendKey, articleId }: Row): string[] {
  if (kind === 'webhook') return [`webhook:${sendKey}`]
  if (kind === 'facebook') return [`facebook:${number}`]
  if (kind !== 'zalo') return []
  if (way === 'consultation') return [`zalo-advice:${number}`]
  return [`zalo:${number}`, ...(way === 'broadcast' ? [`zalo-notice:${articleId}`] : [])]
}

async function caught(db: Db): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(distinct (message_id, number))::int as n from publishing.message_attempt
    where fault->>'code' = 'lost'`.execute(db)
  return rows[0]?.n ?? 0
}

async function compareLetters(db: Db, box: LetterBox) {
  const rows = await db
    .selectFrom('publishing.delivery')
    .select(['newsletter_id as issue', 'subscriber_id as reader', 'state'])
    .execute()
  const found = { sent: 0, unsure: 0, doubled: [] as string[], lost: [] as string[] }
  for (const { issue, reader, state } of rows) {
    const key = `issue.1.${issue}.${reader}`
    const arrived = box.arrived.get(key) ?? 0
    if (arrived > 1) found.doubled.push(`${key} × ${arrived}`)
    if (state === 'sent') found.sent += 1
    else if (state === 'unsure') found.unsure += 1
    else if (state !== 'failed') found.lost.push(`${key} is still ${state}`)
    if (state === 'sent' && arrived === 0) found.lost.push(`${key} is nowhere`)
  }
  return found
}

/** People to whom a manual channel's message was handed more than once. */
async function toldTwice(db: Db): Promise<string[]> {
  const { rows } = await sql<{ href: string }>`
    select href from assignments.notice where kind = 'by-hand' group by account_id, href having count(*) > 1`.execute(
    db,
  )
  return rows.map((r) => `notice of ${r.href}`)
}

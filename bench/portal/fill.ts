import pg from 'pg'
import { openDb } from '../../src/lib/db/db.ts'
import type { Facts, PublicationKind } from '../../src/modules/publishing/publication.ts'
import { openPortal } from '../../src/modules/publishing/publishing.columns.ts'
import { openColumn } from '../../src/modules/publishing/publishing.ts'
import { makeWorld } from '../../test/world.ts'
import { type Made, ownDocuments, padding } from '../search/corpus.ts'
import { fillSearch } from '../search/fill.ts'
import { passages } from '../search/passages.data.ts'

/** Where all items stand together at the others, as they stand in one column here. */
export const peerList = 'chung-tay'

/** One item as every program under comparison gets it; only we know kinds and facts. */
export interface BenchItem {
  slug: string
  kind: PublicationKind
  facts: Facts
  title: string
  lead: string
  paragraphs: readonly string[]
  at: Date
}

/** Real-looking items of some 350 words, the same for every program. */
export function* benchItems(count: number): Generator<BenchItem> {
  let n = 0
  const filler = passages.map((p) => p.replace(/\{\w\}/g, 'địa phương'))
  for (const made of padding(count, ownDocuments())) {
    const more = Array.from({ length: 9 }, (_, i) => filler[(n * 7 + i * 3) % filler.length] ?? '')
    const at = new Date(Date.UTC(2026, 10, 20) - n * 1_200_000)
    const { id: slug, title, lead, body } = made
    const kind = made.kind as PublicationKind
    yield { slug, kind, facts: factsOf(made), title, lead, paragraphs: [body, ...more], at }
    n += 1
  }
}

/** What lists and pages of a kind show beside the text. */
function factsOf({ kind, day, number, issuer, facts: told }: Made): Facts {
  if (kind === 'directing_document')
    return { number: number ?? '', day, issuer: issuer ?? '', documentKind: 'Kế hoạch' }
  if (kind === 'event') return { starts: `${day}T08:00`, place: told['village'] ?? '' }
  if (kind === 'exemplar') return { subject: told['model'] ?? told['person'] ?? '' }
  if (kind !== 'index_result') return {}
  const series = Array.from({ length: 5 }, (_, n) => ({ label: `Xã ${n + 1}`, value: 90 - n }))
  return { index: 'PAR INDEX', year: Number(told['year']), series }
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

export function htmlOf(item: BenchItem): string {
  return item.paragraphs.map((p) => `<p>${escaped(p)}</p>`).join('')
}

/** Fills an empty, migrated database with a portal of `count` publications, searchable. */
export async function fillPortal(url: string, count: number): Promise<void> {
  const db = openDb(url, 2)
  const world = await makeWorld(db)
  const by = { provinceId: 1, accountId: null, name: 'Chung Tay' }
  const column = await db.transaction().execute(async (tx) => {
    await openPortal(tx, 1)
    const names = { vi: 'Chung tay cải cách thủ tục hành chính', en: 'Together', aboutVi: '', aboutEn: '' }
    return openColumn(tx, by, { ...names, position: 1 }, new Date())
  })
  await db.destroy()
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  let batch: BenchItem[] = []
  const write = async () => {
    await client.query(
      `with made as (
        insert into publishing.publication (province_id, source, slug, kind, state, title, lead, body, body_html, body_text,
          unit_id, unit_name, topics, column_id, first_published_at, published_at, digest, facts)
        select 1, 'bench:' || slug, slug, kind, 'live', title, lead, '{"type":"doc","content":[]}', html, words,
          $7, 'Sở Nội vụ', array['procedures'], $8, at, at, slug, facts
        from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::timestamptz[], $9::text[], $10::jsonb[])
          as t (slug, title, lead, html, words, at, kind, facts)
        returning id, digest, published_at)
      insert into publishing.publication_version (province_id, publication_id, number, snapshot, digest, published_at, published_by_name)
      select 1, id, 1, '{}', digest, published_at, 'bench' from made`,
      [
        batch.map((i) => i.slug),
        batch.map((i) => i.title),
        batch.map((i) => i.lead),
        batch.map(htmlOf),
        batch.map((i) => i.paragraphs.join('\n')),
        batch.map((i) => i.at),
        world.units.noiVu,
        column,
        batch.map((i) => i.kind),
        batch.map((i) => JSON.stringify(i.facts)),
      ],
    )
    batch = []
  }
  for (const item of benchItems(count)) {
    batch.push(item)
    if (batch.length >= 500) await write()
  }
  if (batch.length > 0) await write()
  // Ten days of readers: what the pages add up.
  await client.query(
    `insert into publishing.reach (province_id, publication_id, day, channel_kind, place, metric, amount, origin)
     select 1, p.id, current_date - d, 'portal', '', 'view', 1 + (p.id * 7 + d * 13) % 90, 'counted'
     from publishing.publication p, generate_series(0, 9) d where (p.id + d) % 2 = 0`,
  )
  await client.query('vacuum analyze publishing.publication')
  await client.query('vacuum analyze publishing.reach')
  await client.query('update publishing.portal set revision = revision + 1')
  await client.end()
  await fillSearch(url, count)
}

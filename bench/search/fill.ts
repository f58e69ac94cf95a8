import { readFileSync } from 'node:fs'
import pg from 'pg'
import { openDb } from '../../src/lib/db/db.ts'
import { projectPath } from '../../src/lib/paths.ts'
import { type Entry, indexed } from '../../src/modules/publishing/search/lexemes.ts'
import { countWords } from '../../src/modules/publishing/search/search.sql.ts'
import { type Made, padding } from './corpus.ts'

export const provinceId = 1

/** Writes the set's documents and `count` more into an empty, migrated database. Seconds it took. */
export async function fillSearch(url: string, count: number): Promise<number> {
  const begin = performance.now()
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query('select count(*)::int as n from publishing.search_entry')
  if (rows[0].n > count) {
    await client.end()
    return 0
  }
  await client.query(
    `insert into organisations.province (province_id, code, name, short_name) values ($1, 'an-hoa', 'tỉnh An Hòa', 'An Hòa')
     on conflict do nothing`,
    [provinceId],
  )
  // The index is built once at the end: filling is not what is measured here.
  await client.query('drop index if exists publishing.search_index_words')
  const own: Made[] = JSON.parse(readFileSync(projectPath('bench/search/documents.json'), 'utf8'))
  let batch: Made[] = [...own]
  for (const made of padding(count, own)) {
    batch.push(made)
    if (batch.length >= 500) {
      await write(client, batch)
      batch = []
    }
  }
  await write(client, batch)
  await client.query("set maintenance_work_mem = '256MB'")
  await client.query(
    'create index search_index_words on publishing.search_index using gin (words) with (fastupdate = off)',
  )
  const db = openDb(url, 1)
  await db.transaction().execute((tx) => countWords(tx, provinceId))
  await db.destroy()
  await client.query('vacuum analyze publishing.search_entry')
  await client.query('vacuum analyze publishing.search_index')
  await client.query('vacuum analyze publishing.search_word')
  await client.end()
  return (performance.now() - begin) / 1000
}

export function entryOf(made: Made): Entry {
  return {
    source: made.id,
    address: `/articles/${made.id}`,
    kind: made.kind,
    language: 'vi',
    title: made.title,
    lead: made.lead,
    body: made.body,
    number: made.number,
    topics: [],
    columnId: null,
    issuer: made.issuer,
    day: made.day,
  }
}

async function write(client: pg.Client, batch: readonly Made[]): Promise<void> {
  if (batch.length === 0) return
  const entries = batch.map((made) => ({ entry: entryOf(made), index: indexed(provinceId, entryOf(made)) }))
  await client.query(
    `with given as (
       select * from jsonb_to_recordset($2::jsonb) as g(
         source text, address text, kind text, title text, lead text, body text, number text, number_key text,
         issuer text, day date, lexemes jsonb, said text)
     ), entered as (
       insert into publishing.search_entry
         (province_id, source, address, kind, title, lead, body, number, number_key, issuer, day)
       select $1, source, address, kind, title, lead, body, number, number_key, issuer, day from given
       returning id, source
     )
     insert into publishing.search_index (province_id, entry_id, day, words, said)
     select $1, e.id, g.day,
       array_to_tsvector(array(select jsonb_array_elements_text(g.lexemes))), g.said
     from given g join entered e using (source)`,
    [
      provinceId,
      JSON.stringify(
        entries.map(({ entry, index }) => ({
          ...entry,
          number_key: index.numberKey,
          lexemes: index.lexemes,
          said: index.said,
        })),
      ),
    ],
  )
}

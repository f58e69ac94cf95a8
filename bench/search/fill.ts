import { readFileSync } from 'node:fs'
import pg from 'pg'
import { openDb } from '../../src/lib/db/db.ts'
import { projectPath } from '../../src/lib/paths.ts'
import { enter } from '../../src/modules/publishing/search/entering.ts'
import type { Entry } from '../../src/modules/publishing/search/lexemes.ts'
import { countWords } from '../../src/modules/publishing/search/lists.sql.ts'
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
  const own: Made[] = JSON.parse(readFileSync(projectPath('bench/search/documents.json'), 'utf8'))
  const db = openDb(url, 1)
  const write = (made: readonly Made[]) =>
    db.transaction().execute((tx) => enter(tx, provinceId, made.map(entryOf)))
  let batch: Made[] = [...own]
  for (const made of padding(count, own)) {
    batch.push(made)
    if (batch.length >= 500) {
      await write(batch)
      batch = []
    }
  }
  await write(batch)
  await db.transaction().execute((tx) => countWords(tx, provinceId))
  await db.destroy()
  await client.query('vacuum analyze publishing.search_entry')
  await client.query('vacuum analyze publishing.search_list')
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

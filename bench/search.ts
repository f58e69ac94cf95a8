// How well and how fast the public search answers. Run: node bench/search.ts
// (DATABASE_URL=… for a server with an empty, migrated or filled database; else the embedded PostgreSQL on a throw-away
// folder). DOCUMENTS (50,000) are added to the set's own 612; PASSES (3) repeats every query.
// Limits: recall@5 at least 0.95, p99 at most 20 ms at 50,000 documents. The set: bench/search/README.md.

import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { loadavg } from 'node:os'
import { openDb } from '../src/lib/db/db.ts'
import { migrate } from '../src/lib/db/migrate.ts'
import { startPostgres } from '../src/lib/db/postgres.ts'
import { projectPath } from '../src/lib/paths.ts'
import { find } from '../src/modules/publishing/search/search.ts'
import { suggestionsFor } from '../src/modules/publishing/search/suggesting.ts'
import { warmSearch } from '../src/modules/publishing/search/warming.ts'
import { cpuOfFamily, postmasterOf } from './processes.ts'
import { fillSearch, provinceId } from './search/fill.ts'
import type { JudgedQuery } from './search/make-queries.ts'

const documents = Number(process.env['DOCUMENTS'] ?? 50_000)
const passes = Number(process.env['PASSES'] ?? 3)
const verbose = process.env['SHOW'] ?? ''
const today = '2026-11-22'
const broad = ['cải cách hành chính', 'thu tuc', 'xã', 'tuyen truyen', 'người dân', 'ubnd', 'năm 2023', 'ban']
const queries: JudgedQuery[] = JSON.parse(readFileSync(projectPath('bench/search/queries.json'), 'utf8'))

const given = process.env['DATABASE_URL']
const folder = mkdtempSync('/tmp/chungtay-bench-search-')
chmodSync(folder, 0o711)
const server = given ? null : await startPostgres(folder)
const url = given ?? server?.url ?? ''
try {
  await migrate(url)
  const filled = await fillSearch(url, documents)
  console.log(
    `${documents + 612} documents indexed in ${filled.toFixed(0)} s; load ${loadavg()[0]?.toFixed(1)}`,
  )
  const db = openDb(url, 4)
  await warmSearch(db, [provinceId], today, AbortSignal.timeout(60_000))
  await speed()
  await quality()
  await db.destroy()

  async function ask(words: string) {
    return find(db, provinceId, today, { words, facets: {}, page: 1, exactly: false })
  }

  async function quality(): Promise<void> {
    const shares = new Map<string, number[]>()
    const add = (name: string, share: number) => shares.set(name, [...(shares.get(name) ?? []), share])
    for (const query of queries) {
      const { hits, meant } = await ask(query.text)
      const top = hits.slice(0, 5).map((h) => h.source)
      const found = query.answers.filter((a) => top.includes(a)).length / query.answers.length
      add(query.damage, found)
      add(`half: ${query.half}`, found)
      add('all', found)
      if (found < 1 && verbose === query.half)
        console.log(`  missed ${found.toFixed(2)} | ${query.text} | ${query.meant} | understood: ${meant}`)
    }
    console.log('\n| recall@5 | |\n| --- | --- |')
    for (const [name, list] of shares)
      console.log(
        `| ${name} (${list.length}) | ${(list.reduce((a, b) => a + b, 0) / list.length).toFixed(3)} |`,
      )
  }

  async function speed(): Promise<void> {
    const own = queries.map((q) => q.text)
    const facets = [{ kind: 'news' }, { year: '2023' }, { kind: 'directing_document', issuer: 'UBND tỉnh' }]
    const filtered = (words: string, i: number) =>
      find(db, provinceId, today, { words, facets: facets[i % facets.length] ?? {}, page: 1, exactly: false })
    const typing = (words: string) => suggestionsFor(db, provinceId, today, words)
    console.log('\n| what is asked | p50 ms | p99 ms | CPU program p50 | p99 | CPU database | asked |')
    console.log('| --- | --- | --- | --- | --- | --- | --- |')
    await row('the 200 queries, the first time in this process (after its start)', own, 1, ask)
    await row('the 200 queries again', own, passes, ask)
    await row('what thousands answer', broad, passes * 10, ask)
    await row('the 200 with a filter', own, passes, filtered)
    await row('suggestions, words half typed', own.map(halfTyped), passes, typing)
  }

  async function row(
    name: string,
    texts: readonly string[],
    rounds: number,
    answer: (text: string, i: number) => Promise<unknown>,
  ): Promise<void> {
    const database = await postmasterOf(url)
    const before = database ? cpuOfFamily(database) : 0
    const times: number[] = []
    const cpus: number[] = []
    for (let round = 0; round < rounds; round += 1)
      for (const [i, text] of texts.entries()) {
        const begin = performance.now()
        const cpu = process.cpuUsage()
        await answer(text, i)
        const used = process.cpuUsage(cpu)
        times.push(performance.now() - begin)
        cpus.push((used.user + used.system) / 1000)
      }
    const perQuery = database ? (cpuOfFamily(database) - before) / times.length : Number.NaN
    const at = (list: readonly number[], share: number) =>
      (
        [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))] ?? 0
      ).toFixed(1)
    console.log(
      `| ${name} | ${at(times, 0.5)} | ${at(times, 0.99)} | ${at(cpus, 0.5)} | ${at(cpus, 0.99)} | ` +
        `${perQuery.toFixed(1)} | ${times.length} |`,
    )
  }
} finally {
  await server?.stop()
  rmSync(folder, { recursive: true, force: true })
}

/** What stands in the box while its last word is being typed: the first three words, the third one half. */
function halfTyped(text: string): string {
  const [first = '', second = '', third = ''] = text.split(' ')
  return `${first} ${second} ${third.slice(0, Math.ceil(third.length / 2))}`.trim()
}

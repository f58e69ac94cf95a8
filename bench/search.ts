// How well and how fast the public search answers. Run: node bench/search.ts
// (DATABASE_URL=… for a server with an empty, migrated or filled database; else the embedded PostgreSQL on a throw-away
// folder). DOCUMENTS (50,000) are added to the set's own 612; PASSES (3) repeats every query.
// Limits: recall@5 at least 0.95, p99 at most 20 ms at 50,000 documents. The set: bench/search/README.md.
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { openDb } from '../src/lib/db/db.ts'
import { migrate } from '../src/lib/db/migrate.ts'
import { startPostgres } from '../src/lib/db/postgres.ts'
import { projectPath } from '../src/lib/paths.ts'
import { find } from '../src/modules/publishing/search/search.ts'
import { cpuOfFamily, postmasterOf } from './processes.ts'
import { fillSearch, provinceId } from './search/fill.ts'
import type { JudgedQuery } from './search/make-queries.ts'

const documents = Number(process.env['DOCUMENTS'] ?? 50_000)
const passes = Number(process.env['PASSES'] ?? 3)
const verbose = process.env['SHOW'] ?? ''
const today = '2026-11-22'
const queries: JudgedQuery[] = JSON.parse(readFileSync(projectPath('bench/search/queries.json'), 'utf8'))

const given = process.env['DATABASE_URL']
const folder = mkdtempSync('/tmp/chungtay-bench-search-')
chmodSync(folder, 0o711)
const server = given ? null : await startPostgres(folder)
const url = given ?? server?.url ?? ''
try {
  await migrate(url)
  const filled = await fillSearch(url, documents)
  console.log(`${documents + 612} documents indexed in ${filled.toFixed(0)} s`)
  const db = openDb(url, 4)
  await ask('xin chào')
  await quality()
  await speed()
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
    const broad = [
      'cải cách hành chính',
      'thu tuc',
      'xã',
      'tuyen truyen',
      'người dân',
      'ubnd',
      'năm 2023',
      'ban',
    ]
    const database = await postmasterOf(url)
    for (const [name, texts] of [
      ['the 200 queries', queries.map((q) => q.text)],
      ['what thousands answer', broad],
    ] as const) {
      const times: number[] = []
      const least = texts.map(() => Number.POSITIVE_INFINITY)
      const cpu = process.cpuUsage()
      const before = database ? cpuOfFamily(database) : 0
      for (let pass = 0; pass < passes; pass += 1)
        for (const [i, text] of texts.entries()) {
          const begin = performance.now()
          await ask(text)
          const ms = performance.now() - begin
          times.push(ms)
          least[i] = Math.min(least[i] ?? ms, ms)
        }
      const used = process.cpuUsage(cpu)
      const after = database ? cpuOfFamily(database) : 0
      const at = (list: readonly number[], share: number) =>
        [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))] ?? 0
      console.log(
        `\n${name}: p50 ${at(times, 0.5).toFixed(1)} ms, p99 ${at(times, 0.99).toFixed(1)} ms of ${times.length}; ` +
          `best of ${passes} p50 ${at(least, 0.5).toFixed(1)}, p99 ${at(least, 0.99).toFixed(1)} ms; CPU a query: ` +
          `program ${((used.user + used.system) / 1000 / times.length).toFixed(1)} ms, ` +
          `database ${(((after - before) * 1000) / times.length).toFixed(1)} ms`,
      )
    }
  }
} finally {
  await server?.stop()
  rmSync(folder, { recursive: true, force: true })
}

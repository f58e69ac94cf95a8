import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import pg from 'pg'
import { expect, inject, test } from 'vitest'
import { projectPath } from '../src/lib/paths.ts'
import { jobNames } from '../src/modules/administration/administration.texts.ts'
import { circles, floorFaults } from './house/floors.ts'
import { lineFaults } from './house/lines.ts'
import { paperFaults, wordFaults, workshopFaults } from './house/papers.ts'
import { allFiles, isTest, parseSource, readSource } from './house/sources.ts'
import { transactionFaults } from './house/transactions.ts'

/** The laws of the house (docs/architecture.md). Each fault says where it is and what to do about it. */
const files = allFiles()
const sources = files.filter((path) => /^(src|test|e2e|bench)\/.*\.tsx?$/.test(path)).map(readSource)

test('arrows go down, and into a room only by its front door', () => {
  expect(sources.flatMap(floorFaults)).toEqual([])
})

test('no circles between files', () => {
  const program = sources.filter((s) => !isTest(s.path))
  expect(circles(program).map((way) => way.join(' → '))).toEqual([])
})

test('files and functions are small, names say what they hold, the clock and the environment stay at the edges', () => {
  expect(sources.flatMap(lineFaults)).toEqual([])
})

test('nothing inside a transaction asks beside it', () => {
  const program = sources.filter((s) => s.path.startsWith('src/') && !isTest(s.path))
  expect(transactionFaults(program)).toEqual([])
  const wrong = (text: string) => transactionFaults([parseSource('src/x.ts', text)]).length
  expect(wrong(`c.get('db').transaction().execute(async (tx) => { await names(c.get('db')) })`)).toBe(1)
  expect(wrong(`db.transaction().execute(async (tx) => { await names(db) })`)).toBe(1)
  expect(
    wrong(`function names(c) { return all(c) }
    function all(c) { return units(c.get('db')) }
    const verb = step('x', (tx, c) => change(tx, names(c)))`),
  ).toBe(1)
  expect(
    wrong(`function seen(c, db = c.get('db')) { return one(db) }
    async function verb(c) { const u = await names(c.get('db')); run((tx) => seen(c, tx)) }`),
  ).toBe(0)
})

test('every file that a document names is there', () => {
  expect(files.filter((path) => path.endsWith('.md')).flatMap(paperFaults)).toEqual([])
})

test('text is NFC, and written for its reader', () => {
  const read = files.filter(
    (path) => /\.(tsx?|md|sql|css|js|mjs|json|svg)$/.test(path) && !path.startsWith('test/house'),
  )
  const faults = read.flatMap((path) => {
    const text = readFileSync(projectPath(path), 'utf8')
    const composed = text === text.normalize('NFC') || isTest(path)
    return [
      ...(composed ? [] : [`${path} holds decomposed letters: save it as NFC`]),
      ...workshopFaults(path, text),
    ]
  })
  expect(faults).toEqual([])
})

test('words on the screen are there in Vietnamese and in English', async () => {
  const faults: string[] = []
  for (const path of files.filter((p) => p.endsWith('.texts.ts'))) {
    const exported = (await import(pathToFileURL(projectPath(path)).href)) as Record<string, unknown>
    for (const [name, value] of Object.entries(exported)) faults.push(...wordFaults(path, name, value))
  }
  expect(faults).toEqual([])
})

test('every job has a name that an administrator can read', () => {
  const program = sources.filter((s) => !isTest(s.path))
  const kinds = program.flatMap((s) =>
    [...s.text.matchAll(/jobKind\(\s*'([^']+)'/g)].map((found) => found[1] ?? ''),
  )
  expect(kinds.length).toBeGreaterThan(0)
  expect(
    kinds.filter((kind) => !jobNames[kind]),
    'add them to jobNames in src/modules/administration/administration.texts.ts',
  ).toEqual([])
})

test('migrations are named by their moment and their thought, and no two share a moment', () => {
  const names = files.filter((path) => path.startsWith('migrations/'))
  expect(names.filter((n) => !/^migrations\/\d{8}-\d{4}-[a-z0-9]+(-[a-z0-9]+)*\.sql$/.test(n))).toEqual([])
  const moments = names.map((n) => n.slice(0, 'migrations/20261122-0300'.length))
  expect(moments.filter((m, i) => moments.indexOf(m) !== i)).toEqual([])
})

test('decision records have numbers of their own', () => {
  const numbers = files.flatMap((path) => /^docs\/decisions\/(\d{4})-/.exec(path)?.[1] ?? [])
  expect(numbers.filter((n, i) => numbers.indexOf(n) !== i)).toEqual([])
})

/** What belongs to no province: the list of migrations is the whole database's, a province's code names itself. */
const noProvince = ['migration migration_pkey', 'organisations.province province_code_key']

test('every primary, unique and foreign key begins with the province', async () => {
  const client = new pg.Client({ connectionString: inject('templateUrl') })
  await client.connect()
  const { rows } = await client.query<{ table: string; key: string; column: string | null }>(`
    select c.conrelid::regclass::text as "table", c.conname as key, a.attname as column
    from pg_constraint c join pg_namespace n on n.oid = c.connamespace
      left join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype in ('p', 'f', 'u') and n.nspname !~ '^(pg_|information_schema)'
    union all
    select t.oid::regclass::text, 'none', null from pg_class t join pg_namespace n on n.oid = t.relnamespace
    where t.relkind in ('r', 'p') and n.nspname !~ '^(pg_|information_schema)'
      and not exists (select from pg_constraint c where c.conrelid = t.oid and c.contype = 'p')`)
  await client.end()
  const wrong = rows.filter((r) => r.column !== 'province_id' && !noProvince.includes(`${r.table} ${r.key}`))
  expect(
    wrong.map((r) => `${r.table}: key ${r.key} begins with ${r.column}: begin it with province_id`),
  ).toEqual([])
})

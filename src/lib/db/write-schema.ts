import { writeFile } from 'node:fs/promises'
import pg from 'pg'
import { projectPath } from '../paths.ts'

const kinds: Record<string, string> = {
  int2: 'number',
  int4: 'number',
  int8: 'number',
  float8: 'number',
  numeric: 'string',
  bool: 'boolean',
  text: 'string',
  citext: 'string',
  varchar: 'string',
  date: 'string',
  timestamptz: 'Date',
  uuid: 'string',
  bytea: 'Buffer',
  tsvector: 'string',
  daterange: 'string',
}

interface Column {
  schema: string
  table: string
  name: string
  type: string
  nullable: boolean
  defaulted: boolean
  generated: boolean
}

const columnsQuery = `
select n.nspname as schema, c.relname as "table", a.attname as name, t.typname as type,
  not a.attnotnull as nullable, (a.atthasdef or a.attidentity <> '') as defaulted, a.attgenerated <> '' as generated
from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
  join pg_type t on t.oid = a.atttypid
where c.relkind in ('r', 'p', 'v', 'm') and a.attnum > 0 and not a.attisdropped
  and n.nspname not in ('pg_catalog', 'information_schema', 'public') and n.nspname not like 'pg\\_%'
order by 1, 2, a.attnum`

/** The TypeScript text of src/lib/schema.ts for the database at `url`: one interface a table, '<schema>.<table>' as key. */
export async function schemaText(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const columns: Column[] = (await client.query(columnsQuery)).rows
    const tables = Map.groupBy(columns, (c) => `${c.schema}.${c.table}`)
    const parts = [...tables].map(([name, cols]) => `  '${name}': {\n${cols.map(columnLine).join('')}  }\n`)
    return `// Generated from the migrated database by \`npm run schema\`. Do not edit.\nimport type { ColumnType, Generated } from 'kysely'\n\n/** A jsonb column: read as a value, written as JSON text. */\nexport type Json = ColumnType<unknown, string | null, string | null>\n\nexport interface Tables {\n${parts.join('')}}\n`
  } finally {
    await client.end()
  }
}

function columnLine(c: Column): string {
  return `    ${c.name}: ${columnType(c)}\n`
}

function columnType(c: Column): string {
  if (c.type === 'jsonb') return 'Json'
  const array = c.type.startsWith('_')
  const base = kinds[array ? c.type.slice(1) : c.type] ?? 'unknown'
  const value = `${array ? `${base}[]` : base}${c.nullable ? ' | null' : ''}`
  if (c.generated) return `ColumnType<${value}, never, never>`
  return c.defaulted ? `Generated<${value}>` : value
}

export async function writeSchema(url: string): Promise<void> {
  await writeFile(projectPath('src/lib/schema.ts'), await schemaText(url))
}

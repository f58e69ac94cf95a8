import { createHash } from 'node:crypto'
import { invalid } from '../../lib/errors.ts'
import { parseRichText } from '../../lib/richtext/parse.ts'
import { readFacts } from './facts.ts'
import { type Snapshot, type SnapshotInput, snapshotSchema } from './publication.ts'

/**
 * A snapshot in its shape, facts by kind included; `invalid` with the field's path otherwise. The desk asks this
 * before it lets a text be submitted, so that nothing approved can be refused later.
 */
export function parseSnapshot(input: SnapshotInput): Snapshot {
  const parsed = snapshotSchema.safeParse(input)
  if (!parsed.success) throw invalid(faultsOf(parsed.error.issues))
  const { facts, faults } = readFacts(parsed.data.kind, parsed.data.facts)
  const body = parseRichText(parsed.data.body, 'body')
  if (!body.ok || faults.length > 0) throw invalid([...faults, ...(body.ok ? [] : body.faults)])
  return { ...parsed.data, facts, body: body.value }
}

/**
 * What an approval of the whole snapshot can be bound to: hexadecimal SHA-256, whatever the order of its keys. For whom
 * it is meant, and what it is filed under in reports, no reader sees: that may change without another version.
 */
export function digestOfSnapshot(snapshot: Snapshot): string {
  const { audiences: _a, themes: _t, forms: _f, ...seen } = snapshot
  return createHash('sha256').update(sortedJson(seen)).digest('hex')
}

function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}

type Issues = readonly { path: readonly PropertyKey[]; message: string }[]

function faultsOf(issues: Issues) {
  return issues.map(({ path, message }) => {
    const [vi = message, en = vi] = message.split(' / ')
    return fault(path.map(String).join('.'), vi, en)
  })
}

/** What is wrong with a field of a snapshot, said in both languages. */
export function fault(field: string, vi: string, en: string) {
  return { field, vi, en }
}

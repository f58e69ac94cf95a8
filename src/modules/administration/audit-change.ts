/** One field of a change, as a person reads it. Empty: there was nothing. */
export interface FieldChange {
  field: string
  before: string
  after: string
}

const longest = 400

/** The fields that differ between what was and what is, nested ones as 'a.b', in the order they were written. */
export function fieldChanges(before: unknown, after: unknown): FieldChange[] {
  const [was, is] = [flatten(before), flatten(after)]
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((field) => ({ field, before: was.get(field) ?? '', after: is.get(field) ?? '' }))
    .filter((change) => change.before !== change.after)
}

function flatten(value: unknown, path = '', into = new Map<string, string>()): Map<string, string> {
  if (value === null || value === undefined) return into
  if (typeof value === 'object' && !Array.isArray(value)) {
    for (const [key, inner] of Object.entries(value)) flatten(inner, path ? `${path}.${key}` : key, into)
  } else into.set(path, show(value))
  return into
}

function show(value: unknown): string {
  const text = Array.isArray(value) ? value.map(show).join('; ') : readable(value)
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}

/** '2026-11-22' → '22/11/2026'; yes and no as signs that both languages read. */
function readable(value: unknown): string {
  if (typeof value === 'boolean') return value ? '✓' : '✗'
  if (typeof value === 'object') return JSON.stringify(value)
  const text = String(value)
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return day ? `${day[3]}/${day[2]}/${day[1]}` : text
}

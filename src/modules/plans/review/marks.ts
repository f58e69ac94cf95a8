import type { Mark } from '../../../ui/source-text.tsx'
import { type Found, type FoundTask, headFields, type Place } from './found.ts'
import type { Flag } from './review.ts'

/** Anchor of a field on the page, for a path of a flag or a correction. */
export function anchorOf(path: string): string {
  const task = /^tasks\.(t\d+)/.exec(path)
  if (task) return `task-${task[1]}`
  if (path.startsWith('names.')) return 'names'
  if (path.startsWith('recipients')) return 'recipients'
  if (path.startsWith('legalBasis')) return 'legal'
  if (path.startsWith('reportDuties')) return 'duties'
  if (path === 'tasks') return 'tasks'
  return (headFields as readonly string[]).includes(path) ? `field-${path}` : 'flags'
}

const parts = ['content', 'lead', 'coordinating', 'time', 'product'] as const

/** The places of all fields in the text, those in doubt said so. */
export function marksOf(found: Found, flags: readonly Flag[], label: (field: string) => string): Mark[] {
  const open = flags.filter((f) => f.resolution === null && f.blocking)
  const doubtful = (path: string) => open.some((f) => f.path === path || path.startsWith(`${f.path}.`))
  const marks: Mark[] = []
  const put = (id: string, name: string, places: readonly Place[] | undefined, path: string) => {
    for (const p of places ?? []) marks.push({ ...p, id, label: label(name), doubtful: doubtful(path) })
  }
  for (const field of headFields) put(`field-${field}`, field, found.head[field].at, field)
  for (const task of found.tasks) {
    for (const part of parts) put(`task-${task.id}`, part, task.at[part], `tasks.${task.id}.${part}`)
  }
  for (const c of found.citations) put('legal', 'legal', c.at, `legalBasis.${c.id}`)
  for (const r of found.recipients) put('recipients', 'recipients', r.at, `recipients.${r.id}`)
  for (const d of found.duties) put('duties', 'duties', d.at, `reportDuties.${d.id}`)
  for (const f of open)
    if (f.at) marks.push({ ...f.at, id: `flag-${f.id}`, label: label('flags'), doubtful: true })
  return marks
}

/** Flags about one task that still wait. */
export function openAbout(task: FoundTask, flags: readonly Flag[]): Flag[] {
  return flags.filter((f) => f.resolution === null && `${f.path}.`.startsWith(`tasks.${task.id}.`))
}

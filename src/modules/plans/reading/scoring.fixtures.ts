import { readFileSync } from 'node:fs'
import type { LabelledBasis, LabelledDeadline, LabelledTask, PlanLabels } from './labels.ts'

/** Hand labels of a document, as a careful reader typed them. */
export interface HandLabels extends Omit<PlanLabels, 'flags' | 'source' | 'tasks'> {
  readonly tasks: readonly (LabelledTask & { readonly alternatives?: readonly Partial<LabelledTask>[] })[]
}

export type Column =
  | 'tasks'
  | 'lead'
  | 'coordinating'
  | 'time'
  | 'legalBasis'
  | 'legalDates'
  | 'recipients'
  | 'reportDeadlines'
  | 'identity'

type Scored = Pick<PlanLabels, 'tasks' | 'legalBasis' | 'recipients' | 'reportDeadlines'> &
  Pick<PlanLabels, (typeof IDENTITY)[number]>

const IDENTITY = ['number', 'issued', 'issuer', 'year', 'signer', 'title'] as const

export function handLabels(path: string): HandLabels {
  return JSON.parse(readFileSync(path, 'utf8')) as HandLabels
}

export function folded(text: string | null | undefined): string {
  return (text ?? '')
    .normalize('NFC')
    .replace(/[*_|]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[-–•+\s]+/, '')
    .replace(/[;.,:\s]+$/, '')
    .toLowerCase()
}

/** The scoring rule of the labelling conventions: F1 of sets, tasks paired by their first twelve words. */
export function score(got: Scored, want: HandLabels): Record<Column, number> {
  const pairs = pairTasks(got.tasks, want.tasks)
  const field = (fn: (g: LabelledTask, w: LabelledTask) => number): number =>
    want.tasks.length === 0 ? 1 : pairs.reduce((sum, [g, w]) => sum + best(g, w, fn), 0) / want.tasks.length
  const law = (item: LabelledBasis): string => `${folded(item.type)} ${folded(item.number ?? item.name)}`
  const laws = (items: readonly LabelledBasis[]): LabelledBasis[] =>
    items.filter((item) => !/^(?:công văn|tờ trình)$/.test(folded(item.type)))
  const dated = laws(want.legalBasis).filter((item) => item.issued !== null)
  const gotLaws = laws(got.legalBasis)
  const due = (item: LabelledDeadline): string => `${item.period} ${folded(item.due)}`
  const alike = IDENTITY.filter((key) => folded(String(got[key] ?? '')) === folded(String(want[key] ?? '')))
  return {
    tasks: f1(pairs.length, got.tasks.length, want.tasks.length),
    lead: field((g, w) => setF1(g.lead, w.lead)),
    coordinating: field((g, w) => setF1(g.coordinating, w.coordinating)),
    time: field((g, w) => Number(folded(g.time) === folded(w.time))),
    legalBasis: setF1(gotLaws.map(law), laws(want.legalBasis).map(law)),
    legalDates:
      dated.length === 0
        ? 1
        : dated.filter((item) =>
            gotLaws.some((other) => law(other) === law(item) && other.issued === item.issued),
          ).length / dated.length,
    recipients: setF1(got.recipients, want.recipients),
    reportDeadlines: setF1(got.reportDeadlines.map(due), want.reportDeadlines.map(due)),
    identity: alike.length / IDENTITY.length,
  }
}

function f1(both: number, got: number, want: number): number {
  if (got === 0 && want === 0) return 1
  return both === 0 ? 0 : (2 * both) / (got + want)
}

function setF1(got: readonly string[], want: readonly string[]): number {
  const left = want.map(folded)
  let both = 0
  for (const item of got) {
    const at = left.indexOf(folded(item))
    if (at < 0) continue
    both++
    left.splice(at, 1)
  }
  return f1(both, got.length, want.length)
}

type HandTask = HandLabels['tasks'][number]

function best(g: LabelledTask, w: HandTask, fn: (g: LabelledTask, w: LabelledTask) => number): number {
  return Math.max(fn(g, w), ...(w.alternatives ?? []).map((other) => fn(g, { ...w, ...other })))
}

function firstWords(text: string): string[] {
  return folded(text).split(' ').filter(Boolean).slice(0, 12)
}

function overlap(a: string, b: string): number {
  const [left, right] = [firstWords(a), firstWords(b)]
  if (left.length === 0 || right.length === 0) return 0
  return left.filter((word) => right.includes(word)).length / Math.max(left.length, right.length)
}

function pairTasks(got: readonly LabelledTask[], want: readonly HandTask[]): [LabelledTask, HandTask][] {
  const candidates = got.flatMap((g) =>
    want.flatMap((w) => {
      const alike = overlap(g.content, w.content)
      const bonus =
        (folded(g.lead[0]) === folded(w.lead[0]) ? 0.05 : 0) +
        (folded(g.ordinal) === folded(w.ordinal) ? 0.01 : 0)
      return alike >= 0.7 ? [{ weight: alike + bonus, g, w }] : []
    }),
  )
  const used = new Set<LabelledTask>()
  const pairs: [LabelledTask, HandTask][] = []
  for (const { g, w } of candidates.sort((a, b) => b.weight - a.weight)) {
    if (used.has(g) || used.has(w)) continue
    used.add(g).add(w)
    pairs.push([g, w])
  }
  return pairs
}

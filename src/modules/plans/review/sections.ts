import type { SectionKind } from '../plan.ts'
import type { PlanReading, Section } from '../reading/reading.ts'
import type { FoundSection, Place } from './found.ts'

const kinds: Record<Section['kind'], SectionKind> = {
  purpose: 'OBJECTIVES',
  organising: 'ORGANISATION',
  budget: 'FUNDING',
  content: 'CONTENT',
}

interface Heading {
  heading: string
  kind: SectionKind
  start: number
  end: number
}

/**
 * The running text of a plan, section by section, without the lines that became tasks: those are printed from the
 * tasks. A news digest has no sections of a plan.
 */
export function sectionsOf(reading: PlanReading): FoundSection[] {
  if (reading.kind === 'digest') return []
  const end = endOfBody(reading)
  const headings = headingsOf(reading).filter((h) => h.start < end)
  const taken = placesOfTasks(reading)
  const first = headings[0]
  const sections: FoundSection[] = []
  const preamble = lines(reading.text, lineEnd(reading.text, titleEnd(reading)), first?.start ?? end, [])
  const words = preamble.kept.filter((l) => l.length > 40 && !/^cộng hòa|^độc lập/iu.test(l))
  if (words.length > 0) sections.push({ kind: 'PREAMBLE', heading: null, body: words.join('\n') })
  for (const [i, h] of headings.entries()) {
    const until = headings[i + 1]?.start ?? end
    const { kept, after } = lines(reading.text, h.end, until, taken)
    const last = i === headings.length - 1
    sections.push({ kind: h.kind, heading: h.heading, body: [...kept, ...(last ? [] : after)].join('\n') })
    if (last && after.length > 0) sections.push({ kind: 'CLOSING', heading: null, body: after.join('\n') })
  }
  return sections
}

function titleEnd(reading: PlanReading): number {
  return Math.max(0, ...reading.title.spans.map((s) => s.end))
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end
}

/** Where recipients, signature or annex begin. */
function endOfBody(reading: PlanReading): number {
  const from = titleEnd(reading)
  const starts = [
    reading.recipients[0]?.spans[0]?.start,
    reading.signer.spans[0]?.start,
    reading.signerTitle.spans[0]?.start,
    ...reading.tasks.filter((t) => t.origin === 'annex').map((t) => t.content.spans[0]?.start),
    lineStart(reading.text, /^[\s*_]*nơi nhận\b/imu, from),
    lineStart(reading.text, /^[\s*_#]*(?:danh mục|phụ lục)\b[^\n]{0,40}$/imu, from),
  ]
  return Math.min(reading.text.length, ...starts.filter((s) => s !== undefined && s > from).map(Number))
}

function lineStart(text: string, pattern: RegExp, from: number): number | undefined {
  const m = pattern.exec(text.slice(from))
  return m ? from + m.index : undefined
}

/** Roots, and the headings below a root where tasks stand under one of them. */
function headingsOf(reading: PlanReading): Heading[] {
  const used = new Set(reading.tasks.filter((t) => t.origin !== 'annex').map((t) => t.section))
  const out: Heading[] = []
  for (const [i, root] of reading.sections.entries()) {
    if (root.parent !== null) continue
    out.push(headingOf(root, null))
    const below = reading.sections.filter((s) => s.parent === i && s.ordinal !== null)
    const named = below.map((s) => headingOf(s, root))
    if (named.some((h) => used.has(h.heading))) out.push(...named)
  }
  return out.sort((a, b) => a.start - b.start)
}

/** As the reader names the section of a task: 'II. NỘI DUNG', 'II.2. Hình thức tuyên truyền'. */
function headingOf(section: Section, root: Section | null): Heading {
  const path = [root?.ordinal, section.ordinal].filter(Boolean).join('.')
  const title = section.title.replace(/[:.;]+$/, '')
  return {
    heading: path ? `${path}. ${title}` : title,
    kind: kinds[section.kind],
    start: section.spans[0]?.start ?? 0,
    end: section.spans.at(-1)?.end ?? 0,
  }
}

function placesOfTasks(reading: PlanReading): Place[] {
  return reading.tasks
    .filter((t) => t.origin !== 'annex')
    .flatMap((t) => [t.content, t.time, ...t.lead, ...t.coordinating, ...t.products])
    .flatMap((f) => [...f.spans])
}

/** The lines between two offsets that touch no task; `after` are those behind the last line that does. */
function lines(
  text: string,
  from: number,
  until: number,
  taken: readonly Place[],
): { kept: string[]; after: string[] } {
  const kept: string[] = []
  let after: string[] = []
  let any = false
  for (let start = from; start < until; ) {
    const end = Math.min(lineEnd(text, start), until)
    const line = plain(text.slice(start, end))
    if (taken.some((p) => p.start < end && p.end > start)) {
      kept.push(...after)
      after = []
      any = true
    } else if (line) {
      const list = any ? after : kept
      const before = list.at(-1)
      if (before && /^\p{Ll}/u.test(line) && !/[.;:]$/u.test(before))
        list[list.length - 1] = `${before} ${line}`
      else list.push(line)
    }
    start = end + 1
  }
  return { kept, after }
}

function plain(line: string): string {
  return line
    .replace(/[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}/gu, '')
    .replace(/^#+\s*/u, '')
    .replace(/\s+/gu, ' ')
    .trim()
}

import { startsAgency } from './agency.ts'
import type { Citation } from './citation.ts'
import { docFlags } from './document-flags.ts'
import type { Findings } from './findings.ts'
import { type Flag, type FlagCode, flag } from './flags.ts'
import type { Found } from './identity.ts'
import type { Node } from './outline.ts'
import type { RawTask } from './raw-task.ts'
import type {
  Field,
  LegalBasis,
  Objective,
  PlanReading,
  ReportDuty,
  Section,
  Target,
  Task,
} from './reading.ts'
import { fold, type Span, type Strand, spansOf, wordsOf } from './strand.ts'
import { findTargets } from './targets.ts'
import { isClosing } from './text-tasks.ts'

/** Writes findings down as values with places and flags. */
export function writeReading(text: string, findings: Findings): PlanReading {
  const { identity, parts } = findings
  const flags: Flag[] = docFlags(text, findings)
  const tasks = findings.tasks.map((task, k) => writeTask(text, task, k, flags))
  const basis = writeBasis(text, findings.citations, flags)
  const place = <T>(path: string, found: Found<T> | null): Field<T | null> =>
    fieldOf(
      found?.value ?? null,
      (found?.at ?? []).flatMap((at) => spansOf(at, text)),
      path,
      flags,
    )
  const reading: PlanReading = {
    text,
    kind: parts.kind,
    title: place('title', identity.title),
    number: place('number', identity.number),
    issued: place('issued', identity.issued),
    issuer: place('issuer', identity.issuer),
    year: place('year', identity.year),
    signer: strandField(text, 'signer', parts.closing.signer, flags),
    signerTitle: strandField(text, 'signerTitle', parts.closing.signerTitle, flags),
    legalBasis: basis,
    recipients: parts.closing.recipients.map((line, k) =>
      fieldOf(wordsOf(line), spansOf(line, text), `recipients.${k}`, flags),
    ),
    sections: writeSections(text, findings.nodes),
    objectives: parts.kind === 'digest' ? [] : writeObjectives(text, findings.nodes),
    tasks,
    reportDuties: writeDuties(text, findings, flags),
    flags,
  }
  return reading
}

function fieldOf<T>(value: T, spans: readonly Span[], path: string, flags: readonly Flag[]): Field<T> {
  const doubtful = flags.some((item) => item.field === path && item.severity !== 'note')
  return { value, spans, confidence: doubtful ? 'doubtful' : 'sure' }
}

function strandField(
  text: string,
  path: string,
  strand: Strand | null,
  flags: readonly Flag[],
): Field<string | null> {
  return fieldOf(
    strand === null ? null : wordsOf(strand),
    strand === null ? [] : spansOf(strand, text),
    path,
    flags,
  )
}

function writeTask(text: string, task: RawTask, k: number, flags: Flag[]): Task {
  const path = `tasks.${k}`
  const said = new Set<FlagCode>()
  for (const doubt of task.doubts) {
    if (said.has(doubt.code) || settled(task, doubt.code)) continue
    said.add(doubt.code)
    flags.push(flag(doubt.code, spansOf(doubt.at, text), `${path}.${doubt.field}`, k))
  }
  const agencies = (role: 'lead' | 'coordinating'): Field<string>[] =>
    task[role].map((name, n) => {
      if (!looksLikeAgency(name))
        flags.push(flag('agency-unlike', spansOf(name, text), `${path}.${role}.${n}`, k))
      return fieldOf(wordsOf(name), spansOf(name, text), `${path}.${role}.${n}`, flags)
    })
  return {
    section: task.section,
    ordinal: task.ordinal,
    origin: task.origin,
    content: fieldOf(contentText(task.content), spansOf(task.content, text), `${path}.content`, flags),
    lead: agencies('lead'),
    coordinating: agencies('coordinating'),
    invited: task.invited,
    time: fieldOf(
      task.time === null ? null : wordsOf(task.time),
      task.time === null ? [] : spansOf(task.time, text),
      `${path}.time`,
      flags,
    ),
    targets: findTargets(task.content).map(
      (found): Target => ({
        ...withoutStrand(found),
        text: wordsOf(found.strand),
        spans: spansOf(found.strand, text),
      }),
    ),
    products: task.products.map((product, n) =>
      fieldOf(wordsOf(product), spansOf(product, text), `${path}.products.${n}`, flags),
    ),
  }
}

function settled(task: RawTask, code: FlagCode): boolean {
  if (code === 'missing-lead' || code === 'no-lead-column') return task.lead.length > 0
  return code === 'missing-time' && task.time !== null
}

function withoutStrand(found: ReturnType<typeof findTargets>[number]): Omit<Target, 'text' | 'spans'> {
  return { min: found.min, max: found.max, unit: found.unit, metric: found.metric }
}

function contentText(content: Strand): string {
  return fold(content.text)
    .replace(/^[-–—+•\s]+/, '')
    .replace(/\s*[;.,:]*(?:\/\.)?$/, '')
}

function looksLikeAgency(name: Strand): boolean {
  if (startsAgency(name, 0)) return name.text.length < 200
  return (
    name.text.length < 140 &&
    /(?:so|ban|nganh|co quan|don vi|dia phuong|doan the|ubnd|uy ban|xa|phuong|huyen|doanh nghiep|bao|dai|phong|hoi|cong chuc|to chuc|van phong|trung tam|bo phan|cap)(?![a-z])/.test(
      name.bare,
    )
  )
}

function writeBasis(text: string, citations: readonly Citation[], flags: Flag[]): LegalBasis[] {
  const byKey = new Map<string, Citation>()
  for (const citation of citations) {
    const key = `${citation.type} ${citation.number ?? citation.name}`.toLowerCase()
    const known = byKey.get(key)
    if (known === undefined) byKey.set(key, citation)
    else if (known.issued === null && citation.issued !== null)
      byKey.set(key, { ...known, issued: citation.issued, issuer: known.issuer ?? citation.issuer })
  }
  return [...byKey.values()].map((citation, k) => {
    const at = { ...citation.strand, ...slice(citation) }
    const spans = spansOf(at, text)
    if (citation.repaired.includes('number')) flags.push(flag('number-repaired', spans, `legalBasis.${k}`))
    if (citation.repaired.includes('date')) flags.push(flag('date-repaired', spans, `legalBasis.${k}`))
    if (citation.issuedAt !== null && citation.issued === null)
      flags.push(flag('date-impossible', spans, `legalBasis.${k}`))
    return {
      type: citation.type,
      number: citation.number,
      name: citation.name,
      issued: citation.issued,
      issuer: citation.issuer,
      spans,
    }
  })
}

function slice(citation: Citation): Strand {
  const { strand, start, end } = citation
  return {
    text: strand.text.slice(start, end),
    bare: strand.bare.slice(start, end),
    at: strand.at.subarray(start, end),
    to: strand.to.subarray(start, end),
  }
}

function writeSections(text: string, nodes: readonly Node[]): Section[] {
  const headings = nodes.filter(
    (node) => node.rank < 5 && (node.loud || (node.children.length > 0 && node.body.text.length < 160)),
  )
  const index = new Map(headings.map((node, k) => [node, k]))
  return headings.map((node) => {
    let up = node.parent
    while (up !== null && !index.has(up)) up = up.parent
    return {
      ordinal: node.marker?.ordinal ?? null,
      title: wordsOf(node.body),
      kind: node.kind,
      parent: up === null ? null : (index.get(up) ?? null),
      spans: spansOf(node.paragraph.strand, text),
    }
  })
}

function writeObjectives(text: string, nodes: readonly Node[]): Objective[] {
  return nodes
    .filter((node) => node.kind === 'purpose' && !node.loud && node.body.text.length > 40 && !isClosing(node))
    .map((node) => ({
      kind: isRequirement(node) ? 'requirement' : 'purpose',
      text: wordsOf(node.body),
      spans: spansOf(node.body, text),
    }))
}

function isRequirement(node: Node): boolean {
  for (let up = node.parent; up !== null; up = up.parent) {
    if (/yeu cau/.test(up.body.bare) && !/muc dich|muc tieu/.test(up.body.bare)) return true
  }
  return false
}

function writeDuties(text: string, findings: Findings, flags: Flag[]): ReportDuty[] {
  return findings.deadlines.map(({ found, task }, k) => {
    const spans = [
      ...spansOf(found.strand, text),
      ...(found.dueStrand === null ? [] : spansOf(found.dueStrand, text)),
    ]
    const at = task === null ? null : findings.tasks.indexOf(task)
    if (found.period === null) flags.push(flag('report-unnamed', spans, `reportDuties.${k}`, at))
    else if (found.due === null) flags.push(flag('report-undated', spans, `reportDuties.${k}`, at))
    return { period: found.period, due: found.due, to: found.to, via: found.via, task: at, spans }
  })
}

import { documentName } from '../../legal/document.ts'
import type { Flag } from '../reading/flags.ts'
import type { PlanReading, Task } from '../reading/reading.ts'
import { readSchedule } from '../schedule.ts'
import type { Found, FoundCitation, FoundFlag, FoundTask, Place } from './found.ts'
import { sectionsOf } from './sections.ts'

/** Doubts that the way to issue settles by itself: number and day are given then. */
const settledLater = new Set(['missing-number', 'missing-issued', 'missing-signer'])

/** A reading in the form that officials mend, with what it was unsure of. Names are matched to units elsewhere. */
export function foundIn(reading: PlanReading): { found: Found; flags: FoundFlag[] } {
  const tasks = reading.tasks.map(taskOf)
  const head = {
    title: { value: reading.title.value, at: [...reading.title.spans] },
    number: { value: reading.number.value, at: [...reading.number.spans] },
    issued: { value: reading.issued.value, at: [...reading.issued.spans] },
    issuer: { value: reading.issuer.value, at: [...reading.issuer.spans] },
    year: {
      value: reading.year.value === null ? null : String(reading.year.value),
      at: [...reading.year.spans],
    },
    signer: { value: reading.signer.value, at: [...reading.signer.spans] },
    signerTitle: { value: reading.signerTitle.value, at: [...reading.signerTitle.spans] },
  }
  const found: Found = {
    head,
    tasks,
    citations: citationsOf(reading),
    recipients: reading.recipients.map((r, i) => ({ id: `r${i}`, text: r.value, at: [...r.spans] })),
    duties: reading.reportDuties.map((d, i) => ({
      id: `d${i}`,
      period: d.period ?? 'ad-hoc',
      due: d.due,
      to: d.to,
      via: d.via,
      at: [...d.spans],
    })),
    sections: sectionsOf(reading),
    names: {},
    next: reading.tasks.length + reading.recipients.length,
  }
  return { found, flags: [...reading.flags.map(flagOf), ...unreadTimes(found)] }
}

function taskOf(task: Task, index: number): FoundTask {
  const places = (list: readonly { spans: readonly Place[] }[]) => list.flatMap((f) => [...f.spans])
  return {
    id: `t${index}`,
    place: task.origin === 'annex' ? 'ANNEX' : 'TEXT',
    section: task.section,
    ordinal: task.ordinal,
    content: task.content.value,
    lead: task.lead.map((f) => f.value),
    coordinating: task.coordinating.map((f) => f.value),
    invited: task.invited,
    time: task.time.value,
    product: task.products.map((f) => f.value).join('; ') || null,
    targets: task.targets.map((t) => ({
      metric: t.metric ?? t.unit,
      minimum: t.min,
      maximum: t.max,
      unit: t.unit,
      asPrinted: t.text,
    })),
    at: {
      content: [...task.content.spans],
      lead: places(task.lead),
      coordinating: places(task.coordinating),
      time: [...task.time.spans],
      product: places(task.products),
    },
  }
}

/** Cited before the first heading: basis. At the head of a list item of the contents: to be made known (YB-06). */
function citationsOf(reading: PlanReading): FoundCitation[] {
  const body = reading.sections.find((s) => s.parent === null)?.spans[0]?.start ?? reading.text.length
  const found: FoundCitation[] = []
  const put = (c: Omit<FoundCitation, 'id'>) => found.push({ ...c, id: `l${found.length}` })
  for (const { spans, ...c } of reading.legalBasis) {
    const at = [...spans]
    const start = at[0]?.start ?? 0
    const listed = listedAt(reading.text, c, body)
    if (start < body) put({ ...c, at, role: 'BASIS' })
    if (listed) put({ ...c, at: listed, role: 'COMMUNICATE' })
    else if (start >= body) put({ ...c, at, role: 'MENTIONED' })
  }
  return found
}

function listedAt(text: string, c: { type: string; number: string | null }, from: number): Place[] | null {
  if (c.number === null) return null
  const words = `${c.type} số ${c.number}`.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s+')
  const m = new RegExp(`^[ \\t]*[-+–*•][ \\t]*(${words})`, 'imu').exec(text.slice(from))
  if (!m) return null
  const start = from + m.index + m[0].length - (m[1]?.length ?? 0)
  return [{ start, end: start + (m[1]?.length ?? 0) }]
}

export function citationWords(c: FoundCitation): string {
  const name = documentName({ type: c.type, number: c.number, title: c.name })
  const [year, month, day] = c.issued?.split('-') ?? []
  return `${name}${day ? ` ngày ${day}/${month}/${year}` : ''}${c.issuer ? ` của ${c.issuer}` : ''}`
}

function flagOf(flag: Flag): FoundFlag {
  const span = flag.spans[0]
  return {
    code: flag.code,
    path: pathOf(flag),
    blocking: flag.severity !== 'note' && !settledLater.has(flag.code),
    at: span ? { start: span.start, end: span.end } : null,
    vi: flag.vi,
    en: flag.en,
  }
}

/** 'tasks.3.lead.0' → 'tasks.t3.lead': ids outlive splitting and merging, indices do not. */
function pathOf(flag: Flag): string {
  const m = /^tasks\.(\d+)(?:\.([a-z]+))?/.exec(flag.field ?? '')
  if (m) return `tasks.t${m[1]}${m[2] ? `.${m[2] === 'products' ? 'product' : m[2]}` : ''}`
  return flag.field ?? (flag.task === null ? 'document' : `tasks.t${flag.task}`)
}

function unreadTimes(found: Found): FoundFlag[] {
  const year = Number(found.head.year.value ?? 2026)
  return found.tasks
    .filter((t) => t.time !== null && readSchedule(t.time, year) === null)
    .map((t) => ({
      code: 'time-not-understood',
      path: `tasks.${t.id}.time`,
      blocking: false,
      at: t.at.time?.[0] ?? null,
      vi: `Chưa hiểu thời gian “${t.time}”: giữ như đã in, chưa có hạn để đôn đốc.`,
      en: `The time “${t.time}” is not understood: kept as printed, without a due day.`,
    }))
}

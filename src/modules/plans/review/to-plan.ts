import { readDeadline } from '../../../lib/calendar/read-deadline.ts'
import type { TaskAgency } from '../plan.ts'
import type { CitationInput, GroupInput, PlanText, TaskInput } from '../plan-draft.ts'
import type { Found, FoundTask } from './found.ts'
import { citationWords } from './from-reading.ts'

/** A corrected reading as the text of a plan. Pure: nothing is decided here that the reading does not say. */
export function planTextOf(found: Found): PlanText {
  const unitOf = (name: string | null) => {
    const targets = name ? (found.names[name]?.targets ?? []) : []
    return targets.length === 1 && targets[0]?.kind === 'unit' ? targets[0].id : null
  }
  return {
    sections: found.sections,
    recipients: found.recipients.map((r) => ({ asPrinted: r.text, unitId: null })),
    citations: found.citations.map(
      (c): CitationInput => ({
        type: c.type,
        number: c.number,
        issued: c.issued,
        issuer: c.issuer,
        title: c.name,
        role: c.role,
        asPrinted: citationWords(c),
      }),
    ),
    groups: groupsOf(found),
    targets: [],
    reportDuties: found.duties.map((d) => ({
      period: d.period,
      dueAsPrinted: d.due,
      dueRule: d.due ? readDeadline(d.due, d.period === 'ad-hoc' ? undefined : d.period) : null,
      addresseeAsPrinted: [d.to, d.via && `qua ${d.via}`].filter(Boolean).join(', ') || null,
      toUnitId: unitOf(d.to),
      viaUnitId: unitOf(d.via),
    })),
  }
}

/** Neighbours under one heading are one group; 'II. Truyền thông …' is ordinal and title in the annex. */
function groupsOf(found: Found): GroupInput[] {
  const groups: (GroupInput & { tasks: TaskInput[]; section: string | null })[] = []
  for (const task of found.tasks) {
    let group = groups.at(-1)
    if (!group || group.section !== task.section || group.place !== task.place) {
      group = { ...headingOf(task), place: task.place, section: task.section, tasks: [] }
      groups.push(group)
    }
    group.tasks.push(inputOf(task, found))
  }
  return groups.map(({ section: _, ...g }) => g)
}

function headingOf(task: FoundTask): { ordinal: string | null; title: string } {
  const m = task.place === 'ANNEX' ? /^([IVXLC]+|[A-Z]|\d+)\.\s+(.*)$/su.exec(task.section ?? '') : null
  return m ? { ordinal: m[1] ?? null, title: m[2] ?? '' } : { ordinal: null, title: task.section ?? '' }
}

function inputOf(task: FoundTask, found: Found): TaskInput {
  const places = Object.values(task.at).flat()
  return {
    ordinal: task.ordinal,
    content: task.content,
    product: task.product,
    time: task.time,
    targets: task.targets,
    agencies: [
      ...task.lead.flatMap((name) => agenciesOf(name, task.invited ? 'invited' : 'lead', found)),
      ...task.coordinating.flatMap((name) => agenciesOf(name, 'coordinating', found)),
    ],
    source:
      places.length > 0
        ? { start: Math.min(...places.map((p) => p.start)), end: Math.max(...places.map((p) => p.end)) }
        : null,
  }
}

/** One row a unit or group meant; a name that means nobody known stays as printed. */
function agenciesOf(name: string, role: TaskAgency['role'], found: Found): TaskAgency[] {
  const targets = found.names[name]?.targets ?? []
  if (targets.length === 0) return [{ role, asPrinted: name, unitId: null, groupId: null }]
  return targets.map((t) => ({
    role,
    asPrinted: name,
    unitId: t.kind === 'unit' ? t.id : null,
    groupId: t.kind === 'group' ? t.id : null,
  }))
}

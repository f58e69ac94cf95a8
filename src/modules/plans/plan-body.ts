import type { Block, Section } from '../../lib/documents/out/official-document.ts'
import type { PlanSection, Task, TaskGroup } from './plan.ts'
import { begun, closedBullets, ended, linesOf } from './plan-lines.ts'
import { coordinatingOf, leadsOf, namedIn, type PrintablePlan } from './printable-plan.ts'

/** The sections of a plan with the tasks of its running text, headings nested by the ordinals they carry. */
export function bodyOf(p: PrintablePlan, hasAnnex: boolean): Block[] {
  const inText = p.groups.filter((g) => g.place === 'TEXT')
  const placed = new Set<number>()
  const parts = p.sections
    .filter((s) => s.kind !== 'PREAMBLE' && s.kind !== 'CLOSING')
    .map((s): Part => {
      const own = inText.filter((g) => g.title === s.heading)
      for (const g of own) placed.add(g.id)
      return part(s.heading, [...linesOf(s.body), ...own.flatMap((g) => tasksInText(p, g, s.kind))])
    })
  for (const g of inText.filter((g) => !placed.has(g.id)))
    parts.push(part(g.title, tasksInText(p, g, 'OTHER')))
  if (hasAnnex && !p.sections.some((s) => /danh mục|phụ lục|kèm theo/iu.test(s.body))) {
    const text = 'Nhiệm vụ, cơ quan thực hiện và thời gian nêu tại Danh mục ban hành kèm theo Kế hoạch này.'
    parts.push(part('NỘI DUNG, THỜI GIAN THỰC HIỆN', [{ kind: 'paragraph', text }]))
  }
  const closing = p.sections.filter((s) => s.kind === 'CLOSING').flatMap((s) => linesOf(s.body))
  return [...nested(parts), ...closing]
}

/** A heading taken apart: 'II.1. Nội dung' stands at rank 2 as '1.', 'II. NỘI DUNG' at rank 1 as 'II.'. */
interface Part {
  ordinal: string | null
  rank: number
  title: string
  blocks: readonly Block[]
}

const printedOrdinal = /^((?:[IVX]+|[A-ZĐ]|\d+|[a-zđ])(?:\.(?:\d+|[a-zđ]))*)[.)]\s+(.*)$/su

/** A heading without an ordinal stands where the Roman ones do. */
function part(heading: string | null, blocks: readonly Block[]): Part {
  const m = printedOrdinal.exec(heading ?? '')
  const own = m?.[1]?.split('.').at(-1)
  if (!m || !own) return { ordinal: null, rank: 1, title: heading ?? '', blocks }
  return { ordinal: marked(own), rank: rankOf(own), title: m[2] ?? '', blocks }
}

function rankOf(ordinal: string): number {
  if (/^[IVX]+$/u.test(ordinal)) return 1
  if (/^\d/u.test(ordinal)) return 2
  return /^\p{Ll}/u.test(ordinal) ? 3 : 0
}

function marked(ordinal: string): string {
  return /^[a-zđ]$/u.test(ordinal) ? `${ordinal})` : `${ordinal}.`
}

/** Each part takes in the parts of deeper rank that follow it. */
function nested(parts: readonly Part[]): Section[] {
  const sections: Section[] = []
  for (let at = 0; at < parts.length; ) {
    const head = parts[at] as Part
    const rest = parts.slice(at + 1)
    const end = rest.findIndex((next) => next.rank <= head.rank)
    const below = end === -1 ? rest : rest.slice(0, end)
    sections.push(sectionOf(head.title, head.ordinal, [...head.blocks, ...nested(below)]))
    at += 1 + below.length
  }
  return numbered(sections)
}

function sectionOf(title: string, ordinal: string | null, blocks: readonly Block[]): Section {
  return { kind: 'section', title, blocks, ...(ordinal !== null && { ordinal }) }
}

/** Printed ordinals hold where every sister has one; otherwise all are counted, lest a number come twice. */
function numbered(sisters: readonly Section[]): Section[] {
  if (sisters.every((s) => s.title === '' || s.ordinal)) return [...sisters]
  return sisters.map(({ title, blocks }) => ({ kind: 'section', title, blocks }))
}

/** Under "Tổ chức thực hiện" the lead is the heading and tasks are its bullets; elsewhere each task names its bodies. */
function tasksInText(p: PrintablePlan, group: TaskGroup, kind: PlanSection['kind']): Block[] {
  const tasks = p.tasks.filter((t) => t.groupId === group.id)
  if (kind !== 'ORGANISATION') return tasks.flatMap(withBodies)
  const bodies: { ordinal: string | null; lead: string; tasks: Task[] }[] = []
  for (const task of tasks) {
    const lead = headingOf(task)
    const last = bodies.at(-1)
    if (last && last.lead === lead && last.ordinal === task.ordinal) last.tasks.push(task)
    else bodies.push({ ordinal: task.ordinal, lead, tasks: [task] })
  }
  return numbered(
    bodies.map((b) =>
      sectionOf(
        b.lead,
        b.ordinal && marked(b.ordinal),
        closedBullets(b.tasks.map((t) => ({ kind: 'bullet', text: begun(t.content) }))),
      ),
    ),
  )
}

/** Bodies outside the administration are asked, not ordered. */
function headingOf(task: Task): string {
  const leads = namedIn(task, 'lead')
  const invited = namedIn(task, 'invited')
  const asked = leads.length === 0 && invited.length > 0 ? 'Đề nghị ' : ''
  const names = [...leads, ...invited]
  return asked + names.join(names.some((n) => n.includes(',')) ? '; ' : ', ')
}

function withBodies(task: Task): Block[] {
  const text = ended(begun(task.content))
  const first: Block = task.ordinal
    ? { kind: 'item', ordinal: marked(task.ordinal), text }
    : { kind: 'bullet', text }
  const facts: [string, string][] = [
    ['Cơ quan chủ trì thực hiện', leadsOf(task).join('; ')],
    ['Cơ quan phối hợp', coordinatingOf(task).join('; ')],
    ['Thời gian thực hiện', task.time ?? ''],
    ['Sản phẩm', task.product ?? ''],
  ]
  return [
    first,
    ...facts
      .filter(([, value]) => value !== '')
      .map(([label, value]): Block => ({ kind: 'bullet', text: `${label}: ${ended(value)}` })),
  ]
}

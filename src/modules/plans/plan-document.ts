import type {
  Annex,
  Block,
  Column,
  OfficialDocument,
  Row,
  Section,
  SigningAuthority,
} from '../../lib/documents/out/official-document.ts'
import type { Plan, PlanSection, Task, TaskGroup } from './plan.ts'

/** Everything a plan is printed from. */
export interface PrintablePlan {
  plan: Plan
  sections: readonly PlanSection[]
  /** The legal basis, each as printed; not used where the plan has a preamble that names it. */
  basis: readonly string[]
  groups: readonly TaskGroup[]
  tasks: readonly Task[]
  recipients: readonly string[]
  /** Names that stand in where the plan itself says nothing. */
  defaults: { issuingBody: string; parentBody: string | null; place: string }
}

/** The plan as an official document (NĐ 30/2020/NĐ-CP, Phụ lục I). Number and day stay open until they are given. */
export function planDocument(p: PrintablePlan): OfficialDocument {
  const { plan } = p
  const number = plan.number?.split('/')[0]?.trim() ?? null
  const issuer = plan.issuer ?? p.defaults.issuingBody
  const preamble = p.sections.filter((s) => s.kind === 'PREAMBLE').map((s) => s.body)
  const annex = annexOf(p)
  return {
    parentBody: plan.issuingBody ? null : p.defaults.parentBody,
    issuingBody: plan.issuingBody ?? issuer.replace(/^Chủ tịch\s+/u, ''),
    issuer,
    symbol: { number, code: plan.number?.split('/').slice(1).join('/').trim() || (plan.symbol ?? 'KH-UBND') },
    place: plan.place ?? p.defaults.place,
    date: plan.issued,
    year: plan.issued ? Number(plan.issued.slice(0, 4)) : plan.year,
    type: 'Kế hoạch',
    abstract: abstractOf(plan.title),
    legalBasis:
      preamble.length > 0
        ? []
        : p.basis.map((b) => (/^(căn cứ|thực hiện|theo) /iu.test(b) ? b : `Căn cứ ${b}`)),
    preamble:
      preamble.length > 0 ? preamble.join('\n') : `${issuer} ban hành Kế hoạch với các nội dung như sau:`,
    body: bodyOf(p, annex !== null),
    recipients: p.recipients.filter((r) => !/^Lưu\s*:/iu.test(r)),
    archiveLine: plan.archiveLine ?? archiveOf(p.recipients) ?? 'VT',
    signature: { ...signatureOf(plan), name: plan.signer },
    annexes: annex ? [annex] : [],
  }
}

/** The subject line: the title without the word of its type. */
export function abstractOf(title: string): string {
  return title.replace(/^\s*kế hoạch\s+(?=\S)/iu, '').replace(/^\p{Ll}/u, (c) => c.toUpperCase())
}

/** 'KẾ HOẠCH Truyền thông …' as a screen shows it: 'Kế hoạch truyền thông …'. */
export function titleOf(printed: string): string {
  const m = /^\s*KẾ HOẠCH\s+(?=\S)/u.exec(printed)
  return m ? `Kế hoạch ${lowered(printed.slice(m[0].length))}` : printed
}

function archiveOf(recipients: readonly string[]): string | null {
  const line = recipients.find((r) => /^Lưu\s*:/iu.test(r))
  return line ? line.replace(/^Lưu\s*:\s*/iu, '') : null
}

/** 'TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH' as its lines: TM. …, KT. …, title. */
export function signatureOf(plan: Pick<Plan, 'signerTitle' | 'authority'>): {
  authorities: SigningAuthority[]
  title: string
} {
  const text = `${plan.authority ?? ''} ${plan.signerTitle ?? ''}`.replace(/\s+/g, ' ').trim()
  const parts = text.split(/\s*(?=\b(?:TM|KT|TL|TUQ)\.)/u).filter(Boolean)
  const authorities: SigningAuthority[] = []
  let title = ''
  for (const part of parts) {
    const m = /^(TM|KT|TL|TUQ)\.\s*(.*)$/u.exec(part)
    if (!m) {
      title = part
      continue
    }
    const [of, rest] = cutTitle(m[2] ?? '')
    authorities.push({ form: `${m[1]}.` as SigningAuthority['form'], of })
    title = rest || title
  }
  return { authorities, title }
}

/** 'CHỦ TỊCH PHÓ CHỦ TỊCH' → ['CHỦ TỊCH', 'PHÓ CHỦ TỊCH']: the last office named is the signer's own. */
function cutTitle(text: string): [of: string, title: string] {
  const office =
    /\s+((?:PHÓ|QUYỀN|Q\.)\s.*|CHỦ TỊCH|GIÁM ĐỐC|CHÁNH VĂN PHÒNG|BỘ TRƯỞNG|TRƯỞNG PHÒNG|TRƯỞNG BAN|TỔNG BIÊN TẬP)$/iu
  const m = office.exec(text)
  return m ? [text.slice(0, m.index), m[1] ?? ''] : [text, '']
}

function bodyOf(p: PrintablePlan, hasAnnex: boolean): Block[] {
  const inText = p.groups.filter((g) => g.place === 'TEXT')
  const placed = new Set<number>()
  const blocks = p.sections
    .filter((s) => s.kind !== 'PREAMBLE' && s.kind !== 'CLOSING')
    .map((s): Section => {
      const own = inText.filter((g) => g.title === s.heading)
      for (const g of own) placed.add(g.id)
      return headed(s.heading, [...linesOf(s.body), ...own.flatMap((g) => tasksInText(p, g, s.kind))])
    })
  for (const g of inText.filter((g) => !placed.has(g.id)))
    blocks.push(headed(g.title, tasksInText(p, g, 'OTHER')))
  if (hasAnnex && !p.sections.some((s) => /danh mục|phụ lục|kèm theo/iu.test(s.body))) {
    const text = 'Nhiệm vụ, cơ quan thực hiện và thời gian nêu tại Danh mục ban hành kèm theo Kế hoạch này.'
    blocks.push(headed('NỘI DUNG, THỜI GIAN THỰC HIỆN', [{ kind: 'paragraph', text }]))
  }
  const closing = p.sections.filter((s) => s.kind === 'CLOSING').flatMap((s) => linesOf(s.body))
  return [...blocks, ...closing]
}

/** 'II. NỘI DUNG' keeps the number it has; a heading without one is counted by the writer. */
function headed(heading: string | null, blocks: readonly Block[]): Section {
  const m = /^([IVXLC]+|\d+)[.)]\s+(.*)$/u.exec(heading ?? '')
  if (m) return { kind: 'section', ordinal: `${m[1]}.`, title: m[2] ?? '', blocks }
  return { kind: 'section', title: heading ?? '', blocks }
}

function linesOf(body: string): Block[] {
  return body
    .split('\n')
    .map((l) => l.trim())
    .filter(Boolean)
    .map((line): Block => {
      const bullet = /^([-–+])\s+(.*)$/u.exec(line)
      if (bullet) return { kind: 'bullet', depth: bullet[1] === '+' ? 2 : 1, text: bullet[2] ?? '' }
      const item = /^((?:\d+(?:\.\d+)*[.)])|[a-zđ]\))\s+(.*)$/u.exec(line)
      if (item) return { kind: 'item', ordinal: item[1] ?? '', text: item[2] ?? '' }
      return { kind: 'paragraph', text: line }
    })
}

/** Under "Tổ chức thực hiện" the lead is the heading and tasks are its bullets; elsewhere each task names its bodies. */
function tasksInText(p: PrintablePlan, group: TaskGroup, kind: PlanSection['kind']): Block[] {
  const tasks = p.tasks.filter((t) => t.groupId === group.id)
  if (kind !== 'ORGANISATION') return tasks.flatMap(withBodies)
  const blocks: Block[] = []
  let heading = ''
  for (const task of tasks) {
    const lead = named(task, 'lead').concat(named(task, 'invited')).join(', ')
    if (`${task.ordinal} ${lead}` !== heading) {
      heading = `${task.ordinal} ${lead}`
      blocks.push({
        kind: 'item',
        ordinal: `${task.ordinal ?? blocks.length + 1}.`,
        text: [{ text: lead, bold: true }],
      })
    }
    blocks.push({ kind: 'bullet', text: task.content })
  }
  return blocks
}

function withBodies(task: Task): Block[] {
  const ordinal =
    task.ordinal && /^[a-zđ]$/u.test(task.ordinal) ? `${task.ordinal})` : task.ordinal && `${task.ordinal}.`
  const first: Block = ordinal
    ? { kind: 'item', ordinal, text: task.content }
    : { kind: 'bullet', text: task.content }
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

function ended(text: string): string {
  return /[.;]$/u.test(text) ? text : `${text}.`
}

/** The names as printed, each once: "Báo, Đài" may stand for two units. */
function named(task: Task, role: Task['agencies'][number]['role']): string[] {
  return [...new Set(task.agencies.filter((a) => a.role === role).map((a) => a.asPrinted))]
}

/** Who is printed as lead: where only invited bodies act, they are. */
function leadsOf(task: Task): string[] {
  const leads = named(task, 'lead')
  return leads.length > 0 ? leads : named(task, 'invited')
}

function coordinatingOf(task: Task): string[] {
  const asked = named(task, 'lead').length > 0 ? named(task, 'invited') : []
  return [...named(task, 'coordinating'), ...asked]
}

const columns = {
  ordinal: { title: 'STT', kind: 'ordinal', share: 5 },
  content: { title: 'Nội dung công việc', kind: 'text', share: 38 },
  lead: { title: 'Cơ quan chủ trì', kind: 'text', share: 18 },
  coordinating: { title: 'Cơ quan phối hợp', kind: 'text', share: 24 },
  time: { title: 'Thời gian thực hiện', kind: 'date', share: 13 },
  product: { title: 'Sản phẩm', kind: 'text', share: 14 },
} as const satisfies Record<string, Column>

function annexOf(p: PrintablePlan): Annex | null {
  const inAnnex = (t: Task) => p.groups.find((g) => g.id === t.groupId)?.place !== 'TEXT'
  const tasks = p.tasks.filter(inAnnex)
  if (tasks.length === 0) return null
  const products = tasks.some((t) => t.product)
  const { product, ...five } = columns
  return {
    title: 'Danh mục',
    subject: p.plan.annexTitle ?? `Nhiệm vụ ${lowered(abstractOf(p.plan.title))}`,
    landscape: true,
    blocks: [
      {
        kind: 'table',
        columns: products ? [...Object.values(five), product] : Object.values(five),
        rows: rowsOf(p, tasks, products),
      },
    ],
  }
}

function lowered(text: string): string {
  return text.replace(/^\p{Lu}(?=\p{Ll})/u, (c) => c.toLowerCase())
}

function rowsOf(p: PrintablePlan, tasks: readonly Task[], products: boolean): Row[] {
  const rows: Row[] = []
  let group: number | null = null
  for (const [i, task] of tasks.entries()) {
    const g = p.groups.find((one) => one.id === task.groupId)
    if (g && g.id !== group && (g.title || g.ordinal))
      rows.push({ kind: 'group', ordinal: g.ordinal, title: g.title })
    group = g?.id ?? null
    const cells = [
      task.ordinal ?? String(i + 1),
      task.content,
      cellOf(leadsOf(task)),
      cellOf(coordinatingOf(task)),
      task.time,
    ]
    rows.push({ kind: 'cells', cells: products ? [...cells, task.product] : cells })
  }
  return rows
}

function cellOf(names: readonly string[]): string | readonly string[] | null {
  if (names.length < 2) return names[0] ?? null
  return names.map((name, i) => `- ${name}${i === names.length - 1 ? '.' : ';'}`)
}

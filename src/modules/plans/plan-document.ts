import type {
  Annex,
  Column,
  OfficialDocument,
  Row,
  SigningAuthority,
} from '../../lib/documents/out/official-document.ts'
import type { Plan, Task } from './plan.ts'
import { bodyOf } from './plan-body.ts'
import { begun } from './plan-lines.ts'
import { coordinatingOf, leadsOf, type PrintablePlan } from './printable-plan.ts'

/** The plan as an official document (NĐ 30/2020/NĐ-CP, Phụ lục I). Number and day stay open until they are given. */
export function planDocument(p: PrintablePlan): OfficialDocument {
  const { plan } = p
  const number = plan.number?.split('/')[0]?.trim() ?? null
  const issuer = plan.issuer ?? p.defaults.issuingBody
  const preamble = p.sections.filter((s) => s.kind === 'PREAMBLE').map((s) => s.body)
  const annex = annexOf(p)
  const body = bodyOf(p, annex !== null)
  const abstract = abstractOf(plan.title)
  // A draft of which nothing is written yet has no contents to announce.
  const announced =
    body.length > 0 ? 'ban hành Kế hoạch với các nội dung như sau:' : `ban hành Kế hoạch ${lowered(abstract)}`
  return {
    parentBody: plan.issuingBody ? null : p.defaults.parentBody,
    issuingBody: plan.issuingBody ?? issuer.replace(/^Chủ tịch\s+/u, ''),
    issuer,
    symbol: { number, code: plan.number?.split('/').slice(1).join('/').trim() || (plan.symbol ?? 'KH-UBND') },
    place: plan.place ?? p.defaults.place,
    date: plan.issued,
    year: plan.issued ? Number(plan.issued.slice(0, 4)) : plan.year,
    type: 'Kế hoạch',
    abstract,
    legalBasis:
      preamble.length > 0
        ? []
        : p.basis.map((b) => (/^(căn cứ|thực hiện|theo) /iu.test(b) ? b : `Căn cứ ${b}`)),
    preamble: preamble.length > 0 ? preamble.join('\n') : `${issuer} ${announced}`,
    body,
    recipients: p.recipients.filter((r) => !/^Lưu\s*:/iu.test(r)),
    archiveLine: plan.archiveLine ?? archiveOf(p.recipients) ?? 'VT',
    signature: { ...signedBy(p, issuer), name: plan.signer },
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

/** Before a signer is named, the head of the unit is to sign; a People's Committee acts as a body (TM.). */
function signedBy({ plan, defaults }: PrintablePlan, issuer: string): ReturnType<typeof signatureOf> {
  if (plan.signerTitle || plan.authority) return signatureOf(plan)
  if (/^(?:Ủy ban nhân dân|UBND)(?!\p{L})/iu.test(issuer))
    return { authorities: [{ form: 'TM.', of: 'Ủy ban nhân dân' }], title: 'Chủ tịch' }
  if (/^Chủ tịch(?!\p{L})/iu.test(issuer)) return { authorities: [], title: 'Chủ tịch' }
  // On paper the office stands without its house: 'Giám đốc', not 'Giám đốc Sở'.
  const title = defaults.headTitle?.replace(/\s+(?:Sở|UBND|HĐND)(?!\p{L}).*$/u, '')
  return { authorities: [], title: title || 'Thủ trưởng cơ quan' }
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
      begun(task.content),
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

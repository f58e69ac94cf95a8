import type { Block, OfficialDocument } from '../../../lib/documents/out/official-document.ts'
import { reportTitle } from '../template.ts'
import type { SectionContent } from '../writing/content.ts'
import { annexesOf } from './annexes.ts'
import type { PaperUnit, ReportPaper } from './report-paper.ts'
import { chartBlock, figureBlocks, isWide, narrativeBlocks, tableBlock } from './section-blocks.ts'

/** The report as a document of its own in the layout of NĐ 30/2020/NĐ-CP; number and date are the clerk's to give. */
export function reportDocument(paper: ReportPaper): OfficialDocument {
  const { file, unit } = paper
  const [number, code] = file.report.symbol?.split(/\/(.*)/s) ?? []
  const title = titleOf(paper)
  const day = file.report.issuedDay
  const annexes = annexesOf(paper)
  return {
    parentBody: unit.type === 'people_committee' ? null : unit.above,
    issuingBody: unit.name,
    issuer: unit.name,
    symbol: { number: number ?? null, code: code ?? symbolCode(unit) },
    place: paper.place,
    date: day,
    year: Number((day ?? file.obligation.dueDay).slice(0, 4)),
    type: 'Báo cáo',
    abstract: title,
    preamble: `Thực hiện ${file.duty.source}, ${unit.name} báo cáo ${lowerFirst(title)} như sau:`,
    body: [
      ...bodySections(paper),
      {
        kind: 'paragraph',
        text: `Trên đây là báo cáo ${lowerFirst(title)}, ${unit.name} kính báo cáo${receiversIn(paper)}`,
      },
    ],
    recipients: [...paper.receivers, ...(unit.type === 'people_committee' ? ['Lãnh đạo UBND'] : [])],
    archiveLine: 'VT',
    signature: signatureOf(paper),
    annexes,
    ...(paper.before ? { changes: changesOf(paper) } : {}),
  }
}

/**
 * The same report as a section of another report (QNG-09): words, figures, tables and charts, ready to be pasted
 * under a heading there. Wide tables stay in place, as that report has annexes of its own.
 */
export function reportExcerpt(paper: ReportPaper): { title: string; blocks: Block[] } {
  return { title: titleOf(paper), blocks: nested(paper, true) }
}

/** What the report is about, without the word "Báo cáo" that stands above it. */
export function titleOf({ file, content, period }: ReportPaper): string {
  const { vi } = reportTitle(file.duty, content.definition, { vi: period, en: period })
  const about = vi.replace(/^báo cáo (?:nhanh |đột xuất )?(?:về )?/iu, '')
  return about.slice(0, 1).toLocaleUpperCase('vi') + about.slice(1)
}

export function lowerFirst(text: string): string {
  return text.slice(0, 1).toLocaleLowerCase('vi') + text.slice(1)
}

function receiversIn({ receivers }: ReportPaper): string {
  const [first] = receivers
  return first ? ` ${first} xem xét, tổng hợp` : ''
}

function bodySections(paper: ReportPaper): Block[] {
  return nested(paper, false)
}

/** Sections of level 2 stand under the last one of level 1. */
function nested(paper: ReportPaper, whole: boolean): Block[] {
  const top: { kind: 'section'; title: string; blocks: Block[] }[] = []
  for (const section of paper.content.sections) {
    const before = paper.before?.sections.find((s) => s.definition.code === section.definition.code) ?? null
    const blocks = sectionBlocks(paper, section, before, whole)
    const made = { kind: 'section' as const, title: section.definition.heading.vi, blocks }
    const above = section.definition.level === 2 ? top.at(-1) : undefined
    if (above) above.blocks.push(made)
    else top.push(made)
  }
  return top
}

function sectionBlocks(
  paper: ReportPaper,
  section: SectionContent,
  before: SectionContent | null,
  whole: boolean,
): Block[] {
  const { table } = section.definition
  const chart = chartBlock(section)
  const printed = table && (whole || !isWide(table)) ? tableBlock(section, before) : null
  const inAnnex = table && !whole && isWide(table) && section.rows.length > 0
  const words = narrativeBlocks(section, before)
  const figures = figureBlocks(section, before)
  const empty = words.length + figures.length === 0 && !printed && !inAnnex
  const below = section.definition.level === 1 && hasSubsections(paper, section)
  return [
    ...words,
    ...figures,
    ...(inAnnex ? [say('Số liệu chi tiết theo biểu kèm theo Báo cáo này.')] : []),
    ...(chart ? [chart] : []),
    ...(printed && table ? [heading(table.title.vi), printed] : []),
    ...(empty && !below ? [say(section.definition.narrative === 'required' ? '…' : 'Không phát sinh.')] : []),
  ]
}

function hasSubsections({ content }: ReportPaper, section: SectionContent): boolean {
  const after = content.sections[content.sections.indexOf(section) + 1]
  return after?.definition.level === 2
}

function say(text: string): Block {
  return { kind: 'paragraph', text }
}

function heading(text: string): Block {
  return { kind: 'paragraph', text: [{ text, bold: true }] }
}

/** 'BC-UBND', 'BC-SNV': the abbreviation is of the initials of the name, without its joining words. */
export function symbolCode({
  type,
  name,
  shortName,
}: Pick<PaperUnit, 'type' | 'name' | 'shortName'>): string {
  if (type === 'people_committee') return 'BC-UBND'
  const words =
    (shortName ?? name).replace(/\s(?:tỉnh|thành phố|xã|phường)\s.*$/u, '').match(/\p{L}+/gu) ?? []
  const initials = words
    .filter((w) => !['và', 'của', 'về', 'các'].includes(w.toLocaleLowerCase('vi')))
    .map((w) => (/^\p{Lu}{2,}/u.test(w) ? w : w.slice(0, 1)))
  return `BC-${initials.join('').toLocaleUpperCase('vi')}`
}

function signatureOf({ file, unit }: ReportPaper): OfficialDocument['signature'] {
  const committee = unit.type === 'people_committee'
  const title = file.report.signerTitle ?? unit.headTitle ?? (committee ? 'Chủ tịch' : 'Thủ trưởng cơ quan')
  const name = file.report.signer ?? unit.headName
  return committee ? { authorities: [{ form: 'TM.', of: 'Ủy ban nhân dân' }], title, name } : { title, name }
}

function changesOf({ content, unit }: ReportPaper): { by: string; at: string } {
  const at = content.version.submittedAt ?? content.version.begunAt
  return { by: unit.name, at: at.toISOString().replace(/\.\d+Z$/, 'Z') }
}

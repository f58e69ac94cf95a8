import { showDay } from '../../../lib/calendar/day.ts'
import type { Annex, Block, Cell, Row } from '../../../lib/documents/out/official-document.ts'
import type { FigureDefinition } from '../template.ts'
import type { PaperPart, PaperSource, ReportPaper } from './report-paper.ts'
import { isWide, numberText, tableBlock } from './section-blocks.ts'

const mostColumns = 6

/** Tables too wide for the body, the figures by unit, and the sources, in this order; numbered where several. */
export function annexesOf(paper: ReportPaper): Annex[] {
  const annexes = [...wideTables(paper), ...partsAnnex(paper), ...sourcesAnnex(paper)]
  return annexes.length < 2
    ? annexes
    : annexes.map((annex, i) => ({ ...annex, label: `Phụ lục ${romans[i] ?? i + 1}` }))
}

const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X']

function wideTables({ content, before }: ReportPaper): Annex[] {
  return content.sections.flatMap((section) => {
    const { table } = section.definition
    if (!table || !isWide(table)) return []
    const old = before?.sections.find((s) => s.definition.code === section.definition.code) ?? null
    const printed = tableBlock(section, old)
    return printed
      ? [{ title: 'Biểu số liệu', subject: table.title.vi, landscape: true, blocks: [printed] }]
      : []
  })
}

/** Single figures that are added up: what a table by unit can show. */
export function addedFigures(paper: Pick<ReportPaper, 'content'>): FigureDefinition[] {
  return paper.content.definition.sections.flatMap((s) => s.figures.filter((f) => f.rollUp === 'sum'))
}

function partsAnnex(paper: ReportPaper): Annex[] {
  const { parts } = paper
  if (parts.length === 0) return []
  const figures = addedFigures(paper)
    .filter((f) => parts.some((p) => (p.values.get(f.code) ?? 0) !== 0))
    .slice(0, mostColumns)
  const rows = parts.map((part, i): Row => {
    const values = figures.map((f): Cell => part.values.get(f.code) ?? null)
    return { kind: 'cells', cells: [String(i + 1), part.unit, part.standing, ...values] }
  })
  const sums = figures.map((f): Cell => parts.reduce((sum, p) => sum + (p.values.get(f.code) ?? 0), 0))
  return [
    {
      title: 'Tổng hợp số liệu theo đơn vị',
      subject: `${coverage(parts)}`,
      landscape: true,
      blocks: [
        {
          kind: 'table',
          columns: [
            { title: 'STT', kind: 'ordinal', share: 12 },
            { title: 'Đơn vị', kind: 'text', share: 62 },
            { title: 'Tình hình gửi báo cáo', kind: 'text', share: 34 },
            ...figures.map((f) => ({ title: f.label.vi, kind: 'number' as const, share: 24 })),
          ],
          rows: [...rows, { kind: 'cells', cells: ['', 'Tổng cộng', '', ...sums] }],
        },
      ],
    },
  ]
}

/** '152/170 đơn vị có báo cáo được tổng hợp' */
export function coverage(parts: readonly Pick<PaperPart, 'number'>[]): string {
  const taken = parts.filter((p) => p.number !== null).length
  return `${taken}/${parts.length} đơn vị có báo cáo được tổng hợp`
}

function sourcesAnnex(paper: ReportPaper): Annex[] {
  const { sources } = paper
  if (sources === null) return []
  return [
    {
      title: 'Nguồn số liệu',
      subject: 'Số liệu – hoạt động – tài liệu kiểm chứng',
      landscape: true,
      blocks: [
        ...figureSources(paper, sources),
        ...(paper.parts.length > 0 ? [versionSources(paper.parts)] : []),
        ...(sources.length > 0 ? [activitySources(sources)] : []),
      ],
    },
  ]
}

/** '1–4, 7, 9' */
function ranges(numbers: readonly number[]): string {
  const parts: string[] = []
  let from = numbers[0]
  numbers.forEach((n, i) => {
    if (numbers[i + 1] === n + 1) return
    parts.push(from === n ? `${n}` : `${from}–${n}`)
    from = numbers[i + 1]
  })
  return parts.join(', ')
}

function figureSources({ content, parts }: ReportPaper, sources: readonly PaperSource[]): Block[] {
  const rows = content.sections.flatMap((section) =>
    section.definition.figures.flatMap((f): Row[] => {
      const value = section.figures.find((v) => v.figureCode === f.code)
      const counted = sources.flatMap((s, i) => (s.counts.includes(f.code) ? [i + 1] : []))
      const units = parts.filter((p) => p.values.has(f.code)).length
      if (!value || (value.manual ?? value.computed) === null) return []
      const from = [
        ...(value.manual === null ? [] : [`Nhập thay: ${value.reason ?? 'không ghi lý do'}`]),
        ...(f.source.kind === 'formula' ? [`Tính theo công thức ${f.source.expression}`] : []),
        ...(f.source.kind === 'work' ? ['Nhiệm vụ được giao trong kế hoạch, đến hạn trong kỳ'] : []),
        ...(counted.length > 0 ? [`Hoạt động số ${ranges(counted)}`] : []),
        ...(units > 0 ? [`Báo cáo của ${units} đơn vị`] : []),
      ]
      const shown = numberText(value.manual ?? value.computed ?? 0)
      return [
        {
          kind: 'cells',
          cells: [
            f.label.vi,
            shown,
            from.length > 0 ? from : [shown === '0' ? 'Không có hoạt động nào' : 'Chưa có nguồn'],
          ],
        },
      ]
    }),
  )
  if (rows.length === 0) return []
  return [
    {
      kind: 'table',
      columns: [
        { title: 'Số liệu', kind: 'text', share: 60 },
        { title: 'Giá trị', kind: 'number', share: 22 },
        { title: 'Lấy từ', kind: 'text', share: 100 },
      ],
      rows,
    },
  ]
}

function versionSources(parts: readonly PaperPart[]): Block {
  const taken = parts.filter((p) => p.number !== null)
  return {
    kind: 'table',
    columns: [
      { title: 'STT', kind: 'ordinal', share: 10 },
      { title: 'Đơn vị', kind: 'text', share: 60 },
      { title: 'Bản số', kind: 'number', share: 14 },
      { title: 'Ngày gửi', kind: 'date', share: 24 },
      { title: 'Dấu vân tay SHA-256 của bản được tổng hợp', kind: 'text', share: 80 },
    ],
    rows: taken.map((p, i) => ({
      kind: 'cells',
      cells: [
        String(i + 1),
        p.unit,
        String(p.number ?? ''),
        p.submittedDay ? showDay(p.submittedDay) : '',
        p.digest ? [p.digest.slice(0, 32), p.digest.slice(32)] : '',
      ],
    })),
  }
}

function activitySources(sources: readonly PaperSource[]): Block {
  return {
    kind: 'table',
    columns: [
      { title: 'STT', kind: 'ordinal', share: 10 },
      { title: 'Hoạt động', kind: 'text', share: 64 },
      { title: 'Ngày', kind: 'date', share: 24 },
      { title: 'Kết quả', kind: 'text', share: 34 },
      { title: 'Tài liệu kiểm chứng (địa chỉ hoặc dấu vân tay SHA-256)', kind: 'text', share: 90 },
    ],
    rows: sources.map((s, i) => ({
      kind: 'cells',
      cells: [
        String(i + 1),
        [s.what, `${s.form} – ${s.unit}`],
        s.fromDay === s.toDay ? showDay(s.fromDay) : [showDay(s.fromDay), showDay(s.toDay)],
        s.figures,
        s.evidence.length === 0
          ? 'Chưa có'
          : s.evidence.flatMap((e) => [`${e.caption}:`, ...breakable(e.address)]),
      ],
    })),
  }
}

/** Hashes and addresses have no blanks to break a line at. */
function breakable(address: string): string[] {
  return address.match(/.{1,44}/gu) ?? []
}

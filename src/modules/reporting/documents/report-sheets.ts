import type { SheetToWrite } from '../../../lib/sheets/write-sheet.ts'
import { figureValue } from '../report.ts'
import { addedFigures } from './annexes.ts'
import type { ReportPaper } from './report-paper.ts'

/** The report's figures as a workbook: single figures, a sheet for each table, figures by unit, sources. */
export function reportSheets(paper: ReportPaper): SheetToWrite[] {
  return [figuresSheet(paper), ...tableSheets(paper), ...partsSheet(paper), ...sourcesSheet(paper)]
}

/** What belongs into another report's workbook: figures and tables, with the words of each section beside them. */
export function excerptSheets(paper: ReportPaper): SheetToWrite[] {
  return [wordsSheet(paper), figuresSheet(paper), ...tableSheets(paper)]
}

function wordsSheet({ content }: ReportPaper): SheetToWrite {
  return {
    name: 'Nội dung',
    columns: [
      { key: 'section', title: 'Mục', kind: 'text', width: 40 },
      { key: 'text', title: 'Nội dung', kind: 'text', width: 120 },
    ],
    rows: content.sections
      .filter((s) => s.definition.narrative !== 'none')
      .map((s) => ({ section: s.definition.heading.vi, text: s.narrative?.text ?? null })),
  }
}

function figuresSheet({ content }: ReportPaper): SheetToWrite {
  return {
    name: 'Số liệu',
    columns: [
      { key: 'section', title: 'Mục', kind: 'text', width: 40 },
      { key: 'label', title: 'Số liệu', kind: 'text', width: 44 },
      { key: 'value', title: 'Giá trị', kind: 'number', width: 14 },
      { key: 'unit', title: 'Đơn vị tính', kind: 'text', width: 16 },
      { key: 'computed', title: 'Chương trình tính', kind: 'number', width: 18 },
      { key: 'reason', title: 'Lý do nhập thay', kind: 'text', width: 40 },
    ],
    rows: content.sections.flatMap((section) =>
      section.definition.figures.map((f) => {
        const value = section.figures.find((v) => v.figureCode === f.code)
        return {
          section: section.definition.heading.vi,
          label: f.label.vi,
          value: value ? figureValue(value) : null,
          unit: f.unit?.vi ?? null,
          computed: value?.computed ?? null,
          reason: value?.reason ?? null,
        }
      }),
    ),
  }
}

function tableSheets({ content }: ReportPaper): SheetToWrite[] {
  return content.sections.flatMap((section) => {
    const { table } = section.definition
    if (!table) return []
    return [
      {
        // A name of a sheet holds at most 31 letters and none of \ / ? * [ ] :
        name: table.title.vi.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31),
        columns: [
          { key: 'row', title: 'Nội dung', kind: 'text', width: 44 },
          ...table.columns.map((c) => ({
            key: c.code,
            title: c.label.vi,
            kind: 'number' as const,
            width: 16,
          })),
        ],
        rows: section.rows.map((row) => ({
          row: row.label.vi,
          ...Object.fromEntries(row.values.map((v) => [v.figureCode, figureValue(v)])),
        })),
      },
    ]
  })
}

function partsSheet(paper: ReportPaper): SheetToWrite[] {
  if (paper.parts.length === 0) return []
  const figures = addedFigures(paper)
  return [
    {
      name: 'Theo đơn vị',
      columns: [
        { key: 'unit', title: 'Đơn vị', kind: 'text', width: 44 },
        { key: 'standing', title: 'Tình hình gửi báo cáo', kind: 'text', width: 24 },
        { key: 'number', title: 'Bản số', kind: 'number', width: 10 },
        { key: 'day', title: 'Ngày gửi', kind: 'date', width: 14 },
        ...figures.map((f) => ({ key: f.code, title: f.label.vi, kind: 'number' as const, width: 18 })),
        { key: 'digest', title: 'SHA-256 của bản được tổng hợp', kind: 'text', width: 66 },
      ],
      rows: paper.parts.map((p) => ({
        unit: p.unit,
        standing: p.standing,
        number: p.number,
        day: p.submittedDay,
        digest: p.digest,
        ...Object.fromEntries(p.values),
      })),
    },
  ]
}

function sourcesSheet({ sources }: ReportPaper): SheetToWrite[] {
  if (sources === null) return []
  return [
    {
      name: 'Nguồn số liệu',
      columns: [
        { key: 'what', title: 'Hoạt động', kind: 'text', width: 60 },
        { key: 'unit', title: 'Đơn vị', kind: 'text', width: 36 },
        { key: 'form', title: 'Hình thức', kind: 'text', width: 30 },
        { key: 'from', title: 'Từ ngày', kind: 'date', width: 12 },
        { key: 'to', title: 'Đến ngày', kind: 'date', width: 12 },
        { key: 'figures', title: 'Kết quả', kind: 'text', width: 34 },
        { key: 'evidence', title: 'Tài liệu kiểm chứng', kind: 'text', width: 40 },
        { key: 'address', title: 'Địa chỉ hoặc SHA-256', kind: 'text', width: 66 },
      ],
      rows: sources.flatMap((s) => {
        const facts = {
          what: s.what,
          unit: s.unit,
          form: s.form,
          from: s.fromDay,
          to: s.toDay,
          figures: s.figures,
        }
        const shown = s.evidence.length > 0 ? s.evidence : [{ caption: null, address: null }]
        return shown.map((e) => ({ ...facts, evidence: e.caption, address: e.address }))
      }),
    },
  ]
}

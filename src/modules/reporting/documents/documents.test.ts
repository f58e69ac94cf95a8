import { mkdirSync, writeFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, inRolledBack } from '../../../../test/database.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import type { Db, Tx } from '../../../lib/db/db.ts'
import { writeDocx, writeDocxExcerpt } from '../../../lib/documents/out/docx.ts'
import { checkLayout } from '../../../lib/documents/out/layout-check.ts'
import { writePdf, writePdfExcerpt } from '../../../lib/documents/out/pdf.ts'
import { writeSheet } from '../../../lib/sheets/write-sheet.ts'
import { actorOf } from '../../assignments/assignments.fixtures.ts'
import { did } from '../reporting.fixtures.ts'
import { chief, consolidatedReport, handedInAs, reportDay } from '../rollup/rollup.fixtures.ts'
import { correctReport, submitReport } from '../writing/life.ts'
import { paperOf } from './papers.ts'
import { reportDocument, reportExcerpt, symbolCode } from './report-document.ts'
import { excerptSheets, reportSheets } from './report-sheets.ts'

let db: Db
let close: () => Promise<void>
let world: World
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
})
afterAll(() => close())

const words = (bytes: Uint8Array) =>
  strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '')

/** Keeps documents for looking at when a folder is named. */
function keep(name: string, bytes: Uint8Array): void {
  const folder = process.env['KEEP_DOCUMENTS']
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${folder}/${name}`, bytes)
}

const choice = { number: null, changes: false, sources: true }

describe('a report as a document', () => {
  it('has the layout of the decree, its figures and the sources of each', () =>
    inRolledBack(db, async (tx) => {
      const { first } = await consolidatedReport(tx, world)
      const paper = await paperOf(tx as Tx, actorOf(world.minh), first, choice, reportDay)
      const document = reportDocument(paper)
      const docx = await writeDocx(document)
      keep('leaf.docx', docx)
      keep('leaf-typst.pdf', await writePdf(document))
      expect(checkLayout(docx)).toEqual([])
      const text = words(docx)
      expect(text).toContain('UBND XÃ BÌNH MINH')
      expect(text).toMatch(/Số:\s+\/BC-UBND/)
      expect(text).toContain('Tổng số lượt người tiếp cận: 150 lượt người')
      expect(text).toContain('Kết quả công tác tuyên truyền cải cách hành chính quý II năm 2026')
      expect(text).toContain('Hoạt động số 1–2')
      expect(text).toContain('https://anhoa.example.vn/')
    }))

  it('shows units and versions behind a consolidated one', () =>
    inRolledBack(db, async (tx) => {
      const { parent } = await consolidatedReport(tx, world)
      const paper = await paperOf(tx, chief(world), parent, choice, reportDay)
      const docx = await writeDocx(reportDocument(paper))
      keep('parent.docx', docx)
      keep('parent-typst.pdf', await writePdf(reportDocument(paper)))
      expect(checkLayout(docx)).toEqual([])
      expect(words(docx)).toContain('1/2 đơn vị có báo cáo được tổng hợp')
      const sheets = await writeSheet({ sheets: reportSheets(paper) })
      keep('parent.xlsx', sheets)
      expect(reportSheets(paper).map((s) => s.name)).toContain('Theo đơn vị')
      const { title, blocks } = reportExcerpt(paper)
      const excerpt = await writeDocxExcerpt(title, blocks, '2026-06-04')
      keep('excerpt.docx', excerpt)
      expect(words(excerpt)).not.toContain('Nơi nhận')
      const pdf = await writePdfExcerpt(title, blocks, paper.unit.name, '2026-06-04')
      keep('excerpt.pdf', pdf)
      expect(String.fromCharCode(...pdf.slice(0, 5))).toBe('%PDF-')
      expect(
        excerptSheets(paper)
          .map((s) => s.name)
          .slice(0, 2),
      ).toEqual(['Nội dung', 'Số liệu'])
    }))

  it('marks in a correction what the version before had', () =>
    inRolledBack(db, async (tx) => {
      const { first } = await consolidatedReport(tx, world)
      const minh = actorOf(world.minh)
      await correctReport(tx, minh, first, { reason: 'Bổ sung hoạt động ghi sót trong tháng 5' }, reportDay)
      await did(tx, world, world.units.binhMinh, '2026-05-20', { figures: { people: 50 }, evidence: 1 })
      await submitReport(tx, minh, first, handedInAs, reportDay)
      const paper = await paperOf(tx, minh, first, { number: 2, changes: true, sources: false }, reportDay)
      const docx = await writeDocx(reportDocument(paper))
      keep('corrected.docx', docx)
      keep('corrected-typst.pdf', await writePdf(reportDocument(paper)))
      expect(checkLayout(docx)).toEqual([])
      const xml = strFromU8(unzipSync(docx)['word/document.xml'] ?? new Uint8Array())
      expect(xml).toMatch(/<w:delText[^>]*>150 <\/w:delText>/)
      expect(xml).toMatch(/<w:ins [^>]*>(?:(?!<\/w:ins>).)*>200<\/w:t>/)
    }))

  it('abbreviates the issuing body in its symbol', () => {
    const code = (name: string, shortName: string | null = null) =>
      symbolCode({ type: 'department', name, shortName })
    expect(code('Sở Nội vụ')).toBe('BC-SNV')
    expect(code('Sở Văn hóa, Thể thao và Du lịch', 'Sở VHTTDL')).toBe('BC-SVHTTDL')
    expect(symbolCode({ type: 'people_committee', name: 'UBND xã Bình Minh', shortName: null })).toBe(
      'BC-UBND',
    )
  })
})

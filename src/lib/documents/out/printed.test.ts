import { describe, expect, it } from 'vitest'
import { exampleDecision, exampleLetter, examplePlan } from './examples.fixtures.ts'
import { type OfficialDocument, pointLetter, roman } from './official-document.ts'
import { type Line, printDocument } from './printed.ts'

const words = (line: Line | undefined) => (line?.spans ?? []).map((s) => s.text).join('')
const linesOf = (doc: OfficialDocument) =>
  printDocument(doc).pieces.filter((p): p is Line => p.kind === 'line')

describe('a document dressed for paper', () => {
  it('leaves room for the number and the date that the clerk will give', () => {
    const printed = printDocument(exampleDecision)
    expect(printed.symbol.replace(/\u00a0+/g, ' _ ')).toBe('Số:  _ /QĐ-SNV')
    expect(printed.placeAndDate.replace(/\u00a0+/g, ' _ ')).toBe('Thanh Giang, ngày _ tháng _ năm 2026')
  })

  it('writes days below ten and the months one and two with a zero', () => {
    expect(printDocument(examplePlan).placeAndDate).toBe('Thanh Giang, ngày 05 tháng 02 năm 2026')
    const may = printDocument({ ...examplePlan, date: '2026-05-19' })
    expect(may.placeAndDate).toBe('Thanh Giang, ngày 19 tháng 5 năm 2026')
  })

  it('writes a number below ten with a zero', () => {
    expect(printDocument({ ...examplePlan, symbol: { number: '7', code: 'KH-UBND' } }).symbol).toBe(
      'Số: 07/KH-UBND',
    )
  })

  it('ends each basis with a semicolon and the last with a full stop', () => {
    const basis = linesOf(examplePlan).filter((l) => l.style === 'legalBasis')
    expect(basis.map((l) => words(l).at(-1))).toEqual([';', ';', '.'])
  })

  it('ends the last paragraph with "./." whatever mark its author typed', () => {
    for (const end of ['', '.', ';', './.', ' .', ':']) {
      const doc: OfficialDocument = { ...examplePlan, body: [{ kind: 'paragraph', text: `Thực hiện${end}` }] }
      expect(words(linesOf(doc).at(-1))).toBe('Thực hiện./.')
    }
  })

  it('counts sections as I., 1., a) in the order of Vietnamese letters', () => {
    const heads = linesOf(examplePlan).filter((l) => l.style !== 'paragraph' && l.style !== 'bullet')
    expect(heads.slice(3, 6).map(words)).toEqual(['I. MỤC ĐÍCH, YÊU CẦU', '1. Mục đích', '2. Yêu cầu'])
    expect([1, 4, 5, 6, 7, 23, 24].map(pointLetter)).toEqual(['a', 'd', 'đ', 'e', 'g', 'y', 'aa'])
    expect([4, 9, 14, 40].map(roman)).toEqual(['IV', 'IX', 'XIV', 'XL'])
  })

  it('prints no heading where a section has no title, and a paragraph for each line of a text', () => {
    const under = (title: string): OfficialDocument['body'][number] => ({
      kind: 'section',
      title,
      blocks: [{ kind: 'paragraph', text: 'Một.\nHai.' }],
    })
    const doc = { ...examplePlan, legalBasis: [], preamble: null, body: [under(''), under('TỔ CHỨC')] }
    expect(linesOf(doc).map(words)).toEqual(['Một.', 'Hai.', 'I. TỔ CHỨC', 'Một.', 'Hai./.'])
  })

  it('lists recipients with dashes and keeps "Như trên" and "Lưu" in their places', () => {
    expect(printDocument(exampleLetter).recipients).toEqual([
      '- Như trên;',
      '- Chủ tịch, các Phó Chủ tịch UBND tỉnh;',
      '- CVP, các PCVP UBND tỉnh;',
      '- Lưu: VT, TTHC.',
    ])
  })

  it('puts "V/v" under the number of a letter and gives it no type name', () => {
    const letter = printDocument(exampleLetter)
    expect([letter.about, letter.type, letter.abstract]).toEqual([
      'V/v đôn đốc thực hiện nhiệm vụ quá hạn',
      null,
      null,
    ])
  })

  it('breaks the name of a long issuing body before its level', () => {
    expect(printDocument(examplePlan).issuingBody).toEqual(['ỦY BAN NHÂN DÂN', 'TỈNH THANH GIANG'])
  })

  it('cites the document under the title of its annex', () => {
    expect(printDocument(examplePlan).annexes[0]?.caption).toBe(
      '(Kèm theo Kế hoạch số 25/KH-UBND ngày 05/02/2026 của Chủ tịch Ủy ban nhân dân tỉnh Thanh Giang)',
    )
  })

  it('composes decomposed letters and drops characters that would break the file', () => {
    const doc = { ...examplePlan, abstract: `${'Kế hoạch'.normalize('NFD')}\u0000\u000b\ud800` }
    expect(printDocument(doc).abstract).toBe('Kế hoạch\ufffd')
  })

  it('writes numbers in cells with thousands separators', () => {
    const table = {
      kind: 'table',
      columns: [{ title: 'Số lượng', kind: 'number', share: 1 }],
      rows: [{ kind: 'cells', cells: [1234567.5] }],
    } as const
    const piece = printDocument({ ...examplePlan, body: [table] }).pieces.at(-1)
    expect(piece?.kind === 'table' && piece.rows[0]).toEqual({
      kind: 'cells',
      cells: [[[{ text: '1.234.567,5' }]]],
    })
  })
})

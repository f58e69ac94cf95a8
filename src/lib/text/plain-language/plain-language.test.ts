import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { computingMs } from '../../../../test/computing.ts'
import { sharedFolder } from '../../../../test/shared.ts'
import { bare } from '../bare.ts'
import { pairs } from './pairs.fixtures.ts'
import { plainLanguage } from './plain-language.ts'
import { sentencesOf } from './sentences.ts'
import { terms } from './terms.data.ts'

const kinds = (text: string) => plainLanguage(text).findings.map((one) => `${one.kind}: ${one.text}`)

describe('sentences', () => {
  test.each([
    ['Kế hoạch số 25/KH-UBND ngày 15.8.2026 có hiệu lực. Các xã làm ngay.', 2],
    ['Ông Nguyễn V. An ở TP. Quảng Ngãi nộp 1.500.000 đồng. Bà B. nộp sau.', 2],
    ['1. Chuẩn bị giấy tờ. Nộp ở xã.\n2. Nhận kết quả.', 3],
    ['a) Giấy khai sinh;\nb) Căn cước;\n- Ảnh 3x4.', 3],
    ['Đúng không? Đúng! “Được chứ.” Bà nói thế…', 4],
    ['Hồ sơ gồm đơn, ảnh, v.v. và lệ phí 2,5 triệu.', 1],
    ['---\n\n***', 0],
  ])('%s', (text, count) => {
    expect(sentencesOf(text)).toHaveLength(count)
  })
})

describe('findings', () => {
  test('an abbreviation is spelled out before, after or not at all; once is enough', () => {
    expect(kinds('Làm thủ tục hành chính (TTHC) ở xã. TTHC này nhanh.')).toEqual([])
    expect(kinds('TTHC (thủ tục hành chính) ở xã.')).toEqual([])
    expect(kinds('Làm TTHC ở xã. TTHC này nhanh.')).toEqual(['abbreviation: TTHC'])
    expect(kinds('Tổ công nghệ số (TCNS) đến nhà.')).toEqual([])
    expect(kinds('Đội XYZ đến nhà.')).toEqual(['abbreviation: XYZ'])
    expect(kinds('Theo số 25/KH-UBND, quý IV, quét mã QR trên VNeID.')).toEqual([])
    expect(kinds('LỊCH TIẾP DÂN THÁNG TÁM CỦA XÃ')).toEqual([])
  })

  test('heavy terms: the longest that fits, with a plain one', () => {
    const read = plainLanguage('Xã tổ chức triển khai thực hiện việc này.')
    expect(read.findings.map((one) => one.text)).toEqual(['tổ chức triển khai thực hiện'])
    expect(read.findings[0]?.advice.vi).toContain('làm')
    expect(kinds('Xã NHẰM giúp dân.')).toEqual(['term: NHẰM'])
  })

  test('passives, chains of clauses and nouns, orders that nobody is given', () => {
    expect(kinds('Hồ sơ được nhận ở xã và được trả ở tỉnh.')).toContain('passive: được nhận ở xã và được trả')
    expect(kinds('Bà con làm được và nhận được ngay.')).toEqual([])
    expect(kinds('Xã làm để dân biết, qua đó dân tin, góp phần ổn định.')[0]).toMatch(/^clauses/)
    expect(kinds('Xã nhận đơn; tỉnh duyệt; bưu điện mang đến.')[0]).toMatch(/^clauses/)
    expect(kinds('Rà soát mọi giấy tờ ở xã ta.')).toEqual(['actor: Rà soát', 'term: Rà soát'])
    expect(kinds('Ý kiến của dân của xã của tỉnh ta.')[0]).toMatch(/^nouns/)
  })

  test('every finding points at its words', () => {
    for (const [official, plain] of pairs)
      for (const text of [official, plain, `${plain}\n\n${official}`]) {
        const { findings } = plainLanguage(text)
        for (const one of findings) expect(text.slice(one.from, one.to)).toBe(one.text)
      }
  })
})

describe('the score', () => {
  test.each(pairs)('is lower for: %s', (official, plain) => {
    const [a, b] = [plainLanguage(official), plainLanguage(plain)]
    expect(b.score - a.score).toBeGreaterThanOrEqual(10)
    expect(b.score).toBeGreaterThanOrEqual(80)
  })

  test('is 100 for nothing, whole, between 0 and 100, and the same every time', () => {
    expect(plainLanguage('')).toMatchObject({ score: 100, grade: 'easy', findings: [] })
    const words = fc.constantFrom(
      'nhằm',
      'để',
      'TTHC',
      'được',
      'của',
      '.',
      '\n',
      'Triển khai',
      'thực hiện',
      'xã',
      '(',
      ')',
      ' ',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(words, { maxLength: 60 }).map((w) => w.join(' ')),
          fc.string({ unit: 'grapheme' }),
        ),
        (text) => {
          const read = plainLanguage(text)
          expect(read.score).toBeGreaterThanOrEqual(0)
          expect(read.score).toBeLessThanOrEqual(100)
          expect(plainLanguage(text)).toEqual(read)
          for (const one of read.findings) expect(text.slice(one.from, one.to)).toBe(one.text)
        },
      ),
      { numRuns: 200 },
    )
  })

  test('a long text is read in well under a second', () => {
    const text = Array.from({ length: 400 }, (_, i) => pairs[i % pairs.length]?.[0]).join(' ')
    const took = computingMs(() => expect(plainLanguage(text).score).toBeLessThan(70))
    expect(took).toBeLessThan(3_000)
  })
})

test('the list of terms is written well: no term twice, none that advises itself', () => {
  expect(terms.length).toBeGreaterThanOrEqual(120)
  expect(new Set(terms.map((one) => one.term)).size).toBe(terms.length)
  for (const one of terms) {
    expect(one.term).toBe(one.term.normalize('NFC').toLocaleLowerCase('vi'))
    expect(bare(one.plain)).not.toBe(bare(one.term))
  }
})

const shared = sharedFolder()
test.skipIf(!shared)(
  'plans of provinces are hard, and sentences of theirs are found (skipped without ../shared/plans)',
  () => {
    const folder = join(shared ?? '', 'plans', 'texts')
    for (const name of readdirSync(folder)) {
      const read = plainLanguage(readFileSync(join(folder, name), 'utf8').normalize('NFC'))
      expect(read.score, name).toBeLessThan(70)
      expect(read.figures.counts.term, name).toBeGreaterThan(10)
    }
  },
)

import { expect, test } from 'vitest'
import { linesOf } from './pdf-lines.ts'
import { type Column, paragraphsOf } from './pdf-paragraphs.ts'

type Printed = [text: string, x0: number, x1: number, dress?: { bold?: boolean; page?: number }]

/** Lines one under another, each one word wide as given; a list mark is a piece of its own. */
function paragraphs(printed: readonly Printed[], columns: readonly Column[]): string[] {
  const lines = printed.flatMap(([text, x0, x1, { bold = false, page = 0 } = {}], index) => {
    const words = text.split(' ')
    const wide = (x1 - x0) / words.length
    const spans = words.map((word, at) => ({
      text: word,
      x0: x0 + at * wide,
      x1: x0 + (at + 1) * wide - 3.5,
      y: 80 + index * 17.7,
      size: 14,
      font: bold ? 'bold' : 'plain',
      spaced: true,
      bold,
    }))
    return linesOf(spans, page)
  })
  const none = { left: 0, right: 0 }
  return paragraphsOf(lines, (page) => columns[page] ?? none).map((paragraph) => paragraph.text)
}

const upright = { left: 85, right: 539, sideways: false }
const sideways = { left: 57, right: 785, sideways: true }

test.each([
  ['- Phối hợp với Sở Nội vụ tuyên truyền', 'the same indent'],
  ['a) Xây dựng tin, bài về dịch vụ công', 'a letter'],
  ['1. Sở Nội vụ chủ trì tham mưu', 'a number'],
])('"%s" at the indent of paragraphs begins one behind a full line (%s)', (text) => {
  const heading = '6. Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh, các đoàn thể chính trị - xã hội'
  const lines: Printed[] = [
    [heading, 113, 538],
    [text, 113, 539],
    ['đến hội viên', 85, 150],
  ]
  expect(paragraphs(lines, [upright])).toEqual([heading, `${text} đến hội viên`])
})

test('a dash at the margin goes on with the words before it, a label does not', () => {
  const lines: Printed[] = [
    ['Phối hợp với các cơ quan truyền thông của tỉnh và Đài Phát thanh', 113, 538],
    ['- Truyền hình tỉnh đăng tin về kết quả của các đơn vị ở cơ sở', 85, 538],
    ['- Cơ quan phối hợp: Sở Nội vụ', 85, 300],
  ]
  expect(paragraphs(lines, [upright])).toEqual([
    'Phối hợp với các cơ quan truyền thông của tỉnh và Đài Phát thanh - Truyền hình tỉnh đăng tin về kết quả của các đơn vị ở cơ sở',
    '- Cơ quan phối hợp: Sở Nội vụ',
  ])
})

test('plain text with a mark does not run on from a bold heading', () => {
  const lines: Printed[] = [
    ['6. Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh, các đoàn thể', 85, 538, { bold: true }],
    ['- Phối hợp với Sở Nội vụ', 85, 300],
  ]
  expect(paragraphs(lines, [upright])).toHaveLength(2)
})

test('the title of an annex on a turned page stands on lines of its own', () => {
  const title = 'Nhiệm vụ truyền thông về kiểm soát thủ tục hành chính của các cơ quan'
  const note = '(Kèm theo Kế hoạch số 25/KH-UBND của Ủy ban nhân dân tỉnh)'
  const lines: Printed[] = [
    ['Yêu cầu các cơ quan, đơn vị nghiêm túc tổ chức thực hiện Kế hoạch', 85, 539],
    ['DANH MỤC', 381, 461, { bold: true, page: 1 }],
    [title, 57, 785, { bold: true, page: 1 }],
    [note, 140, 702, { page: 1 }],
  ]
  expect(paragraphs(lines, [upright, sideways])).toEqual([lines[0]?.[0], 'DANH MỤC', title, note])
})

test('the ragged first line of a paragraph is not taken for a centred one', () => {
  const lines: Printed[] = [
    ['2. Tăng cường sự hiểu biết của người dân về cải cách', 106, 520],
    ['TTHC. Đồng thời, khuyến khích người dân góp ý', 85, 539],
  ]
  expect(paragraphs(lines, [upright])).toHaveLength(1)
})

import { expect, test } from 'vitest'
import { docxOf, lined, listItem, paragraph, table, tableCell } from './docx.fixtures.ts'
import { readDocument } from './read-document.ts'

async function read(bytes: Uint8Array) {
  const result = await readDocument(bytes)
  if (!result.ok) throw new Error(result.fault.code)
  return result.document
}

function level(at: number, format: string, text: string, more = ''): string {
  const inner = `<w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}`
  return `<w:lvl w:ilvl="${at}">${inner}</w:lvl>`
}

const numbering = `<w:abstractNum w:abstractNumId="0">${level(0, 'upperRoman', '%1.')}${level(1, 'decimal', '%2.')}${level(2, 'lowerLetter', '%3)')}${level(3, 'bullet', '·')}${level(4, 'bullet', '+')}${level(5, 'decimal', '%1.%2.%6', '<w:isLgl/>')}</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="5"/></w:lvlOverride></w:num>`

test('list numbers are printed as Word shows them, level by level', async () => {
  const body = [
    listItem('MỤC ĐÍCH', 1),
    listItem('Mục đích', 1, 1),
    listItem('Yêu cầu', 1, 1),
    listItem('Một', 1, 2),
    listItem('gạch', 1, 3),
    listItem('cộng', 1, 4),
    listItem('NỘI DUNG', 1),
    listItem('Nội dung', 1, 1),
    listItem('Điểm', 1, 5),
    listItem('Lại từ năm', 2, 1),
  ]
  const { text } = await read(docxOf(body.join(''), { 'word/numbering.xml': numbering }))
  expect(text.trim().split('\n')).toEqual([
    'I. MỤC ĐÍCH',
    '1. Mục đích',
    '2. Yêu cầu',
    'a) Một',
    '- gạch',
    '+ cộng',
    'II. NỘI DUNG',
    '1. Nội dung',
    '2.1.1 Điểm',
    '5. Lại từ năm',
  ])
})

test('a column of automatic numbers is printed though its paragraphs are empty', async () => {
  const rows = ['Một việc', 'Hai việc'].map((text) => [
    tableCell(listItem('', 1, 1)),
    tableCell(text),
    tableCell('x'),
  ])
  const { text } = await read(docxOf(table(rows), { 'word/numbering.xml': numbering }))
  expect(text).toBe('| 1. | Một việc | x |\n| 2. | Hai việc | x |\n\n')
})

test('insertions stay, deletions go, and the paragraph says so', async () => {
  const body =
    '<w:p><w:r><w:t>Trước ngày </w:t></w:r><w:del><w:r><w:delText>05</w:delText></w:r></w:del><w:ins><w:r><w:t>10</w:t></w:r></w:ins></w:p>'
  const { text, notes } = await read(docxOf(body))
  expect(text).toBe('Trước ngày 10\n')
  expect(notes).toMatchObject([{ code: 'tracked-changes', start: 0, end: 13 }])
})

test('hidden text, field codes and tables of contents are left out; field results stay', async () => {
  const field = (code: string, result: string) =>
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText><w:t>mã</w:t></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>${result}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
  const hidden = '<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>'
  const contents =
    '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent><w:p><w:r><w:t>Mục lục</w:t></w:r></w:p></w:sdtContent></w:sdt>'
  const { text } = await read(docxOf(`${contents}<w:p>${hidden}${field('REF x', 'Điều 5')}</w:p>`))
  expect(text).toBe('Điều 5\n')
})

test('capitals set by a style are printed as capitals', async () => {
  const styles = '<w:style w:styleId="T"><w:rPr><w:caps/></w:rPr></w:style>'
  const { text } = await read(
    docxOf(paragraph('kế hoạch', '<w:pStyle w:val="T"/>'), { 'word/styles.xml': styles }),
  )
  expect(text).toBe('KẾ HOẠCH\n')
})

test('footnotes follow their paragraph and are noted', async () => {
  const parts = {
    'word/footnotes.xml': `<w:footnote w:id="2">${paragraph('Theo Nghị định số 1')}</w:footnote>`,
  }
  const body = '<w:p><w:r><w:t>Căn cứ</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
  const { text, notes } = await read(docxOf(body, parts))
  expect(text).toBe('Căn cứ\n[1] Theo Nghị định số 1\n')
  expect(notes).toMatchObject([{ code: 'footnote', start: 7, end: 30 }])
})

test('a text box that Word writes twice is read once', async () => {
  const box = `<w:txbxContent>${paragraph('Trong khung')}</w:txbxContent>`
  const drawing = `<mc:AlternateContent><mc:Choice><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent>`
  const { text } = await read(docxOf(`<w:p><w:r><w:t>Ngoài</w:t></w:r><w:r>${drawing}</w:r></w:p>`))
  expect(text).toBe('Ngoài\nTrong khung\n')
})

test('spans and vertical merges keep the grid', async () => {
  const merge = (kind: string) => `<w:vMerge${kind}/>`
  const rows = [
    [tableCell('STT'), tableCell('Nội dung'), tableCell('Chủ trì')],
    [tableCell('I'), tableCell('Báo chí', '<w:gridSpan w:val="2"/>')],
    [tableCell('1'), tableCell('a|b'), tableCell('Sở Nội vụ', merge(' w:val="restart"'))],
    [tableCell('2'), tableCell(paragraph('c') + paragraph('d')), tableCell('', merge(''))],
  ]
  const { text } = await read(docxOf(table(rows)))
  expect(text.trim().split('\n')).toEqual([
    '| STT | Nội dung | Chủ trì |',
    '| I | Báo chí |  |',
    '| 1 | a\\|b | Sở Nội vụ |',
    '| 2 | c<br>d | ^^ |',
  ])
})

test('a nested table becomes lines of its cell and is noted', async () => {
  const inner = table([[tableCell('x'), tableCell('1')]])
  const { text, notes } = await read(docxOf(table([[tableCell('A'), tableCell(inner + paragraph(''))]])))
  expect(text).toBe('| A | x – 1 |\n\n')
  expect(notes[0]).toMatchObject({ code: 'nested-table', start: 6, end: 11 })
})

test('the two-column head and the signatures are lines, a lined table of tasks is a table', async () => {
  const plain = '<w:tblPr/>'
  const head = [[tableCell('ỦY BAN NHÂN DÂN'), tableCell('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')]]
  const recipients = tableCell(paragraph('Nơi nhận:') + paragraph('- Lưu: VT.'))
  const signer = tableCell(paragraph('TM. ỦY BAN NHÂN DÂN') + paragraph('Trần Minh Khôi'))
  const tasks = [
    [tableCell('1'), tableCell('Việc')],
    [tableCell('2'), tableCell('Việc')],
  ]
  const { text } = await read(
    docxOf(table(head, plain) + table(tasks, lined) + table([[recipients, signer]], plain)),
  )
  expect(text).toContain('ỦY BAN NHÂN DÂN\n\nCỘNG HÒA')
  expect(text).toContain('| 2 | Việc |')
  expect(text).toContain('Nơi nhận:\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nTrần Minh Khôi')
})

test('a head made with tabs is parted, other tabs stay', async () => {
  const tab = '</w:t><w:tab/><w:t>'
  const { text } = await read(
    docxOf(paragraph(`Số: 1/KH${tab}An Sơn, ngày 2 tháng 3 năm 2026`) + paragraph(`1.${tab}Một${tab}hai`)),
  )
  expect(text).toBe('Số: 1/KH\nAn Sơn, ngày 2 tháng 3 năm 2026\n1. Một\thai\n')
})

test('the head may stand in the page header', async () => {
  const header = paragraph('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM') + paragraph('Độc lập - Tự do - Hạnh phúc')
  const { text } = await read(docxOf(paragraph('KẾ HOẠCH'), { 'word/header1.xml': header }))
  expect(text.startsWith('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập')).toBe(true)
  const footer = await read(docxOf(paragraph('KẾ HOẠCH'), { 'word/header1.xml': paragraph('2') }))
  expect(footer.text).toBe('KẾ HOẠCH\n')
})

test('runs in an old font are turned into Unicode, Unicode under an old font name is left alone', async () => {
  const run = (text: string, font: string) =>
    `<w:p><w:r><w:rPr><w:rFonts w:ascii="${font}"/></w:rPr><w:t>${text}</w:t></w:r></w:p>`
  const body = [
    run('Céng hoµ x· héi chñ nghÜa ViÖt Nam', '.VnTime'),
    run('kÕ ho¹ch', '.VnTimeH'),
    run('Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam', 'VNI-Times'),
    run('Cộng hòa xã hội chủ nghĩa Việt Nam', '.VnTime'),
  ]
  const { text, notes } = await read(docxOf(body.join('')))
  expect(text.trim().split('\n')).toEqual([
    'Cộng hoà xã hội chủ nghĩa Việt Nam',
    'KẾ HOẠCH',
    'Cộng hòa xã hội chủ nghĩa Việt Nam',
    'Cộng hòa xã hội chủ nghĩa Việt Nam',
  ])
  expect(notes.filter((note) => note.code === 'encoding-mended')).toHaveLength(3)
})

test("another short name for Word's namespace is understood", async () => {
  const { zipSync, strToU8 } = await import('fflate')
  const xml =
    '<n:document xmlns:n="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><n:body><n:p><n:r><n:t>Kế hoạch</n:t></n:r></n:p></n:body></n:document>'
  expect((await read(zipSync({ 'word/document.xml': strToU8(xml) }))).text).toBe('Kế hoạch\n')
})

import { XMLValidator } from 'fast-xml-parser'
import { strFromU8, unzipSync } from 'fflate'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import { writeDocx, writeDocxExcerpt } from './docx.ts'
import { exampleDecision, exampleLetter, examplePlan } from './examples.fixtures.ts'
import { checkLayout } from './layout-check.ts'
import type { OfficialDocument } from './official-document.ts'
import { writePdf } from './pdf.ts'

const documents = { plan: examplePlan, decision: exampleDecision, letter: exampleLetter }

async function pdfPages(bytes: Uint8Array): Promise<string[]> {
  const task = getDocument({ data: bytes.slice(), verbosity: 0 })
  const pdf = await task.promise
  const pages: string[] = []
  for (let n = 1; n <= pdf.numPages; n += 1) {
    const { items } = await (await pdf.getPage(n)).getTextContent()
    pages.push(
      items
        .map((i) => ('str' in i ? i.str : ''))
        .join(' ')
        .replace(/\s+/g, ' '),
    )
  }
  await task.destroy()
  return pages
}

describe('the writers of official documents', () => {
  it.each(Object.entries(documents))(
    'write a %s whose every part is well-formed XML in NFC',
    async (_, doc) => {
      const parts = unzipSync(await writeDocx(doc))
      for (const [name, bytes] of Object.entries(parts)) {
        const xml = strFromU8(bytes)
        expect(XMLValidator.validate(xml), name).toBe(true)
        expect(xml).toBe(xml.normalize('NFC'))
      }
    },
  )

  it('repeat the heading of the annex and number pages from the second on', async () => {
    const parts = unzipSync(await writeDocx(examplePlan))
    const body = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
    expect(body).toContain('<w:tblHeader/>')
    expect(body).toContain('<w:titlePg/>')
    expect(body).toContain('w:orient="landscape"')
    expect(body).not.toContain('<w:numPr>')
  })

  it('write a PDF of the same words, the heading of the annex on each of its pages', async () => {
    const pages = await pdfPages(await writePdf(examplePlan))
    expect(pages).toHaveLength(5)
    expect(pages[0]).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')
    expect(pages[0]).toMatch(/Số: ?25\/KH-UBND/)
    expect(pages[1]).toContain('nghiêm túc triển khai thực hiện./.')
    for (const page of pages.slice(2)) expect(page).toContain('Cơ quan phối hợp')
    expect(pages.map((p) => /^ ?(\d+) /.exec(p)?.[1] ?? null)).toEqual([null, '2', '3', '4', '5'])
  })

  it('give the same .docx for the same document', async () => {
    expect(await writeDocx(examplePlan)).toEqual(await writeDocx(examplePlan))
  })

  it('give the same PDF for the same document, tagged and for archives', async () => {
    const once = await writePdf(exampleLetter)
    expect(await writePdf(exampleLetter)).toEqual(once)
    const text = Buffer.from(once).toString('latin1')
    expect(text).toContain('pdfaid:part')
    expect(text).toContain('/MarkInfo')
  })

  it('treat everything an author types as words, never as markup', async () => {
    const typed = '#read("/etc/passwd") *đậm* _ $x$ <w:br/> & "ngoặc" \\ @a // [b] {c} `mã` =='
    const doc: OfficialDocument = {
      ...exampleDecision,
      abstract: typed,
      body: [{ kind: 'paragraph', text: typed }],
      recipients: [typed],
    }
    const [page] = await pdfPages(await writePdf(doc))
    expect(page?.split('read("/etc/passwd")').length).toBe(4)
    expect(page).toContain('<w:br/> & "ngoặc" \\ @a // [b] {c} `mã`')
    const parts = unzipSync(await writeDocx(doc))
    const body = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
    expect(body).toContain('&lt;w:br/&gt; &amp; &quot;ngoặc&quot;')
  })

  const report: OfficialDocument = {
    ...exampleDecision,
    authorityLine: null,
    legalBasis: [],
    enactingWord: null,
    type: 'Báo cáo',
    abstract: 'Kết quả tuyên truyền cải cách hành chính quý I năm 2026',
    symbol: { number: null, code: 'BC-SNV' },
    changes: { by: 'Sở Nội vụ', at: '2026-03-20T02:00:00Z' },
    body: [
      {
        kind: 'section',
        title: 'Kết quả',
        blocks: [
          {
            kind: 'paragraph',
            text: [
              { text: 'Đã tổ chức ' },
              { text: 'mười hai', change: 'deleted' },
              { text: 'mười lăm', change: 'inserted' },
              { text: ' hội nghị' },
            ],
          },
          {
            kind: 'chart',
            title: 'Lượt người theo hình thức',
            measure: 'lượt người',
            bars: [
              { label: 'Hội nghị, tập huấn', value: 12345, text: '12.345' },
              { label: 'Phát thanh', value: 900, text: '900' },
            ],
          },
        ],
      },
      { kind: 'paragraph', text: 'Trên đây là báo cáo' },
    ],
  }
  const partOf = (bytes: Uint8Array, name: string) => strFromU8(unzipSync(bytes)[name] ?? new Uint8Array())

  it('draw charts with their numbers behind them and say them to those who listen', async () => {
    const bytes = await writeDocx(report)
    expect(partOf(bytes, 'word/charts/chart1.xml')).toContain('12345')
    expect(partOf(bytes, 'word/document.xml')).toContain('Hội nghị, tập huấn: 12.345')
    const [page] = await pdfPages(await writePdf(report))
    expect(page).toMatch(/Lượt người theo hình thức.*Hội nghị, tập huấn 12\.345.*Phát thanh 900/)
    expect(await writeDocx(report)).toEqual(bytes)
    expect(checkLayout(bytes)).toEqual([])
  })

  it('mark changes as tracked changes of the issuing body', async () => {
    const body = partOf(await writeDocx(report), 'word/document.xml')
    expect(body).toMatch(/<w:del [^>]*w:author="Sở Nội vụ"[^>]*>.*mười hai<\/w:delText>/)
    expect(body).toMatch(/<w:ins [^>]*w:date="2026-03-20T02:00:00Z"[^>]*>.*mười lăm/)
  })

  it('write an excerpt without head and foot, its headings counted a), b)', async () => {
    const body = partOf(
      await writeDocxExcerpt('Tuyên truyền', report.body, '2026-03-15'),
      'word/document.xml',
    )
    expect(body).toContain('a) ')
    expect(body).not.toMatch(/CỘNG HÒA|Nơi nhận/)
  })

  it('lose no word of a row that is longer than a page', async () => {
    const long = Array.from({ length: 900 }, (_, i) => `tiếng${i}`).join(' ')
    const doc: OfficialDocument = {
      ...examplePlan,
      annexes: [
        {
          title: 'Danh mục',
          landscape: true,
          blocks: [
            {
              kind: 'table',
              columns: [
                { title: 'STT', kind: 'ordinal', share: 1 },
                { title: 'Nội dung', kind: 'text', share: 9 },
              ],
              rows: [{ kind: 'cells', cells: ['1', long] }],
            },
          ],
        },
      ],
    }
    const text = (await pdfPages(await writePdf(doc))).join(' ')
    for (let i = 0; i < 900; i += 1) expect(text).toContain(`tiếng${i}`)
  })
})

import { Document, Footer, Packer, PageNumber, Paragraph, TextRun } from 'docx'
import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { writeDocx } from './docx.ts'
import { exampleDecision, exampleLetter, examplePlan } from './examples.fixtures.ts'
import { checkLayout } from './layout-check.ts'
import type { OfficialDocument } from './official-document.ts'

type Edit = [part: string, from: string | RegExp, to: string]

/** A document spoiled as people spoil them: a style changed, a word deleted, a page set otherwise. */
async function spoiled(doc: OfficialDocument, ...edits: Edit[]): Promise<Uint8Array> {
  const parts = unzipSync(await writeDocx(doc))
  for (const [part, from, to] of edits) {
    const before = strFromU8(parts[`word/${part}.xml`] ?? new Uint8Array())
    const after = before.replace(from, to)
    if (after === before) throw new Error(`Nothing to spoil: ${from}`)
    parts[`word/${part}.xml`] = strToU8(after)
  }
  return zipSync(parts)
}

async function faultsOf(doc: OfficialDocument, ...edits: Edit[]): Promise<string[]> {
  const found = checkLayout(await spoiled(doc, ...edits))
  return found.map((d) => [d.rule, d.component, d.found].filter((x) => x).join(' '))
}

/** A commune's plan without tables, styles or settings: Calibri 11 on Letter paper. */
async function typedPlan(): Promise<Uint8Array> {
  const line = (text: string, more: { alignment?: 'center' | 'right'; bold?: boolean } = {}) =>
    new Paragraph({ ...more, children: [new TextRun({ text, bold: more.bold ?? false })] })
  const title = { alignment: 'center', bold: true } as const
  const number = new Paragraph({ children: [new TextRun({ children: [PageNumber.CURRENT] })] })
  const file = new Document({
    styles: { default: { document: { run: { font: 'Calibri', size: 22 } } } },
    sections: [
      {
        properties: { page: { size: { width: 12240, height: 15840 }, margin: { left: 1440, right: 1440 } } },
        footers: { default: new Footer({ children: [number] }) },
        children: [
          line('CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM', title),
          line('Độc lập – Tự do – Hạnh phúc', title),
          line('UBND XÃ NGHĨA HÀNH', { bold: true }),
          line('Số 12/KH-UBND'),
          line('Nghĩa Hành, ngày 5 tháng 2 năm 2026', { alignment: 'right' }),
          line('Kế hoạch', title),
          line('Về tuyên truyền cải cách hành chính năm 2026', title),
          line('- Căn cứ Kế hoạch của Ủy ban nhân dân tỉnh;'),
          line('UBND xã ban hành kế hoạch như sau:'),
          line('I. Mục đích', { bold: true }),
          line('Nâng cao nhận thức của người dân.'),
          line('III. Tổ chức thực hiện', { bold: true }),
          line('Các thôn thực hiện.'),
          line('Nơi nhận:', { bold: true }),
          line('- UBND tỉnh'),
          line('- Lưu VT'),
          line('CHỦ TỊCH', { alignment: 'right', bold: true }),
          line('Trần Văn A', { alignment: 'right' }),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toArrayBuffer(file))
}

/** Changes one thing in a named style. */
function style(id: string, from: string | RegExp, to: string): Edit {
  const pattern = typeof from === 'string' ? from.replace(/[/.]/g, '\\$&') : from.source
  return ['styles', new RegExp(`(w:styleId="${id}"(?:(?!</w:style>).)*?)${pattern}`), `$1${to}`]
}

describe('the layout check of NĐ 30/2020/NĐ-CP', () => {
  it.each([
    ['plan', examplePlan],
    ['decision', exampleDecision],
    ['letter', exampleLetter],
  ])('finds nothing wrong with our own %s', async (_, doc) => {
    expect(checkLayout(await writeDocx(doc))).toEqual([])
  })

  it('names paper, margins and orientation', async () => {
    expect(
      await faultsOf(examplePlan, ['document', 'w:w="11906" w:h="16838"', 'w:w="12240" w:h="15840"']),
    ).toEqual(['paperSize 215,9 × 279,4'])
    expect(await faultsOf(exampleLetter, ['document', 'w:left="1701"', 'w:left="1134"'])).toEqual([
      'margin 20',
    ])
    expect(
      await faultsOf(exampleLetter, ['document', 'w:w="11906" w:h="16838"', 'w:w="16838" w:h="11906"']),
    ).toEqual(['orientation'])
  })

  it('names a wrong typeface, colour and composed letters taken apart', async () => {
    const arial: Edit = ['styles', /Times New Roman/g, 'Arial']
    expect(await faultsOf(exampleLetter, arial)).toEqual(['font Arial'])
    expect(
      await faultsOf(exampleDecision, style('Motto', '<w:b/>', '<w:b/><w:color w:val="FF0000"/>')),
    ).toEqual(['colour #FF0000'])
    expect(
      await faultsOf(exampleDecision, [
        'document',
        'Thành lập Tổ giúp việc gồm',
        'Tha\u0300nh lập Tổ giúp việc gồm',
      ]),
    ).toEqual(['nfc Điều 1. Thành lập Tổ giúp việc gồm các ông, bà có tên trong…'])
  })

  it.each([
    ['NationalTitle', 'nationalTitle', 15],
    ['Motto', 'motto', 12],
    ['ParentBody', 'parentBody', 11],
    ['IssuingBody', 'issuingBody', 14],
    ['Symbol', 'symbol', 14],
    ['PlaceAndDate', 'placeAndDate', 12],
    ['DocumentType', 'type', 16],
    ['Abstract', 'abstract', 12],
    ['BodyText', 'body', 12],
    ['LegalBasis', 'body', 15],
    ['RecipientsHeading', 'recipientsHeading', 11],
    ['Recipient', 'recipients', 12],
    ['SigningTitle', 'signature', 12],
  ])('names the wrong size of %s', async (id, component, size) => {
    const faults = await faultsOf(
      exampleDecision,
      style(id, /<w:sz w:val="\d+"/, `<w:sz w:val="${size * 2}"`),
    )
    expect(faults.filter((f) => !f.startsWith('ruleLine'))).toEqual([`size ${component} ${size}`])
  })

  it.each([
    ['NationalTitle', '<w:b/>', '', 'style nationalTitle CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
    ['PlaceAndDate', '<w:i/>', '', 'style placeAndDate Thanh Giang, ngày 05 tháng 02 năm 2026'],
    ['Symbol', '<w:b w:val="false"/>', '<w:b/>', 'style symbol Số: 25/KH-UBND'],
    [
      'LegalBasis',
      '<w:i/>',
      '',
      'style legalBasis Căn cứ Nghị định số 63/2010/NĐ-CP ngày 08/6/2010 của Chính…',
    ],
    ['Signer', '<w:b/>', '', 'style signer Nguyễn Thị Thùy Dương'],
    [
      'AnnexCaption',
      '<w:i/>',
      '',
      'style caption (Kèm theo Kế hoạch số 25/KH-UBND ngày 05/02/2026 của Chủ tị…',
    ],
  ])('names the wrong style of %s', async (id, from, to, fault) => {
    expect(await faultsOf(examplePlan, style(id, from, to))).toEqual([fault])
  })

  it.each([
    ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'missing nationalTitle'],
    ['Độc lập - Tự do - Hạnh phúc', 'missing motto'],
    ['Thanh Giang, ngày 05 tháng 02 năm 2026', 'missing placeAndDate'],
    ['- Lưu: VT, TTHC.', 'missing archiveLine'],
    ['Nguyễn Thị Thùy Dương', 'missing signer'],
    [/\(Kèm theo Kế hoạch[^<]*/, 'missing caption'],
  ])('names what is missing: %s', async (words, fault) => {
    expect(await faultsOf(examplePlan, ['document', words, ''])).toEqual([fault])
  })

  it('names the missing heads of a document without any', async () => {
    const faults = await faultsOf(
      { ...examplePlan, recipients: [], annexes: [] },
      ['document', 'ỦY BAN NHÂN DÂN', ''],
      ['document', 'TỈNH THANH GIANG', ''],
      ['document', 'Số: 25/KH-UBND', ''],
      ['document', 'KẾ HOẠCH', ''],
    )
    expect(faults).toEqual(expect.arrayContaining(['missing issuingBody', 'missing symbol', 'missing type']))
  })

  it('names rule lines that are absent or of the wrong length', async () => {
    const noRules: Edit = ['document', /<w:pBdr>.*?<\/w:pBdr>/g, '']
    expect(await faultsOf(exampleDecision, noRules)).toEqual([
      'ruleLine motto chưa có',
      'ruleLine issuingBody chưa có',
      'ruleLine abstract chưa có',
    ])
    const full: Edit = ['document', /(<w:pStyle w:val="Rule"\/>(?:(?!<\/w:pPr>).)*)<w:ind [^>]*>/, '$1']
    expect(await faultsOf(examplePlan, full)).toEqual(['ruleLine issuingBody dài 63 mm'])
  })

  it('names a basis that ends wrongly and a text without "./."', async () => {
    expect(await faultsOf(examplePlan, ['document', 'thủ tục hành chính;', 'thủ tục hành chính.'])).toEqual([
      'basisEnd legalBasis kiểm soát thủ tục hành chính.',
    ])
    expect(await faultsOf(examplePlan, ['document', './.', '.'])).toEqual([
      'closing body túc triển khai thực hiện.',
    ])
    expect(await faultsOf(examplePlan, ['document', './.', '. /.'])).toEqual([
      'closing body túc triển khai thực hiện. /.',
    ])
  })

  it('does not take a bullet that begins with "Căn cứ" for a legal basis', async () => {
    expect(await faultsOf({ ...examplePlan, legalBasis: [] })).toEqual([])
  })

  it('names faults in the setting of the body', async () => {
    expect(await faultsOf(examplePlan, style('BodyText', '<w:jc w:val="both"/>', ''))).toEqual([
      'bodyAlignment body Chủ tịch Ủy ban nhân dân tỉnh ban hành Kế hoạch truyền thôn…',
    ])
    expect(await faultsOf(examplePlan, style('BodyText', 'w:firstLine="567"', 'w:firstLine="0"'))).toEqual([
      'bodyIndent body 0',
    ])
    expect(await faultsOf(examplePlan, style('BodyText', 'w:after="120"', 'w:after="0"'))).toEqual([
      'bodySpaceAfter body 0',
    ])
    expect(await faultsOf(examplePlan, style('BodyText', 'w:line="264"', 'w:line="480"'))).toEqual([
      'bodyLineSpacing body 2',
    ])
  })

  it('names the forms of symbol, recipients and signing authority', async () => {
    expect(await faultsOf(examplePlan, ['document', 'Số: 25/KH-UBND', 'Số 25 /KH-UBND'])).toEqual([
      'symbolForm symbol Số 25 /KH-UBND',
    ])
    expect(
      await faultsOf(examplePlan, ['document', '- Các sở, ban, ngành;</w:t>', 'Các sở, ban, ngành</w:t>']),
    ).toEqual(['recipientForm recipients Các sở, ban, ngành'])
    expect(await faultsOf(examplePlan, ['document', 'KT. CHỦ TỊCH', 'KT CHỦ TỊCH'])).toEqual([
      'authorityForm signature KT CHỦ TỊCH',
    ])
  })

  it('names a gap in the numbering and says that the rule is not read in the decree', async () => {
    const [found] = checkLayout(await spoiled(examplePlan, ['document', '>III. <', '>IV. <']))
    expect(found).toMatchObject({
      rule: 'headingNumbering',
      unverified: true,
      found: 'IV. KINH PHÍ THỰC HIỆN',
    })
    expect(found?.vi).toBe(
      'Đánh số đề mục chưa liên tục: sau “II.” là “IV. KINH PHÍ THỰC HIỆN”. Hãy đánh lại số.',
    )
  })

  it('names faults of tables', async () => {
    expect(await faultsOf(examplePlan, ['document', '<w:tblHeader/>', ''])).toEqual([
      'tableHeaderRepeat table',
    ])
    expect(await faultsOf(examplePlan, style('TableHeading', '<w:b/>', ''))).toEqual([
      'tableHeading table STT',
    ])
    const left: Edit = ['document', /<w:jc w:val="right"\/>/g, '<w:jc w:val="left"/>']
    expect(await faultsOf(exampleLetter, left)).toEqual(['tableAlignment table Số ngày quá hạn'])
  })

  it('names page numbers that are absent, on the first page, or not centred', async () => {
    expect(await faultsOf(examplePlan, ['document', '<w:titlePg/>', ''])).toEqual([
      'pageNumberFirst pageNumber',
    ])
    expect(await faultsOf(examplePlan, style('PageNumber', '<w:jc w:val="center"/>', ''))).toEqual([
      'pageNumberPlace pageNumber không canh giữa',
    ])
    expect(await faultsOf(examplePlan, ['document', /<w:headerReference [^>]*>/g, ''])).toEqual([
      'pageNumberPlace pageNumber không có số trang',
    ])
  })

  it('says what to do in both languages and where the rule stands', async () => {
    const [found] = checkLayout(await spoiled(exampleLetter, style('About', 'w:val="24"', 'w:val="30"')))
    expect(found).toEqual({
      rule: 'size',
      component: 'about',
      found: '15',
      times: 1,
      source: 'NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.4.b',
      unverified: false,
      vi: 'Cỡ chữ của trích yếu công văn (V/v) là 15. Hãy dùng cỡ chữ 12–13.',
      en: 'The size of the subject of the letter (V/v) is 15. Use 12–13.',
    })
  })

  it('tells every departure of a document that keeps no rule at all, without faltering', async () => {
    const bare = zipSync({
      'word/document.xml': strToU8(
        '<w:document><w:body><w:p><w:r><w:t>Xin chào</w:t></w:r></w:p><w:sectPr/></w:body></w:document>',
      ),
    })
    const faults = checkLayout(bare)
    expect(faults.filter((f) => f.rule === 'missing').map((f) => f.component)).toEqual([
      'nationalTitle',
      'motto',
      'issuingBody',
      'symbol',
      'placeAndDate',
      'type',
      'abstract',
      'recipientsHeading',
      'recipients',
      'signature',
    ])
    expect(() => checkLayout(strToU8('not a zip at all, only words'))).toThrow('damaged')
  })

  it('tells what is wrong with a plan typed straight into an empty Word document', async () => {
    const found = checkLayout(await typedPlan())
    expect(found.map((d) => [d.rule, d.component].filter((x) => x).join(' '))).toEqual([
      'paperSize',
      'margin',
      'margin',
      'pageNumberPlace pageNumber',
      'font',
      ...['nationalTitle', 'motto', 'issuingBody', 'symbol', 'placeAndDate'].map((c) => `size ${c}`),
      'style placeAndDate',
      'size type',
      'style type',
      'size abstract',
      'size recipientsHeading',
      'style recipientsHeading',
      'size signature',
      'size signer',
      'style signer',
      'symbolForm symbol',
      'recipientForm recipients',
      'ruleLine motto',
      'ruleLine issuingBody',
      'ruleLine abstract',
      'style legalBasis',
      'basisEnd legalBasis',
      ...['size', 'bodyAlignment', 'bodyIndent', 'bodySpaceAfter', 'headingNumbering', 'closing'].map(
        (r) => `${r} body`,
      ),
    ])
  })

  it('never falters over 300 spoiled documents: it tells departures or says the file is damaged', async () => {
    const parts = unzipSync(await writeDocx(exampleLetter))
    const spoil = fc.record({
      part: fc.constantFrom(
        'word/document.xml',
        'word/styles.xml',
        'word/_rels/document.xml.rels',
        'word/header1.xml',
      ),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      words: fc.constantFrom('<', '>', '"', '</w:p>', '<w:tbl>', '<w:p>', 'w:val="-9e9"', '&#xFFFFFF;'),
      cut: fc.nat(200),
    })
    fc.assert(
      fc.property(fc.array(spoil, { minLength: 1, maxLength: 4 }), (spoils) => {
        const spoiled = { ...parts }
        for (const s of spoils) {
          const before = spoiled[s.part] ?? new Uint8Array()
          const at = Math.floor(s.at * before.length)
          spoiled[s.part] = Buffer.concat([before.slice(0, at), strToU8(s.words), before.slice(at + s.cut)])
        }
        for (const found of checkLayout(zipSync(spoiled, { level: 0 }))) expect(found.vi).not.toContain('{')
      }),
      { numRuns: 300 },
    )
  })
})

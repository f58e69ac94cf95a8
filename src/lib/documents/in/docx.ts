import { type Block, line, type Remark, tidy } from './blocks.ts'
import { nextNumber, readNumbering } from './docx-numbering.ts'
import { type DocxReader, trackedRemark } from './docx-reader.ts'
import { type Paragraph, readRuns } from './docx-run.ts'
import { inherited, readStyles } from './docx-styles.ts'
import { readTable } from './docx-table.ts'
import { encodingRemark, joinSegments } from './legacy-runs.ts'
import { type Budget, checkTime, ReadingFault, spend } from './limits.ts'
import { childOf, childrenOf, decodeXml, type Element, eachChild, parseXml, valOf } from './xml.ts'
import type { Zip } from './zip.ts'

const wordSpace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/** Some programs call Word's namespace by another short name than 'w'; the readers here know only 'w'. */
function withUsualPrefix(xml: string): string {
  const head = xml.slice(0, 4000)
  const found = new RegExp(`xmlns:(\\w+)=["']${wordSpace}`).exec(head)
  if (!found || found[1] === 'w') return xml
  return xml
    .replaceAll(`<${found[1]}:`, '<w:')
    .replaceAll(`</${found[1]}:`, '</w:')
    .replaceAll(` ${found[1]}:`, ' w:')
}

function readPart(zip: Zip, name: string): string | null {
  const bytes = zip.read(name)
  return bytes && withUsualPrefix(decodeXml(bytes))
}

function rootOf(zip: Zip, name: string): Element | undefined {
  try {
    const xml = readPart(zip, name)
    return xml === null ? undefined : childrenOf(parseXml(xml))[0]
  } catch (fault) {
    // Without its styles or numbering a document can still be read; a bomb is refused wherever it hides.
    if (fault instanceof ReadingFault && fault.code === 'damaged') return undefined
    throw fault
  }
}

function mainPart(zip: Zip): string {
  if (zip.names.has('word/document.xml')) return 'word/document.xml'
  const relations = rootOf(zip, '_rels/.rels')
  const main =
    relations && childrenOf(relations).find((one) => one.attributes['Type']?.endsWith('/officeDocument'))
  return (main?.attributes['Target'] ?? 'word/document.xml').replace(/^\//, '')
}

function readFootnotes(reader: DocxReader, zip: Zip, kind: 'footnote' | 'endnote'): void {
  const root = rootOf(zip, `word/${kind}s.xml`)
  if (!root) return
  for (const element of childrenOf(root, `w:${kind}`)) {
    if (element.attributes['w:type'] !== undefined) continue
    const texts = childrenOf(element, 'w:p').map((paragraph) => paragraphText(reader, paragraph).text)
    reader.footnotes.set(`${kind}${element.attributes['w:id'] ?? ''}`, texts.join(' ').trim())
  }
}

function listNumber(reader: DocxReader, properties: Element | undefined, style: string | undefined): string {
  const list = childOf(properties, 'w:numPr')
  const numId = valOf(list, 'w:numId') ?? inherited(reader.styles, style, 'numId')
  if (numId === undefined || numId === '0') return ''
  const level = valOf(list, 'w:ilvl') ?? inherited(reader.styles, style, 'level') ?? '0'
  return nextNumber(
    reader.numbering,
    numId,
    Number(level),
    (id) => inherited(reader.styles, id, 'numId') ?? '',
  )
}

/** The words of one `w:p` with its list number; breaks are '\n', tabs '\t'. */
export function paragraphText(
  reader: DocxReader,
  element: Element,
): { text: string; number: string; remarks: Remark[] } {
  const properties = childOf(element, 'w:pPr')
  const style = valOf(properties, 'w:pStyle') ?? reader.styles.defaultParagraph
  const paragraph: Paragraph = { segments: [], boxes: [], footnotes: [], tracked: false, fields: [] }
  readRuns(element, { styles: reader.styles, style }, paragraph)
  const { text, mended } = joinSegments(paragraph.segments)
  const remarks: Remark[] = []
  if (mended) remarks.push(encodingRemark(mended))
  if (paragraph.tracked) remarks.push(trackedRemark)
  addFootnotes(reader, paragraph)
  for (const box of paragraph.boxes) addBox(reader, box)
  return { text, number: listNumber(reader, properties, style), remarks }
}

function addFootnotes(reader: DocxReader, paragraph: Paragraph): void {
  for (const id of paragraph.footnotes) {
    const text = reader.footnotes.get(id)
    if (!text) continue
    reader.footnoteCount++
    const detail = `Chú thích số ${reader.footnoteCount} của đoạn ngay trên.`
    reader.pending.push(line(`[${reader.footnoteCount}] ${text}`, [{ code: 'footnote', detail }]))
  }
}

function addBox(reader: DocxReader, box: Element): void {
  if (reader.depth > 8) return
  reader.depth++
  const detail = 'Nội dung lấy từ khung chữ; vị trí trong văn bản có thể khác.'
  const blocks = readChildren(reader, box)
  for (const block of blocks) {
    if (block.kind === 'line' && block.text.trim() === '') continue
    block.remarks.push({ code: 'text-box', detail })
    reader.pending.push(block)
  }
  reader.depth--
}

const headLine = /cộng\s+h(?:òa|oà)\s+xã\s+hội|độc\s+lập\s*[-–]\s*tự\s+do|ngày[\s.…_\d]*tháng[\s.…_\d]*năm/i

/** Tabs: after a list mark a space; across the two-column head, and only there, a new line. */
export function resolveTabs(text: string): string {
  const tidied = text
    .split('\n')
    .map((part) =>
      part.replace(/^(\s*(?:[-+*•]|\d{1,3}(?:\.\d{1,3})*[.)]?|[a-zđ][.)]|[IVXLC]{1,6}\.?))\t+/i, '$1 '),
    )
    .map((part) => (part.includes('\t') && headLine.test(part) ? part.split(/\t+/).join('\n') : part))
  return tidied.join('\n')
}

function readParagraph(reader: DocxReader, element: Element, blocks: Block[], inCell: boolean): void {
  const style = valOf(childOf(element, 'w:pPr'), 'w:pStyle') ?? ''
  if (/^(?:toc|mclc)\s*\d/i.test(style)) return
  const { text, number, remarks } = paragraphText(reader, element)
  if (!spend(reader.budget, 'characters', text.length)) return
  // A column of row numbers is often a numbered list of empty paragraphs; there the number is all there is to print.
  const full = text.trim() === '' ? (inCell ? number.trim() : '') : number + text.trimStart()
  blocks.push(line(resolveTabs(full), tidy(full) === '' ? [] : remarks))
}

function isContents(element: Element): boolean {
  const gallery = valOf(childOf(childOf(element, 'w:sdtPr'), 'w:docPartObj'), 'w:docPartGallery')
  return gallery === 'Table of Contents'
}

/** One child of a body, cell, note or text box, added to `blocks`. */
export function readBlock(reader: DocxReader, element: Element, blocks: Block[], parent: string): void {
  checkTime(reader.budget)
  if (element.name === 'w:p') readParagraph(reader, element, blocks, parent === 'w:tc')
  else if (element.name === 'w:tbl')
    blocks.push(...readTable(reader, element, (part) => readChildren(reader, part)))
  else if (element.name === 'w:sdt' && !isContents(element)) {
    blocks.push(...readChildren(reader, childOf(element, 'w:sdtContent')))
  } else if (['w:ins', 'w:moveTo', 'w:customXml', 'w:smartTag'].includes(element.name)) {
    blocks.push(...readChildren(reader, element))
  } else if (element.name === 'mc:AlternateContent') {
    blocks.push(...readChildren(reader, childOf(element, 'mc:Choice') ?? childOf(element, 'mc:Fallback')))
  }
  if (reader.depth === 0) blocks.push(...reader.pending.splice(0))
}

export function readChildren(reader: DocxReader, parent: Element | undefined): Block[] {
  const blocks: Block[] = []
  reader.depth++
  for (const child of parent ? childrenOf(parent) : []) {
    readBlock(reader, child, blocks, parent?.name ?? '')
    if (reader.budget.cut) break
  }
  reader.depth--
  return blocks
}

/** Offices sometimes keep the head (issuing body, number, place and date) in the first page's header. */
function readHead(reader: DocxReader, zip: Zip, body: readonly Block[]): Block[] {
  const start = body
    .slice(0, 40)
    .map((block) => (block.kind === 'line' ? block.text : JSON.stringify(block.rows)))
  if (headLine.test(start.join('\n'))) return []
  for (const name of [...zip.names].filter((one) => /^word\/header\d*\.xml$/.test(one)).sort()) {
    const root = rootOf(zip, name)
    const blocks = readChildren(reader, root)
    blocks.push(...reader.pending.splice(0))
    const text = blocks.map((block) => (block.kind === 'line' ? block.text : '')).join('\n')
    if (headLine.test(text)) return [...blocks, line('')]
  }
  return []
}

/** Reads a .docx (ECMA-376, transitional or strict). Throws ReadingFault. */
export function readDocx(zip: Zip, budget: Budget): Block[] {
  const main = mainPart(zip)
  const xml = readPart(zip, main)
  if (xml === null) throw new ReadingFault('damaged')
  const reader: DocxReader = {
    styles: readStyles(rootOf(zip, 'word/styles.xml')),
    numbering: readNumbering(rootOf(zip, 'word/numbering.xml')),
    footnotes: new Map(),
    budget,
    pending: [],
    footnoteCount: 0,
    depth: 0,
  }
  readFootnotes(reader, zip, 'footnote')
  readFootnotes(reader, zip, 'endnote')
  const blocks: Block[] = []
  const end = eachChild(
    xml,
    ['w:body'],
    (element) => {
      readBlock(reader, element, blocks, 'w:body')
      return !budget.cut
    },
    budget.limits,
  )
  if (end === 'too-deep' || end === 'too-large') throw new ReadingFault(end)
  return [...readHead(reader, zip, blocks), ...blocks]
}

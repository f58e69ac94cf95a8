import type { NodeCompiler, NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import { conflict } from '../../../lib/errors.ts'
import { projectPath } from '../../../lib/paths.ts'
import { imposed, missingPages } from './imposition.ts'
import { type PrintKind, printKinds } from './print-kind.ts'
import type { PrintBlock } from './printed-blocks.ts'
import { withTrimBoxes } from './trim-boxes.ts'

/** A text as it is to be printed: finished words and pictures, nothing of the database. */
export interface PrintInput {
  kind: PrintKind
  title: string
  lead: string
  blocks: readonly PrintBlock[]
  owner: string
  /** Who answers for it, top to bottom, as on the cover. */
  ownerLines: readonly string[]
  contact: readonly string[]
  /** One line at the foot of the cover. */
  cover: string
  /** Who made it, on whose behalf, when: the smallest line. */
  imprint: string
  /** The code as SVG, what stands under it, and what it says to those who cannot see it. */
  qr: string
  address: string
  codeSays: string
  says: { remember: string; inside: string; scan: string; scanWhy: string; help: string; notes: string }
  /** Stands across every page of what must not leave yet; '': it may. */
  held: string
  /** What the printer reads beside the crop marks. */
  slug: string
  /** Of the text, as [year, month, day]: the same text gives the same bytes. */
  date: readonly [number, number, number]
}

export interface Setting {
  /** Size of the letters in points. */
  size: number
  pages: number
}

export type Fitted = { fits: true; setting: Setting } | { fits: false; over: number; characters: number }

const folder = projectPath('src/modules/publishing/printed/templates')
const workspace = projectPath('src/modules/publishing')
let compiler: Promise<NodeCompiler> | null = null

function theCompiler(): Promise<NodeCompiler> {
  compiler ??= import('@myriaddreamin/typst-ts-node-compiler')
    .then((typst) =>
      typst.NodeCompiler.create({
        workspace,
        fontArgs: [
          {
            fontPaths: ['be-vietnam-pro', 'tinos'].map((f) =>
              projectPath(`node_modules/@expo-google-fonts/${f}`),
            ),
          },
        ],
      }),
    )
    .catch((cause) => {
      compiler = null
      const refusal = conflict(
        `Máy chủ này (${process.platform}-${process.arch}) chưa in được PDF vì thiếu bộ dàn trang Typst.`,
        `This server (${process.platform}-${process.arch}) cannot print PDF: the Typst compiler is missing.`,
      )
      refusal.cause = cause
      throw refusal
    })
  return compiler
}

type More = { size: number; marks: boolean; notes: number }

function compiled(typst: NodeCompiler, template: string, document: unknown): NodeTypstDocument {
  const main = template.endsWith('.typ') ? `${workspace}/${template}` : `${folder}/${template}.typ`
  const { result, takeDiagnostics } = run(typst, main, document)
  if (result === null) throw new Error(`The template ${template} failed: ${takeDiagnostics()}`)
  return result
}

function run(typst: NodeCompiler, mainFilePath: string, document: unknown) {
  const made = typst.compile({ mainFilePath, inputs: { document: JSON.stringify(document) } })
  return {
    result: made.result,
    takeDiagnostics: () => JSON.stringify(made.takeDiagnostics()?.shortDiagnostics ?? []),
  }
}

function lay(typst: NodeCompiler, input: PrintInput, more: Partial<More> & { size: number }) {
  const document = {
    marks: false,
    notes: 0,
    ...input,
    ...more,
    wide: isWide(input),
    contents: contentsOf(input),
  }
  return compiled(typst, printKinds[input.kind].template, document)
}

/** The chief headings, for the flap. */
function contentsOf({ blocks }: PrintInput): string[] {
  return blocks.flatMap((b) =>
    b.kind === 'heading' && b.level === 2 ? [b.spans.map((x) => x.text).join('')] : [],
  )
}

/** A poster with much to say is set in two columns: lines of 40 letters are read, lines of 80 are not. */
function isWide({ kind, blocks }: PrintInput): boolean {
  return kind.startsWith('poster') && charactersIn(blocks) > 700
}

/** Letters, signs and blanks as they are printed. */
export function charactersIn(blocks: readonly PrintBlock[]): number {
  return blocks.reduce((n, b) => n + b.characters, 0)
}

/** The largest letters with which everything fits; else by how much the text is too long, in characters. */
export async function fitText(input: PrintInput, pictures: readonly Picture[] = []): Promise<Fitted> {
  const typst = await theCompiler()
  return withPictures(typst, pictures, () => fitted(typst, input))
}

function fitted(typst: NodeCompiler, input: PrintInput): Fitted {
  const { sizes, pages } = printKinds[input.kind]
  const most = pages ?? Number.POSITIVE_INFINITY
  for (const size of sizes) {
    const { numOfPages } = lay(typst, input, { size })
    if (numOfPages <= most) return { fits: true, setting: { size, pages: numOfPages } }
  }
  const characters = charactersIn(input.blocks)
  const kept = longestBeginning(typst, input, sizes.at(-1) ?? 9, most)
  return { fits: false, over: characters - kept, characters }
}

export interface Picture {
  path: string
  bytes: Buffer
}

/** Nothing waits in between: the compiler is one for all, and what lies in its folder is of one text only. */
function withPictures<T>(typst: NodeCompiler, pictures: readonly Picture[], body: () => T): T {
  for (const p of pictures) typst.mapShadow(`${folder}${p.path}`, p.bytes)
  try {
    return body()
  } finally {
    for (const p of pictures) typst.unmapShadow(`${folder}${p.path}`)
    typst.evictCache(10)
  }
}

/** How many characters from the beginning fit with the smallest letters. */
function longestBeginning(typst: NodeCompiler, input: PrintInput, size: number, most: number): number {
  let fits = 0
  let over = charactersIn(input.blocks)
  while (over - fits > 12) {
    const middle = Math.floor((fits + over) / 2)
    const cut = { ...input, blocks: beginning(input.blocks, middle) }
    if (lay(typst, cut, { size }).numOfPages <= most) fits = middle
    else over = middle
  }
  return fits
}

/** Whole blocks up to so many characters, and the beginning of the next. */
function beginning(blocks: readonly PrintBlock[], most: number): PrintBlock[] {
  const kept: PrintBlock[] = []
  let left = most
  for (const block of blocks) {
    if (block.characters <= left) kept.push(block)
    else if (block.kind === 'paragraph' && left > 0) {
      const text = block.spans
        .map((s) => s.text)
        .join('')
        .slice(0, left)
      kept.push({ ...block, spans: [{ text }] })
    } else if (block.kind === 'list') {
      let room = left
      const items = block.items.filter((item) => {
        room -= charactersIn(item)
        return room >= 0
      })
      if (items.length > 0) kept.push({ ...block, items })
    }
    left -= block.characters
    if (left <= 0) break
  }
  return kept
}

export interface PrintFile {
  bytes: Uint8Array
  pages: number
}

/**
 * The PDF of what fits: tagged, faces embedded. `marks`: for a printing house, with bleed and crop marks; without them
 * the page is the sheet itself. Throws `conflict` where the text does not fit: nothing is ever clipped.
 */
export async function printPdf(
  input: PrintInput,
  { marks = false, pictures = [] }: { marks?: boolean; pictures?: readonly Picture[] } = {},
): Promise<PrintFile> {
  const typst = await theCompiler()
  return withPictures(typst, pictures, () => {
    const found = fitted(typst, input)
    if (!found.fits) throw tooLong(found.over)
    const { size, pages } = found.setting
    const notes = input.kind.startsWith('booklet') ? missingPages(pages) : 0
    const isTrimmed = marks && printKinds[input.kind].pages !== null
    const laid = lay(typst, input, { size, notes, marks: isTrimmed })
    const bytes = new Uint8Array(tagged(typst, laid))
    return { bytes: isTrimmed ? withTrimBoxes(bytes) : bytes, pages: laid.numOfPages }
  })
}

/** The pages of a booklet laid on sheets of A4 for printing on both sides. */
export async function imposedPdf(
  booklet: PrintFile,
  { kind, title, date }: Pick<PrintInput, 'kind' | 'title' | 'date'>,
): Promise<PrintFile> {
  const typst = await theCompiler()
  const pages = [{ path: '/booklet.pdf', bytes: Buffer.from(booklet.bytes) }]
  return withPictures(typst, pages, () => {
    const laid = compiled(typst, 'imposed', { kind, title, date, sides: imposed(booklet.pages) })
    return { bytes: new Uint8Array(typst.pdf(laid)), pages: laid.numOfPages }
  })
}

export function tooLong(over: number) {
  return conflict(
    `Nội dung dài hơn khổ in ${over.toLocaleString('vi')} ký tự nên chưa in được. Hãy bỏ bớt đoạn ở mục “Chọn nội dung in”, hoặc chọn khổ khác.`,
    `The text is ${over} characters too long for this paper. Leave out some passages, or choose another format.`,
  )
}

/** PDF/UA where the compiler can; an older one (decision 10) prints the same page without tags. */
function tagged(typst: NodeCompiler, laid: NodeTypstDocument): Buffer {
  try {
    return typst.pdf(laid, { pdfStandard: 'ua-1' })
  } catch (fault) {
    if (!/unknown variant/.test((fault as Error).message)) throw fault
    return typst.pdf(laid)
  }
}

/** Any other template of the house, by its path within this room: tagged, faces embedded. */
export async function printTemplate(path: string, document: unknown): Promise<Uint8Array> {
  const typst = await theCompiler()
  return withPictures(typst, [], () => new Uint8Array(tagged(typst, compiled(typst, path, document))))
}

/** What is shown on the screen: also of what does not fit, with its smallest letters and on as many pages as it takes. */
export async function previewPdf(input: PrintInput, pictures: readonly Picture[] = []): Promise<Uint8Array> {
  const typst = await theCompiler()
  return withPictures(typst, pictures, () => {
    const found = fitted(typst, input)
    const size = found.fits ? found.setting.size : (printKinds[input.kind].sizes.at(-1) ?? 9)
    return new Uint8Array(typst.pdf(lay(typst, input, { size })))
  })
}

import type { Block, TextLine } from './blocks.ts'
import type { Grid } from './grid.ts'
import { isCapitals, type Marker, readMarker } from './marker.ts'
import { isPlainTitle } from './signature-title.ts'
import { cut, join, type Strand, trim } from './strand.ts'
import { labelAt, OPEN_END } from './vocabulary.ts'

/** A paragraph with its hard wraps mended. `body` is what follows the marker; `mended` counts joined lines. */
export interface Paragraph {
  readonly kind: 'paragraph'
  readonly strand: Strand
  readonly body: Strand
  readonly marker: Marker | null
  readonly hashes: number
  readonly blanks: number
  readonly mended: number
}

export type Piece = Paragraph | { readonly kind: 'grid'; readonly grid: Grid }

interface Wrap {
  /** Lines are broken at a fixed width. */
  readonly hard: boolean
  /** The longest broken line. */
  readonly width: number
  /** Empty lines that stand between the lines of one paragraph: 0, or 1 on some portals. */
  readonly blanks: number
}

export function readParagraphs(blocks: readonly Block[]): Piece[] {
  const wrap = measure(blocks)
  const pieces: Piece[] = []
  let open: TextLine[] = []
  const close = (): void => {
    if (open.length > 0) pieces.push(paragraphOf(open))
    open = []
  }
  for (const block of blocks) {
    if (block.kind === 'grid') {
      close()
      pieces.push(block)
      continue
    }
    if (open.length > 0 && !continues(open, block, wrap)) close()
    open.push(block)
  }
  close()
  return pieces
}

function paragraphOf(lines: readonly TextLine[]): Paragraph {
  const first = lines[0] as TextLine
  const strand = joinLines(lines.map((line) => line.strand))
  const marker = readMarker(strand)
  return {
    kind: 'paragraph',
    strand,
    body: marker === null ? strand : trim(cut(strand, marker.length)),
    marker,
    hashes: first.hashes,
    blanks: first.blanks,
    mended: lines.length - 1,
  }
}

/** A document number broken after its slash or hyphen is closed up again. */
function joinLines(lines: readonly Strand[]): Strand {
  let whole = lines[0] as Strand
  for (const line of lines.slice(1)) {
    const tight = /\d[\d/]*[A-ZĐa-z\d-]*[/-]$/.test(whole.text) && /^[A-ZĐ]{2}/.test(line.text)
    whole = join([whole, line], tight ? '' : ' ')
  }
  return whole
}

function measure(blocks: readonly Block[]): Wrap {
  const lengths: number[][] = [[], []]
  let before: TextLine | undefined
  for (const block of blocks) {
    if (block.kind === 'grid') {
      before = undefined
      continue
    }
    if (before !== undefined && block.blanks <= 1 && broken(before.strand, block.strand)) {
      lengths[block.blanks]?.push(before.strand.text.length)
    }
    before = block
  }
  const blanks = (lengths[1]?.length ?? 0) > (lengths[0]?.length ?? 0) * 2 + 3 ? 1 : 0
  const widths = (lengths[blanks] ?? []).sort((a, b) => a - b)
  const width = widths[Math.floor(widths.length * 0.97)] ?? 0
  return { hard: (widths.length >= 3 && width < 200) || (widths.length === 2 && width < 120), width, blanks }
}

function broken(line: Strand, next: Strand): boolean {
  return (
    /^\p{Ll}/u.test(next.text) &&
    readMarker(next) === null &&
    !endsSentence(line.text) &&
    line.text.length > 24 &&
    !isCapitals(line.text)
  )
}

function endsSentence(text: string): boolean {
  return /[.;:!?…]["”)]?$/.test(text) && !/(?:\b(?:TP|Tp|ThS|TS|ĐT|TX|TT|v\.v)|\.\.)\.$/.test(text)
}

const STARTS_PART =
  /^(?:noi nhan|can cu (?:luat|nghi|quyet|ke hoach|thong tu|chi thi|cong van|chuong trinh)|xet de nghi|theo de nghi|quyet dinh\s*:?$|phu luc|danh muc$|bieu (?:so|mau)|tm\.|kt\.|tl\.|tuq\.|q\.|tren day la|\(?(?:ban hanh |dinh |phe duyet )?kem theo|so\s*:|cong hoa xa hoi|doc lap\s*-)/

function startsBlock(line: Strand): boolean {
  const marker = readMarker(line)
  if (marker !== null) return true
  return labelAt(line.bare, 0) !== null || STARTS_PART.test(line.bare)
}

function continues(open: readonly TextLine[], next: TextLine, wrap: Wrap): boolean {
  const last = (open.at(-1) as TextLine).strand
  const head = (open[0] as TextLine).strand
  if (next.hashes > 0 || next.blanks > 2) return false
  if ((open[0] as TextLine).hashes > 0 && next.blanks > 0) return false
  if (splitPair(last, next.strand)) return true
  if (startsBlock(next.strand)) return false
  const lower = /^(?:\p{Ll}|[("“]\p{Ll})/u.test(next.strand.text)
  const ended = endsSentence(last.text)
  if (isPlainTitle(last)) return false
  if (isCapitals(last.text))
    return (
      next.blanks === 0 &&
      readMarker(head)?.rank !== undefined &&
      (readMarker(head)?.rank ?? 9) <= 2 &&
      isCapitals(next.strand.text) &&
      !ended
    )
  if (!ended && lower) return next.blanks <= 1 || last.text.length > 40
  if (!ended && OPEN_END.test(last.text) && next.blanks <= wrap.blanks && !isCapitals(next.strand.text))
    return true
  if (!wrap.hard || next.blanks > wrap.blanks || isCapitals(next.strand.text)) return false
  if (/,$/.test(last.text) || (!ended && /^["“\d(]/.test(next.strand.text))) return true
  const word = next.strand.text.split(' ', 1)[0]?.length ?? 0
  return last.text.length + 1 + word > wrap.width * (ended ? 1 : 0.95)
}

/** "Phát thanh" / "- Truyền hình", "giai đoạn 2021" / "- 2025": a dash that is no bullet. */
function splitPair(last: Strand, next: Strand): boolean {
  if (/\d{4}$/.test(last.bare) && /^-\s*\d{4}/.test(next.bare)) return true
  if (/^(?:quyet|ke)$/.test(last.bare) && /^(?:dinh|hoach)(?![a-z])/.test(next.bare)) return true
  if (/ban hanh$/.test(last.bare) && /^kem theo/.test(next.bare)) return true
  return (
    /(?:phat thanh|kinh te|chinh tri|lao dong|nghe thuat|hoc tap)$/.test(last.bare) &&
    /^-\s*(?:truyen hinh|xa hoi|thuong binh|doi song)/.test(next.bare)
  )
}

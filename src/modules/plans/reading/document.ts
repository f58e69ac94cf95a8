import { type Closing, readClosing } from './closing.ts'
import { isCapitals } from './marker.ts'
import type { Paragraph, Piece } from './paragraphs.ts'
import { cut, type Strand, trim } from './strand.ts'

/** The parts of a document. `kind` 'decision': the plan is put in force by, or stands inside, a decision. */
export interface Parts {
  readonly kind: 'plan' | 'decision' | 'digest'
  /** What is printed above the title: national title, issuing body, number; on a web page also menus. */
  readonly head: readonly Paragraph[]
  /** The type word and the lines of the subject; for a digest the headline. */
  readonly title: readonly Strand[]
  /** "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH X" under the subject of a decision. */
  readonly issuing: Strand | null
  readonly captions: readonly Strand[]
  readonly body: readonly Piece[]
  readonly closing: Closing
}

const TYPE_LINE = /^(?:ke hoach|quyet dinh|chuong trinh|phuong an|de an)(?:\s*\(?du thao\)?)?$/
const TYPE_RUN = /^(?:ke hoach|quyet dinh|chuong trinh)\s+(?=\S)/
const CHROME =
  /^(?:[[(»<•*\s-]*)(?:tin (?:lien quan|khac|moi|cu|tiep|bai|doc nhieu|tuc lien|tuc khac|noi bat|cung)|cac (?:tin|bai|y kien|van ban) |bai viet (?:khac|lien|cung)|van ban (?:lien quan|khac|cung|moi)|lien ket|quang cao|so luot|luot (?:xem|truy)|thong ke|dang truy cap|binh (?:luan|chon)|y kien (?:ban doc|cua ban)|chia se|in (?:trang|bai)|(?:tep|file|tai lieu) dinh kem|tai (?:ve|xuong|file|van ban)|ban quyen|giay phep|chiu trach nhiem (?:noi dung|chinh)|truong ban bien tap|copyright|©|nguon\s*:|tac gia\s*:|tu khoa|tags?\s*:|ung dung noi bo|thoi tiet|xem them|doc them|danh gia (?:bai|van ban)|phan hoi|gui (?:phan hoi|binh luan)|luoc do|dien thoai\s*:|email\s*:|trang chu|quay lai|ve trang|hien thi media|so lan xem|view count|tong so (?:luot|truy)|truy cap|lien he\s*:|dia chi\s*:|website)/
const CAPTION =
  /^[("]?\s*(?:ban hanh |dinh |phe duyet )?kem theo\s+(?:ke hoach|quyet dinh|cong van|to trinh|van ban)/

export function readParts(pieces: readonly Piece[]): Parts {
  const typeAt = typeLineAt(pieces)
  if (typeAt < 0 && !isStructured(pieces)) return digestParts(pieces)
  const preamble = typeAt < 0 ? preambleAt(pieces) : -1
  const head = paragraphsOf(pieces.slice(0, typeAt < 0 ? preamble : typeAt))
  const title =
    typeAt < 0
      ? { ...headline(pieces, headlineAt(pieces.slice(0, preamble))), next: preamble }
      : readTitle(pieces, typeAt)
  const kind = /^quyet dinh/.test(title.lines[0]?.bare ?? '') ? 'decision' : 'plan'
  const rest = withoutChrome(pieces.slice(title.next))
  const paragraphs = paragraphsOf(rest)
  const closing = readClosing(paragraphs)
  const taken = new Set(paragraphs.slice(closing.from, closing.until))
  const captions = rest.filter(
    (piece) => piece.kind === 'paragraph' && CAPTION.test(piece.strand.bare),
  ) as Paragraph[]
  const body = rest.filter(
    (piece) => piece.kind === 'grid' || (!taken.has(piece) && !captions.includes(piece)),
  )
  return {
    kind,
    head,
    title: title.lines,
    issuing: title.issuing,
    captions: captions.map((paragraph) => paragraph.strand),
    body,
    closing,
  }
}

function paragraphsOf(pieces: readonly Piece[]): Paragraph[] {
  return pieces.filter((piece) => piece.kind === 'paragraph')
}

function typeLineAt(pieces: readonly Piece[]): number {
  const limit = Math.min(pieces.length, 400)
  let run = -1
  for (let k = 0; k < limit; k++) {
    const piece = pieces[k] as Piece
    if (piece.kind === 'grid') continue
    const { strand } = piece
    if (TYPE_LINE.test(strand.bare)) {
      const before = pieces[k - 1]
      const told = before?.kind === 'paragraph' && before.strand.text.endsWith(':')
      if (isCapitals(strand.text) || piece.hashes > 0 || (run < 0 && !told)) return k
    }
    const loud =
      isCapitals(strand.text.slice(0, 60)) ||
      piece.hashes > 0 ||
      /^(?:KẾ HOẠCH|QUYẾT ĐỊNH)\s/.test(strand.text)
    if (
      run < 0 &&
      piece.marker === null &&
      TYPE_RUN.test(strand.bare) &&
      loud &&
      strand.text.length < 400 &&
      !/^quyet dinh\s*:/.test(strand.bare)
    )
      run = k
    if (run >= 0 && (piece.marker?.kind === 'roman' || piece.marker?.kind === 'article')) break
  }
  return run
}

/** Roman headings, "Điều 1" or "Nơi nhận": a document in full, even without its type line. */
function isStructured(pieces: readonly Piece[]): boolean {
  const paragraphs = paragraphsOf(pieces)
  const roman = paragraphs.filter(
    (paragraph) => paragraph.marker?.kind === 'roman' && paragraph.body.text.length < 150,
  ).length
  const recipients = paragraphs.some((paragraph) => /^noi nhan\s*:/.test(paragraph.body.bare))
  return roman >= 2 || recipients || paragraphs.some((paragraph) => paragraph.marker?.kind === 'article')
}

const PREAMBLE =
  /^(?:can cu|thuc hien|trien khai|nham|de |xet|theo|tiep tuc|tren co so|phat huy|uy ban nhan dan|ubnd|chu tich|so |bo |giam doc|quyet dinh|truong phong|tai )/

interface Title {
  readonly lines: readonly Strand[]
  readonly issuing: Strand | null
  readonly next: number
}

/** The type line and the subject under it, over as many lines as it takes. */
function readTitle(pieces: readonly Piece[], typeAt: number): Title {
  const type = pieces[typeAt] as Paragraph
  const lines: Strand[] = [withoutEnd(type.strand)]
  const alone = TYPE_LINE.test(type.strand.bare)
  let issuing: Strand | null = null
  let next = typeAt + 1
  for (; next < pieces.length && next < typeAt + 12; next++) {
    const piece = pieces[next] as Piece
    if (piece.kind === 'grid') break
    const line = piece.strand
    if (/^[-_=*.\s]{3,}$/.test(line.text)) continue
    if (
      /^(?:chu tich\s+)?(?:ubnd|uy ban nhan dan)(?: [a-z ]{0,60})?$|^(?:giam doc|bo truong|chanh van phong|cuc truong|tong cuc truong|truong ban)\s[a-z ,-]{0,80}$/.test(
        line.bare,
      ) &&
      isCapitals(line.text)
    ) {
      issuing = line
      continue
    }
    if (CAPTION.test(line.bare) || /^so\s*:/.test(line.bare)) continue
    if (piece.marker !== null && piece.marker.kind !== 'bullet') break
    if (lines.length > (alone ? 1 : 0) && !goesOn(lines, piece, alone)) break
    if (line.text.length > 420 || /^(?:quyet dinh|noi nhan)\s*:/.test(line.bare)) break
    lines.push(withoutEnd(line))
  }
  return { lines, issuing, next }
}

function goesOn(lines: readonly Strand[], piece: Paragraph, alone: boolean): boolean {
  const before = lines.at(-1)?.text ?? ''
  const line = piece.strand
  if (/^\p{Ll}/u.test(line.text)) return line.text.length < 300
  if (/[.]$/.test(before)) return false
  if (/^[\d(]/.test(line.text) && piece.blanks === 0 && line.text.length < 60 && !CAPTION.test(line.bare))
    return true
  if (isCapitals(line.text)) return !/\p{Ll}/u.test(before)
  if (isCapitals(before) && (lines.length > 1 || !alone)) return false
  return piece.blanks === 0 && !PREAMBLE.test(line.bare) && line.text.length < 200
}

function withoutEnd(line: Strand): Strand {
  const tail = /[\s.;:]+$/.exec(line.text)
  return tail === null ? line : cut(line, 0, tail.index)
}

/** Drops what a web page prints after the document: from the first such line that no heading or table follows. */
function withoutChrome(pieces: readonly Piece[]): Piece[] {
  let ended = false
  const lastBodyAt = pieces.findLastIndex((piece) => piece.kind === 'grid' || isBodyMark(piece))
  for (let k = 0; k < pieces.length; k++) {
    const piece = pieces[k] as Piece
    if (piece.kind === 'grid') continue
    const words = piece.strand.bare
    const after = ended || (k > lastBodyAt && k > 3 && piece.marker === null && words.length < 60)
    if (after && words.length < 160 && CHROME.test(words)) return pieces.slice(0, k)
    if (/\.\/\.?\s*$|^-?\s*luu\s*:/.test(words) || /^(?:tm|kt|tl)\s*\./.test(words)) ended = true
  }
  return [...pieces]
}

function isBodyMark({ marker, strand }: Paragraph): boolean {
  if (/^noi nhan/.test(strand.bare)) return true
  return marker !== null && marker.kind !== 'bullet' && marker.kind !== 'paren'
}

/** Where the document begins to speak when its type line is lost. */
function preambleAt(pieces: readonly Piece[]): number {
  const at = pieces.findIndex(
    (piece) =>
      piece.kind === 'paragraph' &&
      (/^(?:can cu|thuc hien|trien khai|xet|nham)\s/.test(piece.strand.bare) || isBodyMark(piece)),
  )
  return Math.max(at, 0)
}

const SUBJECT =
  /cai cach|cchc|tuyen truyen|truyen thong|thu tuc hanh chinh|tthc|ke hoach|hanh chinh|kiem soat/g
const POSTED =
  /^[[(]?\s*(?:cap nhat|ngay (?:dang|cap nhat|tao)|dang (?:luc|ngay)|thu (?:hai|ba|tu|nam|sau|bay)|chu nhat|\d{1,2}[/:.-]\d{1,2})|luot xem|so lan xem|view/

/** The headline among the first lines of a page: the line that says what it is about, not the menu above it. */
function headlineAt(pieces: readonly Piece[]): number {
  let best = 0
  let bestScore = Number.NEGATIVE_INFINITY
  for (let k = 0; k < Math.min(pieces.length, 80); k++) {
    const piece = pieces[k] as Piece
    if (piece.kind === 'grid') continue
    const { text, bare } = piece.strand
    const words = text.split(' ').length
    if (text.length > 260 && k > 0) break
    const next = pieces[k + 1]
    const posted = next?.kind === 'paragraph' && POSTED.test(next.strand.bare)
    let score =
      Math.min(words, 16) +
      Math.min(bare.match(SUBJECT)?.length ?? 0, 3) * 4 +
      (posted ? 8 : 0) +
      (piece.hashes === 1 ? 12 : 0) -
      k * 0.3
    if (words < 5 || /[>»|]|^trang chu|https?:/.test(bare) || POSTED.test(bare)) score -= 40
    if (text.length > 180 || /[:;]$|\bso \d+\/|^(?:thuc hien|trien khai|can cu|ngay \d)/.test(bare))
      score -= 14
    if (score > bestScore) {
      bestScore = score
      best = k
    }
  }
  return best
}

function headline(pieces: readonly Piece[], at: number): Title {
  const piece = pieces[at]
  const lines = piece?.kind === 'paragraph' ? [withoutEnd(piece.strand)] : []
  return { lines, issuing: null, next: at + 1 }
}

function digestParts(pieces: readonly Piece[]): Parts {
  const at = headlineAt(pieces)
  const title = headline(pieces, at)
  const body: Piece[] = []
  let long = false
  let length = 0
  for (const piece of pieces.slice(title.next)) {
    if (piece.kind === 'paragraph') {
      const words = piece.strand.bare
      if (long && words.length < 160 && CHROME.test(words)) break
      if (POSTED.test(words) && words.length < 120) continue
      length += words.length
      long = length > 300
      body.push(piece)
      if (/\.\/\.?\s*$/.test(words) && long) break
    } else body.push(piece)
  }
  const none = { recipients: [], signer: null, signerTitle: null, from: 0, until: 0 }
  return {
    kind: 'digest',
    head: paragraphsOf(pieces.slice(0, at)),
    title: title.lines,
    issuing: null,
    captions: [],
    body,
    closing: none,
  }
}

/** The subject of a decision without the words that put it in force. */
export function withoutEnacting(subject: Strand): Strand {
  const head = /^(?:v\/v|ve viec|ve)?\s*(?:ban hanh|phe duyet)?\s*/.exec(subject.bare)?.[0].length ?? 0
  return head > 0 && head < subject.text.length ? trim(cut(subject, head)) : subject
}

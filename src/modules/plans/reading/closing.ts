import { isCapitals, readMarker } from './marker.ts'
import type { Paragraph } from './paragraphs.ts'
import { isSignatureTitle, TITLE } from './signature-title.ts'
import { cut, join, type Strand, split, trim } from './strand.ts'

/** The block that closes a document: who gets it and who signed. Indices are into the paragraphs given. */
export interface Closing {
  readonly recipients: readonly Strand[]
  readonly signer: Strand | null
  readonly signerTitle: Strand | null
  /** Paragraphs taken by the block, `until` exclusive; both 0 when there is none. */
  readonly from: number
  readonly until: number
}

export function readClosing(paragraphs: readonly Paragraph[]): Closing {
  const at = paragraphs.findIndex(
    (paragraph) => /^noi nhan\s*[:;.]?/.test(paragraph.body.bare) && paragraph.body.bare.length < 2000,
  )
  if (at < 0) return signatureOnly(paragraphs)
  const list = readRecipients(paragraphs, at)
  const sign = readSignature(paragraphs, list.until)
  const early = sign.signer === null ? signatureBefore(paragraphs, at) : null
  return {
    recipients: list.recipients,
    signer: (early ?? sign).signer,
    signerTitle: (early ?? sign).title,
    from: early?.from ?? at,
    until: Math.max(list.until, sign.until),
  }
}

function signatureBefore(
  paragraphs: readonly Paragraph[],
  at: number,
): (ReturnType<typeof readSignature> & { from: number }) | null {
  const from = paragraphs.findIndex(
    (paragraph, k) => k < at && k > at - 8 && isSignatureTitle(paragraph.strand),
  )
  if (from < 0) return null
  const sign = readSignature(paragraphs.slice(0, at), from)
  return sign.signer === null ? null : { ...sign, from }
}

function signatureOnly(paragraphs: readonly Paragraph[]): Closing {
  const from = paragraphs.findIndex(
    (paragraph, k) =>
      k > 3 &&
      isSignatureTitle(paragraph.strand) &&
      !/uy ban nhan dan (?:tinh|thanh pho|huyen)/.test(paragraph.strand.bare.replace(/^tm\.\s*/, '#')),
  )
  const none = { recipients: [], signer: null, signerTitle: null, from: 0, until: 0 }
  if (from < 0) return none
  const sign = readSignature(paragraphs, from)
  return sign.signer === null
    ? none
    : { recipients: [], signer: sign.signer, signerTitle: sign.title, from, until: sign.until }
}

function readRecipients(
  paragraphs: readonly Paragraph[],
  at: number,
): { recipients: Strand[]; until: number } {
  const recipients: Strand[] = []
  const first = paragraphs[at] as Paragraph
  const inline = trim(cut(first.body, /^noi nhan\s*[:;.]?\s*/.exec(first.body.bare)?.[0].length ?? 0))
  if (inline.text !== '' && !isSignatureTitle(inline)) recipients.push(...inlineItems(inline))
  let until = at + 1
  let archived = recipients.some(isArchive)
  for (; until < paragraphs.length && !archived; until++) {
    const paragraph = paragraphs[until] as Paragraph
    const bulleted = paragraph.marker?.kind === 'bullet'
    const stops =
      isCapitals(paragraph.strand.text) ||
      isSignatureTitle(paragraph.strand) ||
      /^\(?(?:ban hanh )?kem theo|^phu luc|^danh muc/.test(paragraph.body.bare)
    if (stops && !bulleted) break
    if (!bulleted && recipients.length > 0 && isPersonName(paragraph.strand) && paragraph.blanks > 0) break
    if (paragraph.body.text.length > 300 || (paragraph.blanks > 3 && recipients.length > 0 && !bulleted))
      break
    recipients.push(...inlineItems(paragraph.body))
    archived = isArchive(paragraph.body)
  }
  return { recipients: recipients.map(tidyRecipient).filter((name) => name.text !== ''), until }
}

function isArchive(line: Strand): boolean {
  return /^(?:-\s*)?luu\s*[:;.]?/.test(line.bare)
}

/** "- A; - B; - Lưu: VT." on one line, or the words of one item. */
function inlineItems(line: Strand): Strand[] {
  const parts = split(line, /[;.]\s+[-+•]\s*(?=[a-z])/g).flatMap((part) =>
    withoutHouses(split(part, /(?<=[a-z)])\s+[-+•]\s*(?=[a-z])/g)),
  )
  if (parts.length > 1) return parts.map((part) => trim(part))
  if (readMarker(line) === null && (line.text.match(/;/g)?.length ?? 0) > 1)
    return split(line, /;/g).map(trim)
  return [line]
}

/** "Cục Kiểm soát TTHC - VPCP" is one body: an abbreviation alone after a dash names the house it belongs to. */
function withoutHouses(parts: readonly Strand[]): Strand[] {
  const whole: Strand[] = []
  for (const part of parts) {
    const before = whole.at(-1)
    if (before !== undefined && /^\p{Lu}{2,8}[;.,]?$/u.test(part.text.trim()) && !isArchive(before))
      whole[whole.length - 1] = join([before, trim(part)], ' - ')
    else whole.push(part)
  }
  return whole
}

function tidyRecipient(line: Strand): Strand {
  let cleaned = trim(line)
  const head = /^[-–—+•*●\s]+/.exec(cleaned.text)
  if (head !== null) cleaned = cut(cleaned, head[0].length)
  const tail = /[\s;.,]+$/.exec(cleaned.text)
  return trim(tail === null ? cleaned : cut(cleaned, 0, tail.index))
}

function readSignature(
  paragraphs: readonly Paragraph[],
  from: number,
): { title: Strand | null; signer: Strand | null; until: number } {
  const titles: Strand[] = []
  for (let k = from; k < paragraphs.length && k < from + 14; k++) {
    const line = (paragraphs[k] as Paragraph).strand
    const run = titleAndName(line)
    if (run !== null) return { title: join([...titles, run.title], ' '), signer: run.name, until: k + 1 }
    if (isSignatureTitle(line)) titles.push(line)
    else if (isPersonName(line) && !isPartHeading(line))
      return {
        title: titles.length > 0 ? join(titles, ' ') : null,
        signer: withoutDegree(line),
        until: k + 1,
      }
    else if (
      !/^[([]?(?:da ky|ky ten|dong dau|signed)|^[.…_\s-]*$/.test(line.bare) &&
      !(titles.length > 0 && isCapitals(line.text))
    )
      break
    else if (titles.length > 0 && isCapitals(line.text) && !isPartHeading(line)) titles.push(line)
  }
  return { title: titles.length > 0 ? join(titles, ' ') : null, signer: null, until: from + titles.length }
}

function isPartHeading(line: Strand): boolean {
  return /^(?:phu luc|danh muc|ke hoach|bieu|chuong trinh|noi dung|bang|quyet dinh)(?![a-z])/.test(line.bare)
}

/** "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH Nguyễn Văn A" on one line. */
function titleAndName(line: Strand): { title: Strand; name: Strand } | null {
  if (!TITLE.test(line.bare)) return null
  const name = /\s((?:(?:TS|ThS|PGS|GS|BS|CN|KS)\.\s*)*\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}*){1,4})\s*$/u.exec(
    line.text,
  )
  if (name === null || !isCapitals(line.text.slice(0, name.index))) return null
  return { title: trim(cut(line, 0, name.index)), name: withoutDegree(trim(cut(line, name.index))) }
}

const DEGREE =
  /^(?:(?:PGS|GS|TS|ThS|Th\.?S|BS|BSCK\s?I{0,2}|CN|KS|Đại tá|Thượng tá|Luật sư)\s*[.,]?\s*)+(?=\p{Lu})/u

export function isPersonName(line: Strand): boolean {
  const name = withoutDegree(line).text
  if (name.length > 40 || /[\d:;,/()]/.test(name)) return false
  const words = name.split(/\s+/)
  if (words.length < 2 || words.length > 6) return false
  if (
    /^(?:so|ban|bao|dai|ubnd|cac|hoi|noi|tin|trang|lien|quang|chia|trung tam|van phong)\s/.test(line.bare) &&
    !/^quang\s/.test(line.bare)
  )
    return false
  const shaped = words.every((word) => /^\p{Lu}[\p{L}'’-]*\.?$/u.test(word))
  return shaped && (!isCapitals(name) || !TITLE.test(line.bare))
}

function withoutDegree(line: Strand): Strand {
  return trim(cut(line, DEGREE.exec(line.text)?.[0].length ?? 0))
}

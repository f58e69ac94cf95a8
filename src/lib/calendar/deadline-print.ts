import { bare } from '../text/bare.ts'

// Everything here works on "bare" text: lower case, no marks, one space. A reader takes the front of the text and
// gives what it means and what is left, or null.

export interface Taken<T> {
  value: T
  rest: string
}

/** Takes the front of the text when it matches and no word goes on behind it. */
export function take(text: string, front: RegExp): { m: RegExpExecArray; rest: string } | null {
  const m = front.exec(text)
  if (m?.index !== 0 || m[0] === '') return null
  const rest = text.slice(m[0].length)
  const cutsWord = /[a-z0-9]$/.test(m[0]) && /^[a-z0-9]/.test(rest)
  return cutsWord ? null : { m, rest: rest.trimStart() }
}

const made = new Map<string, RegExp>()

/** A pattern by its source, made once: a rule asks dozens of them. Sources are constants, so they are few. */
export function pattern(source: string): RegExp {
  const known = made.get(source) ?? new RegExp(source)
  made.set(source, known)
  return known
}

const monthNames: Record<string, number> = {
  giêng: 1,
  một: 1,
  hai: 2,
  ba: 3,
  tư: 4,
  sáu: 6,
  bảy: 7,
  tám: 8,
  chín: 9,
  mười: 10,
  'mười một': 11,
  'mười hai': 12,
}

/**
 * A printed rule made ready for reading: months in words become figures while their marks still tell "tháng sáu" from
 * "tháng sau"; figures that a scan took for letters are mended ("l0/12", "05/l2", "2O23"); "02 (hai)" loses its words.
 */
export function barePrint(printed: string): string {
  const figured = printed
    .normalize('NFC')
    .replace(
      /tháng\s+(mười hai|mười một|mười|giêng|một|hai|ba|tư|sáu|bảy|tám|chín)(?!\p{L})/giu,
      (_, name: string) => `tháng ${monthNames[name.toLowerCase().replace(/\s+/g, ' ')]}`,
    )
  return mendFigures(bare(figured))
    .replace(/["'“”‘’«»*_|]/g, ' ')
    .replace(/(\d+)\s*\([a-z ]{2,20}\)(?=\s*(?:ngay|tuan|thang)\b)/g, '$1 ')
    .replace(/(\d)\s*([/])\s*(?=\d)/g, '$1$2')
    .replace(/(truoc|nhat)ngay/g, '$1 ngay')
    .replace(/(ngay|thang)(?=\d)/g, '$1 ')
    .replace(/([(),;:])(?:\s*\1)+/g, '$1')
    .replace(/\s+/g, ' ')
    .replace(/^[-+•\s]+/, '')
    .replace(/[.;,:\s]+$/, '')
    .trim()
}

const figure = '[0-9lio|]'

function mendFigures(text: string): string {
  return text
    .replace(
      new RegExp(`(?<![a-z0-9])(${figure}{1,2})\\s*([/.-])\\s*(${figure}{1,4})(?![a-z0-9])`, 'g'),
      (all, a: string, sign: string, b: string) =>
        /\d/.test(a + b) || sign === '/' ? `${digits(a)}${sign}${digits(b)}` : all,
    )
    .replace(new RegExp(`(?<=\\d/)(${figure}{4})(?![a-z0-9])`, 'g'), (all) => digits(all))
    .replace(
      new RegExp(
        `(?<=(?:ngay|thang|nam|sau|trong|truoc) )(?=[a-z|]*\\d|[li|]o|[li|](?= ))(${figure}{1,4})(?![a-z0-9])`,
        'g',
      ),
      (all) => digits(all),
    )
}

function digits(text: string): string {
  return text.replace(/[li|]/g, '1').replace(/o/g, '0')
}

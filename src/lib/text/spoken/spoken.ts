import { abbreviations } from '../abbreviations.data.ts'
import { sayDates, sayTimes } from './dates.ts'
import { letterWords } from './letters.ts'
import { digitWords, numberWords, romanValue } from './number-words.ts'
import { saySymbols } from './symbols.ts'

/**
 * A text as a radio announcer would read it aloud: dates, times, numbers, money, percentages, telephone numbers, symbols
 * of documents, Roman numbers, units and abbreviations become words. Punctuation and line ends stay, for the pauses.
 * What it gives has no digits, and is left as it is by a second reading.
 */
export function spoken(text: string): string {
  let said = read(text)
  // What stood joined ("quý IV0") may be plain to read only once its neighbour has become a word.
  for (let again = read(said), times = 0; again !== said && times < 4; again = read(said), times++)
    said = again
  return said
}

function read(text: string): string {
  let said = text
    .normalize('NFC')
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/[‐‑−]/g, '-')
  for (const step of [sayAddresses, saySymbols, sayPhones, sayDates, sayTimes, sayRoman, sayAbbreviations])
    said = step(said)
  for (const step of [sayRanges, sayMeasures, sayNumbers, sayCapitals, saySigns]) said = step(said)
  return said
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ +([,.;:!?…)])/g, '$1')
    .replace(/ *\n */g, '\n')
    .trim()
    .normalize('NFC')
}

const addressPattern =
  /(?:https?:\/\/)?(?:www\.)?((?:[a-z0-9-]+\.)+(?:vn|com|net|org|info|gov))\b(?:\/[^\s,;)]*)?/giu

/** Of an address only the name of the site is said; of a mail address both sides. */
function sayAddresses(text: string): string {
  const dots = (name: string) =>
    name
      .replace(/[._-]/g, (sign) => (sign === '.' ? ' chấm ' : ' gạch '))
      .replace(/\d/g, (d) => ` ${digitWords(d)} `)
  return text
    .replace(
      /([\w.+-]+)@((?:[a-z0-9-]+\.)+[a-z]{2,})/giu,
      (_all, who: string, site: string) => `${dots(who)} a còng ${dots(site)}`,
    )
    .replace(addressPattern, (_all, site: string) => dots(site))
}

const phonePatterns = [
  /(?<![\d.,/])(?:\+84[ .]?|\(?0)\d{2,3}\)?(?:[ .-]?\d{2,4}){2,3}(?![\d/])/g,
  /(?<![\d.,/])1[89]00(?:[ .]?\d{2,4}){1,2}(?![\d/])/g,
  /(?<=(?:tổng đài|đường dây nóng|gọi|số máy|điện thoại|hotline)(?: số)?:? )\d{3,5}(?![\d.,/]*\d)/giu,
]

function sayPhones(text: string): string {
  return phonePatterns.reduce((said, pattern) => said.replace(pattern, (digits) => digitWords(digits)), text)
}

const counted =
  '(?:quý|khoá|khóa|mục|phần|chương|kỳ|lần thứ|thế kỷ|đại hội|phụ lục|hạng|loại|nhóm|cấp|vùng|đợt|tập|điều|biểu|mẫu|giai đoạn|bảng|thứ)'

function sayRoman(text: string): string {
  const after = new RegExp(`(?<=(?<!\\p{L})${counted} (?:số |thứ )?)([IVXLC]+)(?![\\p{L}\\d])`, 'giu')
  const list = new RegExp(
    `(?<=(?<!\\p{L})${counted} [^.;\\n]{0,30}(?:,|và|đến|-) ?)([IVXLC]+)(?![\\p{L}\\d])`,
    'giu',
  )
  const heading = /(?<=^|\n)([IVXLC]+)(?=[.)] )/g
  const say = (all: string) => {
    const value = all === all.toUpperCase() ? romanValue(all) : null
    return value === null ? all : numberWords(String(value))
  }
  return text.replace(after, say).replace(list, say).replace(heading, say)
}

const known = [...abbreviations].sort((a, b) => b.short.length - a.short.length)
const knownPattern = new RegExp(
  `(?<![\\p{L}\\d/])(?:${known.map((one) => one.short.replace('.', '\\.')).join('|')})(?![\\p{L}\\d])`,
  'gu',
)
const longOf = new Map(known.map((one) => [one.short, one.spoken ?? one.long]))

/** An abbreviation in brackets behind what it stands for is for the eye only. */
const explained = / ?\((?:sau đây (?:gọi|viết) tắt là |gọi tắt là |viết tắt là )?(\p{Lu}[\p{L} ]*\p{Lu})\)/gu

function sayAbbreviations(text: string): string {
  return text
    .replace(/(?<![\p{L}\d])TP\. ?(?=\p{Lu})/gu, 'thành phố ')
    .replace(explained, (all, short: string, at: number) => {
      const long = longOf.get(short)?.toLowerCase()
      return long && text.slice(0, at).trimEnd().toLowerCase().endsWith(long) ? '' : all
    })
    .replace(knownPattern, (short) => longOf.get(short) ?? short)
}

const number = String.raw`\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?`

function sayRanges(text: string): string {
  return text.replace(
    new RegExp(`(?<![\\p{L}\\d./-])(${number}) ?[-–—] ?(?=(?:${number})(?![\\p{L}\\d/-]))`, 'gu'),
    '$1 đến ',
  )
}

const units: [string, string][] = [
  ['km/h', 'ki lô mét một giờ'],
  ['km2', 'ki lô mét vuông'],
  ['km²', 'ki lô mét vuông'],
  ['m2', 'mét vuông'],
  ['m²', 'mét vuông'],
  ['m3', 'mét khối'],
  ['m³', 'mét khối'],
  ['km', 'ki lô mét'],
  ['cm', 'xăng ti mét'],
  ['mm', 'mi li mét'],
  ['kg', 'ki lô gam'],
  ['ha', 'héc ta'],
  ['°C', 'độ C'],
  ['ºC', 'độ C'],
  ['kWh', 'ki lô oát giờ'],
  ['GB', 'ghi ga bai'],
  ['MB', 'mê ga bai'],
  ['Mbps', 'mê ga bít một giây'],
  ['m', 'mét'],
  ['g', 'gam'],
  ['l', 'lít'],
  ['đ', 'đồng'],
  ['₫', 'đồng'],
  ['‰', 'phần nghìn'],
  ['%', 'phần trăm'],
]
const unitPattern = new RegExp(
  `(?<=\\d) ?(${units.map(([sign]) => sign.replace('/', '\\/')).join('|')})(?![\\p{L}\\d])`,
  'gu',
)
const unitWords = new Map(units)

function sayMeasures(text: string): string {
  return text
    .replace(/(\d)\.(\d{1,2})(?= ?%)/g, '$1,$2')
    .replace(unitPattern, (_all, sign: string) => ` ${unitWords.get(sign)}`)
    .replace(/độ C(?!\p{L})/gu, 'độ xê')
    .replace(/ \/ ?(?=\p{L})|(?<=đồng)\/(?=\p{L})/gu, ' một ')
}

const ordinals: Record<string, string> = { '1': 'nhất', '4': 'tư' }

function sayNumbers(text: string): string {
  return text
    .replace(/(?<=(?<!\p{L})thứ )([14])(?![\d.,/]\d|\d)/giu, (one) => ordinals[one] ?? one)
    .replace(/(?<=\d)\/(?=\d)/g, ' trên ')
    .replace(new RegExp(number, 'g'), (all) => {
      const [whole = '', decimals] = all.replace(/\./g, '').split(',')
      const words = numberWords(whole)
      if (decimals === undefined) return ` ${words} `
      const after =
        decimals.startsWith('0') || decimals.length > 2 ? digitWords(decimals) : numberWords(decimals)
      return ` ${words} phẩy ${after} `
    })
    .replace(/\p{N}/gu, (one) => ` ${digitWords(one.normalize('NFKD'))} `)
}

/** Capitals that nobody told us of are said letter by letter; words and names with vowels stay words. */
function sayCapitals(text: string): string {
  return text.replace(/(?<!\p{L})[A-ZĐ]{2,6}(?!\p{L})/gu, (all) =>
    /^[^AEIOUY]+$/.test(all) ? letterWords(all) : all,
  )
}

function saySigns(text: string): string {
  return text
    .replace(/&/g, ' và ')
    .replace(/(?<=\p{L})-(?=\s)/gu, '')
    .replace(/[≥]/g, ' từ trở lên ')
    .replace(/[≤]/g, ' không quá ')
    .replace(/(?<=\p{L})\/(?=\p{L})/gu, ' hoặc ')
    .replace(/[%‰]/g, ' phần trăm ')
    .replace(/[/\\|=+*_#<>^~`{}[\]@$]/g, ' ')
}

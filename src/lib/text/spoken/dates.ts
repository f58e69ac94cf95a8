import { numberWords } from './number-words.ts'

const say = (digits: string | undefined) => numberWords(digits ?? '')
const day = '(0?[1-9]|[12]\\d|3[01])'
const month = '(0?[1-9]|1[0-2])'
const year = '((?:19|20)\\d\\d)'
const free = '(?<![\\d/.,-])'
const end = '(?![\\d/]|[.,-]\\d)'

function monthWords(digits: string | undefined): string {
  // Tháng 4 is 'tháng tư' in every mouth.
  return Number(digits) === 4 ? 'tư' : say(digits)
}

function dayWords(digits: string | undefined): string {
  return Number(digits) <= 10 ? `mùng ${say(digits)}` : say(digits)
}

/** Days, months and quarters of a year: '15/02/2026', 'ngày 5/8', 'tháng 7/2026', '10 - 15/8/2026', 'quý I/2026'. */
export function sayDates(text: string): string {
  const begin = (before: string) => (/ngày\s*$/i.test(before) ? '' : 'ngày ')
  const replaced = (source: string, pattern: RegExp, write: (m: string[], before: string) => string) =>
    source.replace(pattern, (...args) => {
      const at = args.findIndex((one) => typeof one === 'number')
      return write(args.slice(0, at) as string[], source.slice(0, args[at] as number))
    })
  let said = text
  const range = new RegExp(
    `${free}${day} ?(?:-|–|đến) ?(?:ngày )?${day}[/.-]${month}(?:[/.-]${year})?${end}`,
    'gu',
  )
  said = replaced(said, range, ([, from, to, m, y], before) => {
    const tail = `tháng ${monthWords(m)}${y ? ` năm ${say(y)}` : ''}`
    return `${begin(before)}${dayWords(from)} đến ngày ${dayWords(to)} ${tail}`
  })
  said = replaced(
    said,
    new RegExp(`${free}${day}([/.-])${month}\\2${year}${end}`, 'gu'),
    ([, d, , m, y], before) => {
      return `${begin(before)}${dayWords(d)} tháng ${monthWords(m)} năm ${say(y)}`
    },
  )
  said = replaced(
    said,
    new RegExp(`(?<=(?:ngày|sáng|chiều|tối|trưa|hôm) )${day}[/-]${month}${end}`, 'giu'),
    ([, d, m]) => {
      return `${dayWords(d)} tháng ${monthWords(m)}`
    },
  )
  said = said.replace(
    new RegExp(`(?<=tháng )${month}[/-]${year}${end}`, 'giu'),
    (_a, m, y) => `${monthWords(m)} năm ${say(y)}`,
  )
  said = said.replace(
    new RegExp(`${free}${month}/${year}${end}`, 'gu'),
    (_a, m, y) => `tháng ${monthWords(m)} năm ${say(y)}`,
  )
  said = said.replace(/(?<=(?:^|[^\p{L}])tháng )0?4(?![\d/.,]\d|\d)/giu, 'tư')
  return said.replace(new RegExp(`(?<=(?:quý|kỳ) [IV]{1,3})[/-]${year}`, 'giu'), (_a, y) => ` năm ${say(y)}`)
}

/** Hours: '7h30', '07:30', '8 giờ 05', '14g'. */
export function sayTimes(text: string): string {
  const hour = '([01]?\\d|2[0-4])'
  const free = '(?<![\\d/.,])'
  return text
    .replace(/(?<!\d)24\/24 ?(?:h|giờ)?(?![\p{L}\d])/gu, 'hai mươi tư trên hai mươi tư giờ')
    .replace(/(?<=\d ?(?:h|g|giờ|:) ?(?:\d\d)?) ?[-–] ?(?=\d{1,2} ?(?:h|g|giờ|:))/gu, ' đến ')
    .replace(
      new RegExp(`${free}${hour} ?(?:h|g|:|giờ) ?([0-5]\\d)(?: ?phút)?(?![\\d\\p{L}]|:\\d)`, 'giu'),
      (_a, h, m) => (Number(m) === 0 ? `${say(h)} giờ` : `${say(h)} giờ ${say(m)} phút`),
    )
    .replace(new RegExp(`${free}${hour} ?(?:h|g)(?![\\p{L}\\d])`, 'gu'), (_a, h) => `${say(h)} giờ`)
}

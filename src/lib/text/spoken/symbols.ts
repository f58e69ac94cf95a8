import { documentIssuers, documentKinds } from '../abbreviations.data.ts'
import { letterWords } from './letters.ts'
import { numberWords } from './number-words.ts'

const pattern =
  /(?<![\p{L}\d/])(\d{1,5})(?:[-/]((?:19|20)\d\d)\/|\/| ?-(?=[A-ZĐ]{2,4}\/[A-ZĐ]))([A-ZĐ][A-Za-zĐđ]{0,5}\d{0,2}(?:[-–/][A-ZĐ][A-Za-zĐđ]{0,9}\d{0,2}){0,3})(?![\p{L}\d])/gu

/**
 * The symbol of a document as its parts: 'Nghị định số 63/2010/NĐ-CP' is 'Nghị định số sáu mươi ba năm … của Chính phủ'.
 * The kind is said once; letters that nobody told us of are said by their names.
 */
export function saySymbols(text: string): string {
  return text.replace(
    pattern,
    (_all, number: string, year: string | undefined, letters: string, at: number) => {
      const [first = '', ...rest] = letters.split(/[-–/]/)
      const kind = documentKinds[first]
      const before = text.slice(Math.max(0, at - 40), at).toLowerCase()
      const after = text.slice(at, at + 140).toLowerCase()
      const issuers = (kind ? rest : [first, ...rest])
        .map(issuerWords)
        // Most documents are cited with their issuer in words too: once is enough.
        .filter((words) => words !== '' && !after.includes(`của ${words.toLowerCase()}`))
      const parts = [numberWords(number)]
      if (year) parts.push(`năm ${numberWords(year)}`)
      if (kind && !before.includes(kind)) parts.push(`, ${kind}`)
      if (issuers.length) parts.push(`${kind || year ? 'của' : ','} ${issuers.join(', ')}`)
      return parts.join(' ').replace(/ ,/g, ',')
    },
  )
}

function issuerWords(letters: string): string {
  const congress = /^QH(\d{1,2})$/.exec(letters)
  if (congress) return `Quốc hội khoá ${numberWords(congress[1] ?? '')}`
  const [, word = letters, digits = ''] = /^(\p{L}+)(\d*)$/u.exec(letters) ?? []
  const said = documentIssuers[word] ?? letterWords(word)
  return digits ? `${said} ${numberWords(digits)}` : said
}

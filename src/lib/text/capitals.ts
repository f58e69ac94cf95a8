/** Words after which a name of a place stands, and those that end it. */
const places = /^(?:tỉnh|huyện|xã|phường|quận|phố|khu)$/
const ends =
  /^(?:năm|giai|về|của|và|đến|trên|theo|trong|từ|tại|để|do|là|các|quý|tháng|kỳ|lần|thực|tổ|số)$|^\d/
const counted = /^(?:quý|mục|phần|chương|khóa|kỳ)$/
const longestName = 4

/**
 * Words printed all in capitals, as a sentence writes them: abbreviations, document numbers and names after "tỉnh",
 * "xã" … keep theirs. Other text comes back as it is. For showing only: what was printed is kept elsewhere.
 */
export function outOfCapitals(text: string): string {
  const letters = text.match(/\p{L}/gu) ?? []
  const capitals = letters.filter((l) => l === l.toLocaleUpperCase('vi')).length
  if (letters.length < 12 || capitals < letters.length * 0.8) return text
  let naming = 0
  let before = ''
  const shown = text.split(/(\s+)/).map((printed) => {
    if (printed.trim() === '') return printed
    const word = printed.toLocaleLowerCase('vi')
    const plain = word.replace(/[^\p{L}\d]/gu, '')
    if (plain === '') return printed
    const keeps =
      printed.includes('/') || isAbbreviation(plain) || (counted.test(before) && /^[ivx]+$/.test(plain))
    if (naming > 0 && ends.test(plain)) naming = 0
    const named = naming > 0
    if (named) naming = /[,;:.)]$/.test(printed) ? 0 : naming - 1
    if (places.test(plain) && before !== 'cấp' && !/[,;:.)]$/.test(printed)) naming = longestName
    before = plain
    if (keeps) return printed
    return named ? word.replace(/\p{L}/u, (l) => l.toLocaleUpperCase('vi')) : word
  })
  return shown.join('')
}

/** UBND, CCHC, TTHC: no Vietnamese syllable is without a vowel. */
function isAbbreviation(word: string): boolean {
  return /\p{L}/u.test(word) && !/[aeiouy]/.test(word.normalize('NFD').replace(/\p{M}/gu, ''))
}

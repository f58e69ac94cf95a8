const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín']
const scales = ['', ' nghìn', ' triệu']

/** Each digit by itself, as telephone numbers are read. */
export function digitWords(text: string): string {
  return [...text.replace(/\D/g, '')].map((one) => digits[Number(one)]).join(' ')
}

/** A whole number of digits as it is said: '1005' is 'một nghìn không trăm linh năm'. Longer than 18 digits: digit by digit. */
export function numberWords(text: string): string {
  const number = text.replace(/^0+(?=\d)/, '')
  if (number.length > 18) return digitWords(text)
  const groups: string[] = []
  for (let end = number.length; end > 0; end -= 3) groups.unshift(number.slice(Math.max(0, end - 3), end))
  const said = groups.map((group, at) => {
    const place = groups.length - 1 - at
    const words = groupWords(group, at > 0)
    // 'tỷ' closes each run of nine digits, also where its own group is empty.
    const billions = place > 0 && place % 3 === 0 ? ' tỷ' : ''
    return words === '' ? billions.trim() : `${words}${scales[place % 3]}${billions}`
  })
  return said.filter(Boolean).join(' ') || 'không'
}

/** Up to three digits; `full` says the hundreds even where they are none. */
function groupWords(group: string, full: boolean): string {
  const value = Number(group)
  if (value === 0) return ''
  const [hundreds, tens, units] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10]
  const parts: string[] = []
  if (hundreds > 0 || full) parts.push(`${digits[hundreds]} trăm`)
  if (tens === 0 && units > 0 && parts.length > 0) parts.push('linh')
  if (tens === 1) parts.push('mười')
  if (tens > 1) parts.push(`${digits[tens]} mươi`)
  if (units > 0) parts.push(unitWord(tens, units))
  return parts.join(' ')
}

function unitWord(tens: number, units: number): string {
  if (units === 1 && tens > 1) return 'mốt'
  if (units === 4 && tens > 1) return 'tư'
  return units === 5 && tens > 0 ? 'lăm' : (digits[units] ?? '')
}

const roman: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100 }

/** The value of a Roman number up to 399, or null where the letters are none ('IC', 'VX'). */
export function romanValue(text: string): number | null {
  if (!/^(?:C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/.test(text) || text === '') return null
  const values = [...text].map((one) => roman[one] ?? 0)
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0)
}

import type { Bilingual } from '../../lib/http/route.ts'

export const personalKinds = {
  phone: { vi: 'số điện thoại', en: 'a telephone number' },
  identity: { vi: 'số căn cước (12 chữ số)', en: 'an identity number (12 digits)' },
  email: { vi: 'địa chỉ thư điện tử', en: 'an e-mail address' },
} as const satisfies Record<string, Bilingual>
export type PersonalKind = keyof typeof personalKinds

export interface PersonalFinding {
  kind: PersonalKind
  /** As it stands in the text. */
  text: string
}

const grouped = (digits: number) => `(?<![\\d.,/])\\d(?:[ .-]?\\d){${digits - 1}}(?![\\d/])`
const tests: readonly (readonly [PersonalKind, RegExp])[] = [
  ['email', /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu],
  ['identity', new RegExp(grouped(12), 'g')],
  ['phone', /(?<![\d.,/])(?:\+?84|0)(?:[ .-]?\d){8,10}(?![\d/])/g],
]

/**
 * What in a text looks like a person's number or address. It may be wrong both ways: a hotline's number is found as
 * well, a name is not. So it warns, and a person decides.
 */
export function personalIn(...texts: readonly string[]): PersonalFinding[] {
  const found: PersonalFinding[] = []
  for (const text of texts) {
    let rest = text
    for (const [kind, pattern] of tests) {
      for (const match of rest.matchAll(pattern)) found.push({ kind, text: match[0] })
      // What is an identity number is not told again as a telephone number.
      rest = rest.replace(pattern, ' ')
    }
  }
  return found
}

/** The text with an ellipsis in place of each of them. */
export function withoutPersonal(text: string): string {
  return personalIn(text).reduce((left, { text: found }) => left.replace(found, '…'), text)
}

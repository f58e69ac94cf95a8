import type { Fault } from '../../lib/errors.ts'

export const minLength = 14
export const minLengthWithSecondStep = 8
const maxLength = 200

/** Words that begin most of the passwords people are caught with here. */
const common = [
  'password',
  'matkhau',
  'qwerty',
  '123456',
  'abcdef',
  'vietnam',
  'chungtay',
  'admin',
  'iloveyou',
  'anhyeuem',
]

/**
 * What is wrong with a new password; empty: nothing. At least 14 characters, or 8 where a second step guards the
 * account (TCVN 14423:2026 as guidance cites it); no demand for kinds of characters. `about`: name and e-mail.
 */
export function passwordFaults(
  password: string,
  { hasSecondStep, about }: { hasSecondStep: boolean; about: readonly string[] },
  field = 'password',
): Fault[] {
  const text = password.normalize('NFC')
  const length = [...text].length
  const least = hasSecondStep ? minLengthWithSecondStep : minLength
  if (length < least) {
    return [
      {
        field,
        vi: `Mật khẩu cần ít nhất ${least} ký tự. Một câu ngắn dễ nhớ là đủ.`,
        en: `The password needs at least ${least} characters. A short sentence you remember will do.`,
      },
    ]
  }
  if (length > maxLength) {
    return [{ field, vi: `Mật khẩu dài nhất ${maxLength} ký tự.`, en: `At most ${maxLength} characters.` }]
  }
  if (isEasy(text, about)) {
    return [
      {
        field,
        vi: 'Mật khẩu này dễ đoán: hãy tránh tên, thư điện tử, dãy số hoặc ký tự lặp lại.',
        en: 'This password is easy to guess: avoid names, e-mail, sequences and repeated characters.',
      },
    ]
  }
  return []
}

export function isShort(password: string): boolean {
  return [...password.normalize('NFC')].length < minLength
}

/** Easy when too little is left once what everybody would try is taken out. */
function isEasy(text: string, about: readonly string[]): boolean {
  let rest = bare(text)
  const known = about.flatMap((a) => bare(a).split(/[^a-z0-9]+/)).filter((word) => word.length >= 3)
  for (const word of [...common, ...known]) rest = rest.replaceAll(word, '')
  rest = rest.replace(/\d{4,}/g, (run) => (isRun(run) ? '' : run))
  return new Set(rest).size < 5
}

function isRun(digits: string): boolean {
  const steps = new Set([...digits].slice(1).map((d, i) => Number(d) - Number(digits[i])))
  return steps.size === 1
}

function bare(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/đ/g, 'd')
}

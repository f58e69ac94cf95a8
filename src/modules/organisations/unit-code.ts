import { bareKey } from './names/name-key.ts'

/** A short code from a name's initials, numbered where it is taken: 'Sở Nội vụ' → 'SNV', then 'SNV-2'. */
export function codeFor(name: string, taken: ReadonlySet<string>): string {
  const words = bareKey(name.normalize('NFC').toLowerCase()).match(/[a-z0-9]+/g) ?? []
  const initials =
    words
      .map((w) => w.charAt(0))
      .join('')
      .toUpperCase()
      .slice(0, 12) || 'DV'
  if (!taken.has(initials)) return initials
  let n = 2
  while (taken.has(`${initials}-${n}`)) n += 1
  return `${initials}-${n}`
}

import { randomInt } from 'node:crypto'
import { hide, mac, reveal } from '../../lib/http/seal.ts'
import type { Person } from './initiative.ts'

/** Without what is read or heard as something else: 0 and O, 1 and I and L. */
const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** 'K7QM-3XRD-9TWA': 59 bits, so that trying codes under the limit of the door finds nobody's idea. */
export function newCode(): string {
  const part = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')
  return `${part()}-${part()}-${part()}`
}

/** Finds an idea by its code without holding the code; however it was typed: small, with spaces or without. */
export function hashOfCode(secret: string, provinceId: number, typed: string): Buffer {
  const code = typed.toUpperCase().replace(/[^0-9A-Z]/g, '')
  return mac(secret, 'initiative code', `${provinceId} ${code}`)
}

/** Bound to the idea's code: a person cannot be moved to another row. */
export function sealPerson(secret: string, codeHash: Buffer, person: Person): Buffer {
  return hide(secret, { purpose: 'initiative sender', of: codeHash.toString('hex') }, JSON.stringify(person))
}

/** Null when it does not open: the program's SECRET has changed. */
export function openPerson(secret: string, codeHash: Buffer, sealed: Buffer): Person | null {
  const text = reveal(secret, { purpose: 'initiative sender', of: codeHash.toString('hex') }, sealed)
  return text === null ? null : (JSON.parse(text) as Person)
}

/** The code as it may stand in its sender's own browser until the next page. */
export function sealCode(secret: string, code: string): string {
  return hide(secret, { purpose: 'initiative code shown', of: 'visitor' }, code).toString('base64url')
}

export function openCode(secret: string, sealed: string): string | null {
  return reveal(secret, { purpose: 'initiative code shown', of: 'visitor' }, Buffer.from(sealed, 'base64url'))
}

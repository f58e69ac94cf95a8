import { mac, sameBytes, seal, unseal } from '../../../lib/http/seal.ts'

/** Whose letter it was; issue 0: the first letter, which asks to confirm. */
export interface LetterOf {
  provinceId: number
  subscriberId: number
  newsletterId: number
}

/**
 * Where a letter that does not arrive is sent back to: of 'tra-lai@cchc.tinh.gov.vn' an address that is of this letter
 * alone (VERP), so that whoever reads what came back knows whose it is without searching. Lower case and digits only:
 * some servers change the case.
 */
export function returnAddress(secret: string, mailbox: string, of: LetterOf): string {
  const at = mailbox.lastIndexOf('@')
  return `${mailbox.slice(0, at)}+${numbers(of)}-${proof(secret, of)}${mailbox.slice(at)}`
}

/** The letter that a returned one was; null where no address among these is one of ours. */
export function readReturnAddress(secret: string, addresses: readonly string[]): LetterOf | null {
  for (const address of addresses) {
    const found = /\+(\d{1,15})-(\d{1,15})-(\d{1,15})-([0-9a-f]{20})@/i.exec(address)
    if (!found) continue
    const [provinceId = 0, subscriberId = 0, newsletterId = 0] = found.slice(1, 4).map(Number)
    const of = { provinceId, subscriberId, newsletterId }
    const told = Buffer.from(String(found[4]).toLowerCase())
    if (sameBytes(told, Buffer.from(proof(secret, of)))) return of
  }
  return null
}

function numbers({ provinceId, subscriberId, newsletterId }: LetterOf): string {
  return `${provinceId}-${subscriberId}-${newsletterId}`
}

function proof(secret: string, of: LetterOf): string {
  return mac(secret, 'returned letter', numbers(of)).toString('hex').slice(0, 20)
}

/** The key with which a mail server hands returned letters in, for one province. */
export function doorKey(secret: string, provinceId: number): string {
  return seal(secret, 'returned mail door', String(provinceId))
}

export function provinceOfDoorKey(secret: string, key: string): number | null {
  const text = unseal(secret, 'returned mail door', key)
  return text === null ? null : Number(text)
}

import { seal, unseal } from '../../lib/http/seal.ts'

/** A form that came after the session had ended: what was typed, to be sent again after signing in. */
export interface KeptForm {
  action: string
  fields: (readonly [string, string])[]
}

const keptMinutes = 60

/** Sealed into the sign-in page itself: nothing of it is stored, and nobody can slip another form in. */
export function sealKeptForm(secret: string, form: KeptForm, now: Date): string {
  return seal(secret, 'kept form', JSON.stringify({ ...form, at: now.getTime() }))
}

export function openKeptForm(secret: string, sealed: string, now: Date): KeptForm | null {
  const text = unseal(secret, 'kept form', sealed)
  if (text === null) return null
  const { at, action, fields } = JSON.parse(text) as KeptForm & { at: number }
  return now.getTime() - at < keptMinutes * 60_000 ? { action, fields } : null
}

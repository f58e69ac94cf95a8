import type { Day } from '../../lib/calendar/day.ts'
import { bare } from '../../lib/text/bare.ts'

/** A legal document as some plan cites it. A law cited by name has no number; its name is the title. */
export interface Citation {
  type: string
  number: string | null
  issued: Day | null
  issuer: string | null
  title: string | null
}

export interface LegalDocument extends Citation {
  id: number
  inForceFrom: Day | null
  inForceTo: Day | null
  replacedById: number | null
}

export function documentAddress(id: number): string {
  return `/legal-documents/${id}`
}

/** Does the number itself carry its year ('61/2018/NĐ-CP')? Else it starts anew every year. */
export function hasYear(number: string): boolean {
  return /[/-](19|20)\d{2}[/-]/.test(number)
}

/**
 * What makes two citations one document: type and number, marks of punctuation aside ('229-KL-TU' is
 * '229-KL/TU'), the first-digit zero aside ('05/QĐ' is '5/QĐ'), and the day where the number does not carry a year.
 */
export function documentKey(c: Citation): string {
  const type = bare(c.type)
  if (c.number === null) return `${type}|${bare(c.title ?? '')}`
  const number = bare(c.number)
    .replace(/[\s./-]/g, '')
    .replace(/^0+/, '')
  return `${type}|${number}|${hasYear(c.number) ? '' : (c.issued ?? '')}`
}

/** 'Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ': the name under which people know it. */
export function documentName(c: Pick<Citation, 'type' | 'number' | 'title'>): string {
  if (c.number) return `${c.type} số ${c.number}`
  const title = c.title ?? ''
  return bare(title).startsWith(bare(c.type)) ? title : `${c.type} ${title}`.trim()
}

export type Validity = 'in_force' | 'not_yet' | 'ended' | 'replaced' | 'unknown'

/** Is the document in force on a day? 'unknown' while nobody has entered its days: never assumed. */
export function validityOn(d: LegalDocument, day: Day): Validity {
  if (d.replacedById !== null && (d.inForceTo === null || d.inForceTo <= day)) return 'replaced'
  if (d.inForceTo !== null && d.inForceTo <= day) return 'ended'
  if (d.inForceFrom === null) return 'unknown'
  return d.inForceFrom <= day ? 'in_force' : 'not_yet'
}

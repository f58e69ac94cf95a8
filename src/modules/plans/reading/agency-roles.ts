import { scanAgencies } from './agency.ts'
import { splitAgencies } from './agency-lists.ts'
import { coordinatingIn } from './assignment.ts'
import { cut, type Strand, trim } from './strand.ts'

export interface Bodies {
  readonly lead: readonly Strand[]
  readonly coordinating: readonly Strand[]
}

/**
 * The bodies of one cell or label. The words may say otherwise than the column: "Sở A chủ trì, phối hợp với Sở B",
 * "Sở A (chủ trì); các sở, ngành (phối hợp)".
 */
export function readBodies(value: Strand, role: 'lead' | 'coordinating'): Bodies {
  const told = toldInWords(value)
  if (told !== null) return told
  const bodies = { lead: [] as Strand[], coordinating: [] as Strand[] }
  for (const name of splitAgencies(value)) {
    const note = /\s*(?:\(\s*)?(?<![a-z])(chu tri|phoi hop)(?: thuc hien)?(?:\s*\))?$/.exec(name.bare)
    const short = note === null ? name : trim(cut(name, 0, note.index))
    const plain = note === null || short.text.length < 4
    bodies[plain ? role : note[1] === 'chu tri' ? 'lead' : 'coordinating'].push(plain ? name : short)
  }
  return bodies
}

function toldInWords(value: Strand): Bodies | null {
  if (!/(?:chu tri|phoi hop)\s*,?\s*(?:phoi hop\s+)?(?:voi|cung)/.test(value.bare)) return null
  const run = scanAgencies(value, 0)
  if (run === null || !/^\s*(?:chu tri|phoi hop)/.test(value.bare.slice(run.end))) return null
  return { lead: run.names, coordinating: coordinatingIn(cut(value, run.end)) }
}

import { dayOf } from '../../../lib/calendar/day.ts'
import type { Tx } from '../../../lib/db/db.ts'
import {
  type AgencyMatch,
  matchAgency,
  nameIndex,
  noteUnknownNames,
} from '../../organisations/organisations.ts'
import { type Found, type FoundFlag, type NameChoice, namesOf } from './found.ts'

/** Below this the match is shown as a doubt and a person decides. */
const sureEnough = 0.85

/**
 * Matches every printed name that has no choice yet to a unit or group of today; names no longer printed lose
 * theirs. The flags are those of the new names only. Names that lead nowhere are noted for an administrator too.
 */
export async function matchNames(
  tx: Tx,
  provinceId: number,
  found: Found,
  source: string,
  now: Date,
): Promise<{ found: Found; flags: FoundFlag[] }> {
  const printed = namesOf(found)
  const fresh = [...printed.keys()].filter((name) => !found.names[name])
  if (fresh.length === 0 && Object.keys(found.names).every((n) => printed.has(n))) return { found, flags: [] }
  const index = fresh.length > 0 ? await nameIndex(tx, provinceId, dayOf(now)) : null
  const names: Record<string, NameChoice> = {}
  const flags: FoundFlag[] = []
  for (const [name, tasks] of printed) {
    const known = found.names[name]
    const choice = known ?? (index ? choiceOf(matchAgency(index, name)) : keptAsPrinted)
    names[name] = choice
    if (known || (choice.status !== 'ambiguous' && choice.status !== 'unknown')) continue
    const first = tasks[0]
    const at = first ? ([...(first.at.lead ?? []), ...(first.at.coordinating ?? [])][0] ?? null) : null
    flags.push({
      code: `${choice.status}-agency`,
      path: `names.${name}`,
      blocking: true,
      at,
      ...said(name, choice),
    })
  }
  if (index) await noteUnknownNames(tx, provinceId, index, fresh, source, now)
  return { found: { ...found, names }, flags }
}

export const keptAsPrinted: NameChoice = { status: 'kept', targets: [], candidates: [] }

function choiceOf(match: AgencyMatch): NameChoice {
  const candidates = match.candidates.map(({ kind, id, name }) => ({ kind, id, name }))
  const targets = candidates.map(({ kind, id }) => ({ kind, id }))
  if (match.kind === 'unknown') return { status: 'unknown', targets: [], candidates }
  if (match.kind === 'ambiguous') return { status: 'ambiguous', targets: [], candidates }
  if (match.confidence < sureEnough) return { status: 'ambiguous', targets, candidates }
  return { status: 'matched', targets, candidates }
}

function said(name: string, choice: NameChoice): { vi: string; en: string } {
  if (choice.status === 'unknown') {
    return {
      vi: `Chưa biết “${name}” là đơn vị nào.`,
      en: `It is not known which unit “${name}” is.`,
    }
  }
  const names = choice.candidates.map((c) => c.name).join('; ')
  return {
    vi: `“${name}” có thể là: ${names}. Hãy chọn hoặc xác nhận.`,
    en: `“${name}” may be: ${names}. Choose or confirm.`,
  }
}

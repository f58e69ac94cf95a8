import type { Findings } from './findings.ts'
import { type Flag, flag } from './flags.ts'
import { type Strand, spansOf } from './strand.ts'

/** Flags about the document as a whole. */
export function docFlags(text: string, findings: Findings): Flag[] {
  const { identity, parts, tasks } = findings
  const flags: Flag[] = []
  if (parts.kind === 'digest') flags.push(flag('prose-digest', []))
  if (identity.title === null) flags.push(flag('missing-title', [], 'title'))
  if (identity.number === null) flags.push(flag('missing-number', [], 'number'))
  else if (identity.number.repaired)
    flags.push(flag('number-repaired', places(text, identity.number.at), 'number'))
  if (identity.issued === null) flags.push(flag('missing-issued', [], 'issued'))
  else if (identity.issued.repaired)
    flags.push(flag('date-repaired', places(text, identity.issued.at), 'issued'))
  if (identity.issuer === null) flags.push(flag('missing-issuer', [], 'issuer'))
  if (identity.year === null) flags.push(flag('missing-year', [], 'year'))
  else if (identity.year.repaired) flags.push(flag('year-repaired', places(text, identity.year.at), 'year'))
  if (parts.kind !== 'digest' && parts.closing.signer === null)
    flags.push(flag('missing-signer', [], 'signer'))
  if (tasks.length === 0) flags.push(flag('no-tasks', [], 'tasks'))
  for (const at of identity.impossible) flags.push(flag('date-impossible', spansOf(at, text), 'issued'))
  if (identity.nameVaries.length > 0)
    flags.push(flag('name-varies', places(text, identity.nameVaries), 'issuer'))
  for (const at of findings.unreadTables) flags.push(flag('unknown-table', spansOf(at, text)))
  for (const piece of parts.body) if (piece.kind === 'paragraph') openBracket(text, piece.strand, flags)
  mayBeCut(text, findings, flags)
  return flags
}

function places(text: string, strands: readonly Strand[]): Flag['spans'] {
  return strands.flatMap((strand) => spansOf(strand, text))
}

function openBracket(text: string, strand: Strand, flags: Flag[]): void {
  const opened: number[] = []
  for (let i = 0; i < strand.text.length; i++) {
    if (strand.text[i] === '(') opened.push(i)
    else if (strand.text[i] === ')') opened.pop()
  }
  const at = opened[0]
  if (at === undefined) return
  const place = { start: strand.at[at] ?? 0, end: strand.to[at] ?? 0 }
  if (place.end <= text.length) flags.push(flag('open-bracket', [place]))
}

/** The last rows of an annex have lost a cell that the rows before them had: the file may end too early. */
function mayBeCut(text: string, findings: Findings, flags: Flag[]): void {
  const annex = findings.tasks.filter((task) => task.origin === 'annex')
  const last = annex.at(-1)
  if (last === undefined || annex.length < 3) return
  const timed = annex.filter((task) => task.time !== null).length
  if (last.time === null && timed > annex.length / 2)
    flags.push(flag('may-be-cut', spansOf(last.content, text), 'tasks'))
}

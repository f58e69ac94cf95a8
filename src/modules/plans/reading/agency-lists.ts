import { oneName, startsAgency } from './agency.ts'
import { cut, join, type Strand, split, trim } from './strand.ts'
import { OPEN_END } from './vocabulary.ts'

/** Parts a printed list (a cell, or the text after "Cơ quan phối hợp:") into names; the list is all agencies. */
export function splitAgencies(list: Strand): Strand[] {
  const names: Strand[] = []
  for (const item of listItems(list)) {
    for (const piece of split(item, /;/g)) names.push(...splitNames(cleanName(piece)))
  }
  return names.filter((name) => name.text !== '')
}

/** Lines of a list; a line that hangs in the air is joined to the next. */
function listItems(list: Strand): Strand[] {
  const items: Strand[] = []
  for (const raw of split(list, /\n/g)) {
    const line = trim(raw)
    if (line.text === '') continue
    const before = items.at(-1)
    const bulleted = /^[-–—+•*]/.test(line.text)
    const hangs =
      before !== undefined &&
      (OPEN_END.test(before.text) ||
        /,$/.test(before.text) ||
        (/^\p{Ll}/u.test(line.text) && !/[;.]$/.test(before.text) && !startsAgency(line, 0)))
    if (before !== undefined && !bulleted && hangs) items[items.length - 1] = join([before, line], ' ')
    else items.push(line)
  }
  return items.flatMap((item) =>
    split(
      item,
      /(?<=\p{L}|\.|;)\s+[-–+•]\s+(?=(?:so|ban|bo|ubnd|uy ban|van phong|cac|bao|dai|cong|trung tam|hoi|thanh tra|mat tran)\s)/gu,
    ),
  )
}

function cleanName(name: Strand): Strand {
  let cleaned = trim(name)
  const head = /^(?:[-–—+•*●]+\s*|(?:\d{1,2}|[a-hđ])[.)]\s+|(?:va|voi|cung)\s+)/.exec(cleaned.bare)
  if (head !== null) cleaned = trim(cut(cleaned, head[0].length))
  const tail = /[\s.,;:/]+$/.exec(cleaned.text)
  if (tail !== null && !/\b(?:v\.v|t\.u)\.?$/.test(cleaned.bare)) cleaned = cut(cleaned, 0, tail.index)
  return cleaned
}

function splitNames(list: Strand): Strand[] {
  const names: Strand[] = []
  let from = 0
  for (const match of list.bare.matchAll(/\s*,\s*(?:va\s+)?|\s+va\s+/g)) {
    const next = match.index + match[0].length
    if (match.index < from || !startsAgency(list, next) || insideBrackets(list.text, match.index)) continue
    const left = list.bare.slice(from, match.index)
    if (oneName(left, match[0], list.bare.slice(next, next + 60))) continue
    names.push(cleanName(cut(list, from, match.index)))
    from = next
  }
  names.push(cleanName(cut(list, from)))
  return names
}

function insideBrackets(text: string, at: number): boolean {
  return text.lastIndexOf('(', at) > text.lastIndexOf(')', at) && text.indexOf(')', at) >= 0
}

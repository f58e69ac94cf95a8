/** What a unit's report says in one section, for the officer who consolidates. */
export interface Passage {
  childVersionId: number
  /** Of the child's report: the same from version to version. */
  reportId: number
  unitId: number
  unit: string
  /** '' where the unit has nothing to say in this section. */
  text: string
  /** How it read when it was taken into the section; null: never taken. */
  taken: string | null
}

/** The ids in the order asked for; what it does not name keeps its place at the end. */
export function ordered<T extends { id: number }>(all: readonly T[], order: readonly number[]): T[] {
  const place = new Map(order.map((id, i) => [id, i]))
  return all.toSorted((a, b) => (place.get(a.id) ?? all.length) - (place.get(b.id) ?? all.length))
}

export const moves = ['first', 'up', 'down'] as const
export type Move = (typeof moves)[number]

/** One of a list moved by a place, or to the top. */
export function movedIn(ids: readonly number[], id: number, move: Move): number[] {
  const at = ids.indexOf(id)
  if (at < 0) return [...ids]
  const rest = ids.filter((other) => other !== id)
  const to = move === 'first' ? 0 : move === 'up' ? Math.max(0, at - 1) : Math.min(rest.length, at + 1)
  return rest.toSpliced(to, 0, id)
}

const nothing =
  /^\s*[-–+•]?\s*(?:(?:trong (?:kỳ|quý|tháng|năm)[^,.;]{0,30},?\s*)?(?:đơn vị|địa phương|xã|phường)?\s*(?:không|chưa)\s+(?:có|phát sinh|tổ chức)(?!\p{L}))/iu
const shortest = 24

/** Does the passage only say that there was nothing: 'Trong kỳ không phát sinh.'? */
export function saysNothing(text: string): boolean {
  if (text.trim() === '') return true
  return nothing.test(text) && (text.match(/[\p{L}\p{N}]+/gu) ?? []).length < shortest
}

/**
 * Passages of units as one text, each under the unit's name, those that say nothing in one line at the end:
 * '- UBND xã Bình Minh: …'. The order is the caller's.
 */
export function mergedText(passages: readonly Pick<Passage, 'unit' | 'text'>[]): string {
  const telling = passages.filter((p) => !saysNothing(p.text))
  const silent = passages.filter((p) => saysNothing(p.text))
  return [...telling.map(passageText), ...(silent.length > 0 ? [silentLine(silent)] : [])].join('\n')
}

/** One paragraph goes on the line of the unit's name; of several, the others follow as points below. */
export function passageText({ unit, text }: Pick<Passage, 'unit' | 'text'>): string {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const [first = '', ...rest] = lines
  const plain = (line: string) => line.replace(/^[-–•+]\s+/u, '')
  if (rest.length === 0) return `- ${unit}: ${plain(first)}`
  return [`- ${unit}: ${plain(first)}`, ...rest.map((line) => `+ ${plain(line)}`)].join('\n')
}

function silentLine(passages: readonly Pick<Passage, 'unit'>[]): string {
  const names = passages.map((p) => p.unit).join(', ')
  return `- Không phát sinh (${passages.length} đơn vị): ${names}.`
}

/**
 * Adds passages to a text an officer has edited: words that stand in it unchanged since they were taken are replaced
 * by the unit's new words, everything else goes to the end. Nothing the officer wrote is touched.
 */
export function withPassages(text: string, passages: readonly Passage[]): string {
  let edited = text.trimEnd()
  const added: Passage[] = []
  for (const p of passages) {
    const before = p.taken === null ? null : passageText({ unit: p.unit, text: p.taken })
    if (before !== null && p.taken !== '' && edited.includes(before)) {
      edited = edited.replace(before, () => passageText(p))
    } else added.push(p)
  }
  const more = mergedText(added)
  return [edited, more].filter((part) => part !== '').join('\n')
}

import { childOf, childrenOf, type Element, valOf } from './xml.ts'

interface Level {
  start: number
  format: string
  text: string
  suffix: string
  /** Which level's step sets this one back; undefined: any level above. */
  restart: number | undefined
  legal: boolean
}

interface Definition {
  levels: Map<number, Level>
  styleLink: string | undefined
}

interface Instance {
  abstractId: string
  starts: Map<number, number>
  levels: Map<number, Level>
}

export interface Numbering {
  definitions: Map<string, Definition>
  instances: Map<string, Instance>
  /** Running counts by definition: lists that share a definition go on counting, as in Word. */
  counts: Map<string, number[]>
  begun: Set<string>
}

function readLevel(element: Element): Level {
  const restart = valOf(element, 'w:lvlRestart')
  return {
    start: Number(valOf(element, 'w:start') ?? 1) || 0,
    format: valOf(element, 'w:numFmt') ?? 'decimal',
    text: valOf(element, 'w:lvlText') ?? '',
    suffix: valOf(element, 'w:suff') ?? 'tab',
    restart: restart === undefined ? undefined : Number(restart),
    legal: childOf(element, 'w:isLgl') !== undefined,
  }
}

function readLevels(element: Element): Map<number, Level> {
  const levels = new Map<number, Level>()
  for (const level of childrenOf(element, 'w:lvl')) {
    levels.set(Number(level.attributes['w:ilvl'] ?? 0), readLevel(level))
  }
  return levels
}

/** Reads numbering.xml (the `w:numbering` element; undefined when the file has none). */
export function readNumbering(root: Element | undefined): Numbering {
  const numbering: Numbering = {
    definitions: new Map(),
    instances: new Map(),
    counts: new Map(),
    begun: new Set(),
  }
  if (!root) return numbering
  for (const element of childrenOf(root, 'w:abstractNum')) {
    const levels = readLevels(element)
    const styleLink = valOf(element, 'w:numStyleLink')
    numbering.definitions.set(element.attributes['w:abstractNumId'] ?? '', { levels, styleLink })
  }
  for (const element of childrenOf(root, 'w:num')) {
    const starts = new Map<number, number>()
    const levels = new Map<number, Level>()
    for (const override of childrenOf(element, 'w:lvlOverride')) {
      const at = Number(override.attributes['w:ilvl'] ?? 0)
      const start = valOf(override, 'w:startOverride')
      if (start !== undefined) starts.set(at, Number(start))
      const level = childOf(override, 'w:lvl')
      if (level) levels.set(at, readLevel(level))
    }
    const abstractId = valOf(element, 'w:abstractNumId') ?? ''
    numbering.instances.set(element.attributes['w:numId'] ?? '', { abstractId, starts, levels })
  }
  return numbering
}

const romans: [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

function roman(value: number): string {
  let left = Math.min(value, 4000)
  let text = ''
  for (const [size, mark] of romans) {
    while (left >= size) {
      text += mark
      left -= size
    }
  }
  return text
}

function letters(value: number): string {
  if (value < 1) return ''
  const letter = String.fromCharCode(97 + ((value - 1) % 26))
  return letter.repeat(Math.min(Math.ceil(value / 26), 8))
}

/** One number in a Word format name ('decimal', 'upperRoman', 'lowerLetter' …). Unknown formats print digits. */
export function formatNumber(value: number, format: string): string {
  if (format === 'upperRoman') return roman(value).toUpperCase()
  if (format === 'lowerRoman') return roman(value)
  if (format === 'upperLetter') return letters(value).toUpperCase()
  if (format === 'lowerLetter') return letters(value)
  if (format === 'decimalZero') return String(value).padStart(2, '0')
  if (format === 'none') return ''
  return String(value)
}

function levelOf(
  numbering: Numbering,
  instance: Instance,
  at: number,
  styleNum: (style: string) => string,
): Level {
  const own = instance.levels.get(at)
  if (own) return own
  let definition = numbering.definitions.get(instance.abstractId)
  if (definition?.styleLink && definition.levels.size === 0) {
    const linked = numbering.instances.get(styleNum(definition.styleLink))
    definition = linked && numbering.definitions.get(linked.abstractId)
  }
  const plain: Level = { start: 1, format: 'none', text: '', suffix: 'tab', restart: undefined, legal: false }
  return definition?.levels.get(at) ?? plain
}

/**
 * The printed number of the next paragraph of a list, with the space after it ("II. ", "a) ", "- "); '' for none.
 * Counting follows ECMA-376 17.9: a level's step sets back the levels below it; `startOverride` begins anew once.
 * `styleNum` gives the list id of a numbering style.
 */
export function nextNumber(
  numbering: Numbering,
  numId: string,
  at: number,
  styleNum: (style: string) => string,
): string {
  const instance = numbering.instances.get(numId)
  if (!instance || at < 0 || at > 8) return ''
  const level = levelOf(numbering, instance, at, styleNum)
  const counts = numbering.counts.get(instance.abstractId) ?? []
  numbering.counts.set(instance.abstractId, counts)
  const begin = `${numId}/${at}`
  if (instance.starts.has(at) && !numbering.begun.has(begin)) counts[at] = (instance.starts.get(at) ?? 1) - 1
  numbering.begun.add(begin)
  counts[at] = (counts[at] ?? level.start - 1) + 1
  for (let below = at + 1; below <= 8; below++) {
    const restart = levelOf(numbering, instance, below, styleNum).restart
    if (restart !== 0 && (restart === undefined || at < restart)) delete counts[below]
  }
  const space = level.suffix === 'nothing' ? '' : ' '
  if (level.format === 'bullet') return level.text.trim() === '+' ? `+${space}` : `-${space}`
  const text = level.text.replace(/%([1-9])/g, (_, digit) => {
    const wanted = Number(digit) - 1
    const source = levelOf(numbering, instance, wanted, styleNum)
    return formatNumber(counts[wanted] ?? source.start, level.legal ? 'decimal' : source.format)
  })
  return text === '' ? '' : text + space
}

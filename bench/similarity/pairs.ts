import { closings, narratives, openings, synonyms, unitNames } from './narratives.ts'

export type PairKind = 'copied' | 'edited' | 'half' | 'honest' | 'formula'

/** Two texts and whether one was made from the other. */
export interface Pair {
  kind: PairKind
  copied: boolean
  subject: string
  a: string
  b: string
}

/** The same numbers every time: mulberry32. */
export function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

export function pick<T>(list: readonly T[], roll: () => number): T {
  return list[Math.floor(roll() * list.length)] as T
}

const sentencesOf = (text: string) => text.split(/(?<=\.)\s+/)
const named = (text: string, unit: string) => text.replaceAll('{unit}', unit)

/** Other figures, as anybody changes who hands in another's text. */
function otherFigures(text: string, roll: () => number): string {
  return text.replace(/\d+/g, (n) => String(Math.max(1, Math.round(Number(n) * (0.5 + roll())))))
}

/** Every third word that has a synonym gets it; two sentences change places; something of the own is added. */
function edited(text: string, own: string, roll: () => number): string {
  let turned = text
  for (const [from, to] of synonyms) {
    turned = turned.replace(new RegExp(`(?<=\\s)${from}(?=[\\s,.;])`, 'gu'), (w) => (roll() < 0.35 ? to : w))
  }
  const sentences = sentencesOf(turned)
  const [first, ...rest] = sentences
  const moved = rest.length > 0 && first ? [...rest, first] : sentences
  return [...moved, sentencesOf(own)[0] ?? ''].join(' ')
}

function half(text: string, own: string): string {
  const sentences = sentencesOf(text)
  const kept = sentences.slice(0, Math.ceil(sentences.length / 2))
  const others = sentencesOf(own)
  return [...others.slice(0, Math.ceil(others.length / 2)), ...kept].join(' ')
}

function dressed(text: string, roll: () => number): string {
  return `${pick(openings, roll)} ${text} ${pick(closings, roll)}`
}

/** Every pair of the set: 48 copies, 48 edited copies, 48 half copies, 240 honest pairs of one subject. */
export function evaluationPairs(): Pair[] {
  const roll = dice(2026)
  return Object.entries(narratives).flatMap(([subject, texts], s) => {
    const [a, b] = [unitNames[s % 10] ?? '', unitNames[(s + 3) % 10] ?? '']
    const foreign = Object.values(narratives)[(s + 1) % 8] ?? []
    const copies = texts.flatMap((text, i): Pair[] => {
      const own = foreign[i] ?? ''
      const pair = (kind: PairKind, other: string): Pair => ({
        kind,
        copied: true,
        subject,
        a: named(text, a),
        b: named(other, b),
      })
      return [
        pair('copied', otherFigures(text, roll)),
        pair('edited', dressed(edited(otherFigures(text, roll), own, roll), roll)),
        pair('half', half(text, own)),
      ]
    })
    const honest = texts.flatMap((text, i) =>
      texts.slice(i + 1).flatMap((other): Pair[] => [
        { kind: 'honest', copied: false, subject, a: named(text, a), b: named(other, b) },
        {
          kind: 'formula',
          copied: false,
          subject,
          a: named(dressed(text, roll), a),
          b: named(dressed(other, roll), b),
        },
      ]),
    )
    return [...copies, ...honest]
  })
}

/** `count` narratives of chance, each word after two others as the written texts have it; for measuring time. */
export function chanceNarratives(count: number, roll: () => number): string[] {
  const words = Object.values(narratives).flat().join(' ').split(/\s+/)
  const after = new Map<string, string[]>()
  words.forEach((word, i) => {
    const key = words[i - 1] ?? ''
    const list = after.get(key) ?? []
    list.push(word)
    after.set(key, list)
  })
  return Array.from({ length: count }, () => {
    const text: string[] = []
    let last = pick(words, roll)
    for (let i = 0; i < 180; i += 1) {
      text.push(last)
      last = pick(after.get(last) ?? words, roll)
    }
    return text.join(' ')
  })
}

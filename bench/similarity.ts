// How well and how fast near-duplicate narratives are found. Run: node bench/similarity.ts
// Limit: the 3,500 narratives of one period of a nation's communes within seconds; on the written pairs no honest
// pair shown as copied more often than 1 in 100 (people judge, but a machine that cries wolf is soon switched off).
import { alikeAmong } from '../src/modules/reporting/rollup/likeness.ts'
import { closings, openings } from './similarity/narratives.ts'
import { chanceNarratives, dice, evaluationPairs, type Pair, type PairKind } from './similarity/pairs.ts'

const pairs = evaluationPairs()
// Thresholds were set looking at the subjects of even number only; the others are the test.
const subjects = [...new Set(pairs.map((p) => p.subject))]
const isTuned = (p: Pair) => subjects.indexOf(p.subject) % 2 === 0

const found = (p: Pair) => alikeAmong([p.a, p.b].map((text, id) => ({ id, text }))).length > 0

function table(name: string, list: Pair[]): void {
  const kinds: PairKind[] = ['copied', 'edited', 'half', 'honest', 'formula']
  console.log(`\n${name} (${list.length} pairs)`)
  for (const kind of kinds) {
    const own = list.filter((p) => p.kind === kind)
    const shown = own.filter(found).length
    console.log(`  ${kind.padEnd(8)} ${String(shown).padStart(4)} of ${own.length} shown`)
  }
  const shown = list.filter(found)
  const right = shown.filter((p) => p.copied).length
  const copied = list.filter((p) => p.copied).length
  const honest = list.length - copied
  const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`
  console.log(
    `  precision ${percent(right, shown.length)}, recall ${percent(right, copied)}, ` +
      `false positives ${percent(shown.length - right, honest)} (${shown.length - right} of ${honest})`,
  )
}

table('subjects the thresholds were set on', pairs.filter(isTuned))
table(
  'subjects kept for the test',
  pairs.filter((p) => !isTuned(p)),
)

for (const count of [875, 1750, 3500]) {
  const roll = dice(count)
  const texts = chanceNarratives(count, roll).map((t, i) => `${openings[i % 2]} ${t} ${closings[i % 2]}`)
  // One in fifty is copied from another, and one text has been passed on to a tenth of all.
  for (let i = 0; i < count / 50; i += 1) texts[i * 50 + 1] = (texts[i * 50] ?? '').replaceAll('phát', 'đưa')
  for (let i = 5; i < count; i += 10) texts[i] = `${texts[5]} Số liệu ${i}.`
  const begin = performance.now()
  const alike = alikeAmong(texts.map((text, id) => ({ id, text })))
  const seconds = (performance.now() - begin) / 1000
  const words = Math.round(texts.reduce((n, t) => n + t.split(' ').length, 0) / count)
  console.log(
    `\n${count} narratives of ${words} syllables: ${seconds.toFixed(2)} s, ${alike.length} pairs shown`,
  )
}

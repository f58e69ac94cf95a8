import type { Sentence } from './finding.ts'

/** Points after which no sentence ends: titles, names of places, "v.v." before a small letter, initials. */
const shortened =
  /(?:^|[\s(])(?:TP|Tp|TX|TT|Q|P|H|X|GS|PGS|TS|ThS|Th\.S|BS|KS|CN|LS|Tr|tr|Mr|Mrs|Dr|No|St|v\.v|\p{Lu})\.$/u
const numbered = /^\s*(?:[-–+*•]|\(?\d+(?:\.\d+)*[.)]|[a-zđ][.)]|[IVXLC]+[.)])\s+/u

/**
 * The sentences of a text: ends at ". ", "! ", "? ", "… " before what can begin a sentence, and at line ends. Numbers
 * (1.500), symbols (25/KH-UBND), dates (15.8.2026), abbreviations and the marks of list items do not end one.
 */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = []
  let start = 0
  for (const line of text.split('\n')) {
    const mark = numbered.exec(line)?.[0].length ?? 0
    let from = mark
    for (const end of line.matchAll(/[.!?…]+["”’)\]]*(?=\s+["“‘([]*[\p{Lu}\d–-])/gu)) {
      const to = end.index + end[0].length
      if (to <= mark || (end[0] === '.' && shortened.test(line.slice(0, to)))) continue
      add(sentences, line, start, from, to)
      from = to
    }
    add(sentences, line, start, from, line.length)
    start += line.length + 1
  }
  return sentences
}

function add(sentences: Sentence[], line: string, start: number, from: number, to: number): void {
  const raw = line.slice(from, to)
  const text = raw.trim()
  if (!/\p{L}/u.test(text)) return
  const at = start + from + raw.indexOf(text)
  const letters = text.match(/\p{L}/gu) ?? []
  const capitals =
    letters.length >= 8 &&
    letters.filter((l) => l !== l.toLocaleLowerCase('vi')).length > letters.length * 0.8
  sentences.push({ from: at, to: at + text.length, text, syllables: writtenSyllables(text), capitals })
}

/** Syllables as the eye meets them: a symbol, a date or an amount is one. */
export function writtenSyllables(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}./@-]*/gu)?.length ?? 0
}

import { cut, type Strand, trim } from './strand.ts'

/** Sentences of a paragraph: parted at '.', '!' and '?' before a capital, not inside brackets or after short forms. */
export function sentencesOf(paragraph: Strand): Strand[] {
  const sentences: Strand[] = []
  let from = 0
  for (const match of paragraph.text.matchAll(/[.!?…](?:\/\.)?\s+(?=["“(]?\p{Lu})/gu)) {
    const end = match.index + match[0].length
    if (
      /(?:^|[\s(])(?:TP|Tp|ThS|TS|PGS|GS|BS|Ths|St|[A-Z])$/.test(
        paragraph.text.slice(Math.max(0, match.index - 6), match.index),
      )
    )
      continue
    sentences.push(trim(cut(paragraph, from, end)))
    from = end
  }
  sentences.push(trim(cut(paragraph, from)))
  return sentences.filter((sentence) => sentence.text !== '')
}

/** Clauses parted at ';', not inside brackets. */
export function clausesOf(sentence: Strand): Strand[] {
  const clauses: Strand[] = []
  let from = 0
  let depth = 0
  for (let i = 0; i < sentence.text.length; i++) {
    const sign = sentence.text[i]
    if (sign === '(') depth++
    else if (sign === ')') depth = Math.max(0, depth - 1)
    else if (sign === ';' && depth === 0) {
      clauses.push(trim(cut(sentence, from, i)))
      from = i + 1
    }
  }
  clauses.push(trim(cut(sentence, from)))
  return clauses.filter((clause) => clause.text !== '')
}

/** Trigrams of a text, padded as pg_trgm pads them: two spaces before each word, one after. */
function trigramsOf(text: string): ReadonlySet<string> {
  const grams = new Set<string>()
  for (const word of text.split(' ')) {
    const padded = `  ${word} `
    for (let i = 0; i + 3 <= padded.length; i++) grams.add(padded.slice(i, i + 3))
  }
  return grams
}

/** Finds texts that are alike: for each, shared trigrams over all trigrams, 1 for equal texts. Best first. */
export type Likeness = (text: string, atLeast: number) => { at: number; likeness: number }[]

/** Prepares texts for {@link Likeness}: each trigram leads to the texts that hold it. */
export function likenessAmong(texts: readonly string[]): Likeness {
  const holders = new Map<string, number[]>()
  const sizes = texts.map((text, at) => {
    const grams = trigramsOf(text)
    for (const gram of grams) {
      const list = holders.get(gram)
      if (list) list.push(at)
      else holders.set(gram, [at])
    }
    return grams.size
  })
  return (text, atLeast) => {
    const grams = trigramsOf(text)
    const shared = new Map<number, number>()
    for (const gram of grams)
      for (const at of holders.get(gram) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1)
    return [...shared]
      .map(([at, n]) => ({ at, likeness: n / (grams.size + (sizes[at] ?? 0) - n) }))
      .filter((found) => found.likeness >= atLeast)
      .toSorted((a, b) => b.likeness - a.likeness)
  }
}

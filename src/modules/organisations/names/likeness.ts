/** Trigrams of a text, padded as pg_trgm pads them: two spaces before each word, one after. */
export function trigramsOf(text: string): ReadonlySet<string> {
  const grams = new Set<string>()
  for (const word of text.split(' ')) {
    const padded = `  ${word} `
    for (let i = 0; i + 3 <= padded.length; i++) grams.add(padded.slice(i, i + 3))
  }
  return grams
}

/** Shared trigrams over all trigrams: 1 for equal texts, 0 for nothing in common. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0
  for (const gram of a) if (b.has(gram)) shared += 1
  return shared === 0 ? 0 : shared / (a.size + b.size - shared)
}

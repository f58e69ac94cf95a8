import { expect, test } from 'vitest'
import { type Mutant, mutantOf } from './fuzz.fixtures.ts'
import { readDocument } from './read-document.ts'

const count = 400
const patience = 5_000

async function complaint(mutant: Mutant): Promise<string | null> {
  const started = performance.now()
  const result = await readDocument(
    mutant.bytes,
    { name: mutant.name },
    { limits: { milliseconds: patience } },
  )
  const took = performance.now() - started
  if (took > patience * 3) return `took ${Math.round(took)} ms`
  if (!result.ok) return result.fault.vi.endsWith('.') ? null : 'no sentence'
  const { text, notes } = result.document
  if (text !== text.normalize('NFC') || /[\r\0]/.test(text)) return 'text is not canonical'
  const astray = notes.some((note) => note.start < 0 || note.start > note.end || note.end > text.length)
  return astray ? 'a note lies outside the text' : null
}

test(`${count} spoiled and hostile files are each answered within limits`, async () => {
  const complaints: string[] = []
  for (let number = 1; number <= count; number++) {
    const mutant = mutantOf(number)
    const found = await complaint(mutant)
    if (found) complaints.push(`${number} ${mutant.name} ${mutant.label}: ${found}`)
  }
  expect(complaints).toEqual([])
}, 300_000)

import type { Block } from './blocks.ts'
import { type Budget, checkTime, ReadingFault, spend } from './limits.ts'
import { plainBlocks } from './plain-blocks.ts'

/** Reads an old binary Word file (.doc, Word 97–2003). Its tables come as tab-separated lines. Throws ReadingFault. */
export async function readDoc(bytes: Uint8Array, budget: Budget): Promise<Block[]> {
  const { default: WordExtractor } = await import('word-extractor')
  checkTime(budget)
  let body: string
  try {
    const document = await new WordExtractor().extract(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
    )
    body = document.getBody({ filterUnicode: false })
  } catch (error) {
    throw new ReadingFault('damaged', error)
  }
  const room = budget.characters
  return plainBlocks(spend(budget, 'characters', body.length) ? body : body.slice(0, room))
}

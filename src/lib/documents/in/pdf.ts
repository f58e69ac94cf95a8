import type { Block } from './blocks.ts'
import { type Budget, ReadingFault } from './limits.ts'

export async function readPdf(
  _bytes: Uint8Array,
  _budget: Budget,
  _onProgress?: (done: number, total: number, what: string) => void,
): Promise<{ kind: 'pdf'; blocks: Block[]; pages: number } | { kind: 'scan' }> {
  throw new ReadingFault('unknown')
}

import type { Block } from './blocks.ts'
import { type Budget, ReadingFault } from './limits.ts'

type Progress = (done: number, total: number, what: string) => void

export async function recognisePdf(
  _bytes: Uint8Array,
  _budget: Budget,
  _onProgress?: Progress,
): Promise<{ kind: 'scan'; blocks: Block[]; pages: number }> {
  throw new ReadingFault('unknown')
}

export async function recogniseImage(
  _bytes: Uint8Array,
  _budget: Budget,
  _onProgress?: Progress,
): Promise<{ kind: 'scan'; blocks: Block[]; pages: number }> {
  throw new ReadingFault('unknown')
}

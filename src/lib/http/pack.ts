import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

/** Below this a page fits into one packet and packing saves nobody anything. */
const smallest = 1_400

/**
 * Lowest levels: a page of 52 kB becomes 5 kB in 0.1 ms, less than sending it whole would cost; better levels take
 * three to five times as long for a tenth of the size (docs/performance.md). At once and not in a thread: handing over
 * costs more than the work. Safe beside the form's token, which is masked anew for each page (BREACH).
 */
const packers: Record<'br' | 'gzip', (text: string) => Buffer<ArrayBuffer>> = {
  br: (text) => brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
  gzip: (text) => gzipSync(text, { level: 1 }),
}

/** A page as this browser takes it: packed, or null to be sent as it is. */
export function packed(
  text: string,
  accepted: string | undefined,
): { encoding: 'br' | 'gzip'; body: Buffer<ArrayBuffer> } | null {
  if (accepted === undefined || text.length < smallest) return null
  const taken = accepted
    .split(',')
    .map((one) => one.trim())
    .filter((one) => !/;\s*q=0(\.0*)?$/.test(one))
    .map((one) => one.split(';')[0]?.trim())
  const encoding = (['br', 'gzip'] as const).find((one) => taken.includes(one))
  return encoding ? { encoding, body: packers[encoding](text) } : null
}

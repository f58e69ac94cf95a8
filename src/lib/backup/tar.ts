import type { Readable } from 'node:stream'

/** A tar archive (ustar), as far as a backup needs it: plain files with short names, any program can open it. */
const block = 512
const longestName = 100

export function tarHeader(name: string, size: number): Buffer {
  if (Buffer.byteLength(name) > longestName) throw new Error(`too long a name for the archive: ${name}`)
  const head = Buffer.alloc(block)
  const octal = (n: number, length: number) => `${n.toString(8).padStart(length - 1, '0')}\0`
  head.write(name, 0)
  head.write(octal(0o600, 8), 100)
  head.write(octal(0, 8), 108)
  head.write(octal(0, 8), 116)
  head.write(octal(size, 12), 124)
  head.write(octal(0, 12), 136)
  head.write('        ', 148)
  head.write('0', 156)
  head.write('ustar\x0000', 257)
  const sum = head.reduce((all, byte) => all + byte, 0)
  head.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return head
}

/** What fills the last block of a file of this size. */
export function tarPadding(size: number): Buffer {
  return Buffer.alloc((block - (size % block)) % block)
}

export const tarEnd = Buffer.alloc(2 * block)

export interface TarEntry {
  name: string
  size: number
  /** Has to be read to its end before the next entry is asked for. */
  body: AsyncGenerator<Buffer>
}

export async function collect(body: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of body) parts.push(part)
  return Buffer.concat(parts)
}

/** The files of an archive, one after another. Throws where the archive is cut off or is none. */
export async function* readTar(stream: Readable): AsyncGenerator<TarEntry> {
  const source = stream[Symbol.asyncIterator]()
  let held: Buffer = Buffer.alloc(0)
  async function take(most: number): Promise<Buffer> {
    if (held.length === 0) {
      const next = await source.next()
      if (next.done) throw new Error('the archive ends too early')
      held = next.value as Buffer
    }
    const taken = held.subarray(0, most)
    held = held.subarray(taken.length)
    return taken
  }
  async function* bytes(size: number): AsyncGenerator<Buffer> {
    for (let left = size; left > 0; ) {
      const part = await take(left)
      left -= part.length
      yield part
    }
  }
  const whole = async (size: number) => collect(bytes(size))
  for (;;) {
    const head = await whole(block)
    if (head.every((byte) => byte === 0)) return
    if (head.toString('latin1', 257, 262) !== 'ustar') throw new Error('this is no archive of a backup')
    const size = Number.parseInt(head.toString('latin1', 124, 135), 8)
    const name = head.toString('utf8', 0, longestName).replace(/\0.*$/s, '')
    yield { name, size, body: bytes(size) }
    await whole((block - (size % block)) % block)
  }
}

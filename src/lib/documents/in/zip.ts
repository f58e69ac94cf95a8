import { crc32, inflateRawSync } from 'node:zlib'
import { type Budget, ReadingFault } from './limits.ts'

interface ZipEntry {
  name: string
  method: number
  flags: number
  crc: number
  packed: number
  size: number
  offset: number
}

export interface Zip {
  names: ReadonlySet<string>
  /** The entry's bytes, or null when there is none of that name. Throws ReadingFault 'damaged' or 'zip-bomb'. */
  read(name: string): Uint8Array | null
}

const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50
const localEntry = 0x04034b50
const encrypted = 1
const most = 10_000

function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= first; at--) {
    if (view.getUint32(at, true) === endOfDirectory) return at
  }
  throw new ReadingFault('damaged')
}

function listEntries(bytes: Uint8Array, view: DataView): Map<string, ZipEntry> {
  const end = findEnd(view)
  const count = Math.min(view.getUint16(end + 10, true), most)
  const entries = new Map<string, ZipEntry>()
  let at = view.getUint32(end + 16, true)
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== directoryEntry) break
    const nameLength = view.getUint16(at + 28, true)
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
    entries.set(name.replaceAll('\\', '/').replace(/^\//, ''), {
      name,
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

function unpack(entry: ZipEntry, packed: Uint8Array, budget: Budget, room: number): Uint8Array {
  if (entry.method === 0) return packed
  if (entry.method !== 8) throw new ReadingFault('damaged')
  // The size written in the listing is the sender's claim, so zlib itself is told where to stop.
  const small = 1_000_000
  const most = Math.min(room, budget.limits.entryBytes, Math.max(small, packed.length * budget.limits.ratio))
  try {
    return inflateRawSync(packed, { maxOutputLength: most })
  } catch (error) {
    const code = (error as { code?: string }).code
    throw new ReadingFault(code === 'ERR_BUFFER_TOO_LARGE' ? 'zip-bomb' : 'damaged', error)
  }
}

/** Opens a zip held in memory. Only the entries asked for are unpacked, each within the budget's limits. */
export function openZip(bytes: Uint8Array, budget: Budget): Zip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 22) throw new ReadingFault('damaged')
  const entries = listEntries(bytes, view)
  let room = budget.limits.unzippedBytes
  function read(name: string): Uint8Array | null {
    const entry = entries.get(name)
    if (!entry) return null
    if (entry.flags & encrypted) throw new ReadingFault('password')
    const at = entry.offset
    if (at + 30 > bytes.length || view.getUint32(at, true) !== localEntry) throw new ReadingFault('damaged')
    const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
    if (start + entry.packed > bytes.length) throw new ReadingFault('damaged')
    const content = unpack(entry, bytes.subarray(start, start + entry.packed), budget, room)
    if (content.length > room) throw new ReadingFault('zip-bomb')
    if (crc32(content) !== entry.crc) throw new ReadingFault('damaged')
    room -= content.length
    return content
  }
  return { names: new Set(entries.keys()), read }
}

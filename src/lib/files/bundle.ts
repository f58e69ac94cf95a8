import { createReadStream } from 'node:fs'
import { Zip, ZipPassThrough } from 'fflate'

/** One entry of an archive: bytes at hand, or a file on the disk that is read as the archive is sent. */
export interface BundleEntry {
  /** With folders, '/' between; each part cleaned by {@link entryName}. */
  path: string
  from: { bytes: Uint8Array } | { file: string }
}

/**
 * An archive as a stream of chunks: no more than one chunk of one file is in memory, whatever the evidence weighs.
 * Nothing is compressed, because photos and documents are already.
 */
export async function* zipOf(entries: readonly BundleEntry[], at: Date): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = []
  let failure: Error | null = null
  const zip = new Zip((error, chunk) => {
    if (error) failure = error
    else ready.push(chunk)
  })
  for (const entry of entries) {
    const part = new ZipPassThrough(entry.path)
    part.mtime = at
    zip.add(part)
    if ('bytes' in entry.from) part.push(entry.from.bytes, true)
    else {
      for await (const chunk of createReadStream(entry.from.file)) {
        part.push(Uint8Array.from(chunk as Buffer))
        yield* ready.splice(0)
      }
      part.push(new Uint8Array(), true)
    }
    yield* ready.splice(0)
    if (failure) throw failure
  }
  zip.end()
  yield* ready.splice(0)
}

/** A name that every system can unpack: no separators, no control or direction marks, not too long. */
export function entryName(text: string, most = 80): string {
  const name = text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/[\\/:*?"<>|]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  return [...name].slice(0, most).join('').trimEnd() || 'tệp'
}

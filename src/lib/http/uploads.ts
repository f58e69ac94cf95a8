import { Readable } from 'node:stream'
import type { ReadableStream as NodeWebStream } from 'node:stream/web'
import busboy from 'busboy'
import { type Fault, forbidden, invalid } from '../errors.ts'
import { insertFile, type StoredFile } from '../files/files.ts'
import { type FileKind, kindOf } from '../files/kinds.ts'
import { type Arrived, dropArrival, keepArrival, writeArrival } from '../files/store.ts'
import { csrfFits } from './csrf.ts'
import { clean, csrfField, type FormValues } from './forms.ts'
import { actorOf, type Request } from './route.ts'

export interface UploadLimits {
  maxFiles: number
  /** For each file. */
  maxBytes: number
  types: readonly FileKind[]
}

export interface Upload {
  /** The other fields of the form, cleaned as `readForm` does. */
  fields: FormValues
  files: (StoredFile & { field: string })[]
  /** What was wrong with files, by field name; what was right is kept all the same. */
  faults: Fault[]
}

interface Part {
  field: string
  name: string
  tooLarge: boolean
  arrived: Arrived
}

/**
 * Reads a streamed form: files go to the disk as they come (200 MB take 100 MB of memory at most), are typed by
 * content, kept under their hash and entered in files.file. For routes marked `upload: true`.
 * The CSRF token must be the first field (<Form files> writes it so) or the header x-csrf-token: not a byte
 * of a file is written before it has been found right. Throws forbidden without it.
 */
export async function receiveUpload(c: Request, limits: UploadLimits): Promise<Upload> {
  const actor = actorOf(c)
  const { fields, parts, faults } = await readParts(c, limits)
  const upload: Upload = { fields, files: [], faults }
  for (const part of parts) {
    const kind = part.tooLarge ? null : await kindOf(part.arrived.path, part.name)
    const fault = part.tooLarge ? tooLarge(part, limits) : wrongKind(part, kind, limits)
    if (fault || !kind) {
      await dropArrival(part.arrived)
      if (fault) upload.faults.push(fault)
      continue
    }
    await keepArrival(c.get('config').dataDir, part.arrived)
    const { sha256, bytes } = part.arrived
    const entry = { sha256, bytes, kind, name: part.name }
    const file = await insertFile(c.get('db'), actor.provinceId, actor.accountId, c.get('now'), entry)
    upload.files.push({ ...file, field: part.field })
  }
  return upload
}

async function readParts(c: Request, limits: UploadLimits) {
  const fields: FormValues = {}
  const faults: Fault[] = []
  const writing: Promise<Part | null>[] = []
  let trusted = allow(c, c.req.header('x-csrf-token'))
  const reader = open(c, limits)
  await new Promise<void>((resolve, reject) => {
    reader.on('field', (name, text) => {
      if (name === csrfField) trusted ||= allow(c, text)
      else addField(fields, name, clean(text))
    })
    reader.on('file', (field, stream, { filename }) => {
      // A file field left empty arrives as a nameless file; beside it a phone's camera has a field of the same name.
      if (trusted && filename && writing.length === limits.maxFiles && faults.length === 0)
        faults.push(tooMany(limits))
      if (!trusted || !filename || writing.length >= limits.maxFiles) stream.resume()
      else writing.push(write(c, field, nameOf(filename), stream))
    })
    reader.on('error', () => reject(broken()))
    reader.on('close', resolve)
    const source = bodyOf(c)
    source.on('error', () => reject(broken()))
    source.pipe(reader)
  }).catch(async (cause) => {
    reader.destroy()
    for (const part of await Promise.all(writing)) if (part) await dropArrival(part.arrived)
    throw cause
  })
  const parts = (await Promise.all(writing)).filter((p) => p !== null)
  if (!trusted) throw untrusted()
  return { fields, parts, faults }
}

/** File fields of a form that may be left empty and are counted as files all the same. */
const emptyFields = 5

function open(c: Request, limits: UploadLimits): busboy.Busboy {
  try {
    return busboy({
      headers: { 'content-type': c.req.header('content-type') ?? '' },
      defParamCharset: 'utf8',
      limits: {
        files: limits.maxFiles + emptyFields,
        fileSize: limits.maxBytes,
        fields: 200,
        fieldSize: 256 * 1024,
        fieldNameSize: 200,
        parts: 200 + limits.maxFiles + emptyFields,
      },
    })
  } catch {
    throw broken()
  }
}

/** The raw request of Node where there is one: a web stream between costs memory for each chunk. */
function bodyOf(c: Request): Readable {
  const incoming = (c.env as { incoming?: unknown } | undefined)?.incoming
  if (incoming instanceof Readable) return incoming
  const { body } = c.req.raw
  return body ? Readable.fromWeb(body as NodeWebStream) : Readable.from([])
}

function allow(c: Request, token: string | undefined): boolean {
  if (!csrfFits(c.get('config').secret, c.get('csrfBinding'), token)) return false
  c.set('csrfChecked', true)
  return true
}

async function write(
  c: Request,
  field: string,
  name: string,
  stream: Readable & { truncated?: boolean },
): Promise<Part | null> {
  try {
    const arrived = await writeArrival(c.get('config').dataDir, stream)
    return { field, name, tooLarge: stream.truncated === true, arrived }
  } catch {
    // The connection broke; the reader tells it to the one who waits.
    return null
  }
}

function addField(fields: FormValues, name: string, text: string): void {
  const before = fields[name]
  fields[name] = before === undefined ? text : [before, text].flat()
}

function nameOf(filename: string): string {
  const last = filename.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  // Control characters and direction marks would let a name pretend to another ending.
  return last.replace(/[\p{Cc}\p{Cf}]/gu, '').slice(-200) || 'tệp'
}

function untrusted() {
  return forbidden(
    'Biểu mẫu đã hết hạn nên tệp chưa được nhận. Hãy mở lại trang và gửi lại.',
    'The form has expired, so the file was not taken. Open the page again and send it once more.',
  )
}

function broken() {
  return invalid([
    {
      field: null,
      vi: 'Tệp gửi lên bị đứt giữa chừng. Hãy gửi lại.',
      en: 'The upload broke off. Send it again.',
    },
  ])
}

function tooMany({ maxFiles }: UploadLimits): Fault {
  return {
    field: null,
    vi: `Mỗi lần gửi nhiều nhất ${maxFiles} tệp.`,
    en: `At most ${maxFiles} files at a time.`,
  }
}

function tooLarge(part: Part, { maxBytes }: UploadLimits): Fault {
  const size = `${Math.floor(maxBytes / 1024 / 1024)} MB`
  return {
    field: part.field,
    vi: `Tệp “${part.name}” lớn hơn ${size}. Hãy chọn tệp nhỏ hơn.`,
    en: `The file “${part.name}” is larger than ${size}. Choose a smaller one.`,
  }
}

function wrongKind(part: Part, kind: FileKind | null, { types }: UploadLimits): Fault | null {
  if (kind && types.includes(kind)) return null
  const list = types.map((t) => `.${t}`).join(', ')
  return {
    field: part.field,
    vi: `Nội dung tệp “${part.name}” không thuộc các loại được nhận (${list}).`,
    en: `The content of “${part.name}” is not of a kind that is taken (${list}).`,
  }
}

import { createReadStream, existsSync } from 'node:fs'
import { Readable } from 'node:stream'
import { notFound } from '../errors.ts'
import { fileById } from '../files/files.ts'
import { storedPath, thumbnail } from '../files/store.ts'
import { type Range, rangeOf } from './range.ts'
import type { Request } from './route.ts'

const shownInPlace = new Set(['image/jpeg', 'image/png', 'image/webp'])

/**
 * Answers with a stored file of the province. Who may have it, the room has decided before. Always a download;
 * only a picture is shown in place (`inline`), because other kinds could carry scripts into our origin. A part is sent
 * where one is asked for (RFC 9110, section 14): players of sound and film jump with it. `cache`: of what is public.
 */
export async function sendFile(
  c: Request,
  provinceId: number,
  fileId: number,
  { inline = false, cache }: { inline?: boolean; cache?: string } = {},
): Promise<Response> {
  const { dataDir } = c.get('config')
  const file = await fileById(c.get('db'), provinceId, fileId)
  const path = file && storedPath(dataDir, file.sha256)
  if (!path || !existsSync(path)) throw notFound()
  const tag = `"${file.sha256.slice(0, 32)}"`
  const condition = c.req.header('if-range')
  const range = condition && condition !== tag ? null : rangeOf(c.req.header('range'), file.bytes)
  const shown = disposition(file.name, inline && shownInPlace.has(file.mime))
  if (range === 'none') return unsatisfied(file.bytes)
  const stream = createReadStream(path, range ? { start: range.first, end: range.last } : {})
  const length = range ? range.last - range.first + 1 : file.bytes
  const answer = send(Readable.toWeb(stream) as ReadableStream, file.mime, length, shown, range ? 206 : 200)
  answer.headers.set('accept-ranges', 'bytes')
  answer.headers.set('etag', tag)
  if (range) answer.headers.set('content-range', contentRange(range, file.bytes))
  if (cache) answer.headers.set('cache-control', cache)
  return answer
}

function contentRange({ first, last }: Range, bytes: number): string {
  return `bytes ${first}-${last}/${bytes}`
}

/** Asked for what lies beyond the end. */
function unsatisfied(bytes: number): Response {
  return new Response(null, { status: 416, headers: { 'content-range': `bytes */${bytes}` } })
}

/** Answers with the small picture of a stored photo; 404 where it is no picture. */
export async function sendThumbnail(
  c: Request,
  provinceId: number,
  fileId: number,
  side = 480,
): Promise<Response> {
  const file = await fileById(c.get('db'), provinceId, fileId)
  const small = file && (await thumbnail(c.get('config').dataDir, file.sha256, side))
  if (!small) throw notFound()
  return send(new Uint8Array(small), 'image/webp', small.length, 'inline')
}

/** Answers with something made just now: a document, a sheet. */
export function sendBytes(bytes: Uint8Array, mime: string, name: string): Response {
  return send(Uint8Array.from(bytes), mime, bytes.length, disposition(name, false))
}

/** Answers with something that is made while it is sent, so that its length is not known. */
export function sendChunks(chunks: AsyncIterable<Uint8Array>, mime: string, name: string): Response {
  const body = Readable.toWeb(Readable.from(chunks)) as ReadableStream
  return send(body, mime, null, disposition(name, false))
}

function send(
  body: BodyInit,
  mime: string,
  length: number | null,
  contentDisposition: string,
  status = 200,
): Response {
  return new Response(body, {
    status,
    headers: {
      'content-type': mime.startsWith('text/') ? `${mime}; charset=utf-8` : mime,
      ...(length === null ? {} : { 'content-length': String(length) }),
      'content-disposition': contentDisposition,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  })
}

/** RFC 6266: a plain name for old programs, the real one in UTF-8 beside it. */
export function disposition(name: string, inline: boolean): string {
  const plain = name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .replace(/[^\w. -]/g, '_')
  const full = encodeURIComponent(name).replace(
    /['()*]/g,
    (ch) => `%${ch.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${inline ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${full}`
}

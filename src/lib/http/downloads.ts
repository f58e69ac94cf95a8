import { existsSync } from 'node:fs'
import { Readable } from 'node:stream'
import { notFound } from '../errors.ts'
import { fileById } from '../files/files.ts'
import { readStored, storedPath, thumbnail } from '../files/store.ts'
import type { Request } from './route.ts'

const shownInPlace = new Set(['image/jpeg', 'image/png', 'image/webp'])

/**
 * Answers with a stored file of the province. Who may have it, the room has decided before. Always a download;
 * only a picture is shown in place (`inline`), because other kinds could carry scripts into our origin.
 */
export async function sendFile(
  c: Request,
  provinceId: number,
  fileId: number,
  { inline = false }: { inline?: boolean } = {},
): Promise<Response> {
  const { dataDir } = c.get('config')
  const file = await fileById(c.get('db'), provinceId, fileId)
  if (!file || !existsSync(storedPath(dataDir, file.sha256))) throw notFound()
  const body = Readable.toWeb(readStored(dataDir, file.sha256)) as ReadableStream
  return send(body, file.mime, file.bytes, disposition(file.name, inline && shownInPlace.has(file.mime)))
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

function send(body: BodyInit, mime: string, length: number | null, contentDisposition: string): Response {
  return new Response(body, {
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

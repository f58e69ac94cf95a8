import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
  '.ico': 'image/x-icon',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}
const packable = /^(text\/|image\/svg|application\/)/

interface PublicFile {
  type: string
  tag: string
  bodies: { identity: Buffer<ArrayBuffer>; br?: Buffer<ArrayBuffer>; gzip?: Buffer<ArrayBuffer> }
}

/**
 * The files of the folders (public/ and what was bundled for the browser), read and packed once when the program starts (they are few and small). The answer is
 * null where no such file is. An address with the file's hash (`?v=…`) may be kept for ever; without it the
 * browser asks again by ETag.
 */
export function publicFiles(...folders: string[]): (request: Request) => Response | null {
  const files = new Map<string, PublicFile>()
  for (const folder of folders.filter((one) => existsSync(one)))
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      const type = types[extname(name)]
      if (type) files.set(`/${name.replaceAll('\\', '/')}`, readPublic(join(folder, name), type))
    }
  return (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return null
    const url = new URL(request.url)
    const file = files.get(url.pathname)
    return file ? answer(request, file, url.searchParams.has('v')) : null
  }
}

function readPublic(path: string, type: string): PublicFile {
  const identity = readFileSync(path)
  const tag = `"${createHash('sha256').update(identity).digest('base64url').slice(0, 16)}"`
  if (!packable.test(type)) return { type, tag, bodies: { identity } }
  const br = brotliCompressSync(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
  return { type, tag, bodies: { identity, br, gzip: gzipSync(identity) } }
}

function answer(request: Request, file: PublicFile, hashed: boolean): Response {
  const headers = new Headers({
    'content-type': file.type,
    'cache-control': hashed ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
    etag: file.tag,
    vary: 'accept-encoding',
    'x-content-type-options': 'nosniff',
  })
  if (request.headers.get('if-none-match')?.includes(file.tag)) {
    return new Response(null, { status: 304, headers })
  }
  const accepted = request.headers.get('accept-encoding') ?? ''
  const packing = (['br', 'gzip'] as const).find((p) => accepted.includes(p) && file.bodies[p])
  if (packing) headers.set('content-encoding', packing)
  const body = packing ? file.bodies[packing] : file.bodies.identity
  headers.set('content-length', String(body?.length))
  return new Response(request.method === 'HEAD' ? null : (body ?? null), { headers })
}

import { brotliCompressSync, brotliDecompressSync, constants, gzipSync } from 'node:zlib'

/** An answer that is kept whole, ready to be sent in any packing. */
export interface KeptPage {
  /** Under which state of what is public it was made; another state makes it worthless. */
  label: string
  status: number
  /** As they are sent, without length and packing. */
  headers: Record<string, string>
  etag: string
  /** One of them is there from the beginning, others once somebody asks. */
  bodies: { identity?: Buffer; br?: Buffer; gzip?: Buffer }
  /** What a view of it counts for. */
  viewOf: number | null
  provinceId: number
}
export type Packing = keyof KeptPage['bodies']

export interface PageStore {
  /** The page while its label is the one given; else undefined. */
  get(key: string, label: string): KeptPage | undefined
  /** The page of this key, made once however many ask while it is being made. */
  make(key: string, label: string, make: () => Promise<KeptPage>): Promise<KeptPage>
  /** Bytes held, nearly. */
  size(): number
}

/** Larger answers (films, sheets) are sent and not kept. */
const largest = 600_000
/** Map entry and headers of a page, roughly. */
const overhead = 1_200
const kept = new Set([200, 301, 410])

/**
 * A memory of whole answers with a limit in bytes, the least used forgotten first. A page of an old label is made
 * anew when it is asked for: nothing has to be thrown away when something is published.
 */
export function openPageStore(mostBytes: number): PageStore {
  const pages = new Map<string, { page: KeptPage; bytes: number }>()
  const making = new Map<string, Promise<KeptPage>>()
  let bytes = 0

  function forget(key: string): void {
    bytes -= pages.get(key)?.bytes ?? 0
    pages.delete(key)
  }

  function keep(key: string, page: KeptPage): void {
    forget(key)
    const size = sizeOf(key, page)
    if (size > largest) return
    pages.set(key, { page, bytes: size })
    bytes += size
    for (const oldest of pages.keys()) {
      if (bytes <= mostBytes) break
      forget(oldest)
    }
  }

  return {
    size: () => bytes,
    get(key, label) {
      const found = pages.get(key)
      if (found?.page.label !== label) return undefined
      // Kept again as the latest, with the packing that came since it was last asked for.
      keep(key, found.page)
      return found.page
    },
    async make(key, label, make) {
      const name = `${label}\n${key}`
      const known = making.get(name)
      if (known) return known
      const made = make()
      making.set(name, made)
      try {
        const page = await made
        if (kept.has(page.status)) keep(key, page)
        return page
      } finally {
        making.delete(name)
      }
    },
  }
}

function sizeOf(key: string, { bodies }: KeptPage): number {
  const held = [bodies.identity, bodies.br, bodies.gzip]
  return held.reduce((sum, body) => sum + (body?.length ?? 0), overhead + key.length)
}

const packable = /^(text\/|image\/svg|application\/(?!pdf|zip|octet))/

/** The bodies to keep: what can be packed lies packed, at a level that pays for a page sent many times. */
export function bodiesOf(type: string, body: Buffer): KeptPage['bodies'] {
  if (body.length < 1_000 || !packable.test(type)) return { identity: body }
  // A window as wide as the page: the usual one of 4 MB is cleared for each of them and costs as much as the packing.
  const window = Math.min(22, Math.max(10, 32 - Math.clz32(body.length)))
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_LGWIN]: window }
  return { br: alone(brotliCompressSync(body, { params })) }
}

/** The same bytes in memory of their own: what zlib answers lies in a pool, and a page of 4 kB would hold 32 kB. */
function alone(bytes: Buffer): Buffer {
  const own = Buffer.allocUnsafeSlow(bytes.length)
  bytes.copy(own)
  return own
}

/** The body in the best packing this browser takes. */
export function bodyFor(page: KeptPage, accepted: string): { packing: Packing; body: Buffer } {
  const { bodies } = page
  if (bodies.br && accepted.includes('br')) return { packing: 'br', body: bodies.br }
  if (bodies.br && accepted.includes('gzip')) {
    bodies.gzip ??= alone(gzipSync(brotliDecompressSync(bodies.br), { level: 6 }))
    return { packing: 'gzip', body: bodies.gzip }
  }
  return { packing: 'identity', body: bodies.identity ?? brotliDecompressSync(bodies.br ?? Buffer.alloc(0)) }
}

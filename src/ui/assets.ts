import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The folder `public`, found upward from this file, so that sources and a bundle in dist/ both work. */
export const publicFolder: string = findPublic(import.meta.dirname)

const addresses = new Map<string, string>()

/**
 * The address of a file in public/ with a hash of its content, so that it may be cached for ever.
 * Scripts share one hash: a module asks for its siblings with the query it was itself asked with.
 */
export function asset(path: `/${string}`): string {
  let address = addresses.get(path)
  if (address === undefined) {
    address = `${path}?v=${hashOf(path.startsWith('/js/') ? scripts() : [path])}`
    addresses.set(path, address)
  }
  return address
}

function scripts(): string[] {
  return readdirSync(join(publicFolder, 'js'))
    .filter((name) => name.endsWith('.js'))
    .sort()
    .map((name) => `/js/${name}`)
}

function hashOf(paths: readonly string[]): string {
  const hash = createHash('sha256')
  for (const path of paths) hash.update(readFileSync(join(publicFolder, path)))
  return hash.digest('base64url').slice(0, 10)
}

function findPublic(from: string): string {
  const folder = join(from, 'public')
  if (existsSync(join(folder, 'css', 'core.css'))) return folder
  if (dirname(from) === from)
    throw new Error('The folder public/ with css/core.css was not found beside the program.')
  return findPublic(dirname(from))
}

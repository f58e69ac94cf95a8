import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectPath } from '../lib/paths.ts'

const addresses = new Map<string, string>()

/**
 * The address of a file in public/ with a hash of its content, so that it may be cached for ever.
 * Scripts share one hash: a module asks for its siblings with the query it was itself asked with.
 */
export function asset(path: `/${string}`): string {
  let address = addresses.get(path)
  if (address === undefined) {
    address = `${path}?v=${hashOf(path.startsWith('/js/') ? scripts() : [projectPath('public', path)])}`
    addresses.set(path, address)
  }
  return address
}

function scripts(): string[] {
  // What the launcher bundled counts too: its parts are asked for by the same query.
  return [projectPath('public', 'js'), projectPath('dist', 'public', 'js')].flatMap((folder) =>
    existsSync(folder)
      ? readdirSync(folder)
          .filter((name) => name.endsWith('.js'))
          .sort()
          .map((name) => join(folder, name))
      : [],
  )
}

function hashOf(paths: readonly string[]): string {
  const hash = createHash('sha256')
  for (const path of paths) hash.update(readFileSync(path))
  return hash.digest('base64url').slice(0, 10)
}

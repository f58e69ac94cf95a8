import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

function findRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package-lock.json'))) folder = dirname(folder)
  return folder
}

const root = findRoot()

/** A file of the project, from the sources as well as from the built program. */
export function projectPath(...parts: string[]): string {
  return join(root, ...parts)
}

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { projectPath } from '../src/lib/paths.ts'

/**
 * The folder of the seed plans beside the project, or null where a user's machine has none. Tests that need
 * it skip and say so; with CI set it must be there.
 */
export function sharedFolder(): string | null {
  const places = [
    process.env['CHUNGTAY_SHARED'],
    projectPath('..', 'shared'),
    projectPath('..', '..', 'shared'),
  ]
  const found = places.find((p) => p && existsSync(join(p, 'plans', 'labels'))) ?? null
  if (!found && process.env['CI']) throw new Error('The seed plans (../shared/plans) must be present in CI.')
  return found
}

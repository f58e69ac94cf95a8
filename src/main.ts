import { type Config, readConfig } from './lib/config.ts'
import { CannotStart } from './lib/errors.ts'

type Verb = (config: Config, args: string[]) => Promise<number>

/** The verbs of the program. Each is loaded only when asked for, so that a short one starts quickly. */
const verbs: Record<string, Verb> = {
  start: async (config) => (await import('./app/start.ts')).start(config),
  web: async (config) => (await import('./app/start.ts')).web(config),
  worker: async (config) => (await import('./app/work.ts')).worker(config),
  migrate: async (config) => (await import('./app/upkeep.ts')).migrate(config),
  seed: async (config) => (await import('./app/upkeep.ts')).seed(config),
  found: async (config, args) => (await import('./app/found.ts')).found(config, args),
  backup: async (config, args) => (await import('./app/backup.ts')).backup(config, args),
  restore: async (config, args) => (await import('./app/backup.ts')).restore(config, args),
  routes: async () => (await import('./app/upkeep.ts')).routes(),
  plan: async (config, args) => (await import('./app/plan-read.ts')).plan(config, args),
  due: async (config, args) => (await import('./app/due.ts')).due(config, args),
  schema: async () => (await import('./app/schema.ts')).schema(),
}

const [verb = 'start', ...args] = process.argv.slice(2)
try {
  process.exitCode = await (verbs[verb] ?? unknownVerb)(readConfig(), args)
} catch (fault) {
  process.stderr.write(`${fault instanceof CannotStart ? fault.message : (fault as Error).stack}\n`)
  process.exitCode = 1
  // A part that waits for what is gone must not hold up a program that said why it stops.
  setTimeout(() => process.exit(1), 1_000).unref()
}

async function unknownVerb(): Promise<number> {
  const known = Object.keys(verbs).join(', ')
  process.stderr.write(`Lệnh chưa đúng, dùng một trong: ${known}.\nUnknown verb, use one of: ${known}.\n`)
  return 2
}

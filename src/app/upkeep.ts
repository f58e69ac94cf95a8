import type { Config } from '../lib/config.ts'
import { migrate as applyMigrations } from '../lib/db/migrate.ts'
import type { Route, Who } from '../lib/http/route.ts'
import { apiRoutes } from './api.ts'
import { seedDemonstration } from './demonstration.ts'
import { officeRoutes } from './office.ts'
import { portalRoutes } from './portal.ts'
import { openStore } from './store.ts'

/** Brings the database to this version of the program. */
export async function migrate(config: Config): Promise<number> {
  const store = await openStore(config)
  try {
    const applied = await applyMigrations(store.url)
    process.stdout.write(
      applied.length
        ? `Đã nâng cấp / Applied:\n${applied.map((name) => `  ${name}\n`).join('')}`
        : 'Cơ sở dữ liệu đã ở bản mới nhất. / The database is up to date.\n',
    )
  } finally {
    await store.close()
  }
  return 0
}

/** Puts the demonstration province into an empty database. */
export async function seed(config: Config): Promise<number> {
  const store = await openStore(config)
  try {
    await applyMigrations(store.url)
    const seeded = await seedDemonstration(store.db, config, new Date())
    process.stdout.write(
      seeded
        ? 'Đã tạo tỉnh minh họa. / The demonstration province is there.\n'
        : 'Đã có dữ liệu, không thêm gì. / There is data already; nothing was added.\n',
    )
  } finally {
    await store.close()
  }
  return 0
}

/** Prints every door of the program and who may enter. */
export async function routes(): Promise<number> {
  const lines = [
    ...[...portalRoutes, ...officeRoutes].map((r: Route) => [r.method, r.path, whoMay(r.who)] as const),
    ...apiRoutes.map((r) => [r.method, r.path, r.who] as const),
  ]
  const wide = Math.max(4, ...lines.map(([, path]) => path.length))
  for (const [method, path, who] of lines) {
    process.stdout.write(`${method.padEnd(5)} ${path.padEnd(wide)}  ${who}\n`)
  }
  process.stdout.write(`${lines.length} routes\n`)
  return 0
}

function whoMay(who: Who): string {
  return typeof who === 'string' ? who : who.join(', ')
}

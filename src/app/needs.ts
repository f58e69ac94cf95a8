import { type Config, WrongConfig } from '../lib/config.ts'
import { pendingMigrations } from '../lib/db/migrate.ts'

/** A part of the program alone stands on a server that the other parts use as well. Throws {@link WrongConfig}. */
export function needServer(config: Config, verb: string): void {
  if (config.databaseUrl) return
  throw new WrongConfig(
    `Lệnh "${verb}" chạy riêng một phần của chương trình nên cần máy chủ PostgreSQL chung: hãy đặt DATABASE_URL. Chạy tất cả trên một máy: npm start.`,
    `"${verb}" runs one part of the program and needs a shared PostgreSQL server: set DATABASE_URL. All in one: npm start.`,
  )
}

/** Its tables are those of this version. Throws {@link WrongConfig}. */
export async function needMigrated(url: string): Promise<void> {
  const pending = await pendingMigrations(url)
  if (pending.length === 0) return
  throw new WrongConfig(
    `Cơ sở dữ liệu còn thiếu ${pending.length} bước nâng cấp; hãy chạy: npm run chungtay -- migrate.`,
    `The database lacks ${pending.length} migrations; run: npm run chungtay -- migrate.`,
  )
}

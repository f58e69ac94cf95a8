import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { readBackup } from '../lib/backup/read-backup.ts'
import { type BackupTail, writeBackup } from '../lib/backup/write-backup.ts'
import type { Config } from '../lib/config.ts'
import { runningUrl } from '../lib/db/embedded/running.ts'
import { CannotStart } from '../lib/errors.ts'
import { allProvinceIds } from '../modules/organisations/organisations.ts'
import { openStore } from './store.ts'

/** `chungtay backup FILE`: database and files in one archive; the program may go on working. */
export async function backup(config: Config, [file]: string[]): Promise<number> {
  if (!file) return use('backup')
  const target = resolve(config.callerDir, file)
  if (existsSync(target)) {
    throw new CannotStart(
      `Đã có tệp ${target}; hãy đặt tên khác.`,
      `${target} is there already; choose another name.`,
    )
  }
  const running = config.databaseUrl ?? runningUrl(config.dataDir)
  const store = running ? null : await openStore(config)
  try {
    const made = await writeBackup(running ?? store?.url ?? '', config.dataDir, target, new Date())
    process.stdout.write(`${target}\n${summary(made)}\n`)
  } finally {
    await store?.close()
  }
  return 0
}

/** `chungtay restore FILE`: into an empty data folder or database; a folder with data in it is refused. */
export async function restore(config: Config, [file]: string[]): Promise<number> {
  if (!file) return use('restore')
  const source = resolve(config.callerDir, file)
  if (!existsSync(source)) throw new CannotStart(`Không có tệp ${source}.`, `There is no file ${source}.`)
  const store = await openStore(config)
  try {
    if (await holdsData(store)) {
      throw new CannotStart(
        'Nơi này đã có dữ liệu nên không khôi phục đè lên. Hãy đặt DATA_DIR (hoặc DATABASE_URL) mới, còn trống.',
        'There is data here already; nothing is restored over it. Set a new, empty DATA_DIR (or DATABASE_URL).',
      )
    }
    const loaded = await readBackup(store.url, config.dataDir, source)
    process.stdout.write(`${summary(loaded)}\n`)
  } finally {
    await store.close()
  }
  return 0
}

async function holdsData({ db }: Awaited<ReturnType<typeof openStore>>): Promise<boolean> {
  try {
    return (await allProvinceIds(db)).length > 0
  } catch (fault) {
    // No tables yet.
    if (['42P01', '3F000'].includes(String((fault as { code?: string }).code))) return false
    throw fault
  }
}

function summary({ rows, files }: BackupTail): string {
  const total = Object.values(rows).reduce((all, n) => all + n, 0)
  const tables = Object.keys(rows).length
  return `${total.toLocaleString('vi')} dòng trong ${tables} bảng, ${files} tệp. / ${total} rows in ${tables} tables, ${files} files.`
}

function use(verb: string): number {
  process.stderr.write(`Cách dùng / Use: chungtay ${verb} FILE.tar.gz\n`)
  return 2
}

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isPostgresOn } from './processes.ts'

/** The connection string of the embedded server that is at work on a data folder; null where none is. */
export function runningUrl(dataDir: string): string | null {
  const password = textOf(join(dataDir, 'postgres.password')).trim()
  // As root the cluster may lie outside; home.ts notes where.
  const elsewhere = textOf(join(dataDir, 'POSTGRES-IS-ELSEWHERE.txt')).split('\n')[1]
  for (const folder of [join(dataDir, 'postgres'), ...(elsewhere ? [elsewhere] : [])]) {
    const cluster = join(folder, 'pg')
    const lines = textOf(join(cluster, 'postmaster.pid')).split('\n')
    if (!Number(lines[0]) || lines[7]?.trim() !== 'ready' || !isPostgresOn(Number(lines[0]), cluster))
      continue
    return `postgres://chungtay:${password}@127.0.0.1:${lines[3]}/chungtay`
  }
  return null
}

function textOf(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

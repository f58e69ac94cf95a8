import { type Logger, pino } from 'pino'
import type { Config } from './config.ts'

export type Log = Logger

/** What must never reach a log, wherever a caller puts it. */
const secrets = ['password', 'token', 'secret', 'code', 'cookie', 'authorization', 'email', '_csrf']

/** JSON lines on standard error; standard output belongs to the person who typed the command. */
export function openLog(config: Pick<Config, 'logLevel'>): Log {
  return pino(
    {
      level: config.logLevel,
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: secrets.flatMap((s) => [s, `*.${s}`, `*.*.${s}`]), censor: '[…]' },
    },
    pino.destination({ dest: 2, sync: false }),
  )
}

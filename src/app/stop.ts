import type { Config } from '../lib/config.ts'

/**
 * Resolves when the program is asked to stop: SIGTERM, Ctrl-C, or the launcher that started it is gone
 * (killed -9, it can pass nothing on). Asked again a second later or more, the program ends at once; sooner it is
 * the same Ctrl-C, which reaches us from the terminal and from each launcher above.
 */
export function askedToStop({ launcherPid }: Pick<Config, 'launcherPid'>): Promise<void> {
  return new Promise((resolve) => {
    let asked = 0
    const ask = () => {
      if (asked && performance.now() - asked > 1_000) process.exit(1)
      asked ||= performance.now()
      resolve()
    }
    process.on('SIGTERM', ask)
    process.on('SIGINT', ask)
    process.on('SIGHUP', ask)
    if (launcherPid === null) return
    process.once('disconnect', () => resolve())
    process.channel?.unref()
    // Gone before we began to listen.
    if (process.ppid !== launcherPid) resolve()
  })
}

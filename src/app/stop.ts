/**
 * Resolves when the program is asked to stop: SIGTERM, Ctrl-C, or the launcher that started it is gone
 * (killed -9, it can pass nothing on). Asked a second time, the program ends at once.
 */
export function askedToStop(): Promise<void> {
  return new Promise((resolve) => {
    let asked = false
    const ask = () => {
      if (asked) process.exit(1)
      asked = true
      resolve()
    }
    process.on('SIGTERM', ask)
    process.on('SIGINT', ask)
    process.on('SIGHUP', ask)
    if (process.channel) {
      process.once('disconnect', () => resolve())
      process.channel.unref()
    }
  })
}

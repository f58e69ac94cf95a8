/** Milliseconds of the processor that `work` takes, so that other work on the machine does not count. */
export function computingMs(work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

import { Agent, request } from 'node:http'
import { cpuOfFamily } from '../processes.ts'

export interface Measured {
  perSecond: number
  p99: number
  /** Processor time of everything that answers (web, database), in ms a request. */
  cpu: number
  /** Bytes of one answer as sent. */
  bytes: number
}

export interface Load {
  seconds: number
  /** How many ask at once, each one at a time. */
  readers: number
}

/** As a browser behind HTTPS asks. */
const headers = { 'accept-encoding': 'gzip, br', 'user-agent': 'Mozilla/5.0 (Linux; Android 13) bench' }

/** Asks for pages for some seconds; `next` names the next page. Whoever answers other than 200 ends the bench. */
export async function ask(
  address: string,
  next: () => string,
  pids: readonly number[],
  { seconds, readers }: Load,
): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: readers })
  const times: number[] = []
  let bytes = 0
  const until = async (end: number) => {
    await Promise.all(
      Array.from({ length: readers }, async () => {
        do {
          const from = performance.now()
          bytes = await one(address + next(), agent)
          times.push(performance.now() - from)
        } while (performance.now() < end)
      }),
    )
  }
  await until(performance.now() + 300)
  times.length = 0
  const cpu = () => pids.reduce((sum, pid) => sum + cpuOfFamily(pid), 0)
  const before = cpu()
  const from = performance.now()
  await until(from + seconds * 1_000)
  const took = (performance.now() - from) / 1_000
  const spent = cpu() - before
  agent.destroy()
  times.sort((a, b) => a - b)
  return {
    perSecond: times.length / took,
    p99: times[Math.floor(times.length * 0.99)] ?? 0,
    cpu: spent / times.length,
    bytes,
  }
}

/** Asks for each address once. Processor time in ms a page. */
export async function walk(
  address: string,
  paths: readonly string[],
  pids: readonly number[],
  readers: number,
): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: readers })
  const cpu = () => pids.reduce((sum, pid) => sum + cpuOfFamily(pid), 0)
  const before = cpu()
  let n = 0
  await Promise.all(
    Array.from({ length: readers }, async () => {
      for (let path = paths[n++]; path !== undefined; path = paths[n++]) await one(address + path, agent)
    }),
  )
  agent.destroy()
  return (cpu() - before) / paths.length
}

/** Bytes of a page without packing. */
export async function unpacked(url: string): Promise<number> {
  const agent = new Agent()
  return one(url, agent, { ...headers, 'accept-encoding': 'identity' }).finally(() => agent.destroy())
}

function one(url: string, agent: Agent, asking: Record<string, string> = headers): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent, headers: asking }, (answer) => {
      let bytes = 0
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length
      })
      answer.on('end', () => {
        if (answer.statusCode === 200) resolve(bytes)
        else reject(new Error(`${url} answered ${answer.statusCode}`))
      })
    })
    sent.on('error', reject)
    sent.end()
  })
}

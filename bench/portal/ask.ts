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

const headers = { 'accept-encoding': 'gzip, br', 'user-agent': 'Mozilla/5.0 (Linux; Android 13) bench' }

/** Asks for pages for some seconds, each reader one at a time; `next` names the page of the n-th request. */
export async function ask(
  address: string,
  next: (n: number) => string,
  pids: readonly number[],
  { seconds, readers }: { seconds: number; readers: number },
): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: readers })
  const times: number[] = []
  let n = 0
  let bytes = 0
  const until = async (end: number) => {
    await Promise.all(
      Array.from({ length: readers }, async () => {
        while (performance.now() < end) {
          const from = performance.now()
          bytes = await one(address + next(n++), agent)
          times.push(performance.now() - from)
        }
      }),
    )
  }
  await until(performance.now() + Math.min(2_000, seconds * 500))
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

function one(url: string, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent, headers }, (answer) => {
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

export function print(name: string, m: Measured): void {
  const cells = [
    name.padEnd(44),
    m.perSecond.toFixed(0).padStart(8),
    m.p99.toFixed(1).padStart(8),
    m.cpu.toFixed(3).padStart(10),
    (1_000 / m.cpu).toFixed(0).padStart(12),
    (m.bytes / 1_024).toFixed(1).padStart(8),
  ]
  console.log(`| ${cells.join(' | ')} |`)
}

export const head = `| ${['page'.padEnd(44), 'req/s'.padStart(8), 'p99 ms'.padStart(8), 'CPU ms'.padStart(10), 'per CPU s'.padStart(12), 'kB'.padStart(8)].join(' | ')} |\n| --- | --- | --- | --- | --- | --- |`

// A worker of the channels as a process of its own, so that it can be killed: boots, says "ready", and from "go" on
// works off whatever is due, on several channels at a time, until it is killed or told to end when nothing is left.
import { Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { openDb } from '../../src/lib/db/db.ts'
import { channelsWithWork } from '../../src/modules/publishing/channels/channels.sql.ts'
import { workChannel } from '../../src/modules/publishing/channels/sending.ts'
import type { SendingTools } from '../../src/modules/publishing/channels/tools.ts'

const { url, bases, config, timing, writes } = JSON.parse(process.argv[2] ?? '{}') as {
  url: string
  bases: SendingTools['bases']
  config: SendingTools['config']
  timing: { call: number; lease: number; settle: number; retry: number }
  /** After how many packets to the database or a service it dies, before or after the last of them; 0: never. */
  writes: number
}
const db = openDb(url, 4)
const tools: SendingTools = {
  db,
  config,
  bases,
  clock: () => new Date(),
  timing: { ...timing, backOff: () => timing.retry * (0.5 + Math.random()) },
}
// Connections are open and the code is warm before it begins: its life is short.
await Promise.all(Array.from({ length: 3 }, () => channelsWithWork(db, 1, new Date())))
await workChannel(tools, 1, 0)
process.stdout.write('ready\n')
await new Promise((go) => process.stdin.once('data', go))

if (writes > 0) dieAfter(writes)
const busy = new Set<number>()
for (;;) {
  const found = (await channelsWithWork(db, 1, new Date())).filter((id) => !busy.has(id))
  // Workers begin at different ends, so that they do not all run after the same channel.
  for (const id of found.toSorted(() => Math.random() - 0.5).slice(0, 3 - busy.size)) {
    busy.add(id)
    void workChannel(tools, 1, id).finally(() => busy.delete(id))
  }
  await sleep(8)
}

/** Every moment that matters lies between two packets: a kill at a random one hits them all alike. */
function dieAfter(most: number): void {
  const { write } = Socket.prototype
  let left = Math.ceil(Math.random() * most)
  const die = () => process.kill(process.pid, 'SIGKILL')
  Socket.prototype.write = function (this: Socket, ...args: Parameters<typeof write>) {
    left -= 1
    if (left > 0) return write.apply(this, args)
    if (Math.random() < 0.3) die()
    const went = write.apply(this, args)
    // Let the packet leave, and often its answer arrive.
    setTimeout(die, Math.random() < 0.4 ? 0 : Math.random() * 25)
    left = Number.POSITIVE_INFINITY
    return went
  } as typeof write
}

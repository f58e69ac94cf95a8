import { memoryOfFamily } from '../processes.ts'
import { ask, type Load, type Measured, unpacked } from './ask.ts'
import { type PageName, type Party, pageNames } from './parties.ts'

export interface Row extends Measured {
  party: string
  page: PageName
  /** Bytes of one answer without packing. */
  whole: number
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
}

/** Everybody in turn, page by page, as often as there are rounds: what else the machine does meets all alike. */
export async function measureInTurn(
  parties: readonly Party[],
  rounds: number,
  load: Load,
): Promise<{ rows: Row[]; memory: Record<string, number> }> {
  const found = new Map<string, { party: Party; page: PageName; all: Measured[] }>()
  for (let round = 1; round <= rounds; round += 1) {
    for (const page of pageNames) {
      for (const party of parties) {
        const next = party.pages[page]
        if (!next) continue
        const readers = party.single?.includes(page) ? 1 : load.readers
        const one = await ask(party.address, next, party.pids, { ...load, readers })
        const key = `${party.name} ${page}`
        const known = found.get(key) ?? { party, page, all: [] }
        known.all.push(one)
        found.set(key, known)
      }
    }
    console.log(`round ${round} of ${rounds} is measured`)
  }
  const rows: Row[] = []
  for (const { party, page, all } of found.values()) {
    const of = (value: (m: Measured) => number) => median(all.map(value))
    const whole = await unpacked(party.address + (party.pages[page]?.() ?? ''))
    rows.push({
      ...{ party: party.name, page, whole },
      ...{ perSecond: of((m) => m.perSecond), p99: of((m) => m.p99), cpu: of((m) => m.cpu) },
      bytes: of((m) => m.bytes),
    })
  }
  const memory = Object.fromEntries(
    parties.map((p) => [p.name, p.pids.reduce((sum, pid) => sum + memoryOfFamily(pid), 0)]),
  )
  return { rows, memory }
}

export function printTable(rows: readonly Row[]): void {
  console.log('\n| page | who | requests/s | p99 ms | CPU ms a request | kB as sent | kB whole |')
  console.log('| --- | --- | --- | --- | --- | --- | --- |')
  for (const page of pageNames) {
    for (const r of rows.filter((row) => row.page === page)) {
      const cells = [page, r.party, r.perSecond.toFixed(r.perSecond < 10 ? 1 : 0), r.p99.toFixed(0)]
      const sizes = [r.bytes, r.whole].map((bytes) => (bytes / 1_024).toFixed(1))
      console.log(`| ${[...cells, r.cpu.toFixed(r.cpu < 1 ? 3 : 1), ...sizes].join(' | ')} |`)
    }
  }
}

/** Says plainly how each of ours stands beside each of the others, in CPU seconds a request. */
export function printRatios(
  rows: readonly Row[],
  ours: readonly string[],
  targets: Readonly<Record<string, number>>,
): void {
  for (const [peer, times] of Object.entries(targets)) {
    for (const theirs of rows.filter((row) => row.party === peer)) {
      const said = ours.flatMap((party) => {
        const own = rows.find((row) => row.party === party && row.page === theirs.page)
        if (!own) return []
        const ratio = theirs.cpu / own.cpu
        return [
          `${party} ${ratio.toFixed(ratio < 20 ? 1 : 0)} × ${ratio >= times ? 'reached' : 'NOT REACHED'}`,
        ]
      })
      console.log(`${peer}, ${theirs.page}, target ${times} ×: ${said.join('; ')}`)
    }
  }
}

import { dayOf } from '../../../lib/calendar/day.ts'
import { actorOf, type Request } from '../../../lib/http/route.ts'
import { unitNames } from '../items/showing.ts'

export const pageSize = 40

/** What every list of a register shows around its lines: the page asked for, where its pages and its sheet are, units. */
export async function listingOf(c: Request, address: string) {
  const query = c.req.query()
  const page = Math.max(1, Number(query['page']) || 1)
  const names = await unitNames(c.get('db'), actorOf(c).provinceId, dayOf(c.get('now')))
  return {
    ...{ page, pageSize, query, offset: (page - 1) * pageSize, unitNames: names },
    pageAddress: (n: number) => `${address}?${new URLSearchParams({ ...query, page: String(n) })}`,
    exportAddress: `${address}.xlsx?${new URLSearchParams(query)}`,
    units: [...names].map(([id, name]) => ({ id, name })),
  }
}

export type Listing = Awaited<ReturnType<typeof listingOf>>

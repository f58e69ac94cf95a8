import { showDay } from '../lib/calendar/day.ts'
import { actorOf, type Request } from '../lib/http/route.ts'
import { documentsWhere } from '../modules/legal/legal.ts'
import type { RegisteredDecision } from '../modules/procedures/procedures.office.ts'

/** Decisions of the register of documents: it stands beside the room that announces procedures, so the app brings them. */
export async function registeredDecisions(c: Request): Promise<RegisteredDecision[]> {
  const { documents } = await documentsWhere(c.get('db'), actorOf(c).provinceId, { type: 'Quyết định' }, 300)
  return documents.flatMap((d) => {
    if (d.number === null) return []
    const label = [d.number, d.issued && showDay(d.issued), d.title].filter(Boolean).join(', ')
    return [{ id: d.id, label, number: d.number, issued: d.issued ?? '', issuer: d.issuer ?? '' }]
  })
}

import { type Day, parseDay } from '../../../lib/calendar/day.ts'
import type { Fault } from '../../../lib/errors.ts'
import { typedCount } from '../typed.ts'
import type { StandingFacts } from './standing.sql.ts'
import { standingKinds, texts as t } from './standing.texts.ts'

/** A line of what stands where, as typed or as a sheet has it. Every fault says what to write instead. */
export function readStanding(
  get: (name: string) => string,
  photoId: number | null,
  today: Day,
): { input: StandingFacts | null; faults: Fault[] } {
  const [fromDay, toDay] = [parseDay(get('fromDay')), parseDay(get('toDay'))]
  const [unitId, quantity] = [Number(get('unit')) || 0, typedCount(get('quantity'))]
  const visitors = typedCount(get('visitors'))
  const faults: Fault[] = []
  if (!(get('kind') in standingKinds)) faults.push({ field: 'kind', ...t.needKind })
  if (get('what') === '') faults.push({ field: 'what', ...t.needWhat })
  if (get('place') === '') faults.push({ field: 'place', ...t.needPlace })
  if (unitId === 0) faults.push({ field: 'unit', ...t.needUnit })
  if (!quantity) faults.push({ field: 'quantity', ...t.needQuantity })
  if (visitors === undefined) faults.push({ field: 'visitors', ...t.needVisitors })
  if (!fromDay || fromDay > today) faults.push({ field: 'fromDay', ...t.needDay })
  if (get('toDay') !== '' && !toDay) faults.push({ field: 'toDay', ...t.needPlanDay })
  if (fromDay && toDay && toDay < fromDay) faults.push({ field: 'toDay', ...t.daysOrder })
  if (!fromDay || !quantity || visitors === undefined || faults.length > 0) return { input: null, faults }
  const input = {
    ...{ kind: get('kind'), what: get('what').slice(0, 500), place: get('place').slice(0, 200), unitId },
    ...{ placeUnitId: Number(get('commune')) || null, publicationId: Number(get('item')) || null },
    ...{ quantity, fromDay, toDay, visitors, photoId, note: get('note').slice(0, 500) },
  }
  return { input, faults }
}

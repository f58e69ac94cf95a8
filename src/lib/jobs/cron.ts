/** Vietnam keeps UTC+7 all year. */
const zoneMs = 7 * 3_600_000

const ranges = [
  [0, 59],
  [0, 23],
  [1, 31],
  [1, 12],
  [0, 6],
] as const

/**
 * The first moment after `after` that fits `at`: 'minute hour day month weekday' in Vietnam's time (0 is
 * Sunday), each a star, a number, a range, a list, or any of these with a step: '0 7 * * 1-5'. As in cron, a
 * day fits when either day or weekday does, where both are given.
 */
export function nextMoment(at: string, after: Date): Date {
  const [minutes, hours, days, months, weekdays] = parse(at)
  const moment = new Date(Math.floor((after.getTime() + zoneMs) / 60_000) * 60_000 + 60_000)
  const end = moment.getTime() + 5 * 366 * 86_400_000
  while (moment.getTime() < end) {
    if (!months.fits(moment.getUTCMonth() + 1)) {
      moment.setUTCMonth(moment.getUTCMonth() + 1, 1)
      moment.setUTCHours(0, 0)
    } else if (!dayFits(moment, days, weekdays)) {
      moment.setUTCDate(moment.getUTCDate() + 1)
      moment.setUTCHours(0, 0)
    } else if (!hours.fits(moment.getUTCHours())) moment.setUTCHours(moment.getUTCHours() + 1, 0)
    else if (!minutes.fits(moment.getUTCMinutes())) moment.setUTCMinutes(moment.getUTCMinutes() + 1)
    else return new Date(moment.getTime() - zoneMs)
  }
  throw new Error(`the schedule '${at}' never comes`)
}

interface Field {
  any: boolean
  fits: (n: number) => boolean
}

function dayFits(moment: Date, days: Field, weekdays: Field): boolean {
  const day = days.fits(moment.getUTCDate())
  const weekday = weekdays.fits(moment.getUTCDay())
  return days.any || weekdays.any ? day && weekday : day || weekday
}

function parse(at: string): [Field, Field, Field, Field, Field] {
  const fields = at.split(' ')
  if (fields.length !== 5) throw new Error(`the schedule '${at}' has ${fields.length} fields, not 5`)
  return ranges.map((range, i) => parseField(fields[i] ?? '', range)) as [Field, Field, Field, Field, Field]
}

function parseField(text: string, [low, high]: readonly [number, number]): Field {
  const values = new Set<number>()
  for (const part of text.split(',')) {
    const found = /^(?:\*|(\d+)(?:-(\d+))?)(?:\/(\d+))?$/.exec(part)
    if (!found) throw new Error(`'${part}' is no part of a schedule`)
    const from = found[1] === undefined ? low : Number(found[1])
    const to = found[2] !== undefined ? Number(found[2]) : found[1] === undefined || found[3] ? high : from
    if (from < low || to > high || from > to) throw new Error(`'${part}' is outside ${low}-${high}`)
    for (let n = from; n <= to; n += Number(found[3] ?? 1)) values.add(n)
  }
  return { any: text === '*', fits: (n) => values.has(n) }
}

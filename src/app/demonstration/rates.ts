import { addDays } from '../../lib/calendar/day.ts'
import { unitsAsOf } from '../../modules/organisations/organisations.ts'
import { whoPosts } from '../../modules/procedures/procedure.ts'
import { indicators, type Rate } from '../../modules/procedures/rates/rate.ts'
import { enterRates, setGoal } from '../../modules/procedures/rates/rates.ts'
import type { Stage } from './stage.ts'

/** Ten months of a dozen units: six months before, then better month by month (QNG-22). All of it is invented. */
export async function playRates(stage: Stage): Promise<void> {
  const { tx, today, provinceId, now } = stage
  const lead = stage.person('tam')
  const units = whoPosts(await unitsAsOf(tx, provinceId, today), ['communes', 'departments']).slice(0, 12)
  const months: string[] = []
  for (let day = today; months.length < 10; ) {
    day = addDays(`${day.slice(0, 7)}-01`, -1)
    months.unshift(day.slice(0, 7))
  }
  const source = 'Hệ thống thông tin giải quyết TTHC của tỉnh (số minh họa)'
  const rates = indicators.flatMap((indicator, i) =>
    units.flatMap((u, n) =>
      months.map((month, m): Rate => {
        const whole = 180 + ((n * 53 + m * 17) % 240)
        const share = 38 - i * 14 + ((n * 29) % 25) + (m < 6 ? m : 6 + (m - 5) * 7)
        return {
          ...{ indicator, unitId: u.id, month, whole, source, sourceDay: addDays(today, -3) },
          part: Math.round((whole * Math.min(97, share)) / 100),
        }
      }),
    ),
  )
  await enterRates(tx, lead, rates, now)
  const [from = '', to = ''] = [months[0], months[5]]
  for (const indicator of indicators)
    await setGoal(tx, lead, { indicator, from, to, target: indicator === 'online_filing' ? 80 : 60 }, now)
}

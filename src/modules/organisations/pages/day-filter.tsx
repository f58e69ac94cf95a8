import { type Day, showDay } from '../../../lib/calendar/day.ts'
import { words } from '../../../lib/text/words.ts'
import { DateInput } from '../../../ui/date-input.tsx'
import { FilterBar } from '../../../ui/filter-bar.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { useRequest } from '../../../ui/request.ts'
import { texts } from '../organisations.texts.ts'

/** "As of" a day, over any page of this room. */
export function DayFilter({ address, day, today }: { address: string; day: Day; today: Day }) {
  const w = words(texts, useRequest().locale)
  return (
    <>
      <FilterBar action={address} values={{ day }}>
        <DateInput name="day" label={w.asOf} />
      </FilterBar>
      {day !== today && (
        <Notice tone="info">
          <p>
            {w.pastDay(showDay(day))} <a href={address}>{w.backToToday}</a>
          </p>
        </Notice>
      )}
    </>
  )
}

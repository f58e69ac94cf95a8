import { showTime } from '../../../lib/calendar/day.ts'
import { words } from '../../../lib/text/words.ts'
import { Notice } from '../../../ui/notice.tsx'
import { useRequest } from '../../../ui/request.ts'
import { embargoTexts } from '../items/embargo.texts.ts'
import { embargoOf } from '../items/embargo.ts'
import type { ItemView } from '../items/showing.ts'

/** Says beside the button that publishes that it will wait for the hour of the embargo. */
export function EmbargoNote({ view, now }: { view: Pick<ItemView, 'item' | 'version'>; now: Date }) {
  const t = words(embargoTexts, useRequest().locale)
  const until = embargoOf(view.item, view.version, now)
  if (until === null) return null
  return (
    <Notice tone="info" small title={t.isHeld(showTime(until))}>
      {view.item.state === 'scheduled' ? undefined : t.whatThen}
    </Notice>
  )
}

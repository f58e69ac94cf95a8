import { type Day, showDay } from '../../../../lib/calendar/day.ts'
import { words } from '../../../../lib/text/words.ts'
import { useRequest } from '../../../../ui/request.ts'
import { StatusTag } from '../../../../ui/tag.tsx'
import type { PressEntry } from '../../outlet.ts'
import { texts } from '../press.texts.ts'

/** How the follow-up of a piece stands; nothing for what needs none. */
export function FollowUpTag({ entry, today }: { entry: PressEntry; today: Day }) {
  const t = words(texts, useRequest().locale)
  const f = entry.followUp
  if (!f)
    return entry.stance === 'not_yet' ? (
      <StatusTag look={{ tone: 'bad', icon: 'warning' }}>{t.mustFollow}</StatusTag>
    ) : null
  if (f.doneDay)
    return <StatusTag look={{ tone: 'good', icon: 'done' }}>{t.doneOn(showDay(f.doneDay))}</StatusTag>
  if (f.dueDay < today) return <StatusTag look={{ tone: 'bad', icon: 'late' }}>{t.overdue}</StatusTag>
  return <StatusTag look={{ tone: 'info', icon: 'clock' }}>{t.dueOn(showDay(f.dueDay))}</StatusTag>
}

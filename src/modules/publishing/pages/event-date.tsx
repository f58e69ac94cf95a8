import { useRequest } from '../../../ui/request.ts'
import { publicationAddress } from '../publication.ts'
import type { Entry } from '../reading.sql.ts'

const monthsEn = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** A leaf of a calendar: day large, month below; said as a date to those who listen. */
function CalendarLeaf({ moment }: { moment: string }) {
  const { locale } = useRequest()
  const month = Number(moment.slice(5, 7))
  return (
    <time class="leaf" dateTime={moment}>
      <b>{moment.slice(8, 10)}</b>
      <span>{locale === 'vi' ? `Tháng ${month}` : monthsEn[month - 1]}</span>
      <small>{moment.slice(0, 4)}</small>
    </time>
  )
}

export function textOf(facts: Entry['facts'], name: string): string {
  const value = facts[name]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** '08:00 – 11:30 24/11/2026' of one day; with both days where it goes on for more. */
export function eventHours(facts: Entry['facts']): string {
  const [from, to] = [textOf(facts, 'starts'), textOf(facts, 'ends')]
  const shown = (m: string) => `${m.slice(11, 16)}, ${m.slice(8, 10)}/${m.slice(5, 7)}/${m.slice(0, 4)}`
  if (!to) return shown(from)
  return from.slice(0, 10) === to.slice(0, 10)
    ? `${from.slice(11, 16)} – ${shown(to)}`
    : `${shown(from)} – ${shown(to)}`
}

export function EventRow({ entry, level = 3 }: { entry: Entry; level?: 2 | 3 }) {
  const Title = `h${level}` as 'h2' | 'h3'
  return (
    <article class="event" lang={entry.language}>
      <CalendarLeaf moment={textOf(entry.facts, 'starts')} />
      <div>
        <Title>
          <a href={publicationAddress(entry)}>{entry.title}</a>
        </Title>
        <p class="story-facts">{eventHours(entry.facts)}</p>
        <p class="story-facts">{textOf(entry.facts, 'place')}</p>
      </div>
    </article>
  )
}

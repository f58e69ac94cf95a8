import type { Locale } from '../../../lib/actor.ts'
import { words } from '../../../lib/text/words.ts'
import { useRequest } from '../../../ui/request.ts'
import { texts } from '../portal.texts.ts'
import { publicationAddress } from '../publication.ts'
import type { Entry } from '../reading.sql.ts'
import { type Series, seriesOf, showFigure } from '../told-facts.ts'
import { textOf } from './event-date.tsx'

/**
 * An index in a word's space: its name, the year, the course as a row of bars; and the last figure, where the rows are
 * years. Of a list of units no single row is the index.
 */
export function IndexFigure({ entry, level = 3 }: { entry: Entry; level?: 2 | 3 }) {
  const { locale } = useRequest()
  const Title = `h${level}` as 'h2' | 'h3'
  const series = seriesOf(entry.facts)
  const last = series.every((s) => /^(năm )?(19|20)\d\d$/i.test(s.label)) ? series.at(-1) : undefined
  return (
    <article class="figure" lang={entry.language}>
      <p class="figure-name">
        {textOf(entry.facts, 'index')} {textOf(entry.facts, 'year')}
      </p>
      {last && (
        <p class="figure-value">
          {showFigure(last.value, locale)} <small>{textOf(entry.facts, 'scale')}</small>
        </p>
      )}
      {!last && series.length > 1 && <Ends series={series} locale={locale} />}
      <Course series={series} isCourse={last !== undefined} />
      <Title>
        <a href={publicationAddress(entry)}>{entry.title}</a>
      </Title>
    </article>
  )
}

/** Parts beside each other have no one figure: the best and the last of them are told. */
function Ends({ series, locale }: { series: Series; locale: Locale }) {
  const w = words(texts, locale)
  const sorted = series.toSorted((a, b) => b.value - a.value)
  const told = (row: Series[number] | undefined) => row && `${row.label} ${showFigure(row.value, locale)}`
  return <p class="figure-ends">{w.highestLowest(told(sorted[0]) ?? '', told(sorted.at(-1)) ?? '')}</p>
}

/** Decoration: the figures themselves stand on the page that the title leads to. */
function Course({ series, isCourse }: { series: Series; isCourse: boolean }) {
  if (series.length < 2) return null
  const highest = Math.max(...series.map((s) => s.value))
  const step = 100 / series.length
  return (
    <svg class="course" viewBox="0 0 100 28" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      {series.map((s, i) => {
        const height = Math.max(1.5, (s.value / highest) * 27)
        const look = isCourse && i === series.length - 1 ? 'fill-c1' : 'course-past'
        const place = { x: i * step + step * 0.12, y: 28 - height, width: step * 0.76, height }
        return <rect class={look} {...place} key={s.label} />
      })}
    </svg>
  )
}

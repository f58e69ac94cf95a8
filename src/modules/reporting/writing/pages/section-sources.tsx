import { showDay } from '../../../../lib/calendar/day.ts'
import { words } from '../../../../lib/text/words.ts'
import { ButtonLink } from '../../../../ui/button.tsx'
import { Details } from '../../../../ui/details.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { activityAddress } from '../../../assignments/activity.ts'
import type { ReportView } from '../showing.ts'
import type { SourceActivity } from '../sources.sql.ts'
import { texts } from '../writing.texts.ts'

const shown = 6

/** The activities that a section stands on, the latest first, each one touch away. */
export function SectionSources({ view, sources }: { view: ReportView; sources: readonly SourceActivity[] }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { fromDay, cutoffDay, unitId } = view.file.obligation
  const latest = sources.toReversed()
  const all = `/activities?${new URLSearchParams({ unit: String(unitId), from: showDay(fromDay), to: showDay(cutoffDay) })}`
  return (
    <div class="sources">
      <h3>{t.sourcesOf(sources.length)}</h3>
      {sources.length === 0 ? (
        <p class="soft small">{t.noSources}</p>
      ) : (
        <SourceList activities={latest.slice(0, shown)} />
      )}
      {latest.length > shown && (
        <Details summary={t.more(latest.length)}>
          <SourceList activities={latest.slice(shown, 60)} />
          {latest.length > 60 && <a href={all}>{t.more(latest.length)}</a>}
        </Details>
      )}
      <ButtonLink href="/activities/new" kind="quiet" icon="add" small>
        {t.record}
      </ButtonLink>
    </div>
  )
}

export function SourceList({ activities }: { activities: readonly SourceActivity[] }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <ul class="source-list">
      {activities.map((a) => (
        <li key={a.id}>
          <a href={activityAddress(a.id)}>{a.what}</a>{' '}
          <span class="soft small">
            {showDay(a.fromDay)} ·{' '}
            {a.evidenceIds.length > 0 ? `${a.evidenceIds.length} ${t.evidence.toLowerCase()}` : t.noEvidence}
          </span>
        </li>
      ))}
    </ul>
  )
}

import { showDay } from '../../../lib/calendar/day.ts'
import { words } from '../../../lib/text/words.ts'
import { useRequest } from '../../../ui/request.ts'
import { Tag } from '../../../ui/tag.tsx'
import { type Activity, activityAddress, type Evidence, type Metric, metrics } from '../activity.ts'
import { texts } from '../assignments.texts.ts'

export interface ShownActivity {
  activity: Activity
  formName: string
  unitName?: string
  figures: Partial<Record<Metric, number>>
  evidence: readonly Evidence[]
}

/** Activities as a list of short records: what, when, in which form, figures, evidence. */
export function ActivityList({ activities }: { activities: readonly ShownActivity[] }) {
  return (
    <ul class="records">
      {activities.map((a) => (
        <li key={a.activity.id}>
          <ActivityRecord {...a} />
        </li>
      ))}
    </ul>
  )
}

function ActivityRecord({ activity, formName, unitName, figures, evidence }: ShownActivity) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  // A link that only repeats the line above it stands on the activity's own page.
  const telling = evidence.filter((e) => e.kind === 'file' || e.caption !== activity.what)
  return (
    <>
      <a class="record-title" href={activityAddress(activity.id)}>
        {activity.what}
      </a>
      <div class="row small soft">
        <span>{daysOf(activity)}</span>
        <Tag outline>{formName}</Tag>
        {unitName && <span>{unitName}</span>}
        {activity.place && <span>{activity.place}</span>}
        {shownFigures(figures, t).map((f) => (
          <span key={f}>{f}</span>
        ))}
      </div>
      {telling.length > 0 && <Thumbnails evidence={telling} />}
    </>
  )
}

/** Pictures small, everything else by name. */
export function Thumbnails({ evidence }: { evidence: readonly Evidence[] }) {
  return (
    <ul class="thumbnails">
      {evidence.map((e) => (
        <li key={e.id}>
          {e.kind === 'file' ? (
            <a href={`/evidence/${e.id}/file`}>
              {isPicture(e.caption) ? (
                <img
                  src={`/evidence/${e.id}/thumbnail`}
                  alt={e.caption}
                  width="120"
                  height="90"
                  loading="lazy"
                />
              ) : (
                e.caption
              )}
            </a>
          ) : (
            <a href={e.url ?? ''} rel="noopener noreferrer">
              {e.caption}
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}

export function isPicture(name: string): boolean {
  return /\.(jpe?g|png|webp|heic|tiff?)$/i.test(name)
}

export function daysOf(a: Pick<Activity, 'fromDay' | 'toDay'>): string {
  return a.fromDay === a.toDay ? showDay(a.fromDay) : `${showDay(a.fromDay)} – ${showDay(a.toDay)}`
}

export function shownFigures(figures: Partial<Record<Metric, number>>, t: Record<Metric, string>): string[] {
  return metrics.flatMap((m) => {
    const value = figures[m]
    return value === undefined ? [] : [`${t[m]}: ${value.toLocaleString('vi-VN')}`]
  })
}

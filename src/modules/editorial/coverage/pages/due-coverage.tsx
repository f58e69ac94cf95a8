import { type Day, showDay } from '../../../../lib/calendar/day.ts'
import { words } from '../../../../lib/text/words.ts'
import { Panel } from '../../../../ui/panel.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { StatusTag } from '../../../../ui/tag.tsx'
import { TaskList } from '../../../../ui/task-list.tsx'
import { mediumWords, texts } from '../coverage.texts.ts'
import type { DueCoverage } from '../due.sql.ts'
import { eventAddress } from '../event.ts'

/** What was assigned, is due, and has nothing public yet, in whichever month its event was. */
export function DueCoverages(props: {
  due: readonly DueCoverage[]
  unitNames: ReadonlyMap<number, string>
  today: Day
}) {
  const { due, unitNames, today } = props
  const { locale } = useRequest()
  const t = words(texts, locale)
  if (due.length === 0) return null
  return (
    <Panel title={`${t.dueNow} (${due.length})`} id="due">
      <TaskList
        items={due.slice(0, 30).map((c) => ({
          key: String(c.id),
          label: c.eventTitle,
          href: `${eventAddress(c.eventId)}#coverage-${c.id}`,
          hint: `${mediumWords[c.medium][locale]} · ${c.personName} · ${unitNames.get(c.unitId) ?? ''}`,
          status:
            c.dueDay < today ? (
              <StatusTag look={{ tone: 'bad', icon: 'late' }}>
                {t.late} {showDay(c.dueDay)}
              </StatusTag>
            ) : (
              <StatusTag look={{ tone: 'warn', icon: 'clock' }}>
                {t.dueOn} {showDay(c.dueDay)}
              </StatusTag>
            ),
        }))}
      />
    </Panel>
  )
}

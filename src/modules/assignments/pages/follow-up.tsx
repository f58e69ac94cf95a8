import { showTime } from '../../../lib/calendar/day.ts'
import { words } from '../../../lib/text/words.ts'
import { Button } from '../../../ui/button.tsx'
import { Details } from '../../../ui/details.tsx'
import { Form } from '../../../ui/form.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { useRequest } from '../../../ui/request.ts'
import { TextArea } from '../../../ui/text-area.tsx'
import { Timeline } from '../../../ui/timeline.tsx'
import { assignmentAddress } from '../assignment.ts'
import { channelWords, followUpTexts, rungWords } from '../follow-up.texts.ts'
import type { Obstacle } from '../obstacles.sql.ts'
import type { SentReminder } from '../reminders.sql.ts'
import { ObstacleList } from './obstacle-list.tsx'

export interface FollowUpProps {
  assignmentId: number
  obstacles: readonly Obstacle[]
  reminders: readonly SentReminder[]
  unitNames: ReadonlyMap<number, string>
  mayRaise: boolean
  mayRemind: boolean
}

/** What stands beside the work of an assignment: its obstacles and the reminders it got. */
export function FollowUp(props: FollowUpProps) {
  const { locale } = useRequest()
  const t = words(followUpTexts, locale)
  const { obstacles, reminders, mayRaise, mayRemind } = props
  return (
    <>
      {(obstacles.length > 0 || mayRaise) && (
        <Panel title={t.obstacles} id="obstacles">
          <div class="stack">
            {obstacles.length > 0 && <ObstacleList obstacles={obstacles} unitNames={props.unitNames} />}
            {mayRaise && <Raise assignmentId={props.assignmentId} />}
          </div>
        </Panel>
      )}
      {(reminders.length > 0 || mayRemind) && (
        <Panel title={t.reminders} id="reminders">
          <div class="stack">
            {mayRemind && <Remind assignmentId={props.assignmentId} />}
            <Timeline entries={reminders.map((r) => entry(r, locale))} />
          </div>
        </Panel>
      )}
    </>
  )
}

function Raise({ assignmentId }: { assignmentId: number }) {
  const { locale } = useRequest()
  const t = words(followUpTexts, locale)
  return (
    <Details summary={t.raise}>
      <Form action={`${assignmentAddress(assignmentId)}/obstacles`} draft={`obstacle-${assignmentId}`}>
        <TextArea name="text" label={t.text} rows={3} limit={2000} />
        <TextArea name="wish" label={t.wish} rows={2} limit={2000} optional />
        <Button kind="secondary" icon="flag">
          {t.raise}
        </Button>
      </Form>
    </Details>
  )
}

function Remind({ assignmentId }: { assignmentId: number }) {
  const { locale } = useRequest()
  const t = words(followUpTexts, locale)
  return (
    <Details summary={t.remind}>
      <Form action={`${assignmentAddress(assignmentId)}/reminders`}>
        <TextArea name="note" id="remind-note" label={t.remindNote} rows={2} limit={500} optional />
        <Button kind="secondary" icon="bell">
          {t.remind}
        </Button>
      </Form>
    </Details>
  )
}

function entry(r: SentReminder, locale: 'vi' | 'en') {
  const to = [r.toName, r.toAddress].filter(Boolean).join(', ')
  const href = r.letterId ? `/letters/${r.letterId}` : null
  return {
    key: r.id,
    title: href ? <a href={href}>{rungWords[r.rung][locale]}</a> : rungWords[r.rung][locale],
    by: r.byName,
    when: showTime(r.sentAt),
    dateTime: r.sentAt.toISOString(),
    icon: r.channel === 'letter' ? ('mail' as const) : ('bell' as const),
    tone: r.rung === 'before' || r.rung === 'due' ? ('warn' as const) : ('bad' as const),
    children: (
      <p class="small soft">
        {channelWords[r.channel][locale]}
        {to && ` · ${to}`}
        {r.note && ` · ${r.note}`}
      </p>
    ),
  }
}

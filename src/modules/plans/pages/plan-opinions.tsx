import { showDay, showTime } from '../../../lib/calendar/day.ts'
import { Button } from '../../../ui/button.tsx'
import { Radios } from '../../../ui/choices.tsx'
import { Form } from '../../../ui/form.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { Timeline } from '../../../ui/timeline.tsx'
import { planAddress } from '../plan.ts'
import type { PlanPageProps } from './plan-page-props.ts'
import { useTexts } from './plan-words.tsx'

/** Opinions of the units that were asked, their answers, and the form for those who have not answered yet. */
export function Opinions(props: PlanPageProps) {
  const t = useTexts()
  const { plan, comments, unitName } = props
  return (
    <Panel title={`${t.comments} (${comments.length})`} id="comments">
      {plan.state === 'CONSULTING' && <Silent {...props} />}
      {comments.length === 0 && <p class="soft">{t.noComments}</p>}
      <Timeline
        entries={comments.map((c) => ({
          key: c.id,
          title: (
            <>
              <strong>{unitName(c.unitId)}</strong>: {c.agrees ? t.agree : t.disagree}
            </>
          ),
          by: c.actorName,
          when: showTime(c.at),
          dateTime: c.at.toISOString(),
          icon: c.agrees ? 'check' : 'chat',
          tone: c.agrees ? 'good' : 'info',
          children: (
            <>
              {c.body && <p>{c.body}</p>}
              {c.answer && (
                <p>
                  <strong>{t.answer}:</strong> {c.answer}
                </p>
              )}
              {!c.answer && !c.agrees && props.may.answer && (
                <Form action={`${planAddress(plan.id)}/comments/${c.id}/answer`}>
                  <TextArea name="answer" id={`answer-${c.id}`} label={t.answer} rows={2} />
                  <Button kind="secondary" small>
                    {t.doAnswer}
                  </Button>
                </Form>
              )}
            </>
          ),
        }))}
      />
      {props.may.comment && (
        <Form
          action={`${planAddress(plan.id)}/comments`}
          values={props.form === 'comments' ? props.values : { agrees: 'yes' }}
          faults={props.form === 'comments' ? props.faults : []}
        >
          <Radios
            name="agrees"
            label={t.yourOpinion}
            choices={[
              { value: 'yes', label: t.agree },
              { value: 'no', label: t.disagree },
            ]}
          />
          <TextArea name="body" label={t.opinionBody} optional rows={3} />
          <Button icon="send">{t.sendOpinion}</Button>
        </Form>
      )}
    </Panel>
  )
}

/** Who was asked and has not answered, until when, and the way to remind them. */
function Silent({ plan, comments, consulted, unitName, reminded, may }: PlanPageProps) {
  const t = useTexts()
  const silent = consulted.filter((id) => !comments.some((c) => c.unitId === id))
  if (silent.length === 0) return null
  const days = [
    plan.consultationCloses && t.closesOn(showDay(plan.consultationCloses)),
    reminded && t.remindedOn(showDay(reminded)),
  ]
  return (
    <>
      <p>
        <strong>{t.waitingFor(silent.length)}</strong>: {silent.map(unitName).join('; ')}
      </p>
      <p class="soft">{days.filter(Boolean).join(' · ')}</p>
      {may.answer && (
        <Form action={`${planAddress(plan.id)}/consultation/reminder`} bare>
          <Button kind="secondary" icon="bell">
            {t.remindSilent}
          </Button>
        </Form>
      )}
    </>
  )
}

import type { VNode } from 'preact'
import { showTime } from '../../../lib/calendar/day.ts'
import type { Fault } from '../../../lib/errors.ts'
import { words } from '../../../lib/text/words.ts'
import { Button, ButtonGroup } from '../../../ui/button.tsx'
import { Details } from '../../../ui/details.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form, type FormValues } from '../../../ui/form.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { useRequest } from '../../../ui/request.ts'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { StatusTag } from '../../../ui/tag.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { Timeline } from '../../../ui/timeline.tsx'
import { assignmentAddress } from '../assignment.ts'
import { followUpTexts, obstacleStepWords, obstacleWords } from '../follow-up.texts.ts'
import type { Obstacle, ObstacleStep } from '../obstacles.sql.ts'
import { ObstacleList, obstacleLooks } from './obstacle-list.tsx'

type Names = ReadonlyMap<number, string>

export function obstaclesView(props: { obstacles: readonly Obstacle[]; unitNames: Names }): VNode {
  return <ObstaclesPage {...props} />
}

function ObstaclesPage(props: { obstacles: readonly Obstacle[]; unitNames: Names }) {
  const { locale } = useRequest()
  const t = words(followUpTexts, locale)
  return (
    <>
      <PageHead title={t.obstacles} lead={t.obstaclesLead} />
      {props.obstacles.length > 0 ? (
        <Panel>
          <ObstacleList {...props} />
        </Panel>
      ) : (
        <EmptyState scene="done" title={t.noObstacles}>
          {t.noObstaclesWhy}
        </EmptyState>
      )}
    </>
  )
}

export interface ObstaclePageProps {
  obstacle: Obstacle
  steps: readonly ObstacleStep[]
  unitNames: Names
  mayAnswer: boolean
  mayClose: boolean
  kept?: { values: FormValues; faults: readonly Fault[] }
}

export function obstacleView(props: ObstaclePageProps): VNode {
  return <ObstaclePage {...props} />
}

function ObstaclePage(props: ObstaclePageProps) {
  const { locale } = useRequest()
  const t = words(followUpTexts, locale)
  const { obstacle: o, unitNames } = props
  const waits = o.state === 'raised' || o.state === 'passed_on'
  return (
    <>
      <ErrorSummary faults={props.kept?.faults ?? []} />
      <PageHead
        kicker={t.obstacles}
        title={o.text.length > 120 ? `${o.text.slice(0, 118).trimEnd()}…` : o.text}
        tags={<StatusTag look={obstacleLooks[o.state]}>{obstacleWords[o.state][locale]}</StatusTag>}
      />
      <Panel>
        <SummaryList
          facts={[
            { label: t.text, value: o.text },
            { label: t.wish, value: o.wish },
            {
              label: t.unit,
              value: `${unitNames.get(o.unitId) ?? ''} – ${o.raisedByName}, ${showTime(o.raisedAt)}`,
            },
            ...(waits ? [{ label: t.at, value: unitNames.get(o.atUnitId) }] : []),
            ...(o.assignmentId
              ? [{ label: t.task, value: <a href={assignmentAddress(o.assignmentId)}>{t.task}</a> }]
              : []),
            { label: t.answer, value: o.answer ? `${o.answer} – ${o.answeredByName}` : null },
          ]}
        />
      </Panel>
      {props.mayAnswer && waits && <Answer {...props} />}
      {props.mayClose && o.state === 'answered' && (
        <Panel>
          <Form action={`/obstacles/${o.id}/closing`}>
            <TextArea name="note" label={t.note} rows={2} optional />
            <ButtonGroup>
              <Button name="solved" value="1">
                {t.solved}
              </Button>
              <Button name="solved" value="" kind="secondary">
                {t.unsolved}
              </Button>
            </ButtonGroup>
          </Form>
        </Panel>
      )}
      <Panel title={t.history}>
        <Timeline
          entries={props.steps.map((s, key) => ({
            key,
            title: obstacleStepWords[s.what][locale],
            by: s.actorName,
            when: showTime(s.at),
            dateTime: s.at.toISOString(),
            icon: s.what === 'answered' ? 'chat' : 'flag',
            children: (
              <p>
                {s.toUnitId !== null && `→ ${unitNames.get(s.toUnitId) ?? ''} `}
                {s.note}
              </p>
            ),
          }))}
        />
      </Panel>
    </>
  )
}

function Answer({ obstacle, kept }: ObstaclePageProps) {
  const { locale } = useRequest()
  const t = words(followUpTexts, locale)
  return (
    <Panel title={t.answer}>
      <div class="stack">
        <Form
          action={`/obstacles/${obstacle.id}/answer`}
          values={kept?.values}
          faults={kept?.faults}
          draft={`answer-${obstacle.id}`}
        >
          <TextArea name="answer" label={t.answer} rows={4} limit={4000} />
          <Button icon="send">{t.answer}</Button>
        </Form>
        <Details summary={t.passOn}>
          <Form action={`/obstacles/${obstacle.id}/passing-on`}>
            <TextArea name="note" id="pass-note" label={t.note} rows={2} optional />
            <Button kind="secondary" icon="up">
              {t.passOn}
            </Button>
          </Form>
        </Details>
      </div>
    </Panel>
  )
}

import { showTime } from '../../../lib/calendar/day.ts'
import { words } from '../../../lib/text/words.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Details } from '../../../ui/details.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Form } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { useRequest } from '../../../ui/request.ts'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { activityAddress, type Evidence } from '../activity.ts'
import { texts } from '../assignments.texts.ts'
import type { AssignmentRow } from '../lists.sql.ts'
import { daysOf, type ShownActivity, shownFigures, Thumbnails } from './activity-list.tsx'
import { AssignmentTable } from './assignment-table.tsx'

export interface ActivityPageProps extends ShownActivity {
  unitName: string
  themes: readonly string[]
  audiences: readonly string[]
  served: readonly AssignmentRow[]
  /** SHA-256 of each stored file, by evidence: proof that nothing was changed since. */
  hashes: ReadonlyMap<number, string>
  mayChange: boolean
}

/** One activity with everything that belongs to it. */
export function ActivityPage(props: ActivityPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { activity: a } = props
  return (
    <>
      <PageHead
        kicker={props.unitName}
        title={a.what}
        actions={
          props.mayChange ? (
            <ButtonLink href={`${activityAddress(a.id)}/edit`} kind="secondary" icon="edit">
              {t.editActivity}
            </ButtonLink>
          ) : undefined
        }
      />
      {a.byProgram && <Notice tone="info">{t.byProgram}</Notice>}
      <Panel>
        <SummaryList
          facts={[
            { label: t.when, value: daysOf(a) },
            { label: t.form, value: props.formName },
            { label: t.place, value: a.place },
            { label: t.figures, value: shownFigures(props.figures, t).join(' · ') },
            { label: t.themes, value: props.themes.join('; ') },
            { label: t.audiences, value: props.audiences.join('; ') },
            { label: t.note, value: a.note },
            { label: t.recordedBy, value: `${a.recordedByName}, ${showTime(a.recordedAt)}` },
          ]}
        />
      </Panel>
      <Panel title={`${t.evidence} (${props.evidence.length})`}>
        {props.evidence.length > 0 ? <EvidenceOf {...props} /> : <EmptyState title={t.noEvidence} />}
      </Panel>
      {props.served.length > 0 && (
        <Panel title={t.forTasks}>
          <AssignmentTable caption={t.forTasks} rows={props.served} />
        </Panel>
      )}
      {props.mayChange && (
        <Details summary={t.withdraw}>
          <Form action={`${activityAddress(a.id)}/withdrawal`}>
            <TextArea name="reason" label={t.withdrawReason} rows={2} />
            <Button kind="danger">{t.withdraw}</Button>
          </Form>
        </Details>
      )}
    </>
  )
}

function EvidenceOf({ activity, evidence, hashes, mayChange }: ActivityPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <>
      <Thumbnails evidence={evidence} />
      <ul class="records">
        {evidence.map((e) => (
          <li key={e.id}>
            <strong>{e.caption}</strong>
            <div class="row small soft">
              <span>{`${e.addedByName}, ${showTime(e.addedAt)}`}</span>
              {hashes.has(e.id) && (
                <span class="hash">{`${t.takenFrom}: ${hashes.get(e.id)?.slice(0, 16)}…`}</span>
              )}
              {mayChange && <RemoveButton activityId={activity.id} evidence={e} />}
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}

function RemoveButton({ activityId, evidence }: { activityId: number; evidence: Evidence }) {
  const { locale } = useRequest()
  return (
    <Form action={`${activityAddress(activityId)}/evidence/${evidence.id}/removal`} bare>
      <Button kind="quiet" small icon="close">
        {words(texts, locale).removeEvidence}
        <span class="visually-hidden"> {evidence.caption}</span>
      </Button>
    </Form>
  )
}

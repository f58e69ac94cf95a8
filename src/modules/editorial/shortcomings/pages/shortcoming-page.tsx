import { type Day, showDay, showTime } from '../../../../lib/calendar/day.ts'
import type { Fault } from '../../../../lib/errors.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button, ButtonLink } from '../../../../ui/button.tsx'
import { DateInput } from '../../../../ui/date-input.tsx'
import { Details } from '../../../../ui/details.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Form, type FormValues } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { SummaryList } from '../../../../ui/summary-list.tsx'
import { StatusTag } from '../../../../ui/tag.tsx'
import { TextArea } from '../../../../ui/text-area.tsx'
import { TextInput } from '../../../../ui/text-input.tsx'
import { type Item, itemAddress } from '../../item.ts'
import { standingLooks } from '../looks.ts'
import { type Shortcoming, shortcomingAddress, standingOf } from '../shortcoming.ts'
import { standingWords, texts } from '../shortcomings.texts.ts'

export interface ShortcomingPageProps {
  shortcoming: Shortcoming
  /** Where the reader may see it. */
  item: Pick<Item, 'id' | 'title'> | null
  topicName: string | null
  unitName: string
  today: Day
  values: FormValues
  faults: readonly Fault[]
  may: { change: boolean; mend: boolean; write: boolean; withdraw: boolean }
}

export function ShortcomingPage(props: ShortcomingPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { shortcoming: s, may } = props
  const at = shortcomingAddress(s.id)
  const standing = standingOf(s, props.today)
  const isOpen = standing === 'open' || standing === 'overdue'
  return (
    <>
      <ErrorSummary faults={props.faults} />
      <PageHead
        kicker={props.unitName}
        title={s.title}
        tags={<StatusTag look={standingLooks[standing]}>{standingWords[standing][locale]}</StatusTag>}
        actions={
          may.change &&
          isOpen && (
            <ButtonLink icon="edit" kind="quiet" href={`${at}/edit`}>
              {t.edit}
            </ButtonLink>
          )
        }
      />
      {s.withdrawn && <Notice tone="warn">{t.isWithdrawn(s.withdrawn.byName, s.withdrawn.why)}</Notice>}
      <Facts {...props} />
      {isOpen && may.mend && <Mend {...props} />}
      {standing === 'done' && may.change && (
        <Reason {...props} action={`${at}/reopening`} words={t.reopenWhy} label={t.reopen} id="reopen-why" />
      )}
      {!s.withdrawn && may.withdraw && (
        <Reason {...props} action={`${at}/withdrawal`} words={t.withdrawWhy} label={t.withdraw} id="why" />
      )}
    </>
  )
}

function Facts({ shortcoming: s, item, topicName, unitName, may }: ShortcomingPageProps) {
  const t = words(texts, useRequest().locale)
  return (
    <>
      <SummaryList
        facts={[
          { label: t.about, value: s.about && <span class="letter">{s.about}</span> },
          { label: t.place, value: s.place },
          { label: t.topic, value: topicName },
          { label: t.unit, value: s.personName ? `${unitName} – ${s.personName}` : unitName },
          { label: t.remedy, value: s.remedy && <span class="letter">{s.remedy}</span> },
          { label: t.due, value: showDay(s.dueDay) },
          ...(s.done
            ? [{ label: t.what, value: t.doneBy(s.done.what, s.done.byName, showDay(s.done.day)) }]
            : []),
          ...(s.itemId !== null
            ? [{ label: t.item, value: item && <a href={itemAddress(item.id)}>{item.title}</a> }]
            : []),
          { label: t.notedBy, value: `${s.notedByName}, ${showTime(s.notedAt)}` },
        ]}
      />
      {may.write && s.itemId === null && !s.withdrawn && (
        <Form action={`${shortcomingAddress(s.id)}/item`} bare>
          <Button kind="secondary" icon="edit">
            {t.write}
          </Button>
        </Form>
      )}
    </>
  )
}

function Mend({ shortcoming, values, faults }: ShortcomingPageProps) {
  const t = words(texts, useRequest().locale)
  return (
    <Panel title={t.mend} id="mend">
      <Form action={`${shortcomingAddress(shortcoming.id)}/completion`} values={values} faults={faults}>
        <TextArea name="what" label={t.what} rows={3} />
        <DateInput name="day" label={t.day} />
        <Button icon="done">{t.mend}</Button>
      </Form>
    </Panel>
  )
}

function Reason({
  action,
  words: said,
  label,
  id,
  values,
  faults,
}: ShortcomingPageProps & { action: string; words: string; label: string; id: string }) {
  const t = words(texts, useRequest().locale)
  return (
    <Details summary={label} open={faults.some((f) => f.field === 'why')}>
      <p>{said}</p>
      <Form action={action} values={values} faults={faults}>
        <TextInput name="why" label={t.why} maxlength={500} id={id} />
        <Button kind="danger" icon="stop">
          {label}
        </Button>
      </Form>
    </Details>
  )
}

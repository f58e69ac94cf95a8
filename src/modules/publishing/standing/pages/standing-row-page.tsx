import { type Day, showDay } from '../../../../lib/calendar/day.ts'
import type { Fault } from '../../../../lib/errors.ts'
import type { FormValues } from '../../../../lib/http/forms.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button } from '../../../../ui/button.tsx'
import { DateInput } from '../../../../ui/date-input.tsx'
import { Details } from '../../../../ui/details.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { FileInput } from '../../../../ui/file-input.tsx'
import { Form } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { NumberInput } from '../../../../ui/number-input.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { SummaryList } from '../../../../ui/summary-list.tsx'
import { TextArea } from '../../../../ui/text-area.tsx'
import { Timeline } from '../../../../ui/timeline.tsx'
import { showCount } from '../../reach/pages/reach-charts.tsx'
import { reachOfAddress } from '../../reach/reach.ts'
import type { Standing, Visit } from '../standing.sql.ts'
import { type StandingKind, standingKinds, texts } from '../standing.texts.ts'
import { isWithoutPhoto } from '../standing.ts'
import { type StandingChoices, StandingFields } from './standing-fields.tsx'
import { State } from './standing-page.tsx'

type RowProps = {
  row: Standing
  visits: readonly Visit[]
  choices: StandingChoices
  mayWork: boolean
  today: Day
  values: FormValues
  faults: readonly Fault[]
}

/** One thing that stands somewhere: its days, its photos, who went there, and how it is put right. */
export function OneStandingPage(props: RowProps) {
  const { row, mayWork, faults, today } = props
  const { locale } = useRequest()
  const t = words(texts, locale)
  const own = (names: readonly string[]) => faults.some((f) => names.includes(f.field ?? ''))
  const isDown = own(['downDay', 'downVisitors'])
  const isVisit = own(['visitDay', 'visitNote'])
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead
        kicker={standingKinds[row.kind as StandingKind][locale]}
        title={row.what}
        tags={<State row={row} today={today} />}
      />
      {isWithoutPhoto(row) && (
        <Notice tone="warn" title={t.noPhoto}>
          {t.noPhotoWhy}
        </Notice>
      )}
      <div class="columns columns-wide">
        <Facts {...props} />
        <Photos row={row} />
      </div>
      {mayWork && row.takenDown === null && (
        <Details summary={t.takeDown} open={isDown}>
          <DownForm {...props} />
        </Details>
      )}
      <Visits {...props} isOpen={isVisit} />
      {mayWork && (
        <Details summary={t.correct} open={faults.length > 0 && !isDown && !isVisit}>
          <CorrectForm {...props} />
        </Details>
      )}
      {mayWork && row.setId === null && (
        <Details summary={t.strike}>
          <p>{t.strikeWhy}</p>
          <Form action={`/printed/standing/${row.id}/striking`} bare>
            <Button kind="danger" icon="delete">
              {t.strike}
            </Button>
          </Form>
        </Details>
      )}
    </>
  )
}

function Facts({ row, choices }: RowProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const item = choices.items.find((i) => i.id === row.publicationId)
  return (
    <Panel>
      <SummaryList
        facts={[
          { label: t.place, value: row.place },
          { label: t.commune, value: row.placeUnitId === null ? '' : choices.names.get(row.placeUnitId) },
          { label: t.unit, value: choices.names.get(row.unitId) },
          { label: t.quantity, value: showCount(row.quantity, locale) },
          { label: t.fromDay, value: showDay(row.fromDay) },
          { label: t.toDay, value: row.toDay && showDay(row.toDay) },
          { label: t.downDay, value: row.takenDown && showDay(row.takenDown) },
          { label: t.visitors, value: row.visitors === null ? '' : showCount(row.visitors, locale) },
          { label: t.item, value: item && <a href={reachOfAddress(item.id)}>{item.title}</a> },
          { label: t.note, value: row.note },
        ]}
      />
    </Panel>
  )
}

function Photos({ row }: { row: Standing }) {
  const t = words(texts, useRequest().locale)
  return (
    <Panel title={t.photo}>
      <Picture row={row} which="start" label={t.photoStart} has={row.photoId !== null} />
      {row.takenDown !== null && (
        <Picture row={row} which="down" label={t.photoDown} has={row.downPhotoId !== null} />
      )}
    </Panel>
  )
}

function Picture({ row, which, label, has }: { row: Standing; which: string; label: string; has: boolean }) {
  const t = words(texts, useRequest().locale)
  if (!has)
    return (
      <p class="soft">
        {label}: {t.noPhoto}
      </p>
    )
  return (
    <figure class="standing-photo">
      <a href={`/printed/standing/${row.id}/file/${which}`}>
        <img src={`/printed/standing/${row.id}/file/${which}`} alt={`${label}: ${row.what}`} loading="lazy" />
      </a>
      <figcaption class="small soft">{label}</figcaption>
    </figure>
  )
}

function DownForm({ row, today, values, faults }: RowProps) {
  const t = words(texts, useRequest().locale)
  const usual = { downDay: showDay(today), downVisitors: row.visitors === null ? '' : String(row.visitors) }
  return (
    <Form
      action={`/printed/standing/${row.id}/removal`}
      values={{ ...usual, ...values }}
      faults={faults}
      files
    >
      <div class="columns">
        <DateInput name="downDay" label={t.downDay} />
        <NumberInput name="downVisitors" label={t.visitors} hint={t.visitorsHint} optional width="s" />
      </div>
      <FileInput name="downPhoto" label={t.photoDown} optional accept="image/*" camera />
      <Button icon="check">{t.takeDown}</Button>
    </Form>
  )
}

function Visits({ row, visits, mayWork, today, values, faults, isOpen }: RowProps & { isOpen: boolean }) {
  const t = words(texts, useRequest().locale)
  return (
    <Panel title={t.visits} id="visits">
      {visits.length === 0 ? (
        <p class="soft">{t.noVisits}</p>
      ) : (
        <Timeline
          entries={visits.map((v) => ({
            ...{ key: v.id, title: v.note, by: v.byName, when: showDay(v.day), dateTime: v.day, icon: 'eye' },
            children: v.photoId !== null && (
              <a href={`/printed/standing/${row.id}/file/${v.id}`}>{t.visitPhoto}</a>
            ),
          }))}
        />
      )}
      {mayWork && (
        <Details summary={t.visit} open={isOpen}>
          <Form
            action={`/printed/standing/${row.id}/visits`}
            values={{ visitDay: showDay(today), ...values }}
            faults={faults}
            files
          >
            <DateInput name="visitDay" label={t.visitDay} />
            <TextArea name="visitNote" label={t.visitNote} rows={2} />
            <FileInput name="visitPhoto" label={t.visitPhoto} optional accept="image/*" camera />
            <Button icon="check">{t.save}</Button>
          </Form>
        </Details>
      )}
    </Panel>
  )
}

function CorrectForm({ row, choices, values, faults }: RowProps) {
  const t = words(texts, useRequest().locale)
  const usual = {
    ...{ kind: row.kind, what: row.what, place: row.place, note: row.note, unit: String(row.unitId) },
    ...{ commune: String(row.placeUnitId ?? ''), item: String(row.publicationId ?? '') },
    ...{ quantity: String(row.quantity), visitors: String(row.visitors ?? '') },
    ...{ fromDay: showDay(row.fromDay), toDay: row.toDay === null ? '' : showDay(row.toDay) },
  }
  return (
    <Form action={`/printed/standing/${row.id}`} values={{ ...usual, ...values }} faults={faults} files>
      <StandingFields choices={choices} hasPhoto={row.photoId !== null} />
      <Button icon="check">{t.save}</Button>
    </Form>
  )
}

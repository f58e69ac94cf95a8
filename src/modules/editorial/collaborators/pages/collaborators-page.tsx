import { addDays, type Day, showDay } from '../../../../lib/calendar/day.ts'
import type { Fault } from '../../../../lib/errors.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button, ButtonGroup, ButtonLink } from '../../../../ui/button.tsx'
import { BarChart } from '../../../../ui/charts/bar-chart.tsx'
import { Details } from '../../../../ui/details.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Form, type FormValues } from '../../../../ui/form.tsx'
import { NumberInput } from '../../../../ui/number-input.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Stat, Stats } from '../../../../ui/stat.tsx'
import { Table } from '../../../../ui/table.tsx'
import { StatusTag } from '../../../../ui/tag.tsx'
import { DeskTabs } from '../../pages/desk-tabs.tsx'
import {
  type Collaborator,
  type CollaboratorCount,
  collaboratorAddress,
  collaboratorForm,
  collaboratorsAddress,
  warnedBefore,
} from '../collaborator.ts'
import { kindWords, texts } from '../collaborators.texts.ts'

export interface CollaboratorsPageProps {
  counts: readonly CollaboratorCount[]
  /** Of the units at which the reader works. */
  own: readonly Collaborator[]
  /** Those units. */
  lists: readonly number[]
  unitNames: ReadonlyMap<number, string>
  topics: readonly { code: string; vi: string; en: string }[]
  today: Day
  maySet: boolean
  values: FormValues
  faults: readonly Fault[]
}

/** How many help each unit; who they are only before that unit. */
export function CollaboratorsPage(props: CollaboratorsPageProps) {
  const t = words(texts, useRequest().locale)
  const { counts, lists } = props
  const sum = (key: 'current' | 'joined' | 'forgotten' | 'activities' | 'people') =>
    String(counts.reduce((n, one) => n + one[key], 0))
  return (
    <>
      <ErrorSummary faults={props.faults} />
      <PageHead
        title={t.collaborators}
        lead={t.lead}
        actions={
          lists.length > 0 && (
            <ButtonGroup>
              <ButtonLink icon="add" href={`${collaboratorsAddress}/new`}>
                {t.new}
              </ButtonLink>
              <ButtonLink kind="quiet" icon="edit" href={`/activities/new?form=${collaboratorForm}`}>
                {t.record}
              </ButtonLink>
            </ButtonGroup>
          )
        }
      />
      <DeskTabs here="collaborators" />
      <Stats>
        <Stat label={t.current} value={sum('current')} icon="people" />
        <Stat label={t.joined} value={sum('joined')} icon="add" />
        <Stat label={t.forgotten} value={sum('forgotten')} icon="stop" />
        <Stat
          label={t.activities}
          value={sum('activities')}
          note={t.people(Number(sum('people')))}
          icon="done"
          href={`/activities?form=${collaboratorForm}`}
        />
      </Stats>
      {lists.map((unitId) => (
        <OwnList key={unitId} {...props} unitId={unitId} />
      ))}
      <Counts {...props} />
      {props.maySet && <Term {...props} />}
    </>
  )
}

function Counts({ counts, unitNames }: CollaboratorsPageProps) {
  const t = words(texts, useRequest().locale)
  if (counts.length === 0)
    return (
      <EmptyState scene="search" title={t.none}>
        {t.noneWhy}
      </EmptyState>
    )
  const some = counts.filter((one) => one.current > 0)
  const all = some.reduce((n, one) => n + one.current, 0)
  const named = (id: number) => unitNames.get(id) ?? String(id)
  return (
    <>
      {some.length > 1 && (
        <BarChart
          title={t.byUnit}
          description={t.byUnitAbout(all, some.length)}
          bars={some
            .slice(0, 12)
            .map((one) => ({ label: named(one.unitId), value: one.current, text: t.people(one.current) }))}
        />
      )}
      <Table
        narrow="lines"
        caption={t.byUnit}
        rows={counts}
        rowKey={(one) => one.unitId}
        columns={[
          { key: 'unit', label: t.unit, main: true, cell: (one) => named(one.unitId) },
          { key: 'current', label: t.current, numeric: true, cell: (one) => String(one.current) },
          { key: 'joined', label: t.joined, numeric: true, cell: (one) => String(one.joined) },
          { key: 'forgotten', label: t.forgotten, numeric: true, cell: (one) => String(one.forgotten) },
          { key: 'activities', label: t.activities, numeric: true, cell: (one) => String(one.activities) },
          { key: 'people', label: t.reached, numeric: true, cell: (one) => String(one.people) },
        ]}
      />
    </>
  )
}

function OwnList(props: CollaboratorsPageProps & { unitId: number }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { unitId, topics, today } = props
  const own = props.own.filter((one) => one.unitId === unitId)
  const title = t.own(props.unitNames.get(unitId) ?? '')
  if (own.length === 0)
    return (
      <Panel title={title}>
        <p class="soft">{t.noneOwn}</p>
      </Panel>
    )
  const soon = addDays(today, warnedBefore)
  return (
    <Panel title={title}>
      <Table
        narrow="lines"
        caption={title}
        silentCaption
        rows={own}
        rowKey={(one) => one.id}
        columns={[
          {
            key: 'name',
            label: t.name,
            main: true,
            cell: (one) => <a href={`${collaboratorAddress(one.id)}/edit`}>{one.person?.name ?? t.closed}</a>,
          },
          { key: 'contact', label: t.contact, cell: (one) => one.person?.contact ?? '' },
          { key: 'place', label: t.place, cell: (one) => one.person?.place ?? '' },
          { key: 'kind', label: t.kind, cell: (one) => kindWords[one.kind][locale] },
          {
            key: 'topics',
            label: t.topics,
            cell: (one) =>
              topics
                .filter((x) => one.topics.includes(x.code))
                .map((x) => x[locale])
                .join(', '),
          },
          {
            key: 'until',
            label: t.until,
            cell: (one) => (
              <>
                {showDay(one.untilDay)}{' '}
                {one.untilDay <= soon && (
                  <StatusTag look={{ tone: 'warn', icon: 'clock' }}>{t.ending}</StatusTag>
                )}
              </>
            ),
          },
        ]}
      />
      <Form action={`${collaboratorsAddress}/printing`} bare>
        <input type="hidden" name="unitId" value={String(unitId)} />
        <Button kind="secondary" small icon="print">
          {t.print}
        </Button>
      </Form>
    </Panel>
  )
}

function Term({ values, faults }: CollaboratorsPageProps) {
  const t = words(texts, useRequest().locale)
  return (
    <Details summary={t.term} open={faults.some((f) => f.field === 'months')}>
      <Form action={`${collaboratorsAddress}/term`} values={values} faults={faults}>
        <NumberInput name="months" label={t.term} hint={t.termHint} />
        <Button kind="secondary">{t.save}</Button>
      </Form>
    </Details>
  )
}

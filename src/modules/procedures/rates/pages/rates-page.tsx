import { showDay } from '../../../../lib/calendar/day.ts'
import type { Fault } from '../../../../lib/errors.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button, ButtonLink } from '../../../../ui/button.tsx'
import { LineChart } from '../../../../ui/charts/line-chart.tsx'
import { Details } from '../../../../ui/details.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Form, type FormValues } from '../../../../ui/form.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Stat, Stats } from '../../../../ui/stat.tsx'
import { type Column, Table } from '../../../../ui/table.tsx'
import { Tabs } from '../../../../ui/tabs.tsx'
import { TextInput } from '../../../../ui/text-input.tsx'
import { rateSaid, rateWords } from '../../procedures.texts.ts'
import { type Indicator, indicators, ratesAddress, showMonth } from '../rate.ts'
import { texts } from '../rates.texts.ts'
import type { IndicatorSeen } from '../rates.ts'

type UnitRates = IndicatorSeen & { unitId: number; name: string }

export interface RatesPageProps {
  indicator: Indicator
  seen: IndicatorSeen
  /** The lowest first. */
  units: readonly UnitRates[]
  mayEnter: boolean
  mayAim: boolean
  values: FormValues
  faults: readonly Fault[]
}

/** One indicator: before and after, month by month, unit by unit. */
export function RatesPage(props: RatesPageProps) {
  const { indicator, seen, units } = props
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <>
      <ErrorSummary faults={props.faults} />
      <PageHead title={t.title} lead={t.lead} actions={props.mayEnter && <Actions />} />
      <Tabs
        label={t.indicator}
        tabs={indicators.map((i) => ({
          label: rateWords[i][locale],
          href: `${ratesAddress}?indicator=${i}`,
          current: i === indicator,
        }))}
      />
      {units.length === 0 ? (
        <EmptyState title={t.none}>{t.noneWhy}</EmptyState>
      ) : (
        <>
          <Figures seen={seen} />
          <Course seen={seen} />
          <Units units={units} />
        </>
      )}
      {props.mayAim && <Aim {...props} />}
    </>
  )
}

function Actions() {
  const t = words(texts, useRequest().locale)
  return (
    <>
      <ButtonLink href={`${ratesAddress}/new`} icon="add">
        {t.enter}
      </ButtonLink>
      <ButtonLink kind="secondary" href={`${ratesAddress}/imports/new`} icon="upload">
        {t.importSheet}
      </ButtonLink>
      <ButtonLink kind="secondary" href={`${ratesAddress}.xlsx`} icon="download">
        {t.excel}
      </ButtonLink>
    </>
  )
}

function Figures({ seen }: { seen: IndicatorSeen }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const w = words(rateSaid, locale)
  const { goal, before, after } = seen
  const note = before !== null && after !== null ? t.points(after - before) : undefined
  const met = goal !== null && after !== null ? after >= goal.target : null
  return (
    <Stats>
      <Stat
        label={w.before}
        value={w.percent(before)}
        {...(goal ? { note: `${showMonth(goal.from)} – ${showMonth(goal.to)}` } : {})}
      />
      <Stat label={w.after} value={w.percent(after)} icon="chart" note={note} />
      <Stat
        label={w.target}
        value={w.percent(goal?.target ?? null)}
        icon="flag"
        {...(met === null ? {} : { tone: met ? ('good' as const) : ('warn' as const) })}
      />
    </Stats>
  )
}

function Course({ seen }: { seen: IndicatorSeen }) {
  const { locale } = useRequest()
  const w = words(rateSaid, locale)
  const { goal, course } = seen
  const isBefore = (month: string) => goal !== null && month >= goal.from && month <= goal.to
  return (
    <LineChart
      title={rateWords[seen.indicator][locale]}
      description={`${w.said(seen.before, seen.after, goal?.target ?? null)}${
        seen.sourceDay ? ` ${w.from(seen.source, showDay(seen.sourceDay))}` : ''
      }`}
      points={course.map((p) => showMonth(p.month))}
      series={[
        { label: w.after, values: course.map((p) => (isBefore(p.month) ? null : p.percent)) },
        ...(goal
          ? [
              { label: w.before, values: course.map((p) => (isBefore(p.month) ? p.percent : null)) },
              { label: w.target, values: course.map(() => goal.target) },
            ]
          : []),
      ]}
      format={w.percent}
      highest={100}
    />
  )
}

function Units({ units }: { units: readonly UnitRates[] }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const w = words(rateSaid, locale)
  const columns: Column<UnitRates>[] = [
    { key: 'unit', label: t.unit, main: true, width: 'wide', cell: (u) => u.name },
    { key: 'before', label: w.before, numeric: true, cell: (u) => w.percent(u.before) },
    { key: 'after', label: w.after, numeric: true, cell: (u) => w.percent(u.after) },
    {
      key: 'change',
      label: t.change,
      numeric: true,
      cell: (u) => (u.before === null || u.after === null ? '–' : t.points(u.after - u.before)),
    },
    {
      key: 'latest',
      label: t.latest,
      cell: (u) => {
        const last = u.course.at(-1)
        return last ? `${showMonth(last.month)}: ${w.percent(last.percent)}` : '–'
      },
    },
    {
      key: 'source',
      label: t.source,
      cell: (u) => `${u.source}${u.sourceDay ? `, ${showDay(u.sourceDay)}` : ''}`,
    },
  ]
  return (
    <Table caption={t.byUnit} dense narrow="lines" rows={units} rowKey={(u) => u.unitId} columns={columns} />
  )
}

function Aim({ indicator, values, faults }: RatesPageProps) {
  const t = words(texts, useRequest().locale)
  return (
    <Details summary={t.goal} open={faults.length > 0}>
      <p class="hint">{t.goalHint}</p>
      <Form action={`${ratesAddress}/goals`} values={values} faults={faults}>
        <input type="hidden" name="indicator" value={indicator} />
        <TextInput name="from" label={t.fromMonth} hint={t.monthHint} width="s" />
        <TextInput name="to" label={t.toMonth} width="s" />
        <TextInput name="target" label={t.targetPercent} width="s" />
        <Button kind="secondary">{t.save}</Button>
      </Form>
    </Details>
  )
}

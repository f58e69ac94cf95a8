import { type Day, showDay } from '../../../../lib/calendar/day.ts'
import { words } from '../../../../lib/text/words.ts'
import { ButtonGroup, ButtonLink } from '../../../../ui/button.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Table } from '../../../../ui/table.tsx'
import { StatusTag } from '../../../../ui/tag.tsx'
import type { Column } from '../../../publishing/publication.ts'
import type { Outlet } from '../../outlet.ts'
import { DeskTabs } from '../../pages/desk-tabs.tsx'
import { stagesAddress } from '../../stages/stage.ts'
import { texts as stageTexts } from '../../stages/stages.texts.ts'
import { type ColumnPlan, columnAddress, type Episode, type Kept, rateOf } from '../column.ts'
import { cadenceWords, texts } from '../columns.texts.ts'

export interface ColumnsPageProps {
  columns: readonly Column[]
  plans: readonly ColumnPlan[]
  /** Those to come. */
  episodes: readonly Episode[]
  /** Over the quarter that is shown ('2026-Q4'), with the ones beside it. */
  kept: readonly Kept[]
  quarter: string
  quarterName: string
  previous: string
  next: string
  outlets: readonly Outlet[]
  unitNames: ReadonlyMap<number, string>
  today: Day
  mayBegin: boolean
  maySetStages: boolean
}

export function ColumnsPage(props: ColumnsPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { plans } = props
  return (
    <>
      <PageHead
        title={t.columns}
        lead={t.columnsLead}
        actions={
          <>
            {props.mayBegin && (
              <ButtonLink href="/desk/columns/new" icon="add">
                {t.newColumn}
              </ButtonLink>
            )}
            {props.maySetStages && (
              <ButtonLink href={stagesAddress(null)} icon="stamp" kind="quiet">
                {words(stageTexts, locale).stages}
              </ButtonLink>
            )}
          </>
        }
      />
      <DeskTabs here="columns" />
      {plans.length === 0 ? (
        <EmptyState title={t.nothing}>{t.nothingWhy}</EmptyState>
      ) : (
        <>
          <Quarter {...props} />
          <ColumnTable {...props} />
        </>
      )}
    </>
  )
}

function ColumnTable(props: ColumnsPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { plans, columns, episodes, outlets, unitNames, today, kept } = props
  const of = (p: ColumnPlan) => episodes.filter((e) => e.columnId === p.columnId)
  return (
    <Table
      narrow="lines"
      caption={t.columns}
      silentCaption
      rows={plans}
      rowKey={(p) => p.columnId}
      columns={[
        {
          key: 'name',
          label: t.columns,
          main: true,
          width: 'wide',
          cell: (p) => (
            <a href={columnAddress(p.columnId)}>
              {columns.find((c) => c.id === p.columnId)?.[locale] ?? p.columnId}
            </a>
          ),
        },
        { key: 'unit', label: t.unit, phone: 'bare', cell: (p) => unitNames.get(p.unitId) ?? '' },
        {
          key: 'outlet',
          label: t.outlet,
          phone: 'bare',
          cell: (p) => outlets.find((o) => o.id === p.outletId)?.name ?? t.onPortal,
        },
        { key: 'cadence', label: t.cadence, cell: (p) => cadenceWords[p.cadence][locale] },
        {
          key: 'kept',
          label: `${t.kept}, ${props.quarterName}`,
          cell: (p) => <KeptOf kept={kept.find((k) => k.columnId === p.columnId)} />,
        },
        {
          key: 'next',
          label: t.next,
          cell: (p) => {
            const next = of(p).find((e) => e.day >= today)
            return next ? showDay(next.day) : t.noNext
          },
        },
      ]}
    />
  )
}

/** Which quarter the rates are of, the ones beside it, and the table to take away. */
function Quarter({ quarter, quarterName, previous, next }: ColumnsPageProps) {
  const t = words(texts, useRequest().locale)
  const at = '/desk/columns'
  return (
    <ButtonGroup>
      <ButtonLink kind="quiet" small icon="left" href={`${at}?quarter=${previous}`}>
        {t.previous}
      </ButtonLink>
      <strong>{quarterName}</strong>
      <ButtonLink kind="quiet" small icon="right" href={`${at}?quarter=${next}`}>
        {t.later}
      </ButtonLink>
      <ButtonLink kind="secondary" small icon="download" href={`${at}/completeness.xlsx?quarter=${quarter}`}>
        {t.export}
      </ButtonLink>
    </ButtonGroup>
  )
}

function KeptOf({ kept }: { kept: Kept | undefined }) {
  const t = words(texts, useRequest().locale)
  if (!kept || kept.due === 0) return <span class="soft">{t.notDue}</span>
  const { due, out, missed, excused, unaddressed } = kept
  const parts = [
    t.keptOf(out, due),
    ...(missed > 0 ? [t.missed(missed)] : []),
    ...(excused > 0 ? [t.excused(excused)] : []),
    ...(unaddressed > 0 ? [t.unaddressed(unaddressed)] : []),
  ]
  const look =
    missed > 0 ? ({ tone: 'bad', icon: 'late' } as const) : ({ tone: 'good', icon: 'done' } as const)
  return (
    <span class="row">
      <StatusTag look={look}>{rateOf(kept)} %</StatusTag> {parts.join(', ')}
    </span>
  )
}

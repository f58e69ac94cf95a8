import { type Day, showDay } from '../../../../lib/calendar/day.ts'
import { words } from '../../../../lib/text/words.ts'
import { ButtonLink } from '../../../../ui/button.tsx'
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
import { type ColumnPlan, columnAddress, type Episode, episodeState } from '../column.ts'
import { cadenceWords, texts } from '../columns.texts.ts'

export interface ColumnsPageProps {
  columns: readonly Column[]
  plans: readonly ColumnPlan[]
  episodes: readonly Episode[]
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
        <ColumnTable {...props} />
      )}
    </>
  )
}

function ColumnTable(props: ColumnsPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { plans, columns, episodes, outlets, unitNames, today } = props
  const of = (p: ColumnPlan) => episodes.filter((e) => e.columnId === p.columnId)
  const count = (p: ColumnPlan, state: string) => of(p).filter((e) => episodeState(e, today) === state).length
  return (
    <Table
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
        { key: 'unit', label: t.unit, cell: (p) => unitNames.get(p.unitId) ?? '' },
        {
          key: 'outlet',
          label: t.outlet,
          cell: (p) => outlets.find((o) => o.id === p.outletId)?.name ?? t.onPortal,
        },
        { key: 'cadence', label: t.cadence, cell: (p) => cadenceWords[p.cadence][locale] },
        { key: 'out', label: t.out, numeric: true, cell: (p) => count(p, 'out') },
        {
          key: 'missed',
          label: t.missed,
          numeric: true,
          cell: (p) =>
            count(p, 'missed') > 0 ? (
              <StatusTag look={{ tone: 'bad', icon: 'late' }}>{count(p, 'missed')}</StatusTag>
            ) : (
              0
            ),
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

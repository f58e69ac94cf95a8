import { showDay } from '../../../../lib/calendar/day.ts'
import { words } from '../../../../lib/text/words.ts'
import { ButtonLink } from '../../../../ui/button.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Table } from '../../../../ui/table.tsx'
import { itemAddress } from '../../item.ts'
import { DeskTabs } from '../../pages/desk-tabs.tsx'
import type { KitRow } from '../kits.sql.ts'
import { texts } from '../kits.texts.ts'

export interface KitsPageProps {
  kits: readonly KitRow[]
  unitNames: ReadonlyMap<number, string>
  mayWrite: boolean
}

/** Press kits, whom they were handed to, and what came of them. */
export function KitsPage({ kits, unitNames, mayWrite }: KitsPageProps) {
  const t = words(texts, useRequest().locale)
  return (
    <>
      <PageHead
        title={t.kits}
        lead={t.kitsLead}
        actions={
          mayWrite && (
            <ButtonLink icon="add" href="/desk/items/new?kind=press_kit">
              {t.new}
            </ButtonLink>
          )
        }
      />
      <DeskTabs here="press" />
      {kits.length === 0 ? (
        <EmptyState title={t.nothing}>{t.nothingWhy}</EmptyState>
      ) : (
        <Table
          caption={t.kits}
          silentCaption
          rows={kits}
          rowKey={(k) => k.id}
          columns={[
            {
              key: 'kit',
              label: t.kit,
              main: true,
              width: 'wide',
              cell: (k) => <a href={`${itemAddress(k.id)}#handovers`}>{k.title}</a>,
            },
            { key: 'unit', label: t.unit, cell: (k) => unitNames.get(k.unitId) },
            { key: 'handovers', label: t.handovers, numeric: true, cell: (k) => String(k.handovers) },
            { key: 'last', label: t.last, cell: (k) => k.lastDay && showDay(k.lastDay) },
            { key: 'entries', label: t.entries, numeric: true, cell: (k) => String(k.entries) },
          ]}
        />
      )}
    </>
  )
}

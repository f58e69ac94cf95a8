import { showDay } from '../../../lib/calendar/day.ts'
import { words } from '../../../lib/text/words.ts'
import { Panel } from '../../../ui/panel.tsx'
import { Progress } from '../../../ui/progress.tsx'
import { useRequest } from '../../../ui/request.ts'
import { Table } from '../../../ui/table.tsx'
import { documentAddress, documentName } from '../../legal/document.ts'
import type { Plan } from '../../plans/plan.ts'
import { boardTexts } from '../board.texts.ts'
import type { MadeKnown } from '../made-known.sql.ts'

/** How many of the documents to be made known have been, and by what; each figure opens to its activities. */
export function MadeKnownPanel({ plan, documents }: { plan: Plan; documents: readonly MadeKnown[] }) {
  const t = words(boardTexts, useRequest().locale)
  const known = documents.filter((d) => d.activities > 0).length
  const rows = (d: MadeKnown) =>
    `/activities?${new URLSearchParams({
      cites: d.number,
      from: showDay(`${plan.year}-01-01`),
      to: showDay(`${plan.yearTo}-12-31`),
    })}`
  return (
    <Panel title={t.madeKnown} id="made-known">
      <Progress
        label={t.madeKnownShare}
        value={known}
        max={documents.length}
        text={t.madeKnownOf(known, documents.length)}
      />
      <p class="soft">{t.madeKnownHow}</p>
      <Table
        caption={t.madeKnown}
        silentCaption
        dense
        rows={documents}
        rowKey={(d) => d.documentId}
        columns={[
          {
            key: 'document',
            label: t.document,
            main: true,
            cell: (d) => <a href={documentAddress(d.documentId)}>{documentName(d)}</a>,
          },
          {
            key: 'activities',
            label: t.activities,
            numeric: true,
            cell: (d) => (d.activities > 0 ? <a href={rows(d)}>{d.activities}</a> : '0'),
          },
          { key: 'units', label: t.unitsOf, numeric: true, cell: (d) => d.units },
        ]}
      />
    </Panel>
  )
}

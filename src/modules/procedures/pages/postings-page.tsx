import { showDay } from '../../../lib/calendar/day.ts'
import { words } from '../../../lib/text/words.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { useRequest } from '../../../ui/request.ts'
import { type Column, Table } from '../../../ui/table.tsx'
import { StatusTag } from '../../../ui/tag.tsx'
import { standingLooks } from '../looks.ts'
import type { OwnPosting } from '../postings.sql.ts'
import { postingAddress, type Standing } from '../procedure.ts'
import { kindWords, standingWords, texts } from '../procedures.texts.ts'

type Shown = OwnPosting & { unitName: string; standing: Standing }

/** What one's units have still to post, and what they posted lately. */
export function PostingsPage({ open, done }: { open: readonly Shown[]; done: readonly Shown[] }) {
  const t = words(texts, useRequest().locale)
  return (
    <>
      <PageHead title={t.mine} lead={t.mineLead} />
      {open.length === 0 ? (
        <EmptyState title={t.nothing}>{t.nothingWhy}</EmptyState>
      ) : (
        <List caption={t.todo} rows={open} />
      )}
      {done.length > 0 && <List caption={t.done} rows={done} />}
    </>
  )
}

function List({ caption, rows }: { caption: string; rows: readonly Shown[] }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const units = new Set(rows.map((r) => r.unitId)).size
  const columns: Column<Shown>[] = [
    {
      key: 'decision',
      label: t.decision,
      main: true,
      width: 'wide',
      cell: (p) => (
        <>
          <a href={postingAddress(p.id)}>{p.number}</a>
          <br />
          <span class="small soft">
            {p.field}, {t.count(p.procedures)} ({kindWords[p.kind][locale].toLowerCase()})
          </span>
        </>
      ),
    },
    ...(units > 1
      ? [{ key: 'unit', label: t.unit, cell: (p: Shown) => p.unitName } satisfies Column<Shown>]
      : []),
    { key: 'due', label: t.due, cell: (p) => showDay(p.dueDay) },
    {
      key: 'state',
      label: t.state,
      cell: (p) => (
        <StatusTag look={standingLooks[p.standing]}>{standingWords[p.standing][locale]}</StatusTag>
      ),
    },
  ]
  return <Table caption={caption} narrow="lines" rows={rows} rowKey={(p) => p.id} columns={columns} />
}

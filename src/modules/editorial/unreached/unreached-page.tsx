import { showDay } from '../../../lib/calendar/day.ts'
import { words } from '../../../lib/text/words.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { useRequest } from '../../../ui/request.ts'
import { Table } from '../../../ui/table.tsx'
import type { UnreachedTask } from './unreached.sql.ts'
import { unreachedTexts } from './unreached.texts.ts'

type UnreachedProps = { tasks: readonly UnreachedTask[]; page: number; pageSize: number; total: number }

/** Tasks whose work reached nobody, as far as anybody wrote down. */
export function UnreachedPage({ tasks, page, pageSize, total }: UnreachedProps) {
  const t = words(unreachedTexts, useRequest().locale)
  return (
    <>
      <PageHead title={t.title} lead={t.lead} />
      {tasks.length === 0 ? (
        <EmptyState scene="done" title={t.none}>
          {t.noneWhy}
        </EmptyState>
      ) : (
        <>
          <Table
            narrow="lines"
            caption={t.title}
            silentCaption
            dense
            rows={tasks}
            rowKey={(r) => r.taskId}
            columns={[
              {
                key: 'task',
                label: t.task,
                main: true,
                width: 'wide',
                cell: (r) => shortened(r.content),
              },
              { key: 'leads', label: t.leads, cell: (r) => r.leads },
              { key: 'due', label: t.due, cell: (r) => r.dueDay && showDay(r.dueDay) },
              { key: 'done', label: t.done, numeric: true, cell: (r) => String(r.activities) },
              { key: 'texts', label: t.texts, numeric: true, cell: (r) => String(r.items) },
              { key: 'mend', label: t.mend, cell: (r) => <a href={`/plans/${r.planId}`}>{t.record}</a> },
            ]}
          />
          <Pager page={page} pageSize={pageSize} total={total} href={(n) => `/desk/unreached?page=${n}`} />
        </>
      )}
    </>
  )
}

function shortened(text: string): string {
  return text.length <= 160 ? text : `${text.slice(0, 158).replace(/\s+\S*$/, '')}…`
}

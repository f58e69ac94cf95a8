import { showDay } from '../../../../lib/calendar/day.ts'
import { words } from '../../../../lib/text/words.ts'
import { Panel } from '../../../../ui/panel.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Table } from '../../../../ui/table.tsx'
import type { ShownEvidence } from '../../writing/shown.sql.ts'
import type { FigureChain } from '../figure-chain.ts'
import { texts } from '../figures.texts.ts'

/** The activities a figure counts, each with how much and with the files that show it. */
export function FigureSources({ chain }: { chain: FigureChain }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { definition, activities, parts } = chain
  const ofEvidence = definition.source.kind === 'activities' && definition.source.measure === 'evidence'
  const n = (value: number) => value.toLocaleString('vi-VN')
  const { unitId, fromDay, cutoffDay } = chain.file.obligation
  const all = { unit: String(unitId), from: showDay(fromDay), to: showDay(cutoffDay) }
  return (
    <Panel
      title={parts.length > 0 ? t.ownActivities : t.activities}
      actions={<a href={`/activities?${new URLSearchParams(all)}`}>{t.inList}</a>}
    >
      {ofEvidence && <p class="soft">{t.shared}</p>}
      <Table
        caption={t.activities}
        silentCaption
        rows={activities}
        rowKey={(a) => a.id}
        columns={[
          {
            key: 'what',
            label: t.what,
            main: true,
            width: 'wide',
            cell: (a) => (
              <>
                <a href={`/activities/${a.id}`}>{a.what}</a>
                <br />
                <span class="soft">{a.unit}</span>
              </>
            ),
            foot: t.sum,
          },
          {
            key: 'day',
            label: t.day,
            cell: (a) =>
              a.fromDay === a.toDay ? showDay(a.fromDay) : `${showDay(a.fromDay)} – ${showDay(a.toDay)}`,
          },
          { key: 'form', label: t.form, cell: (a) => a.form },
          {
            key: 'evidence',
            label: t.evidence,
            width: 'wide',
            cell: (a) => <Evidence pieces={a.evidence} />,
          },
          {
            key: 'amount',
            label: t.amount,
            numeric: true,
            cell: (a) => n(a.amount),
            foot: n(chain.own ?? 0),
          },
        ]}
      />
    </Panel>
  )
}

function Evidence({ pieces }: { pieces: readonly ShownEvidence[] }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  if (pieces.length === 0) return <span class="soft">{t.noEvidence}</span>
  return (
    <>
      {pieces.map((e) => (
        <div key={e.id}>
          {e.kind === 'link' ? (
            <a href={e.url ?? ''} rel="noreferrer">
              {e.caption}
            </a>
          ) : (
            <>
              <a href={`/evidence/${e.id}/file`}>{e.caption}</a>{' '}
              {e.sha256 && <code title={e.sha256}>{e.sha256.slice(0, 12)}</code>}
            </>
          )}
        </div>
      ))}
    </>
  )
}

/** The tasks that a figure of planned or finished work counts. */
export function FigureWork({ chain }: { chain: FigureChain }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <Panel title={t.work}>
      <Table
        caption={t.work}
        silentCaption
        rows={chain.work}
        rowKey={(w) => w.assignmentId}
        columns={[
          {
            key: 'task',
            label: t.task,
            main: true,
            width: 'wide',
            cell: (w) => <a href={`/assignments/${w.assignmentId}`}>{w.task}</a>,
          },
          { key: 'unit', label: t.unit, cell: (w) => w.unit },
          { key: 'due', label: t.due, cell: (w) => showDay(w.dueDay) },
          {
            key: 'done',
            label: t.doneOn,
            cell: (w) => (w.done && w.reportedDay ? showDay(w.reportedDay) : '–'),
          },
        ]}
      />
    </Panel>
  )
}

import type { VNode } from 'preact'
import { showDay } from '../../../lib/calendar/day.ts'
import type { Fault } from '../../../lib/errors.ts'
import { words } from '../../../lib/text/words.ts'
import { Button, ButtonGroup, ButtonLink } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { FileInput } from '../../../ui/file-input.tsx'
import { Form } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { JobProgress } from '../../../ui/progress.tsx'
import { useRequest } from '../../../ui/request.ts'
import { Stat, Stats } from '../../../ui/stat.tsx'
import { Table } from '../../../ui/table.tsx'
import { stateWords } from '../assignments.texts.ts'
import type { BulkUpdate } from '../bulk.sql.ts'
import { bulkTexts } from '../bulk.texts.ts'
import type { BulkChange, BulkPreview } from '../bulk.ts'
import { shorten } from './assignment-table.tsx'

const shownRows = 200

export function bulkStartView(props: { planId: number; planTitle: string; faults: readonly Fault[] }): VNode {
  return <BulkStartPage {...props} />
}

function BulkStartPage({
  planId,
  planTitle,
  faults,
}: {
  planId: number
  planTitle: string
  faults: readonly Fault[]
}) {
  const { locale } = useRequest()
  const t = words(bulkTexts, locale)
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead
        kicker={planTitle}
        title={t.bulk}
        lead={t.bulkLead}
        actions={
          <>
            <ButtonLink href={`/plans/${planId}/assignments.xlsx`} icon="download" download>
              {t.download}
            </ButtonLink>
            <ButtonLink href={`/plans/${planId}/assignments.csv`} kind="secondary" icon="download" download>
              {t.downloadCsv}
            </ButtonLink>
          </>
        }
      />
      <Panel>
        <Form action={`/plans/${planId}/bulk-updates`} faults={faults} files>
          <FileInput name="sheet" label={t.file} accept=".xlsx,.csv" />
          <Button icon="upload">{t.upload}</Button>
        </Form>
      </Panel>
    </>
  )
}

export function bulkView(props: { bulk: BulkUpdate }): VNode {
  return <BulkPage {...props} />
}

function BulkPage({ bulk }: { bulk: BulkUpdate }) {
  const { locale } = useRequest()
  const t = words(bulkTexts, locale)
  const again = (
    <ButtonLink href={`/plans/${bulk.planId}/bulk-updates/new`} kind="secondary">
      {t.again}
    </ButtonLink>
  )
  return (
    <>
      <PageHead kicker={bulk.fileName} title={bulk.state === 'preview' ? t.preview : t.bulk} />
      {(bulk.state === 'reading' || bulk.state === 'applying') && <Working bulk={bulk} />}
      {bulk.state === 'preview' && bulk.preview && <Preview bulk={bulk} preview={bulk.preview} />}
      {bulk.state === 'applied' && (
        <>
          <Notice tone="good">{t.applied(bulk.rowsDone)}</Notice>
          <ButtonLink href={`/plans/${bulk.planId}/board`}>{t.toBoard}</ButtonLink>
        </>
      )}
      {bulk.state === 'dropped' && <Notice tone="info">{t.dropped}</Notice>}
      {bulk.state === 'failed' && (
        <Notice tone="bad" title={t.failed}>
          {bulk.fault?.split(' / ')[locale === 'vi' ? 0 : 1] ?? bulk.fault ?? ''}
        </Notice>
      )}
      {(bulk.state === 'failed' || bulk.state === 'dropped') && again}
    </>
  )
}

function Working({ bulk }: { bulk: BulkUpdate }) {
  const { locale } = useRequest()
  const t = words(bulkTexts, locale)
  const label = bulk.state === 'reading' ? t.reading : t.applying
  return (
    <Panel>
      <JobProgress
        url={`/bulk-updates/${bulk.id}/progress`}
        label={label}
        value={bulk.rowsDone}
        max={Math.max(1, bulk.rowsTotal)}
        text={t.rowsOf(bulk.rowsDone, bulk.rowsTotal)}
      />
      <noscript>
        <p>
          <a href={`/bulk-updates/${bulk.id}`}>{t.reload}</a>
        </p>
      </noscript>
    </Panel>
  )
}

function Preview({ bulk, preview }: { bulk: BulkUpdate; preview: BulkPreview }) {
  const { locale } = useRequest()
  const t = words(bulkTexts, locale)
  const { changes, faults, same } = preview
  const count = (n: number) => n.toLocaleString(locale)
  const rest = (n: number) => (n > shownRows ? <p class="soft">{t.more(n - shownRows)}</p> : null)
  return (
    <>
      <Stats>
        <Stat label={t.willChange} value={count(changes.length)} icon="edit" tone="accent" />
        <Stat label={t.same} value={count(same)} icon="check" tone="quiet" />
        <Stat
          label={t.faulty}
          value={count(faults.length)}
          icon="error"
          tone={faults.length > 0 ? 'bad' : 'quiet'}
        />
      </Stats>
      {faults.length > 0 && (
        <Panel title={`${t.faulty} (${faults.length})`}>
          <p>{t.faultyNote}</p>
          <Table
            caption={t.faulty}
            silentCaption
            rows={faults.slice(0, shownRows)}
            rowKey={(f) => `${f.line}-${f.en}`}
            columns={[
              { key: 'line', label: t.line, width: 'narrow', main: true, cell: (f) => t.lineOf(f.line) },
              { key: 'fault', label: t.fault, width: 'wide', cell: (f) => f[locale] },
            ]}
          />
          {rest(faults.length)}
          <ButtonLink href={`/bulk-updates/${bulk.id}/faults.xlsx`} kind="secondary" icon="download" download>
            {t.faultSheet}
          </ButtonLink>
        </Panel>
      )}
      {changes.length === 0 ? (
        <EmptyState title={t.nothing}>{faults.length > 0 ? t.onlyFaults : t.nothingWhy}</EmptyState>
      ) : (
        <Panel title={`${t.willChange} (${changes.length})`}>
          <Table
            caption={t.willChange}
            silentCaption
            dense
            rows={changes.slice(0, shownRows)}
            rowKey={(c) => c.line}
            columns={[
              { key: 'line', label: t.line, numeric: true, cell: (c) => String(c.line) },
              { key: 'task', label: t.task, main: true, width: 'wide', cell: (c) => shorten(c.content, 100) },
              { key: 'unit', label: t.unit, cell: (c) => c.unitName },
              { key: 'change', label: t.change, cell: (c) => changeWords(c, locale) },
            ]}
          />
          {rest(changes.length)}
        </Panel>
      )}
      <ButtonGroup>
        {changes.length > 0 && (
          <Form action={`/bulk-updates/${bulk.id}/confirmation`} bare>
            <Button icon="done">{t.apply(changes.length)}</Button>
          </Form>
        )}
        <Form action={`/bulk-updates/${bulk.id}/dropping`} bare>
          <Button kind="quiet">{t.drop}</Button>
        </Form>
      </ButtonGroup>
    </>
  )
}

function changeWords(c: BulkChange, locale: 'vi' | 'en'): string {
  const day = (d: string | null) => (d ? showDay(d) : '–')
  return [
    c.state ? `${stateWords[c.from.state][locale]} → ${stateWords[c.state][locale]}` : '',
    c.progress === undefined ? '' : `${c.from.progress} % → ${c.progress} %`,
    c.dueDay ? `${day(c.from.dueDay)} → ${day(c.dueDay)}` : '',
    c.note ? `“${shorten(c.note, 60)}”` : '',
  ]
    .filter(Boolean)
    .join('; ')
}

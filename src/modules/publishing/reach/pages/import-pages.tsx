import { showDay } from '../../../../lib/calendar/day.ts'
import type { Fault } from '../../../../lib/errors.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button, ButtonLink } from '../../../../ui/button.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { FileInput } from '../../../../ui/file-input.tsx'
import { Form } from '../../../../ui/form.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Table } from '../../../../ui/table.tsx'
import { ImportPreview } from '../../pages/import-preview.tsx'
import type { FiguresRead } from '../figures-read.ts'
import { texts } from '../reach.texts.ts'
import { channelWords, type Metric, metrics } from '../reach.ts'
import { showCount } from './reach-charts.tsx'

export function NewImportPage({ faults }: { faults: readonly Fault[] }) {
  const t = words(texts, useRequest().locale)
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead
        title={t.importFigures}
        lead={t.importLead}
        actions={
          <ButtonLink href="/reach/imports/template.xlsx" icon="download" kind="secondary" download>
            {t.template}
          </ButtonLink>
        }
      />
      <Form action="/reach/imports" faults={faults} files>
        <FileInput name="sheet" label={t.file} accept=".xlsx,.csv" />
        <Button icon="upload">{t.look}</Button>
      </Form>
    </>
  )
}

type HeldProps = { id: number; fileName: string; read: FiguresRead }

const imports = '/reach/imports'

export function FiguresHeldPage({ id, fileName, read }: HeldProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <ImportPreview
      says={{ ...t, take: t.take(read.figures.length) }}
      {...{ fileName, id, imports }}
      faults={read.faults}
    >
      {read.figures.length > 0 && (
        <Table
          narrow="lines"
          caption={t.preview}
          silentCaption
          dense
          rows={read.figures.slice(0, 200)}
          rowKey={(r) => r.line}
          columns={[
            { key: 'line', label: t.line, numeric: true, width: 'narrow', cell: (r) => String(r.line) },
            { key: 'title', label: t.item, main: true, width: 'wide', cell: (r) => r.title },
            { key: 'day', label: t.day, cell: (r) => showDay(r.day) },
            { key: 'channel', label: t.channel, cell: (r) => channelWords(r.channelKind)[locale] },
            { key: 'place', label: t.place, cell: (r) => r.place },
            {
              key: 'metric',
              label: t.metric,
              cell: (r) => metrics[r.metric as Metric]?.[locale] ?? r.metric,
            },
            { key: 'amount', label: t.amount, numeric: true, cell: (r) => showCount(r.amount, locale) },
          ]}
        />
      )}
    </ImportPreview>
  )
}

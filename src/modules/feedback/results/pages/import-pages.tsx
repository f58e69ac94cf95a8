import { showDay } from '../../../../lib/calendar/day.ts'
import type { Fault } from '../../../../lib/errors.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button, ButtonGroup, ButtonLink } from '../../../../ui/button.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { FileInput } from '../../../../ui/file-input.tsx'
import { Form } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Table } from '../../../../ui/table.tsx'
import { resultsAddress } from '../result.ts'
import { texts } from '../results.texts.ts'
import type { ResultsRead } from '../results-sheet.ts'
import { InTime } from './results-page.tsx'

const imports = `${resultsAddress}/imports`

export function NewImportPage({ faults }: { faults: readonly Fault[] }) {
  const t = words(texts, useRequest().locale)
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead
        title={t.import}
        lead={t.importLead}
        actions={
          <ButtonLink href={`${imports}/template.xlsx`} icon="download" kind="secondary" download>
            {t.template}
          </ButtonLink>
        }
      />
      <Form action={imports} faults={faults} files>
        <FileInput name="sheet" label={t.file} accept=".xlsx,.csv" />
        <Button icon="upload">{t.look}</Button>
      </Form>
    </>
  )
}

type HeldProps = { id: number; fileName: string; read: ResultsRead; nameOf: (unitId: number) => string }

/** What a sheet would write; only without faults can it be written. */
export function HeldImportPage({ id, fileName, read, nameOf }: HeldProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <>
      <PageHead title={t.preview} lead={fileName} />
      {read.faults.length > 0 && (
        <Notice tone="bad" title={t.wrongLines}>
          <ul>
            {read.faults.slice(0, 50).map((f) => (
              <li key={`${f.line} ${f.vi}`}>{f[locale]}</li>
            ))}
          </ul>
        </Notice>
      )}
      {read.rows.length > 0 && <Rows read={read} nameOf={nameOf} />}
      <ButtonGroup>
        {read.faults.length === 0 && (
          <Form action={`${imports}/${id}/confirmation`} bare>
            <Button icon="check">{t.take(read.rows.length)}</Button>
          </Form>
        )}
        <ButtonLink href={`${imports}/new`} kind="quiet">
          {t.back}
        </ButtonLink>
      </ButtonGroup>
    </>
  )
}

function Rows({ read, nameOf }: Pick<HeldProps, 'read' | 'nameOf'>) {
  const t = words(texts, useRequest().locale)
  return (
    <Table
      narrow="lines"
      caption={t.preview}
      silentCaption
      dense
      rows={read.rows.slice(0, 200)}
      rowKey={(r) => r.line}
      columns={[
        { key: 'line', label: t.line, numeric: true, width: 'narrow', cell: (r) => String(r.line) },
        { key: 'content', label: t.content, main: true, width: 'wide', cell: (r) => r.content },
        { key: 'code', label: t.code, cell: (r) => r.code },
        { key: 'unit', label: t.unit, cell: (r) => nameOf(r.unitId) },
        { key: 'received', label: t.received, cell: (r) => showDay(r.receivedDay) },
        { key: 'answered', label: t.answered, cell: (r) => showDay(r.answeredDay) },
        { key: 'time', label: t.time, cell: (r) => <InTime result={r} /> },
      ]}
    />
  )
}

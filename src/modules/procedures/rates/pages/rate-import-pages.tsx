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
import { type Column, Table } from '../../../../ui/table.tsx'
import { rateWords } from '../../procedures.texts.ts'
import { type Rate, ratesAddress, showMonth } from '../rate.ts'
import { texts } from '../rates.texts.ts'
import type { RatesRead } from '../rates-sheet.ts'

export function NewRatesImportPage({ faults }: { faults: readonly Fault[] }) {
  const t = words(texts, useRequest().locale)
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead
        title={t.importSheet}
        actions={
          <ButtonLink kind="secondary" href={`${ratesAddress}.xlsx`} icon="download">
            {t.template}
          </ButtonLink>
        }
      />
      <Form action={`${ratesAddress}/imports`} faults={faults} files>
        <FileInput name="sheet" label={t.sheet} hint={t.sheetHint} accept=".xlsx,.csv" />
        <Button icon="upload">{t.send}</Button>
      </Form>
    </>
  )
}

interface HeldProps {
  id: number
  fileName: string
  read: RatesRead
  nameOf: (unitId: number) => string
}

/** What a sheet would write; only without faults can it be written. */
export function HeldRatesPage({ id, fileName, read, nameOf }: HeldProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const columns: Column<Rate & { line: number }>[] = [
    { key: 'unit', label: t.unit, main: true, width: 'wide', cell: (r) => nameOf(r.unitId) },
    { key: 'indicator', label: t.indicator, cell: (r) => rateWords[r.indicator][locale] },
    { key: 'month', label: t.month, cell: (r) => showMonth(r.month) },
    { key: 'part', label: t.part, numeric: true, cell: (r) => r.part.toLocaleString('vi-VN') },
    { key: 'whole', label: t.whole, numeric: true, cell: (r) => r.whole.toLocaleString('vi-VN') },
    { key: 'source', label: t.source, cell: (r) => `${r.source}, ${showDay(r.sourceDay)}` },
  ]
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
      <Table
        caption={t.preview}
        silentCaption
        dense
        narrow="lines"
        rows={read.rows}
        rowKey={(r) => r.line}
        columns={columns}
      />
      <ButtonGroup>
        {read.faults.length === 0 && (
          <Form action={`${ratesAddress}/imports/${id}/confirmation`} bare>
            <Button icon="check">{t.take}</Button>
          </Form>
        )}
        <ButtonLink href={`${ratesAddress}/imports/new`} kind="quiet">
          {t.back}
        </ButtonLink>
      </ButtonGroup>
    </>
  )
}

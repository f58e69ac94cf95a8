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
import { type StandingKind, standingKinds, texts } from '../standing.texts.ts'
import type { StandingRead } from '../standing-sheet.ts'

const imports = '/printed/standing/imports'

export function NewStandingImportPage({ faults }: { faults: readonly Fault[] }) {
  const t = words(texts, useRequest().locale)
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead
        title={t.importSheet}
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

type HeldProps = { id: number; fileName: string; read: StandingRead; names: ReadonlyMap<number, string> }

/** What a sheet would write; only without faults can it be written. */
export function HeldStandingPage({ id, fileName, read, names }: HeldProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <ImportPreview
      says={{ ...t, take: t.take(read.rows.length) }}
      {...{ fileName, id, imports }}
      faults={read.faults}
    >
      {read.rows.length > 0 && (
        <Table
          narrow="lines"
          caption={t.preview}
          silentCaption
          dense
          rows={read.rows.slice(0, 200)}
          rowKey={(r) => r.line}
          columns={[
            { key: 'line', label: t.line, numeric: true, width: 'narrow', cell: (r) => String(r.line) },
            { key: 'what', label: t.what, main: true, width: 'wide', cell: (r) => r.what },
            {
              key: 'kind',
              label: t.kind,
              phone: 'bare',
              cell: (r) => standingKinds[r.kind as StandingKind][locale],
            },
            { key: 'place', label: t.place, cell: (r) => r.place },
            {
              key: 'commune',
              label: t.commune,
              cell: (r) => (r.placeUnitId === null ? '' : (names.get(r.placeUnitId) ?? '')),
            },
            { key: 'unit', label: t.unit, phone: 'bare', cell: (r) => names.get(r.unitId) ?? '' },
            { key: 'quantity', label: t.quantity, numeric: true, cell: (r) => String(r.quantity) },
            {
              key: 'days',
              label: t.fromDay,
              cell: (r) => `${showDay(r.fromDay)}${r.toDay ? ` – ${showDay(r.toDay)}` : ''}`,
            },
          ]}
        />
      )}
    </ImportPreview>
  )
}

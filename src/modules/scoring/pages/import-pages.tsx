import type { Fault } from '../../../lib/errors.ts'
import { words } from '../../../lib/text/words.ts'
import { Button, ButtonGroup, ButtonLink } from '../../../ui/button.tsx'
import { Checkboxes, Radios } from '../../../ui/choices.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { FileInput } from '../../../ui/file-input.tsx'
import { Form, type FormValues } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { NumberInput } from '../../../ui/number-input.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { useRequest } from '../../../ui/request.ts'
import { Table } from '../../../ui/table.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import type { CriteriaImport } from '../criteria.sql.ts'
import { criteriaTexts } from '../criteria.texts.ts'
import { CriteriaRows } from './criteria-pages.tsx'

export interface NewImportProps {
  sets: readonly { code: string; name: string }[]
  values: FormValues
  faults: readonly Fault[]
}

export function NewImportPage({ sets, values, faults }: NewImportProps) {
  const { locale } = useRequest()
  const t = words(criteriaTexts, locale)
  const named = <TextInput name="setName" label={t.newName} width="l" />
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead title={t.take} lead={t.lead} />
      <Panel>
        <Form action="/scoring/criteria-imports" values={values} faults={faults} files>
          <Radios
            name="set"
            label={t.which}
            hint={t.whichHint}
            choices={[
              ...sets.map((s) => ({ value: s.code, label: s.name })),
              { value: 'new', label: t.newSet, more: named },
            ]}
          />
          <NumberInput name="year" label={t.year} />
          <TextInput name="source" label={t.source} hint={t.sourceHint} width="l" />
          <TextArea name="note" label={t.note} rows={3} limit={2000} optional />
          <Checkboxes
            name="unverified"
            label={t.unverified}
            optional
            choices={[{ value: 'yes', label: t.unverifiedLabel }]}
          />
          <FileInput name="sheet" label={t.file} accept=".xlsx,.csv" />
          <Button icon="upload">{t.upload}</Button>
        </Form>
      </Panel>
    </>
  )
}

/** What came in, row by row, before it counts. */
export function ImportPage({ held }: { held: CriteriaImport }) {
  const { locale } = useRequest()
  const t = words(criteriaTexts, locale)
  const at = `/scoring/criteria-imports/${held.id}`
  return (
    <>
      <PageHead
        kicker={held.fileName}
        title={t.preview}
        lead={`${held.head.setName} · ${t.year} ${held.head.year} · ${held.head.source}`}
      />
      {held.faults.length > 0 && <Faults held={held} />}
      {held.table && <CriteriaRows table={held.table} />}
      {held.state === 'preview' && (
        <ButtonGroup>
          {held.table && (
            <Form action={`${at}/confirmation`} bare>
              <Button icon="done">{t.use}</Button>
            </Form>
          )}
          <Form action={`${at}/dropping`} bare>
            <Button kind="quiet">{t.drop}</Button>
          </Form>
        </ButtonGroup>
      )}
      {held.state === 'dropped' && <Notice tone="info">{t.dropped}</Notice>}
      {held.state !== 'taken' && (
        <ButtonLink href="/scoring/criteria-imports/new" kind="secondary">
          {t.again}
        </ButtonLink>
      )}
    </>
  )
}

function Faults({ held }: { held: CriteriaImport }) {
  const { locale } = useRequest()
  const t = words(criteriaTexts, locale)
  return (
    <Panel title={`${t.faults} (${held.faults.length})`}>
      <Notice tone="bad">{t.faultsWhy}</Notice>
      <Table
        caption={t.faults}
        silentCaption
        rows={held.faults}
        rowKey={(f) => `${f.line}-${f.en}`}
        columns={[
          { key: 'line', label: t.line, numeric: true, main: true, cell: (f) => String(f.line) },
          { key: 'what', label: t.what, width: 'wide', cell: (f) => f[locale] },
        ]}
      />
    </Panel>
  )
}

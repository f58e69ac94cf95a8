import { type Day, showDay } from '../../../lib/calendar/day.ts'
import type { Fault } from '../../../lib/errors.ts'
import { words } from '../../../lib/text/words.ts'
import { Button } from '../../../ui/button.tsx'
import { Combobox } from '../../../ui/combobox.tsx'
import { DateInput } from '../../../ui/date-input.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { FilterBar } from '../../../ui/filter-bar.tsx'
import { Form, type FormValues } from '../../../ui/form.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { useRequest } from '../../../ui/request.ts'
import { type Option, Select } from '../../../ui/select.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { Table } from '../../../ui/table.tsx'
import { type StatusLook, StatusTag } from '../../../ui/tag.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { documentAddress, documentName, type LegalDocument, type Validity, validityOn } from '../document.ts'
import { texts, validityWords } from '../legal.texts.ts'

const looks: Record<Validity, StatusLook> = {
  in_force: { tone: 'good', icon: 'done' },
  not_yet: { tone: 'info', icon: 'clock' },
  ended: { tone: 'bad', icon: 'stop' },
  replaced: { tone: 'warn', icon: 'return' },
  unknown: { tone: 'quiet', icon: 'help' },
}

function ValidityTag({ document, today }: { document: LegalDocument; today: Day }) {
  const { locale } = useRequest()
  const validity = validityOn(document, today)
  return <StatusTag look={looks[validity]}>{validityWords[validity][locale]}</StatusTag>
}

export interface DocumentsPageProps {
  documents: readonly LegalDocument[]
  types: readonly string[]
  total: number
  page: number
  pageSize: number
  pageAddress: (page: number) => string
  values: FormValues
  today: Day
}

export function DocumentsPage(props: DocumentsPageProps) {
  const t = words(texts, useRequest().locale)
  return (
    <>
      <PageHead title={t.documents} lead={t.lead} />
      <FilterBar action="/legal-documents" values={props.values}>
        <TextInput name="words" label={t.words} />
        <Select
          name="type"
          label={t.type}
          options={props.types.map((type) => ({ value: type, label: type }))}
          empty={t.all}
        />
      </FilterBar>
      {props.documents.length === 0 ? (
        <EmptyState title={t.empty}>{t.emptyWhy}</EmptyState>
      ) : (
        <>
          <Table
            caption={t.documents}
            silentCaption
            rows={props.documents}
            rowKey={(d) => d.id}
            columns={[
              {
                key: 'name',
                label: t.name,
                main: true,
                cell: (d) => <a href={documentAddress(d.id)}>{documentName(d)}</a>,
              },
              { key: 'issued', label: t.issued, cell: (d) => (d.issued ? showDay(d.issued) : '–') },
              { key: 'issuer', label: t.issuer, cell: (d) => d.issuer ?? '–' },
              {
                key: 'validity',
                label: t.validity,
                cell: (d) => <ValidityTag document={d} today={props.today} />,
              },
            ]}
          />
          <Pager page={props.page} pageSize={props.pageSize} total={props.total} href={props.pageAddress} />
        </>
      )}
    </>
  )
}

export interface DocumentPageProps {
  document: LegalDocument
  replacedBy: LegalDocument | null
  others: readonly Option[]
  mayKeep: boolean
  today: Day
  values: FormValues
  faults: readonly Fault[]
}

export function DocumentPage({
  document,
  replacedBy,
  others,
  mayKeep,
  today,
  values,
  faults,
}: DocumentPageProps) {
  const t = words(texts, useRequest().locale)
  const day = (d: Day | null) => (d ? showDay(d) : null)
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead title={documentName(document)} tags={<ValidityTag document={document} today={today} />} />
      <Panel>
        <SummaryList
          facts={[
            { label: t.title, value: document.title },
            { label: t.issued, value: day(document.issued) },
            { label: t.issuer, value: document.issuer },
            { label: t.inForceFrom, value: day(document.inForceFrom) },
            { label: t.inForceTo, value: day(document.inForceTo) },
            {
              label: t.replacedBy,
              value: replacedBy && <a href={documentAddress(replacedBy.id)}>{documentName(replacedBy)}</a>,
            },
          ]}
        />
      </Panel>
      {mayKeep && (
        <Panel title={t.describe}>
          <Form action={documentAddress(document.id)} values={values} faults={faults}>
            <TextArea name="title" label={t.title} rows={2} optional />
            <DateInput name="issued" label={t.issued} optional />
            <TextInput name="issuer" label={t.issuer} optional />
            <DateInput name="inForceFrom" label={t.inForceFrom} optional />
            <DateInput name="inForceTo" label={t.inForceTo} optional />
            <Combobox name="replacedById" label={t.replacedBy} options={others} empty={t.none} optional />
            <Button>{t.save}</Button>
          </Form>
        </Panel>
      )}
    </>
  )
}

export function documentsPage(props: DocumentsPageProps) {
  return <DocumentsPage {...props} />
}

export function documentPage(props: DocumentPageProps) {
  return <DocumentPage {...props} />
}

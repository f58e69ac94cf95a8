import { words } from '../../../../lib/text/words.ts'
import { Button, ButtonLink } from '../../../../ui/button.tsx'
import { Radios } from '../../../../ui/choices.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { Form } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Stat, Stats } from '../../../../ui/stat.tsx'
import { Table } from '../../../../ui/table.tsx'
import { Tag } from '../../../../ui/tag.tsx'
import { reportAddress } from '../../report.ts'
import { ReportTabs } from '../../writing/pages/report-tabs.tsx'
import type { Basis } from '../below.sql.ts'
import { texts } from '../consolidation.texts.ts'
import type { Coverage } from '../part-standing.ts'
import { type PartLine, PartTable } from './part-table.tsx'

export interface SectionLine {
  code: string
  heading: string
  told: number
  taken: number
  fresh: number
  edited: number
}

export interface FigureLine {
  code: string
  label: string
  total: string
  ofUnits: string
  own: string
}

export interface ConsolidationPageProps {
  reportId: number
  kicker: string
  coverage: Coverage
  basis: Basis
  mayWrite: boolean
  parts: readonly PartLine[]
  sections: readonly SectionLine[]
  figures: readonly FigureLine[]
  /** Passages of this period that stand in two reports; null for those who may not read them. */
  likenessHref: string | null
}

/** What a consolidated report stands on: which reports are in, which words are taken, what has changed since. */
export function ConsolidationPage(props: ConsolidationPageProps) {
  const { reportId, kicker, coverage, mayWrite } = props
  const { locale } = useRequest()
  const t = words(texts, locale)
  if (coverage.expected === 0)
    return (
      <>
        <PageHead title={t.title} kicker={kicker} />
        <EmptyState title={t.noParts}>{t.noPartsWhy}</EmptyState>
      </>
    )
  return (
    <>
      <PageHead
        title={t.title}
        kicker={kicker}
        actions={
          props.likenessHref && (
            <ButtonLink kind="secondary" href={props.likenessHref}>
              {t.likeness}
            </ButtonLink>
          )
        }
      />
      <ReportTabs reportId={reportId} gathers current="consolidation" />
      <CoverageStats coverage={coverage} />
      {mayWrite ? <GatherForm {...props} /> : <Notice tone="info">{t.locked}</Notice>}
      <Sections {...props} />
      <Figures {...props} />
      <Panel title={t.units}>
        <PartTable parts={props.parts} />
      </Panel>
    </>
  )
}

function CoverageStats({ coverage: c }: { coverage: Coverage }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <Stats>
      <Stat label={t.received} value={String(c.received)} of={`/ ${c.expected}`} icon="tasks" />
      <Stat
        label={t.taken}
        value={String(c.taken)}
        of={`/ ${c.expected}`}
        icon="check"
        tone="accent"
        note={c.waiting > 0 ? t.waitingNote(c.waiting) : undefined}
      />
      <Stat label={t.empty} value={String(c.empty)} icon="circle" tone={c.empty > 0 ? 'bad' : 'quiet'} />
      <Stat label={t.nil} value={String(c.nil)} icon="minus" tone="quiet" />
      <Stat
        label={t.overdue}
        value={String(c.overdue)}
        icon="warning"
        tone={c.overdue > 0 ? 'bad' : 'quiet'}
      />
      <Stat
        label={t.changed}
        value={String(c.changed)}
        icon="refresh"
        tone={c.changed > 0 ? 'warn' : 'quiet'}
        note={c.changed > 0 ? t.changedNote : undefined}
      />
    </Stats>
  )
}

function GatherForm({ reportId, basis }: ConsolidationPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <Panel>
      <Form action={`${reportAddress(reportId)}/consolidation`} values={{ basis }}>
        <Radios
          name="basis"
          label={t.basis}
          choices={[
            { value: 'accepted', label: t.accepted },
            { value: 'submitted', label: t.submitted },
          ]}
        />
        <Button>{t.gather}</Button>
      </Form>
    </Panel>
  )
}

function Sections({ reportId, sections }: ConsolidationPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <Panel title={t.sections}>
      <p class="soft">{t.sectionsLead}</p>
      <Table
        caption={t.sections}
        silentCaption
        rows={sections}
        rowKey={(s) => s.code}
        columns={[
          {
            key: 'heading',
            label: t.section,
            main: true,
            width: 'wide',
            cell: (s) => <a href={`${reportAddress(reportId)}/consolidation/${s.code}`}>{s.heading}</a>,
          },
          { key: 'told', label: t.passages, numeric: true, cell: (s) => String(s.told) },
          { key: 'taken', label: t.inText, numeric: true, cell: (s) => String(s.taken) },
          {
            key: 'fresh',
            label: t.fresh,
            numeric: true,
            cell: (s) => (s.fresh > 0 ? <Tag tone="info">{s.fresh}</Tag> : '0'),
          },
          {
            key: 'edited',
            label: t.edited,
            numeric: true,
            cell: (s) => (s.edited > 0 ? <Tag tone="warn">{s.edited}</Tag> : '0'),
          },
        ]}
      />
    </Panel>
  )
}

function Figures({ reportId, figures }: ConsolidationPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <Panel title={t.figures}>
      <Table
        caption={t.figures}
        silentCaption
        rows={figures}
        rowKey={(f) => f.code}
        columns={[
          {
            key: 'label',
            label: t.figure,
            main: true,
            width: 'wide',
            cell: (f) => <a href={`${reportAddress(reportId)}/figures/${f.code}/sources`}>{f.label}</a>,
          },
          { key: 'total', label: t.total, numeric: true, cell: (f) => f.total },
          { key: 'units', label: t.ofUnits, numeric: true, cell: (f) => f.ofUnits },
          { key: 'own', label: t.own, numeric: true, cell: (f) => f.own },
        ]}
      />
    </Panel>
  )
}

import { showTime } from '../../../../lib/calendar/day.ts'
import type { Fault } from '../../../../lib/errors.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button } from '../../../../ui/button.tsx'
import { Details } from '../../../../ui/details.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Form } from '../../../../ui/form.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Table } from '../../../../ui/table.tsx'
import { StatusTag } from '../../../../ui/tag.tsx'
import { TextArea } from '../../../../ui/text-area.tsx'
import { reportAddress } from '../../report.ts'
import { ReportTabs } from '../../writing/pages/report-tabs.tsx'
import type { Checks, UnitFinding } from '../checking.ts'
import { texts } from '../checks.texts.ts'
import { figureAddress, shownNumber } from './figure-page.tsx'

export interface ChecksPageProps {
  checks: Checks
  kicker: string
  /** The form that came back with a fault. */
  kept?: { key: string; text: string; faults: readonly Fault[] }
}

/** What is wrong or unusual in a report's figures, and, of a consolidated one, in those of its units. */
export function ChecksPage({ checks, kicker, kept }: ChecksPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const nothing = checks.findings.length === 0 && checks.ofUnits.length === 0
  return (
    <>
      <ErrorSummary faults={kept?.faults ?? []} />
      <PageHead title={t.title} kicker={kicker} lead={nothing ? undefined : t.lead} />
      <ReportTabs reportId={checks.file.report.id} gathers={checks.file.gathers} current="checks" />
      {nothing && (
        <EmptyState scene="done" title={t.clean}>
          {t.cleanWhy}
        </EmptyState>
      )}
      {checks.findings.length > 0 && (
        <Panel title={t.own}>
          <div class="stack">
            {checks.findings.map((f) => (
              <FindingItem
                key={f.key}
                finding={f}
                checks={checks}
                kept={kept?.key === f.key ? kept : undefined}
              />
            ))}
          </div>
        </Panel>
      )}
      {checks.ofUnits.length > 0 && <UnitFindings rows={checks.ofUnits} />}
    </>
  )
}

type ItemProps = {
  finding: Checks['findings'][number]
  checks: Checks
  kept: ChecksPageProps['kept']
}

function FindingItem({ finding, checks, kept }: ItemProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { explanation } = finding
  const wrong = finding.severity === 'error'
  const look = explanation
    ? ({ tone: 'quiet', icon: 'check' } as const)
    : ({ tone: wrong ? 'bad' : 'warn', icon: wrong ? 'error' : 'warning' } as const)
  const reportId = checks.file.report.id
  return (
    <article>
      <p>
        <StatusTag look={look}>{explanation ? t.explained : wrong ? t.error : t.warning}</StatusTag>{' '}
        {finding[locale]}{' '}
        <a href={figureAddress(reportId, finding.figureCode, finding.rowCode)}>{t.sources}</a>
      </p>
      {explanation && (
        <p>
          “{explanation.text}”{' '}
          <span class="soft">– {t.by(explanation.byName, showTime(explanation.at))}</span>
        </p>
      )}
      {checks.mayExplain && (
        <Details summary={t.explain} open={kept !== undefined}>
          <Form
            action={`${reportAddress(reportId)}/checks`}
            values={kept ? { text: kept.text } : { text: explanation?.text ?? '' }}
            faults={kept?.faults}
          >
            <input type="hidden" name="key" value={finding.key} />
            <TextArea name="text" id={`text-${finding.key.replace(/[^\w-]/g, '-')}`} label={t.why} rows={3} />
            <Button kind="secondary">{t.save}</Button>
          </Form>
        </Details>
      )}
    </article>
  )
}

function UnitFindings({ rows }: { rows: readonly UnitFinding[] }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <Panel title={t.ofUnits}>
      <p class="soft">{t.ofUnitsLead}</p>
      <Table
        caption={t.ofUnits}
        silentCaption
        rows={rows}
        rowKey={(r) => `${r.kind}-${r.reportId}-${r.figureCode}`}
        columns={[
          {
            key: 'unit',
            label: t.unit,
            main: true,
            width: 'wide',
            cell: (r) => <a href={figureAddress(r.reportId, r.figureCode)}>{r.unit}</a>,
          },
          { key: 'figure', label: t.figure, width: 'wide', cell: (r) => r.label[locale] },
          { key: 'value', label: t.value, numeric: true, cell: (r) => shownNumber(r.value) },
          { key: 'median', label: t.median, numeric: true, cell: (r) => shownNumber(r.median) },
          { key: 'what', label: t.what, cell: (r) => (r.kind === 'peers' ? t.high : t.still) },
        ]}
      />
    </Panel>
  )
}

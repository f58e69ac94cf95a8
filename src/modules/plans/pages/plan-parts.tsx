import { showDay } from '../../../lib/calendar/day.ts'
import { Details } from '../../../ui/details.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { useRequest } from '../../../ui/request.ts'
import { Table } from '../../../ui/table.tsx'
import { documentAddress, documentName } from '../../legal/document.ts'
import type { ReportDuty } from '../plan.ts'
import { periodWords, sectionWords } from '../plans.texts.ts'
import { reportDates } from '../report-dates.ts'
import type { PlanPageProps } from './plan-page-props.ts'
import { useTexts } from './plan-words.tsx'

export function Duties({ duties, plan }: Pick<PlanPageProps, 'duties' | 'plan'>) {
  const t = useTexts()
  const { locale } = useRequest()
  return (
    <Panel title={t.reportDuties}>
      <Table
        caption={t.reportDuties}
        silentCaption
        dense
        rows={duties}
        rowKey={(d) => d.id}
        columns={[
          { key: 'period', label: t.period, main: true, cell: (d) => periodWords[d.period][locale] },
          { key: 'due', label: t.dueAsPrinted, cell: (d) => d.dueAsPrinted ?? '–' },
          { key: 'to', label: t.addressee, cell: (d) => d.addresseeAsPrinted ?? '–' },
          {
            key: 'days',
            label: `${t.lastValidDay} ${plan.year}`,
            cell: (d) => <DueDays duty={d} plan={plan} />,
          },
        ]}
      />
    </Panel>
  )
}

/** The days a printed due date comes to; what it takes to believe them is one press away. */
function DueDays({ duty, plan }: { duty: ReportDuty; plan: PlanPageProps['plan'] }) {
  const t = useTexts()
  const { locale } = useRequest()
  const dates = reportDates(duty, plan, plan.year)
  if (dates.length === 0) return duty.dueAsPrinted ? t.dueNotUnderstood : '–'
  return (
    <Details summary={dates.map((d) => showDay(d.due)).join(', ')}>
      {dates.map((d) => (
        <p key={d.period} class="small">
          {d.why[locale]}
        </p>
      ))}
    </Details>
  )
}

export function Citations({ citations }: Pick<PlanPageProps, 'citations'>) {
  const t = useTexts()
  const roles = { BASIS: t.roleBasis, COMMUNICATE: t.roleCommunicate, MENTIONED: t.roleMentioned }
  return (
    <Panel title={`${t.legalBasis} (${citations.length})`}>
      <Table
        caption={t.legalBasis}
        silentCaption
        dense
        rows={citations}
        rowKey={(c) => `${c.documentId}-${c.role}`}
        columns={[
          {
            key: 'name',
            label: t.legalBasis,
            main: true,
            cell: (c) => <a href={documentAddress(c.documentId)}>{documentName(c.document)}</a>,
          },
          {
            key: 'printed',
            label: t.issued,
            cell: (c) => (c.document.issued ? showDay(c.document.issued) : '–'),
          },
          { key: 'role', label: t.state, cell: (c) => roles[c.role] },
        ]}
      />
    </Panel>
  )
}

export function Sections({ sections, recipients }: Pick<PlanPageProps, 'sections' | 'recipients'>) {
  const t = useTexts()
  const { locale } = useRequest()
  const shown = sections.filter((s) => s.body || s.heading)
  if (shown.length === 0 && recipients.length === 0) return null
  return (
    <Panel title={t.textOfPlan}>
      <div class="prose">
        {shown.map((s, i) => (
          <section key={`${s.kind}-${i}`}>
            <h3>{s.heading ?? sectionWords[s.kind][locale]}</h3>
            {s.body
              .split('\n')
              .filter(Boolean)
              .map((line) => (
                <p key={line}>{line}</p>
              ))}
          </section>
        ))}
        {recipients.length > 0 && (
          <section>
            <h3>{t.recipients}</h3>
            <ul>
              {recipients.map((r) => (
                <li key={r}>{r}</li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </Panel>
  )
}

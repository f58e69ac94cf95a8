import { words } from '../../../../lib/text/words.ts'
import { Gantt, type GanttRow } from '../../../../ui/charts/gantt.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Stat, Stats } from '../../../../ui/stat.tsx'
import { Table } from '../../../../ui/table.tsx'
import { Tabs } from '../../../../ui/tabs.tsx'
import { type StatusLook, StatusTag } from '../../../../ui/tag.tsx'
import { findingWords, rehearsalTexts } from '../rehearsal.texts.ts'
import type { Finding, Rehearsal } from '../rehearsing.ts'

const looks: Record<Finding['severity'], StatusLook> = {
  error: { tone: 'bad', icon: 'error' },
  warning: { tone: 'warn', icon: 'warning' },
  note: { tone: 'info', icon: 'info' },
}

export interface RehearsalPageProps {
  rehearsal: Rehearsal
  years: readonly number[]
  /** The year's order, level by level: communes, province, consolidated. */
  levels: readonly { title: string; rows: readonly GanttRow[] }[]
  today: string
}

/** A year played through: what would go wrong, and the order of the year by level. */
export function RehearsalPage({ rehearsal: r, years, levels, today }: RehearsalPageProps) {
  const t = words(rehearsalTexts, useRequest().locale)
  const count = (severity: Finding['severity']) => r.findings.filter((f) => f.severity === severity).length
  return (
    <>
      <PageHead title={t.rehearsal} lead={t.lead} />
      <Tabs
        label={t.years}
        tabs={years.map((y) => ({
          href: `/reporting/rehearsal?year=${y}`,
          label: t.year(y),
          current: y === r.year,
        }))}
      />
      <Stats>
        <Stat label={t.reports} value={r.reports.toLocaleString('vi-VN')} icon="plan" />
        <Stat label={t.units} value={String(r.units)} icon="building" />
        <Stat
          label={t.errors}
          value={String(count('error'))}
          icon="error"
          tone={count('error') ? 'bad' : 'good'}
        />
        <Stat
          label={t.warnings}
          value={String(count('warning'))}
          icon="warning"
          tone={count('warning') ? 'warn' : 'good'}
        />
      </Stats>
      {r.findings.length === 0 ? (
        <EmptyState scene="done" title={t.fine}>
          {t.fineWhy}
        </EmptyState>
      ) : (
        <Findings findings={r.findings} />
      )}
      {levels
        .filter((l) => l.rows.length > 0)
        .map((level) => (
          <Gantt
            key={level.title}
            title={`${t.timeline}: ${level.title}`}
            description={t.timelineSays}
            rows={level.rows}
            from={`${r.year}-01-01`}
            to={`${r.year}-12-31`}
            {...(today.startsWith(String(r.year)) ? { today } : {})}
          />
        ))}
    </>
  )
}

function Findings({ findings }: { findings: readonly Finding[] }) {
  const { locale } = useRequest()
  const t = words(rehearsalTexts, locale)
  return (
    <Table
      caption={t.findings}
      rows={findings}
      rowKey={(f) => `${f.kind} ${f.href} ${f.about}`}
      columns={[
        {
          key: 'severity',
          label: t.severity,
          cell: (f) => <StatusTag look={looks[f.severity]}>{t[f.severity]}</StatusTag>,
        },
        {
          key: 'about',
          label: t.about,
          main: true,
          width: 'medium',
          cell: (f) => <a href={f.href}>{f.about}</a>,
        },
        { key: 'what', label: t.what, width: 'wide', cell: (f) => f.detail[locale] },
        { key: 'todo', label: t.todo, width: 'medium', cell: (f) => findingWords[f.kind].todo[locale] },
      ]}
    />
  )
}

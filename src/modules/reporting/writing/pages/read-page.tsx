import { showTime } from '../../../../lib/calendar/day.ts'
import type { Fault } from '../../../../lib/errors.ts'
import type { FormValues } from '../../../../lib/http/forms.ts'
import { words } from '../../../../lib/text/words.ts'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Timeline } from '../../../../ui/timeline.tsx'
import { reportStateLooks } from '../looks.ts'
import { numbersOf, type ReportView } from '../showing.ts'
import { reportStateWords } from '../standing.texts.ts'
import type { ReportStep } from '../steps.sql.ts'
import { texts } from '../writing.texts.ts'
import { LifePanels } from './life-panels.tsx'
import { missingWords } from './missing-words.ts'
import { ReportPaper } from './paper.tsx'
import { ReportHeading } from './report-head.tsx'
import { ReportTabs } from './report-tabs.tsx'
import { Ring } from './ring.tsx'
import { TwoTexts } from './section-words.tsx'

export interface ReadPageProps {
  view: ReportView
  kept?: { form: string; values: FormValues; faults: readonly Fault[] } | undefined
}

/** A report to be read: as on paper, with how full it is, what the reader can do now, and what happened to it. */
export function ReadPage({ view, kept }: ReadPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { completeness, content } = view
  const { report } = view.file
  return (
    <>
      {kept && <ErrorSummary faults={kept.faults} />}
      <ReportHeading head={view} />
      <ReportTabs reportId={report.id} gathers={view.file.gathers} current="report" />
      {completeness.isEmpty && (
        <Notice tone="bad" title={t.emptyWarning}>
          {t.emptyWarningWhy}
        </Notice>
      )}
      {view.returned && report.state === 'returned' && (
        <Notice tone="warn" title={t.returnedTitle}>
          {view.returned.step.note ?? ''}
        </Notice>
      )}
      <Late view={view} />
      <LifePanels view={view} kept={kept} />
      {!completeness.isNil && (
        <section class="overview panel" aria-label={t.completeness}>
          <Ring
            share={completeness.score}
            label={t.full(`${Math.floor((completeness.score ?? 0) * 100)} %`)}
          />
          <Gaps view={view} />
        </section>
      )}
      <ReportPaper head={view} content={content} />
      <Panel title={t.history}>
        <Timeline entries={view.steps.toReversed().map((s) => entryOf(s, locale))} />
      </Panel>
    </>
  )
}

function Gaps({ view }: { view: ReportView }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { missing, score } = view.completeness
  const { definition } = view.content
  const numbers = numbersOf(definition)
  return (
    <div>
      <p class="overview-title">
        {t.completeness}: {Math.floor((score ?? 0) * 100)} %
      </p>
      {missing.length > 0 && (
        <p class="small">
          {t.lacks}:{' '}
          {missing
            .map((m) => `${numbers.get(m.sectionCode) ?? ''} ${missingWords(definition, m, locale)}`)
            .join('; ')}
        </p>
      )}
    </div>
  )
}

/** Texts that came when the report was locked already: shown to those who write, never part of what was handed in. */
function Late({ view }: { view: ReportView }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  if (!view.mayWrite || view.copies.length === 0) return null
  return (
    <Panel title={t.keptTexts}>
      <div class="stack">
        {view.copies.map((copy) => {
          const section = view.content.sections.find((s) => s.definition.code === copy.sectionCode)
          return (
            <TwoTexts
              key={copy.id}
              copy={copy}
              now={section?.narrative?.text ?? ''}
              reportId={view.file.report.id}
              revision={0}
              locked
            />
          )
        })}
      </div>
    </Panel>
  )
}

function entryOf(step: ReportStep, locale: 'vi' | 'en') {
  const t = words(texts, locale)
  const look = reportStateLooks[step.to]
  const isCorrection = step.to === 'draft' && step.from !== 'draft'
  const title = isCorrection ? t.correct : reportStateWords[step.to][locale]
  return {
    key: step.id,
    title: `${title} · ${t.version(step.versionNumber)}`,
    by: step.actorName,
    when: showTime(step.at),
    dateTime: step.at.toISOString(),
    icon: look.icon,
    tone: look.tone,
    children: step.note ? <p class="small">{step.note}</p> : undefined,
  }
}

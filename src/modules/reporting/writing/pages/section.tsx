import { showTime } from '../../../../lib/calendar/day.ts'
import type { Fault } from '../../../../lib/errors.ts'
import type { FormValues } from '../../../../lib/http/forms.ts'
import { words } from '../../../../lib/text/words.ts'
import { Icon } from '../../../../ui/icon.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Tag } from '../../../../ui/tag.tsx'
import type { Evidence } from '../../../assignments/activity.ts'
import type { SectionContent } from '../content.ts'
import type { ReportView } from '../showing.ts'
import { texts } from '../writing.texts.ts'
import { FigureTable } from './figure-table.tsx'
import { SectionEvidence } from './section-evidence.tsx'
import { SectionFigures } from './section-figures.tsx'
import { SectionSources } from './section-sources.tsx'
import { sectionState } from './section-state.ts'
import { SectionWords } from './section-words.tsx'

interface SectionProps {
  view: ReportView
  section: SectionContent
  number: string
  evidence: readonly Pick<Evidence, 'id' | 'caption'>[]
  kept?: { values: FormValues; faults: readonly Fault[] } | undefined
  /** Asked for by the address, whatever it lacks. */
  unfolded: boolean
}

/** One section being written: figures and words on the left, what they stand on beside them. */
export function WriteSection({ view, section, number, evidence, kept, unfolded }: SectionProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { definition } = section
  const reportId = view.file.report.id
  const sources = view.sources.get(definition.code) ?? []
  const remark = view.returned?.remarks.find((r) => r.sectionCode === definition.code)
  // Only what still asks for something is unfolded, so that a phone shows what matters.
  const asks =
    view.completeness.missing.some((m) => m.sectionCode === definition.code) ||
    view.copies.some((copy) => copy.sectionCode === definition.code)
  const isOpen = asks || unfolded || remark !== undefined || kept !== undefined
  const begins = beginning(section)
  const asksNothing = definition.evidence === 'none' && sources.length === 0 && !definition.draft
  const body = (
    <div class={asksNothing ? undefined : 'section-two'}>
      <div class="stack">
        <SectionFigures reportId={reportId} section={section} kept={kept} />
        {definition.narrative !== 'none' && <SectionWords view={view} section={section} />}
      </div>
      {!asksNothing && (
        <aside class="stack" aria-label={`${t.sources}: ${definition.heading[locale]}`}>
          <SectionSources view={view} sources={sources} />
          {definition.evidence !== 'none' && (
            <SectionEvidence
              reportId={reportId}
              section={section}
              count={view.evidenceCounts.get(definition.code) ?? 0}
              earlier={evidence}
            />
          )}
        </aside>
      )}
    </div>
  )
  return (
    <details
      class={`panel report-section level-${definition.level}`}
      id={`s-${definition.code}`}
      data-fold
      open={isOpen}
    >
      <summary class="section-head">
        <h2>
          {number} {definition.heading[locale]}
        </h2>
        <span class="section-marks">
          {section.narrative?.proposed && (
            <Tag tone="lotus" icon="idea">
              {t.composed}
            </Tag>
          )}
          <SectionState view={view} section={section} />
        </span>
        <Icon name="down" />
        {begins && <span class="section-begins">{begins}</span>}
      </summary>
      {definition.guidance && <p class="hint">{definition.guidance[locale]}</p>}
      {remark && (
        <Notice tone="warn" title={t.remark} small>
          {`${remark.text} (${remark.byName}, ${showTime(remark.at)})`}
        </Notice>
      )}
      {definition.table && section.rows.length > 0 && (
        <FigureTable table={definition.table} rows={section.rows} address={`/reports/${reportId}/figures`} />
      )}
      {body}
    </details>
  )
}

/** The first words of a section, shown while it is folded. */
function beginning(section: SectionContent): string {
  return (section.narrative?.text ?? '').replace(/\s+/g, ' ').trim().slice(0, 160)
}

/** Filled, or what it lacks. Autosave puts new words here. */
function SectionState({ view, section }: { view: ReportView; section: SectionContent }) {
  const { locale } = useRequest()
  const state = sectionState(view, section, locale)
  return (
    <span data-state={section.definition.code} aria-live="polite">
      <Tag
        tone={state.tone}
        icon={state.tone === 'good' ? 'check' : state.tone === 'warn' ? 'warning' : 'circle'}
      >
        {state.text}
      </Tag>
    </span>
  )
}

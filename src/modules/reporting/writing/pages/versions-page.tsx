import { showTime } from '../../../../lib/calendar/day.ts'
import type { Span } from '../../../../lib/documents/out/official-document.ts'
import { words } from '../../../../lib/text/words.ts'
import { PageHead } from '../../../../ui/page-head.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Tag } from '../../../../ui/tag.tsx'
import { Timeline } from '../../../../ui/timeline.tsx'
import { type ReportVersion, reportAddress } from '../../report.ts'
import type { VersionContent } from '../content.ts'
import { numbersOf, type ReportHead } from '../showing.ts'
import { texts } from '../writing.texts.ts'
import { ReportPaper } from './paper.tsx'
import { ReportHeading } from './report-head.tsx'
import { ReportTabs } from './report-tabs.tsx'

export interface VersionsPageProps {
  head: ReportHead
  versions: readonly ReportVersion[]
}

/** All versions of a report, newest first. */
export function VersionsPage({ head, versions }: VersionsPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const address = reportAddress(head.file.report.id)
  const looks = { working: 'info', submitted: 'good', superseded: 'quiet' } as const
  const names = {
    working: { vi: 'Đang soạn', en: 'Being written' },
    submitted: { vi: 'Đang được tính', en: 'Counts now' },
    superseded: { vi: 'Đã có bản thay thế', en: 'Replaced' },
  }
  return (
    <>
      <ReportHeading head={head} />
      <ReportTabs reportId={head.file.report.id} gathers={head.file.gathers} current="versions" />
      <Panel title={t.versions}>
        <p class="soft">{t.versionsLead}</p>
        <Timeline
          entries={versions.map((v) => ({
            key: v.id,
            title: (
              <>
                <a href={`${address}/versions/${v.number}`}>{t.version(v.number)}</a>{' '}
                <Tag tone={looks[v.state]}>{names[v.state][locale]}</Tag>
              </>
            ),
            by: v.submittedByName ?? v.begunByName,
            when: showTime(v.submittedAt ?? v.begunAt),
            icon: v.state === 'working' ? ('edit' as const) : ('send' as const),
            tone: looks[v.state],
            children: (
              <>
                {v.correctionReason && <p class="small">{v.correctionReason}</p>}
                {v.completeness !== null && (
                  <p class="small">{t.full(`${Math.floor(v.completeness * 100)} %`)}</p>
                )}
                {v.digest && (
                  <p class="small soft hash">
                    {t.digest}: {v.digest}
                  </p>
                )}
                {v.number > 1 && <a href={`${address}/versions/${v.number}/changes`}>{t.compare}</a>}
              </>
            ),
          }))}
        />
      </Panel>
    </>
  )
}

/** One version as it was. */
export function VersionPage({ head, content }: { head: ReportHead; content: VersionContent }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { version } = content
  return (
    <>
      <PageHead
        kicker={head.unitName}
        title={`${head.title[locale]}: ${t.version(version.number).toLowerCase()}`}
        lead={version.digest ? <span class="hash">{`${t.digest}: ${version.digest}`}</span> : undefined}
      />
      <ReportTabs reportId={head.file.report.id} gathers={head.file.gathers} current="versions" />
      <ReportPaper head={head} content={content} />
    </>
  )
}

export interface SectionChange {
  code: string
  before: string
  after: string
  /** Word by word; empty where nothing differs. */
  spans: readonly Span[]
  figures: readonly { label: string; before: string; after: string }[]
}

export interface ChangesPageProps {
  head: ReportHead
  content: VersionContent
  earlier: number
  changes: readonly SectionChange[]
}

/** Two versions side by side, section by section, what changed marked on both sides. */
export function ChangesPage({ head, content, earlier, changes }: ChangesPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { version, definition } = content
  const numbers = numbersOf(definition)
  return (
    <>
      <PageHead
        kicker={head.unitName}
        title={head.title[locale]}
        lead={t.comparing(earlier, version.number)}
      />
      <ReportTabs reportId={head.file.report.id} gathers={head.file.gathers} current="versions" />
      {definition.sections.map((s) => {
        const change = changes.find((c) => c.code === s.code)
        const isSame = !change || (change.spans.length === 0 && change.figures.length === 0)
        return (
          <Panel key={s.code} title={`${numbers.get(s.code) ?? ''} ${s.heading[locale]}`}>
            {isSame ? (
              <p class="soft">{t.same}</p>
            ) : (
              <OneChange change={change} earlier={earlier} now={version.number} />
            )}
          </Panel>
        )
      })}
    </>
  )
}

function OneChange({ change, earlier, now }: { change: SectionChange; earlier: number; now: number }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <>
      {change.spans.length > 0 && (
        <div class="two-texts">
          <div>
            <h3>{t.version(earlier)}</h3>
            <p class="letter">
              {change.spans.map((s, i) =>
                s.change === 'inserted' ? null : s.change === 'deleted' ? (
                  <del key={String(i)}>{s.text}</del>
                ) : (
                  s.text
                ),
              )}
            </p>
          </div>
          <div>
            <h3>{t.version(now)}</h3>
            <p class="letter">
              {change.spans.map((s, i) =>
                s.change === 'deleted' ? null : s.change === 'inserted' ? (
                  <ins key={String(i)}>{s.text}</ins>
                ) : (
                  s.text
                ),
              )}
            </p>
          </div>
        </div>
      )}
      {change.figures.length > 0 && (
        <ul class="list-plain">
          {change.figures.map((f) => (
            <li key={f.label}>
              {f.label}: <del>{f.before}</del> <ins>{f.after}</ins>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

import { showTime } from '../../../../lib/calendar/day.ts'
import type { Fault } from '../../../../lib/errors.ts'
import type { FormValues } from '../../../../lib/http/forms.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button } from '../../../../ui/button.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Form } from '../../../../ui/form.tsx'
import { Icon } from '../../../../ui/icon.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { useRequest } from '../../../../ui/request.ts'
import type { Evidence } from '../../../assignments/activity.ts'
import { reportAddress } from '../../report.ts'
import { inheritingTexts } from '../inheriting.texts.ts'
import { numbersOf, type ReportView } from '../showing.ts'
import { texts } from '../writing.texts.ts'
import { missingWords } from './missing-words.ts'
import { ReportHeading } from './report-head.tsx'
import { ReportTabs } from './report-tabs.tsx'
import { Ring } from './ring.tsx'
import { WriteSection } from './section.tsx'
import { SubmitPanel } from './submit-panel.tsx'

export interface WritePageProps {
  view: ReportView
  evidence: readonly Pick<Evidence, 'id' | 'caption'>[]
  /** A form that came back: which one, its values and faults. */
  kept?: { form: string; values: FormValues; faults: readonly Fault[] } | undefined
  /** The section that the writer was in. */
  unfolded?: string | undefined
}

/** A report being written: what is missing, section by section with its sources, and handing it in. */
export function WritePage({ view, evidence, kept, unfolded }: WritePageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { content, file } = view
  const numbers = numbersOf(content.definition)
  const address = reportAddress(file.report.id)
  return (
    <>
      {kept && <ErrorSummary faults={kept.faults} />}
      <ReportHeading
        head={view}
        actions={
          <Form action={`${address}/refreshing`} bare>
            <Button kind="secondary" icon="refresh">
              {t.refresh}
            </Button>
          </Form>
        }
      />
      <ReportTabs reportId={file.report.id} gathers={file.gathers} current="report" />
      <Before view={view} />
      <Overview view={view} numbers={numbers} />
      <div class="report-sections">
        {content.sections.map((section) => (
          <WriteSection
            key={section.definition.code}
            view={view}
            section={section}
            number={numbers.get(section.definition.code) ?? ''}
            evidence={evidence}
            kept={kept?.form === section.definition.code ? kept : undefined}
            unfolded={unfolded === section.definition.code}
          />
        ))}
        <SubmitBar view={view} />
      </div>
      <SubmitPanel view={view} kept={kept?.form === 'submission' ? kept : undefined} />
    </>
  )
}

/** Why this version is there: it came back, or it corrects an accepted one. */
function Before({ view }: { view: ReportView }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { correctionReason } = view.content.version
  const i = words(inheritingTexts, locale)
  const left = view.copies.filter((c) => c.fromUnitId !== null)
  const names = [...new Set(left.map((c) => c.byName))].join(', ')
  return (
    <>
      {left.length > 0 && (
        <Notice tone="info" title={i.inheritedTitle}>
          {i.inheritedWhy(names)}
        </Notice>
      )}
      {view.returned && (
        <Notice tone="warn" title={t.returnedTitle}>
          <p>{view.returned.step.note}</p>
          <p class="soft small">
            {view.returned.step.actorName}, {showTime(view.returned.step.at)}
          </p>
        </Notice>
      )}
      {correctionReason && (
        <Notice tone="info" title={t.correctionTitle}>
          {`${t.correctionWhy} ${correctionReason}`}
        </Notice>
      )}
    </>
  )
}

/** Always in sight on the way down: how complete it is, and the way to hand it in. */
function SubmitBar({ view }: { view: ReportView }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { score, missing } = view.completeness
  const codes = new Set(missing.map((m) => m.sectionCode))
  return (
    <div class="submit-bar no-print">
      <p>
        <strong>{score === null ? '' : t.full(`${Math.floor(score * 100)} %`)}</strong>{' '}
        <span class="soft">{codes.size > 0 ? t.sectionsMissing(codes.size) : t.nothingMissing}</span>
      </p>
      <a class="button" href="#submission">
        <Icon name="send" />
        {t.submitTitle}
      </a>
    </div>
  )
}

/** Takes every text that the program composed, read or not: the writer answers for it from then on. */
function AcceptAll({ view }: { view: ReportView }) {
  const t = words(texts, useRequest().locale)
  const proposed = view.content.sections.filter((s) => s.narrative?.proposed).length
  if (proposed === 0) return null
  return (
    <Form action={`${reportAddress(view.file.report.id)}/composed-texts/acceptance`} bare class="overview-go">
      <Button icon="check">{t.acceptAll(proposed)}</Button>
    </Form>
  )
}

function Overview({ view, numbers }: { view: ReportView; numbers: ReadonlyMap<string, string> }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { score, missing } = view.completeness
  const { definition } = view.content
  const codes = [...new Set(missing.map((m) => m.sectionCode))]
  const nameOf = (code: string) => {
    const section = definition.sections.find((s) => s.code === code)
    return `${numbers.get(code) ?? ''} ${section?.heading[locale] ?? code}`
  }
  const said = score === null ? '' : t.full(`${Math.floor(score * 100)} %`)
  return (
    <section class="overview panel" aria-label={t.completeness}>
      <Ring share={score} label={said} />
      <div>
        <p class="overview-title">{missing.length > 0 ? t.missingTitle : t.nothingMissing}</p>
        {codes.length > 0 && (
          <ul class="overview-list">
            {codes.map((code) => (
              <li key={code}>
                <a href={`#s-${code}`}>{nameOf(code)}</a>:{' '}
                {missing
                  .filter((m) => m.sectionCode === code)
                  .map((m) => missingWords(definition, m, locale))
                  .join('; ')}
              </li>
            ))}
          </ul>
        )}
      </div>
      <AcceptAll view={view} />
    </section>
  )
}

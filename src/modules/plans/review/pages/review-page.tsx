import { words } from '../../../../lib/text/words.ts'
import { ButtonLink } from '../../../../ui/button.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { JobProgress } from '../../../../ui/progress.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { SideBySide } from '../../../../ui/side-by-side.tsx'
import { SourceText } from '../../../../ui/source-text.tsx'
import { Tag } from '../../../../ui/tag.tsx'
import { planAddress, readingAddress } from '../../plan.ts'
import { titleOf } from '../../plan-document.ts'
import { marksOf } from '../marks.ts'
import { texts } from '../review.texts.ts'
import type { Reading } from '../review.ts'
import { Flags } from './flags.tsx'
import { Names } from './names.tsx'
import { Head, Legal, MakePlan, Recipients, Reread } from './parts.tsx'
import type { ReadProps, ReviewPageProps } from './review-page-props.ts'
import { Tasks } from './tasks.tsx'

export function ReviewPage(props: ReviewPageProps) {
  const t = words(texts, useRequest().locale)
  const { reading, flags } = props
  const open = flags.filter((f) => f.resolution === null && f.blocking).length
  return (
    <>
      <ErrorSummary faults={props.faults} />
      <PageHead
        title={titleOf(reading.found?.head.title.value ?? reading.name)}
        kicker={`${t.reading} · ${reading.name} · ${props.unit}`}
        tags={
          reading.state === 'READ' ? (
            <Tag tone={open > 0 ? 'warn' : 'good'} icon={open > 0 ? 'flag' : 'done'}>
              {open} {t.blocking}
            </Tag>
          ) : undefined
        }
      />
      <StateOf reading={reading} />
      {reading.found && reading.text !== null && (
        <Read {...props} found={reading.found} text={reading.text} />
      )}
    </>
  )
}

function StateOf({ reading }: { reading: Reading }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  if (reading.state === 'WAITING' || reading.state === 'READING') {
    return (
      <Panel title={t.working}>
        <p>{t.workingWhy}</p>
        <JobProgress
          label={t.working}
          value={reading.progress}
          max={100}
          text={t.percent(reading.progress)}
          url={`${readingAddress(reading.id)}/progress`}
        />
      </Panel>
    )
  }
  if (reading.state === 'FAILED') {
    return (
      <Notice tone="bad" title={t.failed}>
        <p>{reading.failure?.[locale]}</p>
        <ButtonLink href="/plan-readings/new" kind="secondary">
          {t.again}
        </ButtonLink>
      </Notice>
    )
  }
  if (reading.planId === null) return null
  return (
    <Notice tone="info">
      <p>
        {t.used} <a href={planAddress(reading.planId)}>{t.openPlan}</a>
      </p>
    </Notice>
  )
}

/** Source beside what was read from it; doubts first. Each half leads to the other. */
function Read(given: Omit<ReadProps, 'at'>) {
  const t = words(texts, useRequest().locale)
  const props: ReadProps = { ...given, at: readingAddress(given.reading.id) }
  const label = (field: string) => String(t[field as keyof typeof t] ?? field)
  const editable = given.reading.state === 'READ'
  return (
    <>
      <Flags {...props} />
      {given.reading.notes.length > 0 && (
        <Notice tone="info" title={t.notes}>
          <ul>
            {given.reading.notes.map((n) => (
              <li key={`${n.code}-${n.start}`}>{n.detail}</li>
            ))}
          </ul>
        </Notice>
      )}
      <SideBySide
        first={
          <SourceText
            text={given.text}
            marks={marksOf(given.found, given.flags, label)}
            fieldAnchor={(id) => id}
          />
        }
        second={
          <div class="stack">
            <Head {...props} />
            <Names {...props} />
            <Tasks {...props} />
            <Recipients {...props} />
            <Legal {...props} />
            {editable && <Reread {...props} />}
            {editable && <MakePlan {...props} />}
          </div>
        }
      />
    </>
  )
}

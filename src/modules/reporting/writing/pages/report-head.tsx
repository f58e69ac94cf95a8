import type { ComponentChildren } from 'preact'
import { showDay } from '../../../../lib/calendar/day.ts'
import { words } from '../../../../lib/text/words.ts'
import { PageHead } from '../../../../ui/page-head.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { StatusTag, Tag } from '../../../../ui/tag.tsx'
import { reportStateLooks, standingLooks } from '../looks.ts'
import type { ReportHead } from '../showing.ts'
import { reportStateWords, standingWords } from '../standing.texts.ts'
import { texts } from '../writing.texts.ts'

/** Title, state and due day of a report, the same on all its pages. */
export function ReportHeading({ head, actions }: { head: ReportHead; actions?: ComponentChildren }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { obligation, report } = head.file
  const judged = report.submittedDay !== null && report.state !== 'returned'
  return (
    <PageHead
      kicker={head.unitName}
      title={head.title[locale]}
      lead={
        <>
          {t.window(showDay(obligation.fromDay), showDay(obligation.cutoffDay))}.{' '}
          {head.receiver && `${t.sendTo(head.receiver)}.`}
        </>
      }
      tags={
        <>
          <StatusTag look={reportStateLooks[report.state]}>
            {reportStateWords[report.state][locale]}
          </StatusTag>
          {judged ? (
            <StatusTag look={standingLooks[head.standing]}>{standingWords[head.standing][locale]}</StatusTag>
          ) : (
            <DueTag dueDay={obligation.dueDay} daysLeft={head.daysLeft} invited={obligation.invited} />
          )}
          {report.symbol && (
            <Tag outline>
              {report.symbol}
              {report.issuedDay && `, ${showDay(report.issuedDay)}`}
            </Tag>
          )}
        </>
      }
      actions={actions}
    />
  )
}

/** 'Hạn 04/06/2026 · còn 3 ngày', coloured as the day comes near. */
export function DueTag(props: { dueDay: string; daysLeft: number; invited: boolean }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { daysLeft } = props
  const isOver = daysLeft < 0 && !props.invited
  const tone = isOver ? 'bad' : daysLeft <= 3 ? 'warn' : 'quiet'
  return (
    <Tag tone={tone} icon={isOver ? 'late' : 'clock'}>
      {t.dueOn(showDay(props.dueDay))} · {daysLeft < 0 ? t.daysOver(-daysLeft) : t.daysLeft(daysLeft)}
    </Tag>
  )
}

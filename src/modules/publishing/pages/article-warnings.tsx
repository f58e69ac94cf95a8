import type { ComponentChildren } from 'preact'
import type { Locale } from '../../../lib/actor.ts'
import { type Day, showDay, showTime } from '../../../lib/calendar/day.ts'
import { words } from '../../../lib/text/words.ts'
import { Notice } from '../../../ui/notice.tsx'
import { texts } from '../portal.texts.ts'
import { publicationAddress, validityOn } from '../publication.ts'
import type { Reading } from '../reading.sql.ts'
import { textOf } from './event-date.tsx'
import { ValidityNotice } from './validity.tsx'

export interface WarningFacts {
  locale: Locale
  reading: Reading
  /** Whose unit is no longer there: who does its work now, '' where nobody does; null: it is still there. */
  heirs: string | null
  /** Shown is an old version of this number. */
  old: { number: number; at: Date } | null
  isReviewPast: boolean
  isOver: boolean
  /** From when it holds no more; null: it holds. */
  endedFrom: Day | null
  /** From when it will hold; null: it does. */
  beginsOn: Day | null
  isMended: boolean
  today: Day
}

function hasEnded({ endedFrom, reading: r, today }: WarningFacts): boolean {
  if (r.kind !== 'directing_document') return endedFrom !== null
  return ['ended', 'replaced'].includes(validityOn(r.validity, today))
}

/** What a reader should know before the text: it is old, has ended, is not yet in force, or nobody has looked at it. */
export function Warnings({ facts }: { facts: WarningFacts }) {
  const { locale, reading: r, old, heirs } = facts
  const w = words(texts, locale)
  const notices: ComponentChildren[] = []
  if (r.kind === 'directing_document' && validityOn(r.validity, facts.today) !== 'in_force')
    notices.push(<ValidityNotice validity={r.validity} today={facts.today} locale={locale} key="validity" />)
  if (old)
    notices.push(
      <Notice tone="warn" title={w.oldVersion} key="old">
        <p>
          {w.oldVersionNote(old.number, showTime(old.at))} <a href={publicationAddress(r)}>{w.toCurrent}</a>
        </p>
      </Notice>,
    )
  if (heirs !== null)
    notices.push(
      <Notice tone="info" title={w.historyTitle} key="history">
        {w.history(r.unitName, heirs)}
      </Notice>,
    )
  if (facts.endedFrom)
    notices.push(
      <Notice tone="warn" title={w.ended(showDay(facts.endedFrom))} key="ended">
        {w.endedNote}
      </Notice>,
    )
  if (facts.beginsOn)
    notices.push(
      <Notice tone="info" small key="begins">
        {w.begins(showDay(facts.beginsOn))}
      </Notice>,
    )
  if (facts.isMended)
    notices.push(
      <Notice tone="good" small key="mended">
        {w.mendedOn(showDay(textOf(r.facts, 'mended')))}
      </Notice>,
    )
  if (facts.isOver)
    notices.push(
      <Notice tone="info" small key="over">
        {w.wasPast}
      </Notice>,
    )
  // Of what has ended anyway, nobody need be told that it may be out of date.
  if (facts.isReviewPast && r.reviewBy && !hasEnded(facts))
    notices.push(
      <Notice tone="warn" small key="review">
        {w.reviewPast(showDay(r.reviewBy))}
      </Notice>,
    )
  return notices.length > 0 ? (
    <div class="warnings stack" lang={locale}>
      {notices}
    </div>
  ) : null
}

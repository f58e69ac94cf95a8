import { showDay, showTime } from '../../../lib/calendar/day.ts'
import type { IconName } from '../../../ui/icon.tsx'
import type { Tone } from '../../../ui/tone.ts'
import type { DueChange, Extension } from './extensions.sql.ts'
import { texts } from './obligations.texts.ts'

/** One thing that happened to an obligation, ready to be shown. */
export interface Happened {
  key: string
  title: { vi: string; en: string }
  at: Date
  when: string
  by: string | null
  note: string | null
  icon: IconName
  tone: Tone
}

interface Known {
  obligation: {
    madeAt: Date
    state: 'owed' | 'ended' | 'waived'
    stateAt: Date | null
    stateReason: string | null
  }
  changes: readonly DueChange[]
  extensions: readonly Extension[]
  reminders: readonly Reminded[]
}

export interface Reminded {
  id: number
  sentAt: Date
  byName: string
  rung: { vi: string; en: string }
  to: string | null
  note: string | null
}

/** Everything that is known to have happened, newest first. */
export function historyOf({ obligation: o, changes, extensions, reminders }: Known): Happened[] {
  const entry = (
    key: string,
    at: Date,
    title: { vi: string; en: string },
    look: readonly [IconName, Tone],
    more: { by?: string | null; note?: string | null } = {},
  ): Happened => ({
    key,
    at,
    title,
    when: showTime(at),
    by: more.by ?? null,
    note: more.note ?? null,
    icon: look[0],
    tone: look[1],
  })
  const { granted, refused, made } = texts
  const all = [
    entry('made', o.madeAt, made, ['calendar', 'quiet']),
    ...changes.map((c) =>
      entry(`change-${c.id}`, c.at, movedWords(c), ['history', 'info'], {
        by: c.byName,
        note: c.reason,
      }),
    ),
    ...extensions.map((e) =>
      entry(`asked-${e.id}`, e.askedAt, askedWords(e), ['clock', 'warn'], {
        by: e.askedByName,
        note: e.reason,
      }),
    ),
    ...extensions.flatMap((e) =>
      e.decision === null || e.decidedAt === null
        ? []
        : [
            entry(
              `decided-${e.id}`,
              e.decidedAt,
              e.decision === 'granted' ? granted : refused,
              e.decision === 'granted' ? ['check', 'good'] : ['close', 'bad'],
              { by: e.decidedByName, note: e.note },
            ),
          ],
    ),
    ...reminders.map((r) =>
      entry(`reminder-${r.id}`, r.sentAt, r.rung, ['bell', 'warn'], {
        by: r.byName,
        note: [r.to, r.note].filter(Boolean).join(' · ') || null,
      }),
    ),
    ...(o.state === 'owed' || o.stateAt === null
      ? []
      : [entry('state', o.stateAt, texts[o.state], ['stop', 'quiet'], { note: o.stateReason })]),
  ]
  return all.sort((a, b) => b.at.getTime() - a.at.getTime())
}

function movedWords({ fromDay, toDay }: DueChange): { vi: string; en: string } {
  const [from, to] = [showDay(fromDay), showDay(toDay)]
  return { vi: texts.moved.vi(from, to), en: texts.moved.en(from, to) }
}

function askedWords({ wantedDay }: Extension): { vi: string; en: string } {
  const day = showDay(wantedDay)
  return { vi: texts.asked.vi(day), en: texts.asked.en(day) }
}

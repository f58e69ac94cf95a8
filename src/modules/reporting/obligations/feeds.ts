import { createHash, randomBytes } from 'node:crypto'
import { type Actor, reaches } from '../../../lib/actor.ts'
import { recordChange } from '../../../lib/audit.ts'
import { addDays, dayOf, showDay } from '../../../lib/calendar/day.ts'
import { type CalendarEvent, writeCalendar } from '../../../lib/calendar/ical.ts'
import { periodTitle } from '../../../lib/calendar/period.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import { forbidden, notFound } from '../../../lib/errors.ts'
import { assignmentAddress } from '../../assignments/assignment.ts'
import { type DueOn, workDueBetween } from '../../assignments/assignments.ts'
import { subtreeIds, unitAsOf } from '../../organisations/organisations.ts'
import { obligationAddress } from '../obligation.ts'
import { type FeedOwner, insertFeed, noteRead, revokeFeed, selectFeedByHash } from './feeds.sql.ts'
import { type ObligationRow, selectObligations } from './lists.sql.ts'

/**
 * A secret address for a calendar: of everything the person's units have to do, or of one unit with those below it.
 * Only the hash is kept; the secret is answered once.
 */
export async function makeFeed(tx: Tx, actor: Actor, unitId: number | null, now: Date): Promise<string> {
  if (unitId !== null && !reaches(actor, unitId))
    throw forbidden('Đơn vị này ngoài phạm vi của bạn.', 'This unit is outside your reach.')
  const secret = `${actor.provinceId}-${randomBytes(24).toString('base64url')}`
  const feed = { accountId: actor.accountId, unitId, madeAt: now, tokenHash: hashOf(secret) }
  const id = await insertFeed(tx, actor.provinceId, feed)
  const subject = { kind: 'feed', id }
  await recordChange(tx, actor, now, { verb: 'feed.make', subject, before: null, after: { unitId } })
  return secret
}

export async function endFeed(tx: Tx, actor: Actor, id: number, now: Date): Promise<void> {
  if (!(await revokeFeed(tx, actor.provinceId, actor.accountId, id, now))) throw notFound()
  const subject = { kind: 'feed', id }
  await recordChange(tx, actor, now, { verb: 'feed.revoke', subject, before: null, after: { revoked: true } })
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/**
 * The calendar behind a secret as RFC 5545 text: a year ahead and two months back. Refuses with not_found for a secret
 * that was revoked, or whose owner may no longer sign in or see the unit.
 */
export async function readFeed(db: DbOrTx, secret: string, baseUrl: string, now: Date): Promise<string> {
  const provinceId = Number(/^(\d{1,9})-[\w-]{32}$/.exec(secret)?.[1] ?? 0)
  const today = dayOf(now)
  const feed = provinceId ? await selectFeedByHash(db, provinceId, hashOf(secret), today) : null
  if (!feed || feed.grants.length === 0) throw notFound()
  const unitIds = await unitsOf(db, provinceId, feed, now)
  if (unitIds.length === 0) throw notFound()
  const days = { from: addDays(today, -62), to: addDays(today, 366) }
  const asked = { unitIds, dueFrom: days.from, dueTo: days.to, states: ['owed', 'ended', 'waived'] as const }
  const { rows } = await selectObligations(db, provinceId, asked, 5000)
  const work = await workDueBetween(db, provinceId, { unitIds, ...days }, 5000)
  await noteRead(db, provinceId, feed.id, now)
  const unit = feed.unitId === null ? null : await unitAsOf(db, provinceId, feed.unitId, today)
  return writeCalendar({
    name: `Chung Tay: ${unit?.name ?? feed.name}`,
    description: 'Hạn nộp báo cáo và hạn nhiệm vụ',
    url: `${baseUrl}/reporting/calendar`,
    refreshHours: 6,
    events: [
      ...rows.map((o) => reportEvent(o, provinceId, baseUrl)),
      ...work.map((w) => taskEvent(w, provinceId, baseUrl)),
    ],
  })
}

/** Of a unit's feed: its subtree while the owner still reaches it. Of a person's: the units of the roles held. */
async function unitsOf(db: DbOrTx, provinceId: number, feed: FeedOwner, now: Date): Promise<number[]> {
  const today = dayOf(now)
  const wide = ['province_lead', 'auditor', 'administrator']
  const works = ['agency_officer', 'agency_head', 'province_lead']
  if (feed.unitId === null)
    return [...new Set(feed.grants.filter((g) => works.includes(g.role)).map((g) => g.unitId))]
  const below = await subtreeIds(db, provinceId, feed.unitId, today)
  if (feed.grants.some((g) => wide.includes(g.role))) return [...below]
  for (const { unitId } of feed.grants) {
    if ((await subtreeIds(db, provinceId, unitId, today)).has(feed.unitId)) return [...below]
  }
  return []
}

function reportEvent(o: ObligationRow, provinceId: number, baseUrl: string): CalendarEvent {
  const done = o.submittedDay !== null && o.reportState !== 'returned'
  const name = `${o.dutyName} – ${periodTitle(o.period).vi}`
  return {
    uid: `bao-cao-${provinceId}-${o.id}@chungtay`,
    day: o.dueDay,
    summary: `${done ? '✓ ' : 'Hạn nộp: '}${name}`,
    description: `${o.unitName}\n${o.why.vi}`,
    url: `${baseUrl}${obligationAddress(o.id)}`,
    categories: ['Báo cáo'],
    sequence: o.changes,
    status: o.state === 'owed' ? 'CONFIRMED' : 'CANCELLED',
    changed: o.changedAt,
    ...(done || o.state !== 'owed' ? {} : { alarms: [{ daysBefore: 3, hour: 8 }] }),
  }
}

function taskEvent(w: DueOn, provinceId: number, baseUrl: string): CalendarEvent {
  const done = w.state === 'reported_done' || w.state === 'verified'
  return {
    uid: `nhiem-vu-${provinceId}-${w.id}@chungtay`,
    day: w.dueDay,
    summary: `${done ? '✓ ' : 'Nhiệm vụ: '}${w.content.length > 120 ? `${w.content.slice(0, 118)}…` : w.content}`,
    description: `${w.unitName}\n${w.planTitle}\nHạn: ${showDay(w.dueDay)}`,
    url: `${baseUrl}${assignmentAddress(w.id)}`,
    categories: ['Nhiệm vụ'],
    changed: w.givenAt,
  }
}

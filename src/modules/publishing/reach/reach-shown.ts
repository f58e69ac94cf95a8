import type { Actor } from '../../../lib/actor.ts'
import { addDays, type Day, daysBetween, parseDay } from '../../../lib/calendar/day.ts'
import type { DbOrTx } from '../../../lib/db/db.ts'
import { notFound } from '../../../lib/errors.ts'
import { bare } from '../../../lib/text/bare.ts'
import { unitsAsOf } from '../../organisations/organisations.ts'
import { selectAudienceNames } from './audiences.sql.ts'
import { communeName } from './commune-name.ts'
import { selectTyped } from './figures.sql.ts'
import { selectLinks } from './links.sql.ts'
import {
  type ReachScope,
  selectBrief,
  selectFollowed,
  selectItems,
  selectSilentLinks,
  sumBy,
  sumByCode,
} from './reach.sql.ts'
import { added, daily, followed } from './reach-of.ts'
import { unreachedLists } from './unreached.ts'

/** How many days are shown where nobody asks for others. */
export const usualDays = 60
const mostDays = 366
/** A text this young may well have reached nobody yet; a code takes longer to be hung up. */
const graceDays = { item: 3, link: 14 }

/** Days as asked for; `wrong`: they were no days, or too many. */
export function readDays(
  query: Record<string, string | undefined>,
  today: Day,
): ReachScope & { wrong: boolean } {
  const usual = { from: addDays(today, 1 - usualDays), to: today }
  const asked = { from: query['from'] ?? '', to: query['to'] ?? '' }
  const from = asked.from === '' ? usual.from : parseDay(asked.from)
  const to = asked.to === '' ? usual.to : parseDay(asked.to)
  if (!from || !to || to < from || daysBetween(from, to) >= mostDays) return { ...usual, wrong: true }
  return { from, to, wrong: false }
}

export type ReachSeen = Awaited<ReturnType<typeof reachSeen>>

/** Reach of everything, or of one publication, over days. */
export async function reachSeen(db: DbOrTx, provinceId: number, scope: ReachScope) {
  const byChannel = await sumBy(db, provinceId, scope, 'channel_kind')
  const byPlace = await sumBy(db, provinceId, scope, 'place')
  const byAudience = await sumByCode(db, provinceId, scope, 'audiences')
  const byTheme = await sumByCode(db, provinceId, scope, 'themes')
  const byForm = await sumByCode(db, provinceId, scope, 'forms')
  const byDay = await sumBy(db, provinceId, scope, 'day')
  const channels = added(byChannel)
  return {
    scope,
    total: channels.reduce((n, c) => n + c.amount, 0),
    followed: followed(byChannel).reduce((n, c) => n + c.amount, 0),
    channels,
    places: added(byPlace).filter((p) => p.key !== ''),
    placesFollowed: followed(byPlace).filter((p) => p.key !== ''),
    audiences: added(byAudience),
    audienceNames: await selectAudienceNames(db, provinceId),
    themes: added(byTheme),
    forms: added(byForm),
    days: daily(byDay, scope, (day) => addDays(day, 1)),
    metrics: sumOf(byChannel),
  }
}

function sumOf(sums: readonly { metric: string; amount: number }[]) {
  const by = new Map<string, number>()
  for (const s of sums) by.set(s.metric, (by.get(s.metric) ?? 0) + s.amount)
  return [...by].map(([metric, amount]) => ({ metric, amount }))
}

export async function itemsSeen(db: DbOrTx, provinceId: number, scope: ReachScope) {
  return selectItems(db, provinceId, scope)
}

export type PublicationReach = Awaited<ReturnType<typeof publicationReach>>

/** One publication: its figures, what was given by hand, and its links with what came back by them. */
export async function publicationReach(db: DbOrTx, actor: Actor, id: number, scope: ReachScope) {
  const publication = await selectBrief(db, actor.provinceId, id)
  if (!publication) throw notFound()
  const back = await selectFollowed(db, actor.provinceId, id)
  return {
    publication,
    seen: await reachSeen(db, actor.provinceId, { ...scope, publicationId: id }),
    typed: await selectTyped(db, actor.provinceId, id),
    links: (await selectLinks(db, actor.provinceId, id)).map((l) => ({
      ...l,
      times: back.get(`${l.channelKind}|${l.place}`) ?? 0,
    })),
  }
}

export type NobodySeen = Awaited<ReturnType<typeof nobodySeen>>

/** What reached nobody: texts, codes, and communes that no figure speaks of. */
export async function nobodySeen(db: DbOrTx, provinceId: number, scope: ReachScope, now: Date) {
  const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)
  const grown = (await selectItems(db, provinceId, scope)).filter(
    (i) => i.publishedAt < daysAgo(graceDays.item),
  )
  const items = grown.filter((i) => i.amount === 0 && i.signs === 0)
  const byAudience = await sumByCode(db, provinceId, scope, 'audiences')
  const reached = added(byAudience).flatMap((a) => (a.amount > 0 ? [a.key] : []))
  const all = await communesOf(db, provinceId, scope.to)
  const sums = await sumBy(db, provinceId, scope, 'place')
  const told = sums.filter((s) => s.amount > 0).map((s) => bare(s.key))
  const silent = all.filter((u) => {
    const name = bare(u.short)
    return !told.some((place) => place.includes(name))
  })
  return {
    scope,
    items,
    links: await selectSilentLinks(db, provinceId, daysAgo(graceDays.link)),
    communes: { silent, all: all.length },
    lists: await unreachedLists(db, provinceId, { items: grown, audiences: reached }, now),
  }
}

export interface Commune {
  id: number
  /** 'UBND xã Bình Minh' */
  name: string
  /** 'xã Bình Minh': how places are named. */
  short: string
}

/** Committees of communes on a day, as places. */
export async function communesOf(db: DbOrTx, provinceId: number, day: Day): Promise<Commune[]> {
  const units = await unitsAsOf(db, provinceId, day)
  return units
    .filter((u) => u.level === 'commune' && u.type === 'people_committee')
    .map((u) => ({ id: u.id, name: u.name, short: communeName(u.name) }))
}

import { addDays, type Day, dayOf } from '../../../lib/calendar/day.ts'
import type { DbOrTx } from '../../../lib/db/db.ts'
import type { Bilingual } from '../../../lib/http/route.ts'
import { unitsAsOf } from '../../organisations/organisations.ts'
import { messageAddress } from '../channel.ts'
import { selectStanding } from '../standing/standing.sql.ts'
import { isOverdue, isWithoutPhoto } from '../standing/standing.ts'
import { selectAudienceNames } from './audiences.sql.ts'
import type { ItemSum } from './reach.sql.ts'
import type { AudienceWords } from './reach.ts'
import {
  selectLying,
  selectNeverPrinted,
  selectNotAired,
  selectOpenSlots,
  selectStuck,
} from './unreached.sql.ts'
import { unreachedTexts as t } from './unreached.texts.ts'

/** Something that reached nobody, and the page that mends it. */
export interface Unreached {
  key: string
  what: string
  /** More of it, said in both languages. */
  detail?: Bilingual
  unit: string
  since: Day | null
  todo: Bilingual
  href: string
}

export interface UnreachedList {
  key: string
  title: Bilingual
  why: Bilingual
  rows: Unreached[]
}

/** Copies and products get this long before they are said to lie about. Days. */
const grace = { lying: 30, unprinted: 14 }

type NameOf = (id: number | null) => string

/** What lies, waits or failed between us and the people, list by list; empty lists are left out. */
export async function unreachedLists(
  db: DbOrTx,
  provinceId: number,
  reached: { items: readonly ItemSum[]; audiences: readonly string[] },
  now: Date,
): Promise<UnreachedList[]> {
  const units = await unitsAsOf(db, provinceId, dayOf(now))
  const names = new Map(units.map((u) => [u.id, u.shortName ?? u.name]))
  const nameOf = (id: number | null) => (id === null ? '' : (names.get(id) ?? ''))
  const audiences = silentAudiences(await selectAudienceNames(db, provinceId), reached.audiences)
  const lists = [
    { key: 'audiences', title: t.audiences, why: t.audiencesWhy, rows: audiences },
    { key: 'units', title: t.units, why: t.unitsWhy, rows: silentUnits(reached.items) },
    ...(await ofBroadcasts(db, provinceId, nameOf, dayOf(now))),
    ...(await ofPrint(db, provinceId, nameOf, now)),
    {
      ...{ key: 'messages', title: t.messages, why: t.messagesWhy },
      rows: await stuckMessages(db, provinceId, nameOf),
    },
  ]
  return lists.filter((l) => l.rows.length > 0)
}

async function ofBroadcasts(
  db: DbOrTx,
  provinceId: number,
  nameOf: NameOf,
  today: Day,
): Promise<UnreachedList[]> {
  const slots = await selectOpenSlots(db, provinceId, today)
  const slotRow = (s: (typeof slots)[number], i: number): Unreached => ({
    ...{ key: `${s.scriptId}-${i}`, what: `${s.station}: ${s.title}`, unit: nameOf(s.unitId), since: s.day },
    ...{ todo: s.aired ? t.noWebDo : t.slotDo, href: `/broadcast/scripts/${s.scriptId}#slots` },
  })
  const packages = (await selectNotAired(db, provinceId, today)).map((p) => ({
    ...{ key: `${p.id}-${p.unitId}`, what: p.title, unit: nameOf(p.unitId), since: dayOf(p.handedAt) },
    ...{ todo: p.taken ? t.notAired : t.notTaken, href: `/broadcast/packages/${p.id}` },
  }))
  return [
    { key: 'packages', title: t.packages, why: t.packagesWhy, rows: packages },
    { key: 'slots', title: t.slots, why: t.slotsWhy, rows: slots.filter((s) => !s.aired).map(slotRow) },
    { key: 'noweb', title: t.noWeb, why: t.noWebWhy, rows: slots.filter((s) => s.aired).map(slotRow) },
  ]
}

async function ofPrint(db: DbOrTx, provinceId: number, nameOf: NameOf, now: Date): Promise<UnreachedList[]> {
  const today = dayOf(now)
  const unprinted = (await selectNeverPrinted(db, provinceId, before(now, grace.unprinted))).map((p) => ({
    ...{ key: String(p.id), what: p.title, unit: nameOf(p.unitId), since: dayOf(p.madeAt) },
    ...{ todo: t.unprintedDo, href: `/printed/${p.id}#ledger` },
  }))
  return [
    { key: 'lying', title: t.lying, why: t.lyingWhy, rows: await lying(db, provinceId, nameOf, today) },
    { key: 'unprinted', title: t.unprinted, why: t.unprintedWhy, rows: unprinted },
    {
      ...{ key: 'standing', title: t.standing, why: t.standingWhy },
      rows: await standing(db, provinceId, nameOf, today),
    },
  ]
}

async function stuckMessages(db: DbOrTx, provinceId: number, nameOf: NameOf): Promise<Unreached[]> {
  return (await selectStuck(db, provinceId)).map((m) => ({
    ...{ key: String(m.id), what: m.title ?? m.channel, unit: nameOf(m.unitId), since: dayOf(m.dueAt) },
    ...{ detail: { vi: m.channel, en: m.channel }, href: messageAddress(m.id) },
    todo: m.state === 'unsure' ? t.unsure : t.failed,
  }))
}

function before(now: Date, days: number): Date {
  return new Date(now.getTime() - days * 86_400_000)
}

function silentAudiences(audiences: AudienceWords, reached: readonly string[]): Unreached[] {
  return Object.entries(audiences)
    .filter(([code, a]) => a.active && !reached.includes(code))
    .map(([code, a]) => ({
      ...{ key: code, what: a.vi, detail: { vi: '', en: a.en }, unit: '', since: null },
      ...{ todo: t.audiencesDo, href: '/reach/imports/new' },
    }))
}

/** Units with texts of the days that reached nobody, the most silent first. */
function silentUnits(items: readonly ItemSum[]): Unreached[] {
  return [...Map.groupBy(items, (i) => i.unitName)]
    .map(([unit, all]) => ({
      unit,
      all: all.length,
      silent: all.filter((i) => i.amount === 0 && i.signs === 0),
    }))
    .filter((u) => u.silent.length > 0)
    .sort((a, b) => b.silent.length - a.silent.length)
    .map(({ unit, all, silent }) => {
      const days = silent.map((i) => dayOf(i.publishedAt)).sort()
      return {
        ...{ key: unit, unit, since: days[0] ?? null, href: '#items', todo: t.seeTexts },
        what: silent.length === 1 ? (silent[0]?.title ?? '') : unit,
        detail: { vi: t.ofAll.vi(silent.length, all), en: t.ofAll.en(silent.length, all) },
      }
    })
}

async function lying(db: DbOrTx, provinceId: number, nameOf: NameOf, today: Day): Promise<Unreached[]> {
  const rows = await selectLying(db, provinceId, addDays(today, -grace.lying))
  return rows.map((r) => {
    const [vi, en] = [r.copies.toLocaleString('vi-VN'), r.copies.toLocaleString('en-GB')]
    return {
      ...{ key: `${r.id}-${r.unitId}`, what: r.title, since: r.since, todo: t.lyingDo },
      unit: r.unitId === null ? t.pile.vi : nameOf(r.unitId),
      ...{ detail: { vi: t.lyingCopies.vi(vi), en: t.lyingCopies.en(en) }, href: `/printed/${r.id}#ledger` },
    }
  })
}

async function standing(db: DbOrTx, provinceId: number, nameOf: NameOf, today: Day): Promise<Unreached[]> {
  return (await selectStanding(db, provinceId))
    .filter((s) => isWithoutPhoto(s) || isOverdue(s, today))
    .map((s) => ({
      ...{ key: String(s.id), what: s.what, unit: nameOf(s.unitId), since: s.fromDay },
      detail: { vi: s.place, en: s.place },
      todo: isOverdue(s, today) ? t.takeDown : t.addPhoto,
      href: `/printed/standing/${s.id}`,
    }))
}

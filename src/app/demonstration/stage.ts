import { createHash } from 'node:crypto'
import type { Actor, Role } from '../../lib/actor.ts'
import { type Day, dayOf } from '../../lib/calendar/day.ts'
import type { Config } from '../../lib/config.ts'
import type { Tx } from '../../lib/db/db.ts'
import { provinceWideRoles } from '../../modules/accounts/account.ts'
import { changeSecuritySetting, securitySetting } from '../../modules/accounts/accounts.ts'
import { addDemonstrationAccounts, type DemonstrationAccount } from '../../modules/accounts/demonstration.ts'
import type { UnitRow } from '../../modules/organisations/organisation.ts'
import { seedOrganisations } from '../../modules/organisations/organisations.seed.ts'
import { unitsAsOf } from '../../modules/organisations/organisations.ts'
import { catalogueOf, openCatalogue } from '../../modules/plans/catalogue.ts'
import { changeLabel } from '../../modules/plans/plans.catalogue.ts'
import { openPortal } from '../../modules/publishing/publishing.columns.ts'
import { openTemplates } from '../../modules/reporting/templates/shipping.ts'
import { cast, heads, inventedName } from './cast.data.ts'

/** The province set up and its people in place: what the plays of the demonstration are given on. */
export interface Stage {
  tx: Tx
  config: Config
  provinceId: number
  /** The real moment; nothing is dated after it. */
  now: Date
  today: Day
  /** The year whose plans are under way. */
  year: number
  unit: (code: string) => number
  nameOf: (unitId: number) => string
  /** Somebody of the cast. */
  person: (key: string) => Actor
  /** Who does the work of a unit; null where nobody has an account. */
  officerAt: (unitId: number) => Actor | null
  headAt: (unitId: number) => Actor
  /** Breaks the play off between two moments. */
  signal: AbortSignal | undefined
}

export const demonstrationProvinceId = 1

const portalContact = {
  ownerLines: 'Cơ quan chủ quản: Sở Nội vụ (tỉnh minh họa)\nĐịa chỉ: số 1 đường Minh Họa, phường Chung An',
  hotline: '1900 0000',
  email: 'chungtay@chungtay.invalid',
  feedback: {
    address: 'Phòng Kiểm soát thủ tục hành chính, Văn phòng UBND tỉnh (minh họa)',
    phone: '1900 0001',
    link: 'https://pakn.chungtay.invalid',
  },
  services: {
    app: 'https://ung-dung.chungtay.invalid',
    national: 'https://dichvucong.gov.vn',
    system: 'https://tthc.chungtay.invalid',
  },
}

export async function setStage(tx: Tx, config: Config, now: Date, signal?: AbortSignal): Promise<Stage> {
  const provinceId = demonstrationProvinceId
  const seeded = await seedOrganisations(tx, provinceId)
  await openCatalogue(tx, provinceId)
  await openTemplates(tx, provinceId, now)
  await openPortal(tx, provinceId, portalContact)
  const today = dayOf(now)
  const unit = (code: string) =>
    known(seeded.unit.get(code) ?? seeded.unit.get(oldCode(seeded.unit, code)), code)
  const units = await unitsAsOf(tx, provinceId, today)
  const actors = await people(tx, provinceId, units, unit, now)
  const named = new Map(units.map((u) => [u.id, u.shortName ?? u.name]))
  const stage: Stage = {
    tx,
    config,
    provinceId,
    now,
    today,
    year: Number(dayOf(new Date(now.getTime() - 60 * 86_400_000)).slice(0, 4)),
    unit,
    nameOf: (id) => named.get(id) ?? '',
    person: (key) => known(actors.byKey.get(key), key),
    officerAt: (id) => actors.officers.get(id) ?? null,
    headAt: (id) => known(actors.heads.get(id), String(id)),
    signal,
  }
  await easeAdministration(stage)
  await markNeeded(stage)
  return stage
}

/** A commune that grew of one old commune kept its old code. */
function oldCode(units: ReadonlyMap<string, number>, code: string): string {
  const name = code.replace('X25', '')
  return [...units.keys()].find((c) => c.startsWith('X15-') && c.endsWith(name)) ?? ''
}

function known<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`the demonstration knows no ${what}`)
  return value
}

type Post = DemonstrationAccount & { key: string }

async function people(
  tx: Tx,
  provinceId: number,
  units: readonly UnitRow[],
  unit: (code: string) => number,
  now: Date,
) {
  const posts: Post[] = cast.map(([key, name, position, role, code]) => ({
    ...{ key, name, position, role, unitId: unit(code) },
    email: `${key}@chungtay.invalid`,
  }))
  const other = (key: string, name: string, position: string, role: Role, unitId: number) =>
    posts.push({ key, name, position, role, unitId, email: `${key}@chungtay.invalid` })
  for (const code of heads) {
    const row = units.find((u) => u.id === unit(code))
    if (row)
      other(`td${row.id}`, row.headName ?? inventedName(row.id), row.headTitle ?? '', 'agency_head', row.id)
  }
  const works = ['department', 'board', 'office', 'portal', 'press', 'front', 'union', 'central']
  for (const u of units) {
    const isWorking = works.includes(u.type) || (u.type === 'people_committee' && u.level === 'commune')
    if (!isWorking || posts.some((p) => p.unitId === u.id && p.role === 'agency_officer')) continue
    other(`dm${u.id}`, inventedName(u.id), 'Cán bộ đầu mối', 'agency_officer', u.id)
  }
  const ids = await addDemonstrationAccounts(tx, provinceId, posts, now)
  const below = (unitId: number) =>
    new Set([unitId, ...units.filter((u) => u.parentId === unitId).map((u) => u.id)])
  const actorOf = (p: Post): Actor => ({
    provinceId,
    accountId: known(ids.get(p.email), p.email),
    name: p.name,
    locale: 'vi',
    grants: [{ role: p.role, unitId: p.unitId }],
    reach: provinceWideRoles.includes(p.role) ? 'province' : below(p.unitId),
  })
  const of = (role: Role) =>
    new Map(posts.filter((p) => p.role === role).map((p) => [p.unitId, actorOf(p)] as const))
  return {
    byKey: new Map(posts.map((p) => [p.key, actorOf(p)])),
    officers: of('agency_officer'),
    heads: of('agency_head'),
  }
}

/** Whoever tries the program out on one machine has no second device at hand. */
async function easeAdministration(stage: Stage): Promise<void> {
  const actor = stage.person('tuan')
  const setting = await securitySetting(stage.tx, actor)
  const eased = { ...setting, idleMinutes: 60, administratorIdleMinutes: 60, secondStepRoles: [] }
  await changeSecuritySetting(stage.tx, actor, eased, stage.now)
}

/** A moment of a day in Việt Nam, never after now. */
export function moment(stage: Stage, day: Day, time = '09:00'): Date {
  stage.signal?.throwIfAborted()
  const at = new Date(`${day}T${time}:00+07:00`)
  return at < stage.now ? at : stage.now
}

/** A number from 0 to 1 that is always the same for the same words: the demonstration throws no dice. */
export function lot(words: string): number {
  return createHash('sha256').update(words).digest().readUInt32BE(0) / 0xffffffff
}

/** What people of this province ask for most: the portal leads to it as procedures to know (HN-08). */
async function markNeeded({ tx, provinceId, person, now }: Stage): Promise<void> {
  const { themes } = await catalogueOf(tx, provinceId)
  for (const one of themes.filter((t) => needed.includes(t.code)))
    await changeLabel(tx, person('tam'), 'themes', one.id, { ...one, online: false, priority: true }, now)
}
const needed = ['land', 'construction', 'business_registration', 'civil_status', 'certification']

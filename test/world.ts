import type { Role } from '../src/lib/actor.ts'
import type { Db, Tx } from '../src/lib/db/db.ts'
import { insertAccount, insertGrant } from '../src/modules/accounts/accounts.sql.ts'

/** A person of the world: what {@link signedIn} (test/web.ts) needs. */
export interface Person {
  provinceId: number
  accountId: number
  name: string
  email: string
  role: Role
  unitId: number
}

export type World = Awaited<ReturnType<typeof makeWorld>>

/** The day from which everything in the world holds. */
export const worldBegins = '2025-07-01'

/**
 * The small named world every test may stand on. Two provinces.
 *
 * Province 1, "tỉnh An Hòa" (a made-up one), units by key:
 *   ubnd (UBND tỉnh) ← vpub (Văn phòng UBND tỉnh), noiVu (Sở Nội vụ), taiChinh (Sở Tài chính),
 *   vanHoa (Sở VHTTDL), bao (Báo và phát thanh, truyền hình), binhMinh (UBND xã Bình Minh),
 *   tanLap (UBND phường Tân Lập); matTran (Uỷ ban MTTQ, invited) stands beside ubnd;
 *   binhMinhVanHoa (Phòng Văn hóa – Xã hội) stands under binhMinh.
 * People: lan province_lead at noiVu · hung agency_head at vanHoa · thu agency_officer at vanHoa ·
 *   minh agency_officer at binhMinh · binh agency_head at binhMinh · tam agency_officer at tanLap ·
 *   mai agency_officer at matTran · ngoc editor at bao · phuc auditor at ubnd · quan administrator at noiVu ·
 *   roi (agency_officer at vanHoa until 30/6/2026, so without any role afterwards).
 * Province 2, "tỉnh Đông Hải": unit dongHai (its Sở Nội vụ); people xa (province_lead), xaMinh (agency_officer).
 *
 * Nobody has a password; sign them in with `signedIn`.
 */
export async function makeWorld(db: Db) {
  return db.transaction().execute(async (tx) => {
    const units = await anHoa(tx)
    const other = await dongHai(tx)
    const at = (unitId: number, provinceId = 1) => ({ provinceId, unitId })
    const people = {
      lan: await person(tx, 'lan', 'Nguyễn Thị Lan', 'province_lead', at(units.noiVu)),
      hung: await person(tx, 'hung', 'Trần Quốc Hùng', 'agency_head', at(units.vanHoa)),
      thu: await person(tx, 'thu', 'Lê Thị Thu', 'agency_officer', at(units.vanHoa)),
      minh: await person(tx, 'minh', 'Phạm Văn Minh', 'agency_officer', at(units.binhMinh)),
      binh: await person(tx, 'binh', 'Võ Thanh Bình', 'agency_head', at(units.binhMinh)),
      tam: await person(tx, 'tam', 'Đặng Thị Tâm', 'agency_officer', at(units.tanLap)),
      mai: await person(tx, 'mai', 'Hoàng Thị Mai', 'agency_officer', at(units.matTran)),
      ngoc: await person(tx, 'ngoc', 'Bùi Minh Ngọc', 'editor', at(units.bao)),
      phuc: await person(tx, 'phuc', 'Đỗ Hữu Phúc', 'auditor', at(units.ubnd)),
      quan: await person(tx, 'quan', 'Ngô Anh Quân', 'administrator', at(units.noiVu)),
      roi: await person(tx, 'roi', 'Lý Văn Rơi', 'agency_officer', at(units.vanHoa), '2026-07-01'),
      xa: await person(tx, 'xa', 'Trịnh Thị Xa', 'province_lead', at(other.dongHai, 2)),
      xaMinh: await person(tx, 'xaminh', 'Cao Văn Minh', 'agency_officer', at(other.dongHai, 2)),
    }
    return { provinceId: 1, otherProvinceId: 2, units, other, ...people }
  })
}

async function anHoa(tx: Tx) {
  const changeId = await province(tx, 1, '01', 'tỉnh An Hòa', 'An Hòa')
  const make = (code: string, name: string, type: string, parentId: number | null, more: UnitMore = {}) =>
    unit(tx, 1, changeId, { code, name, type, parentId, ...more })
  const ubnd = await make('ubnd', 'UBND tỉnh An Hòa', 'people_committee', null)
  const binhMinh = await make('xa-binh-minh', 'UBND xã Bình Minh', 'people_committee', ubnd, {
    level: 'commune',
  })
  return {
    ubnd,
    binhMinh,
    vpub: await make('vpub', 'Văn phòng UBND tỉnh', 'office', ubnd, { short: 'VP UBND tỉnh' }),
    noiVu: await make('so-noi-vu', 'Sở Nội vụ', 'department', ubnd),
    taiChinh: await make('so-tai-chinh', 'Sở Tài chính', 'department', ubnd),
    vanHoa: await make('so-vhttdl', 'Sở Văn hóa, Thể thao và Du lịch', 'department', ubnd, {
      short: 'Sở VHTTDL',
    }),
    bao: await make('bao-ptth', 'Báo và phát thanh, truyền hình An Hòa', 'press', ubnd, { invited: true }),
    tanLap: await make('phuong-tan-lap', 'UBND phường Tân Lập', 'people_committee', ubnd, {
      level: 'commune',
    }),
    matTran: await make('mttq', 'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh', 'front', null, { invited: true }),
    binhMinhVanHoa: await make(
      'xa-binh-minh-vhxh',
      'Phòng Văn hóa – Xã hội xã Bình Minh',
      'division',
      binhMinh,
      {
        level: 'commune',
      },
    ),
  }
}

async function dongHai(tx: Tx) {
  const changeId = await province(tx, 2, '02', 'tỉnh Đông Hải', 'Đông Hải')
  const facts = { code: 'so-noi-vu', name: 'Sở Nội vụ', type: 'department', parentId: null }
  return { dongHai: await unit(tx, 2, changeId, facts) }
}

async function province(tx: Tx, id: number, code: string, name: string, short: string): Promise<number> {
  await tx
    .insertInto('organisations.province')
    .values({ province_id: id, code, name, short_name: short })
    .execute()
  await tx.insertInto('accounts.setting').values({ province_id: id, second_step_roles: [] }).execute()
  const change = await tx
    .insertInto('organisations.change')
    .values({ province_id: id, kind: 'create', day: worldBegins })
    .returning('id')
    .executeTakeFirstOrThrow()
  return change.id
}

interface UnitMore {
  short?: string
  level?: 'province' | 'commune'
  invited?: boolean
}
type UnitFacts = UnitMore & { code: string; name: string; type: string; parentId: number | null }

async function unit(tx: Tx, provinceId: number, changeId: number, facts: UnitFacts): Promise<number> {
  const made = await tx
    .insertInto('organisations.unit')
    .values({ province_id: provinceId, code: facts.code, valid_from: worldBegins })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('organisations.unit_version')
    .values({
      province_id: provinceId,
      unit_id: made.id,
      valid_from: worldBegins,
      name: facts.name,
      short_name: facts.short ?? null,
      type: facts.type,
      level: facts.level ?? 'province',
      parent_id: facts.parentId,
      invited: facts.invited ?? false,
      change_id: changeId,
    })
    .execute()
  return made.id
}

async function person(
  tx: Tx,
  key: string,
  name: string,
  role: Role,
  { provinceId, unitId }: { provinceId: number; unitId: number },
  validTo: string | null = null,
): Promise<Person> {
  const email = `${key}@${provinceId === 1 ? 'anhoa' : 'donghai'}.invalid`
  const account = { email, name, position: null, state: 'active', isDemonstration: false } as const
  const accountId = await insertAccount(tx, provinceId, new Date(`${worldBegins}T00:00:00Z`), account)
  await insertGrant(tx, provinceId, { accountId, role, unitId, validFrom: worldBegins, validTo })
  return { provinceId, accountId, name, email, role, unitId }
}

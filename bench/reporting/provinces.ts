import { sql } from 'kysely'
import { readDeadline } from '../../src/lib/calendar/read-deadline.ts'
import type { Db, Tx } from '../../src/lib/db/db.ts'
import { insertAccount, insertGrant } from '../../src/modules/accounts/accounts.sql.ts'
import { loadNationalUnits } from '../../src/modules/organisations/national-units.ts'
import { foundProvince } from '../../src/modules/organisations/organisations.seed.ts'
import { openCatalogue } from '../../src/modules/plans/catalogue.ts'
import { openCutoffs } from '../../src/modules/reporting/obligations/cutoffs.ts'
import { insertDuty, type NewDuty, replaceScope } from '../../src/modules/reporting/obligations/duties.sql.ts'
import { openTemplates } from '../../src/modules/reporting/templates/shipping.ts'

/** As many of the real provinces as asked, with all their communes; the one with the most communes first. */
export function provinceCodes(count: number): string[] {
  const { provinces, communes } = loadNationalUnits()
  const codes = [...new Set(provinces.map((p) => p.code))]
  const size = (code: string) => communes.filter((c) => c.provinceCode === code).length
  return codes.toSorted((a, b) => size(b) - size(a)).slice(0, count)
}

const departments = [
  'Sở Nội vụ',
  'Văn phòng Ủy ban nhân dân',
  'Sở Tư pháp',
  'Sở Tài chính',
  'Sở Xây dựng',
  'Sở Công Thương',
  'Sở Nông nghiệp và Môi trường',
  'Sở Khoa học và Công nghệ',
  'Sở Văn hóa, Thể thao và Du lịch',
  'Sở Giáo dục và Đào tạo',
  'Sở Y tế',
  'Thanh tra tỉnh',
  'Ban Quản lý khu kinh tế',
  'Báo và phát thanh, truyền hình',
]

/** What a simulated unit owes of a programme, by kind of period, and by when. */
const kinds = [
  [
    'PAR_COMMUNICATION',
    'quarter',
    'trước ngày 05 tháng cuối cùng của quý',
    'trước ngày 20 tháng cuối cùng của quý',
  ],
  ['PAR_COMMUNICATION', 'half-year', 'trước ngày 05/6', 'trước ngày 20/6'],
  ['PAR_COMMUNICATION', 'nine-month', 'trước ngày 05/9', 'trước ngày 20/9'],
  ['PAR_COMMUNICATION', 'year', 'trước ngày 05/11', 'trước ngày 20/12'],
  [
    'TTHC_CONTROL_COMMUNICATION',
    'quarter',
    'ngày 14 tháng cuối quý',
    'trước ngày 25 tháng cuối cùng của quý',
  ],
] as const

/** A province with departments, a lead who may sign in, and duties for every unit that are consolidated at Sở Nội vụ. */
export async function makeProvince(db: Db, code: string): Promise<void> {
  const provinceId = Number(code)
  const now = new Date('2024-12-20T01:00:00Z')
  await db.transaction().execute(async (tx) => {
    const made = await foundProvince(tx, provinceId, code)
    if (!made) throw new Error(`there is no province ${code}`)
    await openCatalogue(tx, provinceId)
    await openTemplates(tx, provinceId, now)
    await openCutoffs(tx, provinceId)
    const committee = made.unit.get(`UBND-${code}`) ?? 0
    const units = await addDepartments(tx, provinceId, committee)
    await addLead(tx, provinceId, units[0] ?? 0)
    await addDuties(tx, provinceId, {
      committee,
      lead: units[0] ?? 0,
      units,
      communes: made.group.get('commune_committees') ?? 0,
    })
  })
}

async function addDepartments(tx: Tx, provinceId: number, parentId: number): Promise<number[]> {
  // The simulated years begin before the real units of today do.
  for (const table of ['unit', 'unit_version', 'area', 'group_version', 'group_member', 'function_holder']) {
    await sql`update ${sql.id('organisations', table)} set valid_from = '2024-12-01'
      where province_id = ${provinceId} and valid_from = '2025-07-01'`.execute(tx)
  }
  const { rows } = await sql<{ id: number }>`
    insert into organisations.unit (province_id, code, valid_from)
    select ${provinceId}, 'SO-' || n, '2024-12-01' from generate_series(1, ${departments.length}) n
    returning id`.execute(tx)
  const ids = rows.map((r) => r.id)
  await sql`
    insert into organisations.unit_version (province_id, unit_id, valid_from, name, type, level, parent_id, position, change_id)
    select ${provinceId}, d.id, '2024-12-01', d.name, 'department', 'province', ${parentId}, d.n,
      (select min(id) from organisations.change where province_id = ${provinceId})
    from unnest(${ids}::bigint[], ${departments}::text[]) with ordinality d (id, name, n)`.execute(tx)
  return ids
}

export async function addLead(tx: Tx, provinceId: number, unitId: number): Promise<void> {
  const person = { email: leadOf(provinceId), name: 'Người đo', position: null, isDemonstration: false }
  const now = new Date('2024-12-20T01:00:00Z')
  const accountId = await insertAccount(tx, provinceId, now, { ...person, state: 'active' })
  const grant = { accountId, role: 'province_lead', unitId, validFrom: '2024-12-01', validTo: null } as const
  await insertGrant(tx, provinceId, grant)
  await sql`insert into accounts.setting (province_id, second_step_roles) values (${provinceId}, '{}')
    on conflict (province_id) do update set second_step_roles = '{}'`.execute(tx)
}

export function leadOf(provinceId: number): string {
  return `lead@p${provinceId}.invalid`
}

interface Places {
  committee: number
  lead: number
  units: readonly number[]
  communes: number
}

async function addDuties(
  tx: Tx,
  provinceId: number,
  { committee, lead, units, communes }: Places,
): Promise<void> {
  for (const [programme, periodKind, due, above] of kinds) {
    const template = await templateOf(tx, provinceId, programme)
    const duty = (name: string, printed: string): NewDuty => ({
      ...{
        programmeCode: programme,
        planId: null,
        planDutyId: null,
        templateId: template.id,
        name,
        periodKind,
      },
      ...{
        parts: null,
        cutoffSetId: template.set,
        dueAsPrinted: printed,
        dueRule: readDeadline(printed, periodKind),
      },
      ...{ workingDays: 'as_printed', source: 'Kế hoạch số 01/KH-UBND', toUnitId: committee, toName: null },
      ...{ viaUnitId: lead, consolidatedById: null, newUnits: 'next', unverified: false, state: 'active' },
      ...{ validFrom: '2024-12-15', validTo: null },
    })
    const gathered = await insertDuty(tx, provinceId, { ...duty('Báo cáo của tỉnh', above), viaUnitId: null })
    const owed = await insertDuty(tx, provinceId, {
      ...duty('Báo cáo của đơn vị', due),
      consolidatedById: gathered,
    })
    await replaceScope(tx, provinceId, gathered ?? 0, [{ unitId: lead, groupId: null, exempt: false }])
    await replaceScope(tx, provinceId, owed ?? 0, [
      { unitId: null, groupId: communes, exempt: false },
      ...units.slice(1).map((unitId) => ({ unitId, groupId: null, exempt: false })),
    ])
  }
}

async function templateOf(
  tx: Tx,
  provinceId: number,
  programme: string,
): Promise<{ id: number; set: number }> {
  const code = programme === 'PAR_COMMUNICATION' ? 'communication' : 'communication_in_tthc'
  const { rows } = await sql<{ id: number; set: number }>`
    select t.id, (select min(id) from reporting.cutoff_set s where s.province_id = t.province_id) as set
    from reporting.template t where t.province_id = ${provinceId} and t.code = ${code}`.execute(tx)
  if (!rows[0]) throw new Error(`the template ${code} is missing`)
  return rows[0]
}

export async function shareWithNation(tx: Tx, provinceIds: readonly number[]): Promise<void> {
  await sql`insert into reporting.sharing (province_id, with_nation, changed_at, changed_by_name)
    select unnest(${[...provinceIds]}::int[]), true, now(), 'Người đo'`.execute(tx)
}

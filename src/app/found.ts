import { parseArgs } from 'node:util'
import { dayOf } from '../lib/calendar/day.ts'
import type { Config } from '../lib/config.ts'
import type { Tx } from '../lib/db/db.ts'
import { migrate } from '../lib/db/migrate.ts'
import { inviteFounder } from '../modules/accounts/accounts.ts'
import { loadNationalUnits } from '../modules/organisations/national-units.ts'
import {
  centralProvinceId,
  foundCentral,
  foundProvince,
} from '../modules/organisations/organisations.seed.ts'
import { province, unitsAsOf } from '../modules/organisations/organisations.ts'
import { openCatalogue } from '../modules/plans/catalogue.ts'
import { openPortal } from '../modules/publishing/publishing.columns.ts'
import { openCutoffs } from '../modules/reporting/obligations/cutoffs.ts'
import { openTemplates } from '../modules/reporting/templates/shipping.ts'
import { openStore } from './store.ts'

/** Whose first administrator is invited, into one of the 34 provinces or into the tenant of central bodies. */
export interface Founding {
  /** Official two-digit code of the province; 'central': the tenant of central bodies (Bộ Nội vụ). */
  code: string
  name: string
  email: string
}

/**
 * `chungtay found --province 51 --name "…" --email …`: makes one of the 34 provinces, with its communes and the
 * usual programmes, and invites its first administrator. The way from an empty production database to a first
 * sign-in. 0: founded. 2: with a sentence on stderr.
 */
export async function found(config: Config, args: string[]): Promise<number> {
  const founding = readArgs(args)
  if (!founding) return use()
  const store = await openStore(config)
  try {
    await migrate(store.url)
    const now = new Date()
    const link = await store.db.transaction().execute((tx) => foundIn(tx, founding, config.baseUrl, now))
    if (link === null) return taken(founding.code)
    process.stdout.write(
      `Đã lập tỉnh. Mở liên kết này để đặt mật khẩu cho ${founding.email}:\nThe province is founded. Open this link to choose a password for ${founding.email}:\n\n  ${link}\n\n`,
    )
    return 0
  } finally {
    await store.close()
  }
}

/** Founds the province in the caller's transaction; null where it is there already. Returns the invitation's link. */
export async function foundIn(
  tx: Tx,
  { code, name, email }: Founding,
  baseUrl: string,
  now: Date,
): Promise<string | null> {
  const isCentral = code === 'central'
  const provinceId = isCentral ? centralProvinceId : Number(code)
  if (await province(tx, provinceId)) return null
  if (isCentral) {
    const unitId = await foundCentral(tx, false)
    return inviteFounder(tx, provinceId, { name, email, unitId }, { baseUrl, now, today: dayOf(now) })
  }
  await foundProvince(tx, provinceId, code)
  await openCatalogue(tx, provinceId)
  await openTemplates(tx, provinceId, now)
  await openCutoffs(tx, provinceId)
  await openPortal(tx, provinceId)
  const today = dayOf(now)
  const committee = (await unitsAsOf(tx, provinceId, today)).find((u) => u.code === `UBND-${code}`)
  if (!committee) throw new Error(`province ${code} has no committee`)
  return inviteFounder(tx, provinceId, { name, email, unitId: committee.id }, { baseUrl, now, today })
}

function readArgs(args: string[]): Founding | null {
  try {
    const string = { type: 'string' } as const
    const options = { province: string, central: { type: 'boolean' }, name: string, email: string } as const
    const { values } = parseArgs({ args, options })
    const code = values.central ? 'central' : (values.province ?? '')
    const name = (values.name ?? '').normalize('NFC').trim()
    const email = (values.email ?? '').trim().toLowerCase()
    const known = code === 'central' || loadNationalUnits().provinces.some((p) => p.code === code)
    return known && name !== '' && /^[^@\s]+@[^@\s]+$/.test(email) ? { code, name, email } : null
  } catch {
    return null
  }
}

function use(): number {
  const codes = [...new Map(loadNationalUnits().provinces.map((p) => [p.code, p.name]))]
  process.stderr.write(
    `Dùng: chungtay found --province MÃ --name "Họ và tên" --email địa-chỉ@thư (cơ quan trung ương: --central thay cho --province)\nUse: chungtay found --province CODE --name "Full name" --email address (central bodies: --central instead of --province)\n\n${codes.map(([c, n]) => `  ${c}  ${n}\n`).join('')}`,
  )
  return 2
}

function taken(code: string): number {
  process.stderr.write(
    `Tỉnh ${code} đã có trong cơ sở dữ liệu, không thay đổi gì. Mời thêm người tại trang "Tài khoản".\nProvince ${code} is in the database already; nothing was changed. Invite people on the page "Accounts".\n`,
  )
  return 2
}

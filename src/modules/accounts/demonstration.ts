import type { Role } from '../../lib/actor.ts'
import { type Day, dayOf } from '../../lib/calendar/day.ts'
import type { Config } from '../../lib/config.ts'
import type { Db, DbOrTx, Tx } from '../../lib/db/db.ts'
import { CannotStart, notFound } from '../../lib/errors.ts'
import { defaultSetting } from './account.ts'
import * as accounts from './accounts.sql.ts'
import { settingOf, writeSetting } from './credentials.sql.ts'
import { type From, openSession } from './sessions.ts'

export interface DemonstrationAccount {
  email: string
  name: string
  position: string
  role: Role
  unitId: number
}

/** Nobody is thrown out while reading around, and nobody needs a phone to look at the administration. */
const demonstrationSetting = {
  ...defaultSetting,
  idleMinutes: 60,
  administratorIdleMinutes: 60,
  secondStepRoles: [],
}

/** Makes the people of a demonstration province. They have no password: they enter by one click, on this machine. */
export async function addDemonstrationAccounts(
  tx: Tx,
  provinceId: number,
  people: readonly DemonstrationAccount[],
  now: Date,
): Promise<Map<string, number>> {
  await writeSetting(tx, provinceId, demonstrationSetting)
  const ids = new Map<string, number>()
  for (const { role, unitId, ...person } of people) {
    const fresh = { ...person, state: 'active', isDemonstration: true } as const
    const id = ids.get(person.email) ?? (await accounts.insertAccount(tx, provinceId, now, fresh))
    ids.set(person.email, id)
    const validFrom = `${dayOf(now).slice(0, 4)}-01-01`
    await accounts.insertGrant(tx, provinceId, { accountId: id, role, unitId, validFrom, validTo: null })
  }
  return ids
}

/** Whom the sign-in page offers: at most eight of each role, so that every role is in sight. */
export function demonstrationPeople(db: DbOrTx, today: Day) {
  return accounts.demonstrationPeople(db, today, 8)
}

/** Opens a session for a demonstration account, named '<province>.<account>'. The caller has checked mode and machine. */
export async function enterAsDemonstration(db: Db, who: string, from: From, now: Date): Promise<string> {
  const [provinceId = Number.NaN, id = Number.NaN] = who.split('.').map(Number)
  if (!Number.isSafeInteger(provinceId) || !Number.isSafeInteger(id)) throw notFound()
  const account = await accounts.accountById(db, provinceId, id)
  if (!account?.isDemonstration || account.state !== 'active') throw notFound()
  const { sessionHours } = await settingOf(db, provinceId)
  return db
    .transaction()
    .execute((tx) => openSession(tx, provinceId, id, now, { stage: 'full', hours: sessionHours, from }))
}

const shortestSecret = 32

/** Refuses to start in production with a secret everybody knows or with people who enter without a password. */
export async function assertProductionSafe(db: Db, config: Config): Promise<void> {
  if (config.mode !== 'production') return
  if (config.secret.length < shortestSecret || config.secret.startsWith('demonstration-')) {
    throw new CannotStart(
      `Chế độ chính thức cần SECRET riêng, ít nhất ${shortestSecret} ký tự. Tạo bằng lệnh: openssl rand -base64 48, rồi đặt biến môi trường SECRET và giữ nguyên qua các lần khởi động.`,
      `Production needs a SECRET of its own, at least ${shortestSecret} characters. Make one with: openssl rand -base64 48, set it as SECRET in the environment and keep it between starts.`,
    )
  }
  const left = await accounts.countDemonstration(db)
  if (left > 0) {
    throw new CannotStart(
      `Cơ sở dữ liệu này còn ${left} tài khoản minh họa, vào được không cần mật khẩu, nên không chạy ở chế độ chính thức. Hãy dùng cơ sở dữ liệu mới (đặt DATABASE_URL hoặc DATA_DIR khác), hoặc đặt CHUNGTAY_MODE=demonstration.`,
      `This database holds ${left} demonstration accounts, which enter without a password, so it does not run in production. Use a new database (another DATABASE_URL or DATA_DIR), or set CHUNGTAY_MODE=demonstration.`,
    )
  }
}

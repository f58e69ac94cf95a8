import { z } from 'zod'
import { type Locale, type Role, roles } from '../../lib/actor.ts'
import { type Day, isDay } from '../../lib/calendar/day.ts'

/** invited: has not chosen a password yet. disabled: left, may come back; nothing of theirs is deleted. */
export const accountStates = ['invited', 'active', 'disabled'] as const
export type AccountState = (typeof accountStates)[number]

/** Roles that see the whole province; every other role sees the subtree of its unit. */
export const provinceWideRoles: readonly Role[] = ['province_lead', 'auditor', 'administrator']

export interface Account {
  id: number
  email: string
  name: string
  position: string | null
  locale: Locale
  state: AccountState
  isDemonstration: boolean
  lastSignedInAt: Date | null
}

/** A role at a unit for a range of days; `validTo` is the first day no longer, null: until further notice. */
export interface RoleGrant {
  id: number
  accountId: number
  role: Role
  unitId: number
  validFrom: Day
  validTo: Day | null
}

/** What a province may set. Defaults: TCVN 14423:2026 as guidance cites it (domain.md 3.5). */
export interface SecuritySetting {
  idleMinutes: number
  administratorIdleMinutes: number
  sessionHours: number
  dormantDays: number
  secondStepRoles: readonly Role[]
}

export const defaultSetting: SecuritySetting = {
  idleMinutes: 15,
  administratorIdleMinutes: 5,
  sessionHours: 12,
  dormantDays: 45,
  secondStepRoles: ['administrator'],
}

const needed = (vi: string, en: string) => z.string().min(1, `${vi} / ${en}`)

/** E-mail as it is stored and compared: NFC, without spaces, in small letters. */
export const emailInput = z
  .string()
  .transform((text) => text.normalize('NFC').trim().toLowerCase())
  .pipe(
    z
      .email('Nhập thư điện tử, ví dụ lan@tinh.gov.vn / Enter an e-mail, for example lan@tinh.gov.vn')
      .max(200),
  )

const day = z
  .string()
  .refine(isDay, 'Nhập ngày có thật, ví dụ 05/06/2026 / Enter a day that exists, for example 05/06/2026')

export const newAccountInput = z.object({
  name: needed('Nhập họ và tên', 'Enter the full name').max(120),
  email: emailInput,
  position: z.string().max(120).default(''),
})
export type NewAccount = z.infer<typeof newAccountInput>

export const newGrantInput = z
  .object({
    role: z.enum(roles, 'Chọn vai trò / Choose a role'),
    unitId: z.coerce
      .number('Chọn đơn vị / Choose a unit')
      .int('Chọn đơn vị / Choose a unit')
      .positive('Chọn đơn vị / Choose a unit'),
    validFrom: day,
    /** The last day of the role, as an official writes it; empty: until further notice. */
    lastDay: z.union([z.literal(''), day]).default(''),
  })
  .refine((g) => g.lastDay === '' || g.lastDay >= g.validFrom, {
    path: ['lastDay'],
    message: 'Ngày cuối không được trước ngày đầu / The last day must not lie before the first',
  })
export type NewGrant = z.infer<typeof newGrantInput>

export const accountsAddress = '/accounts'
export function accountAddress(id: number): string {
  return `/accounts/${id}`
}

/** May a day lie in this grant? */
export function holdsOn(grant: Pick<RoleGrant, 'validFrom' | 'validTo'>, today: Day): boolean {
  return grant.validFrom <= today && (grant.validTo === null || today < grant.validTo)
}

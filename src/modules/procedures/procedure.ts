import { z } from 'zod'
import { addDays, type Day, daysBetween, parseDay } from '../../lib/calendar/day.ts'
import { isWebAddress } from '../../lib/text/web-address.ts'
import type { UnitRow } from '../organisations/organisation.ts'

export const announcementsAddress = '/announcements'
export const postingsAddress = '/postings'
export function announcementAddress(id: number): string {
  return `${announcementsAddress}/${id}`
}
export function postingAddress(id: number): string {
  return `${postingsAddress}/${id}`
}

/** What a decision of announcement does to procedures (NĐ 63/2010/NĐ-CP, NĐ 92/2017/NĐ-CP). */
export const announcementKinds = ['new', 'amended', 'abolished'] as const
export type AnnouncementKind = (typeof announcementKinds)[number]

/** Who has to post: those that take papers in (QNG-19 "tất cả các đơn vị"). */
export const postingScopes = ['communes', 'departments', 'service_centres', 'central'] as const
export type PostingScope = (typeof postingScopes)[number]

/**
 * Working days from the day of the decision, where a province sets nothing else. UNVERIFIED: taken for the term of
 * TT 02/2017/TT-VPCP; the text of the circular was not at hand, so pages say that it is to be checked.
 */
export const usualDueDays = 5

/** A decision by which the chairman announces procedures (quyết định công bố). */
export interface Announcement {
  id: number
  number: string
  issued: Day
  issuer: string
  field: string
  kind: AnnouncementKind
  /** How many procedures it announces. */
  procedures: number
  documentId: number | null
  link: string
  scope: PostingScope[]
  dueDay: Day
  replacesId: number | null
  withdrawnAt: Date | null
  withdrawnReason: string | null
  enteredBy: string
}

export const postingStates = ['open', 'posted', 'returned', 'ended'] as const
export type PostingState = (typeof postingStates)[number]

/** That one unit posts what one decision announces: at its office and on its website. */
export interface Posting {
  id: number
  announcementId: number
  unitId: number
  state: PostingState
  photoFileId: number | null
  webLink: string
  postedDay: Day | null
  postedBy: string | null
  returnedReason: string | null
}

export const standings = ['late', 'returned', 'soon', 'open', 'posted_late', 'posted', 'ended'] as const
export type Standing = (typeof standings)[number]

/** How a posting stands on a day; in the order in which the lead looks at them. */
export function standingOf(p: Pick<Posting, 'state' | 'postedDay'>, dueDay: Day, today: Day): Standing {
  if (p.state === 'ended') return 'ended'
  if (p.state === 'posted') return (p.postedDay ?? today) > dueDay ? 'posted_late' : 'posted'
  if (dueDay < today) return 'late'
  if (p.state === 'returned') return 'returned'
  return dueDay <= addDays(today, 2) ? 'soon' : 'open'
}

/** Is today a day to remind of a posting that is not done: two days before, on the day, the day after, then weekly. */
export function remindsOn(dueDay: Day, today: Day): boolean {
  const late = daysBetween(dueDay, today)
  return late === -2 || late === 0 || (late > 0 && late % 7 === 1)
}

const inScope: Record<PostingScope, (u: UnitRow) => boolean> = {
  communes: (u) => u.level === 'commune' && u.type === 'people_committee',
  departments: (u) => u.level === 'province' && ['office', 'department', 'board'].includes(u.type),
  service_centres: (u) => u.type === 'service_centre',
  central: (u) => u.type === 'central',
}

/** The units that have to post, each once, in the tree's order; who is only invited is ordered nothing. */
export function whoPosts(units: readonly UnitRow[], scope: readonly PostingScope[]): UnitRow[] {
  return units.filter((u) => !u.invited && scope.some((s) => inScope[s](u)))
}

/** Of each kind how many there are. */
export function countByScope(units: readonly UnitRow[]): Record<PostingScope, number> {
  const count = (s: PostingScope) => whoPosts(units, [s]).length
  return {
    communes: count('communes'),
    departments: count('departments'),
    service_centres: count('service_centres'),
    central: count('central'),
  }
}

const said = (least: number, most: number, vi: string, en: string) =>
  z
    .string()
    .trim()
    .min(least, `${vi} / ${en}`)
    .max(most, `Ghi tối đa ${most} ký tự. / At most ${most} characters.`)

const whole = (least: number, most: number, vi: string, en: string) =>
  z
    .string()
    .transform((v) => (/^\d{1,6}$/.test(v.trim()) ? Number(v) : Number.NaN))
    .pipe(z.number(`${vi} / ${en}`).min(least, `${vi} / ${en}`).max(most, `${vi} / ${en}`))

const oneOrMany = z.union([z.string(), z.array(z.string())]).default([])

export const announcementSchema = z.object({
  number: said(1, 60, 'Ghi số, ký hiệu quyết định, ví dụ 1234/QĐ-UBND.', 'Write the number of the decision.'),
  issued: z
    .string()
    .transform((v) => parseDay(v) ?? '')
    .refine((v) => v !== '', 'Ghi ngày ký, ví dụ 05/12/2026. / Write the day, such as 05/12/2026.'),
  issuer: said(2, 200, 'Ghi cơ quan hoặc người ban hành.', 'Write who issued it.'),
  field: said(2, 200, 'Ghi lĩnh vực, ví dụ Đất đai.', 'Write the field, such as land.'),
  kind: z.enum(announcementKinds, 'Chọn loại công bố. / Choose the kind.'),
  procedures: whole(1, 5000, 'Ghi số thủ tục, từ 1.', 'Write how many procedures, 1 or more.'),
  documentId: z.string().transform((v) => Number(v) || null),
  link: z
    .string()
    .max(500)
    .refine(
      (v) => v === '' || isWebAddress(v),
      'Địa chỉ web bắt đầu bằng https:// hoặc http://. / A web address begins with https:// or http://.',
    ),
  days: whole(1, 60, 'Ghi số ngày làm việc, từ 1 đến 60.', 'Write 1 to 60 working days.'),
  scope: oneOrMany
    .transform((v) => postingScopes.filter((s) => [v].flat().includes(s)))
    .refine((v) => v.length > 0, 'Chọn đơn vị phải niêm yết. / Choose who has to post.'),
  replacesId: z.string().transform((v) => Number(v) || null),
})
export type AnnouncementInput = z.output<typeof announcementSchema>

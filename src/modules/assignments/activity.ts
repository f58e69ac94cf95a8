import { z } from 'zod'
import { type Day, parseDay } from '../../lib/calendar/day.ts'

/**
 * Figures of an activity. `quantity` counts finished products in the plan's own measure (plays, classes, columns)
 * and is what targets are held against; the others tell how far it reached.
 */
export const metrics = ['quantity', 'copies', 'people', 'minutes', 'views'] as const
export type Metric = (typeof metrics)[number]

/** What a unit really did, on which days, in which form, for whom. */
export interface Activity {
  id: number
  unitId: number
  what: string
  fromDay: Day
  toDay: Day
  place: string | null
  formCode: string
  themeCodes: string[]
  audienceCodes: string[]
  note: string | null
  recordedAt: Date
  recordedByName: string
  /** Counted from what the program knows, not reported by somebody. */
  byProgram: boolean
  withdrawn: boolean
  version: number
}

/** A photo, scan, document or link that shows an activity; stored once, used by activities, reports and scores. */
export interface Evidence {
  id: number
  unitId: number
  kind: 'file' | 'link'
  fileId: number | null
  url: string | null
  caption: string
  takenDay: Day | null
  addedAt: Date
  addedByName: string
}

const day = z.string().transform((text, ctx) => {
  const parsed = parseDay(text)
  if (parsed) return parsed
  ctx.addIssue({ code: 'custom', message: 'Nhập ngày theo dạng 22/11/2026 / Enter the day like 22/11/2026' })
  return z.NEVER
})

const listOf = <T extends z.ZodType>(item: T) =>
  z.preprocess((v) => (v === undefined || v === '' ? [] : Array.isArray(v) ? v : [v]), z.array(item))

const optionalText = (max: number) =>
  z
    .string()
    .max(max, `Viết tối đa ${max} ký tự / At most ${max} characters`)
    .optional()
    .transform((t) => (t ? t : null))

/** Officials write numbers as '1.250' (and decimals as '2,5'). */
export function parseFigure(text: string): number | null {
  const plain = text
    .trim()
    .replace(/[\s.](?=\d{3}(\D|$))/g, '')
    .replace(',', '.')
  if (!/^\d{1,12}(\.\d{1,2})?$/.test(plain)) return null
  return Number(plain)
}

const figure = z
  .string()
  .optional()
  .transform((text, ctx) => {
    if (!text) return null
    const value = parseFigure(text)
    if (value !== null) return value
    ctx.addIssue({ code: 'custom', message: 'Nhập một số, ví dụ 1.250 / Enter a number, for example 1,250' })
    return z.NEVER
  })

/** The activity form. Only what happened, when and in which form are required: a commune official has ten minutes. */
export const activityInput = z
  .object({
    what: z
      .string()
      .min(
        5,
        'Ghi ngắn gọn việc đã làm (từ 5 ký tự) / Say in a few words what was done (5 characters or more)',
      )
      .max(2000, 'Viết tối đa 2.000 ký tự / At most 2,000 characters'),
    fromDay: day,
    toDay: z.union([z.literal('').transform(() => null), day]).optional(),
    place: optionalText(300),
    formCode: z.string().min(1, 'Chọn hình thức / Choose the form'),
    themeCodes: listOf(z.string().max(60)),
    audienceCodes: listOf(z.string().max(60)),
    note: optionalText(4000),
    quantity: figure,
    copies: figure,
    people: figure,
    minutes: figure,
    views: figure,
    assignmentIds: listOf(z.coerce.number().int().positive()),
    evidenceIds: listOf(z.coerce.number().int().positive()),
    links: z
      .string()
      .optional()
      .transform((text) => (text ?? '').split(/\s+/).filter(Boolean))
      .refine(
        (all) => all.every(isWebAddress),
        'Mỗi liên kết bắt đầu bằng https:// hoặc http:// / Each link begins with https:// or http://',
      ),
    submissionKey: z.string().max(100).optional(),
  })
  .transform((v) => ({ ...v, toDay: v.toDay ?? v.fromDay }))
  .refine((v) => v.toDay >= v.fromDay, {
    path: ['toDay'],
    message: 'Ngày kết thúc phải từ ngày bắt đầu trở đi / The last day cannot be before the first',
  })

export type ActivityInput = z.infer<typeof activityInput>

function isWebAddress(text: string): boolean {
  try {
    const url = new URL(text)
    return (url.protocol === 'https:' || url.protocol === 'http:') && url.username === ''
  } catch {
    return false
  }
}

export function activityAddress(id: number): string {
  return `/activities/${id}`
}

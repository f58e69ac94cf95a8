import { z } from 'zod'
import { senderKinds } from './initiative.ts'

const said = (least: number, most: number, vi: string, en: string) =>
  z
    .string()
    .default('')
    .refine((text) => text.length >= least, `${vi} / ${en}`)
    .refine(
      (text) => text.length <= most,
      `Viết gọn lại, tối đa ${most} ký tự. / Make it shorter, ${most} characters at most.`,
    )

/** '0912345678' of '0912 345 678'; null where it is neither a telephone number of Việt Nam nor an e-mail address. */
export function readContact(typed: string): string | null {
  const digits = typed.replace(/[\s().-]/g, '')
  if (/^(\+84|0)\d{8,10}$/.test(digits)) return digits
  const email = z.email().max(254).safeParse(typed.toLowerCase())
  return email.success ? email.data : null
}

export function isEmail(contact: string): boolean {
  return contact.includes('@')
}

/** An idea as its sender types it. Fields of the reform and calls are checked against what there is. */
export const initiativeInput = z.object({
  title: said(
    10,
    200,
    'Ghi tên sáng kiến, từ 10 ký tự.',
    'Give your idea a title of at least 10 characters.',
  ),
  trouble: said(
    20,
    4000,
    'Cho biết hiện nay có khó khăn gì, từ 20 ký tự.',
    'Say what is wrong now, in at least 20 characters.',
  ),
  proposal: said(
    20,
    6000,
    'Cho biết anh/chị đề xuất làm gì, từ 20 ký tự.',
    'Say what you propose, in at least 20 characters.',
  ),
  topic: z
    .string()
    .default('')
    .refine((code) => code !== '', 'Chọn một lĩnh vực. / Choose a field.'),
  senderKind: z.enum(senderKinds, 'Chọn người gửi là ai. / Choose who sends it.'),
  name: said(0, 120, '', ''),
  contact: said(0, 254, '', '').refine(
    (typed) => typed === '' || readContact(typed) !== null,
    'Ghi địa chỉ thư điện tử (lan@example.vn) hoặc số điện thoại (0912 345 678). / Enter an e-mail address or a telephone number.',
  ),
  mayPublish: z
    .string()
    .optional()
    .transform((yes) => yes === 'yes'),
  consent: z.literal(
    'yes',
    'Đánh dấu đồng ý thì cơ quan mới được xem xét và trả lời. / Without your consent we may not look at it.',
  ),
  callId: z
    .string()
    .optional()
    .transform((id) => Number(id) || null),
})
export type InitiativeInput = z.output<typeof initiativeInput>

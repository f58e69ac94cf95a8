import { z } from 'zod'
import type { Bilingual } from '../../../lib/http/route.ts'
import { isWebAddress } from '../../../lib/text/web-address.ts'

export const siteAddress = '/site'
export const pollsAddress = '/polls'
export const topicsAddress = '/site/topics'
export function topicAddress(code: string): string {
  return `${topicsAddress}/${code}`
}
export function pollAddress(id: number): string {
  return `${pollsAddress}/${id}`
}

/** Colours a portal may have; each is checked for contrast (site.test.ts). The first is every portal's at first. */
export const looks = {
  lotus: { vi: 'Xanh lá sen', en: 'Lotus leaf' },
  red: { vi: 'Đỏ trầm', en: 'Deep red' },
  blue: { vi: 'Xanh biển', en: 'Sea blue' },
  green: { vi: 'Xanh núi rừng', en: 'Forest green' },
} as const satisfies Record<string, Bilingual>
export type Look = keyof typeof looks

/** A host's name in small letters, without scheme and port: 'cchc.quangngai.gov.vn'. */
const host = z
  .string()
  .max(253)
  .regex(
    /^(?=.*[a-z])[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/,
    'Mỗi dòng một tên miền, không có http:// và dấu gạch chéo, ví dụ cchc.tinh.gov.vn. / One host name a line, without http:// and slashes.',
  )

const said = (most: number) => z.string().max(most, `Ghi tối đa ${most} ký tự. / At most ${most} characters.`)

const phone = {
  shape: /^[\d\s().+/-]*$/,
  words: 'Số điện thoại chỉ gồm chữ số, dấu cách và dấu chấm. / Digits, spaces and dots only.',
}

const link = z
  .string()
  .max(300)
  .refine(
    (typed) => typed === '' || isWebAddress(typed),
    'Địa chỉ web bắt đầu bằng http:// hoặc https://. / A web address begins with http:// or https://.',
  )

export const settingsSchema = z.object({
  nameVi: said(150).min(1, 'Ghi tên trang. / Give the portal a name.'),
  nameEn: said(150).min(1, 'Ghi tên tiếng Anh. / Give the English name.'),
  shortVi: said(30),
  shortEn: said(30),
  hosts: z
    .string()
    .transform((text) => [
      ...new Set(
        text
          .toLowerCase()
          .split(/[\s,;]+/)
          .filter(Boolean),
      ),
    ])
    .pipe(z.array(z.string()).max(10, 'Tối đa 10 tên miền. / Ten host names at most.')),
  ownerLines: said(1_000),
  licence: said(1_000),
  hotline: said(60).regex(phone.shape, phone.words),
  email: z.union([
    z.literal(''),
    z.email('Địa chỉ thư chưa đúng, ví dụ cchc@tinh.gov.vn. / Not an e-mail address.').max(254),
  ]),
  feedbackAddress: said(300),
  feedbackPhone: said(60).regex(phone.shape, phone.words),
  feedbackLink: link,
  appLink: link,
  nationalLink: link,
  systemLink: link,
  look: z.enum(Object.keys(looks) as [Look, ...Look[]], 'Chọn màu của trang. / Choose the colour.'),
  bannerAlt: said(300),
})
export type Settings = z.output<typeof settingsSchema>

/** Which of the host names are none. */
export function wrongHosts(hosts: readonly string[]): string[] {
  return hosts.filter((one) => !host.safeParse(one).success)
}

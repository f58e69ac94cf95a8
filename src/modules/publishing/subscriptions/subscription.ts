import { z } from 'zod'
import type { Bilingual } from '../../../lib/http/route.ts'

export const rhythms = {
  weekly: { vi: 'Mỗi tuần một thư, sáng thứ hai', en: 'One letter a week, on Monday morning' },
  monthly: { vi: 'Mỗi tháng một thư, ngày 01', en: 'One letter a month, on the 1st' },
  at_once: { vi: 'Ngay khi có tin, gộp theo giờ', en: 'At once, gathered by the hour' },
} as const satisfies Record<string, Bilingual>
export type Rhythm = keyof typeof rhythms

const list = z.preprocess(
  (v) => (v === undefined || v === '' ? [] : [v].flat()),
  z.array(z.string().max(80)).max(60),
)

/** Topics by code and columns by number; both empty: everything. */
export const topicsInput = z.object({ topics: list, columns: list })

export const choiceInput = topicsInput.extend({
  rhythm: z.enum(
    Object.keys(rhythms) as [Rhythm, ...Rhythm[]],
    'Chọn bao lâu nhận một thư. / Choose how often.',
  ),
})
export type Choice = z.infer<typeof choiceInput>

export const subscribeInput = choiceInput.extend({
  address: z
    .string()
    .max(254)
    .toLowerCase()
    .pipe(
      z.email(
        'Nhập địa chỉ thư điện tử, ví dụ lan@example.vn. / Enter an e-mail address, such as lan@example.vn.',
      ),
    ),
  consent: z.literal(
    'yes',
    'Đánh dấu đồng ý thì cổng mới được gửi thư cho bạn. / Without your consent no letter may be sent.',
  ),
})

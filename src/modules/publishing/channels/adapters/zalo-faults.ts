import type { SendFault } from '../../channel.ts'

type Means = 'later' | 'token' | 'channel' | 'never'

/**
 * What an error of Zalo's Official Account API means; its HTTP status is 200 all the same. The codes are those public
 * programs meet and third parties list (September 2026); developers.zalo.me itself could not be read: UNVERIFIED. A
 * code that is not here is shown as Zalo said it, to whoever runs the channel.
 */
export function zaloFault(json: unknown): { retry: Means; afterMs?: number; fault: SendFault } {
  const { error, message } = (json ?? {}) as { error?: unknown; message?: unknown }
  const said = `${String(error)} ${String(message ?? '').slice(0, 200)}`
  const code = Number(error)
  if (/being processed/i.test(said)) return { retry: 'later', afterMs: 5_000, fault: { ...processing, said } }
  const [retry, fault, afterMs] = codes.get(code) ?? ['channel', other]
  return { retry, ...(afterMs === undefined ? {} : { afterMs }), fault: { ...fault, said } }
}

const token: SendFault = {
  code: 'token',
  who: 'channel',
  vi: 'Zalo không còn chấp nhận mã truy cập của OA. Người quản lý OA cần bấm “Cấp quyền lại” ở trang của kênh.',
  en: 'Zalo no longer accepts the token of the account. Whoever runs it must press “Grant access again” on the channel’s page.',
}
const account: SendFault = {
  code: 'account',
  who: 'channel',
  vi: 'OA hoặc ứng dụng chưa sẵn sàng (chưa xác thực, bị khóa, hết gói hoặc chưa liên kết). Người quản lý OA cần xử lý với Zalo.',
  en: 'The account or its app is not ready (not verified, locked, out of its package or not linked). Settle it with Zalo.',
}
const content: SendFault = {
  code: 'content',
  who: 'desk',
  vi: 'Zalo không nhận nội dung này (độ dài, ảnh bìa hoặc đường dẫn). Hãy sửa bản cho kênh rồi gửi lại.',
  en: 'Zalo does not take this content (its length, cover or link). Mend the variant and send again.',
}
const limit: SendFault = {
  code: 'limit',
  who: 'nobody',
  vi: 'Zalo tạm giới hạn số lần gọi; hệ thống sẽ gửi lại sau.',
  en: 'Zalo limits how often it may be called; it is tried again later.',
}
const quota: SendFault = {
  code: 'quota',
  who: 'channel',
  vi: 'OA đã dùng hết hạn mức gửi của gói. Hệ thống thử lại sau 6 giờ; nếu gấp, người quản lý OA cần nâng gói.',
  en: 'The account has used up what its package may send. It is tried again in 6 hours; for sooner, the package must grow.',
}
const person: SendFault = {
  code: 'recipient',
  who: 'desk',
  vi: 'Người nhận không quan tâm OA, đã chặn, hoặc quá thời hạn tương tác; Zalo không cho gửi tin này.',
  en: 'The recipient does not follow the account, has blocked it, or wrote too long ago; Zalo refuses this message.',
}
const night: SendFault = {
  code: 'night',
  who: 'nobody',
  vi: 'Zalo không nhận loại tin này từ 22 giờ đến 6 giờ; hệ thống sẽ gửi lại sau.',
  en: 'Zalo takes no such message from 22:00 to 6:00; it is tried again later.',
}
const processing: SendFault = {
  code: 'processing',
  who: 'nobody',
  vi: 'Zalo đang xử lý ảnh và nội dung bài viết.',
  en: 'Zalo is still working on the images and text.',
}
const other: SendFault = {
  code: 'refused',
  who: 'channel',
  vi: 'Zalo từ chối; xem nguyên văn câu trả lời.',
  en: 'Zalo refused; see what it said.',
}

const hour = 3_600_000
const codes = new Map<number, [Means, SendFault, number?]>([
  [-216, ['token', token]],
  [-220, ['token', token]],
  [-124, ['token', token]],
  [-32, ['later', limit, 60_000]],
  [-211, ['later', quota, 6 * hour]],
  [-218, ['later', quota, 6 * hour]],
  [-223, ['later', quota, 6 * hour]],
  [-234, ['later', night, hour]],
  [-200, ['never', content]],
  [-201, ['never', content]],
  [-210, ['never', content]],
  [-233, ['never', content]],
  [-204, ['channel', account]],
  [-205, ['channel', account]],
  [-209, ['channel', account]],
  [-212, ['channel', account]],
  [-219, ['channel', account]],
  [-221, ['channel', account]],
  [-224, ['channel', account]],
  [-240, ['channel', account]],
  [-213, ['never', person]],
  [-217, ['never', person]],
  [-227, ['never', person]],
  [-230, ['never', person]],
  [-232, ['never', person]],
])

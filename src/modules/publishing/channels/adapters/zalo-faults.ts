import type { SendFault } from '../../channel.ts'

type Means = 'later' | 'token' | 'channel' | 'never'

/**
 * What an error of Zalo's Official Account API means; its HTTP status is 200 all the same. The codes are those of the
 * account's table of errors (docs.zaloplatforms.com, OA, phụ lục, mã lỗi) as two independent readers quoted it in 2026;
 * the page itself could not be opened from here: UNVERIFIED. A code that is not here is shown as Zalo said it.
 */
export function zaloFault(json: unknown): { retry: Means; afterMs?: number; fault: SendFault } {
  const { error, message } = (json ?? {}) as { error?: unknown; message?: unknown }
  const said = `${String(error)} ${String(message ?? '').slice(0, 200)}`
  const code = Number(error)
  if (code === -214 || /being processed/i.test(said))
    return { retry: 'later', afterMs: 5_000, fault: { ...processing, said } }
  // One code for two things: an API that the account has not allowed, and the month's articles used up.
  if (code === -223 && !/limit|quota/i.test(said)) return { retry: 'channel', fault: { ...account, said } }
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
  vi: 'Người nhận không quan tâm OA, đã chặn, hoặc quá 7 ngày chưa tương tác; Zalo không cho gửi tin này.',
  en: 'The recipient does not follow the account, has blocked it, or has not been in touch for 7 days; Zalo refuses this message.',
}
const received: SendFault = {
  code: 'received',
  who: 'desk',
  vi: 'Người này đã nhận đủ số tin mà Zalo cho phép một OA gửi trong kỳ. Hãy chờ kỳ sau hoặc dùng kênh khác.',
  en: 'This person has had as many messages as Zalo lets one account send. Wait, or use another channel.',
}
const standards: SendFault = {
  code: 'standards',
  who: 'desk',
  vi: 'Zalo cho rằng nội dung vi phạm tiêu chuẩn của nền tảng. Hãy sửa bản cho kênh, hoặc hỏi Zalo trước khi gửi lại.',
  en: 'Zalo holds that this breaks the rules of its platform. Mend the variant, or ask Zalo, before sending again.',
}
const attachment: SendFault = {
  code: 'attachment',
  who: 'desk',
  vi: 'Ảnh đã tải lên Zalo hết hạn (7 ngày). Hãy gửi lại; ảnh được tải lên lần nữa.',
  en: 'The picture uploaded to Zalo has ended (7 days). Send again: it is uploaded anew.',
}
const template: SendFault = {
  code: 'template',
  who: 'channel',
  vi: 'Mẫu tin (ZBS) không gửi được qua mã người dùng. Người quản lý OA cần chọn hoặc đăng ký mẫu khác với Zalo.',
  en: 'This template (ZBS) cannot be sent by user ID. Whoever runs the account must choose or register another.',
}
const money: SendFault = {
  code: 'money',
  who: 'channel',
  vi: 'Tài khoản Zalo Cloud chưa liên kết hoặc hết tiền nên không gửi được tin trả phí. Người quản lý OA cần nạp hoặc liên kết.',
  en: 'The Zalo Cloud account is not linked or out of money, so paid messages do not go. Whoever runs the account must settle it.',
}
const ended: SendFault = {
  code: 'ended',
  who: 'administrator',
  vi: 'Zalo đã ngừng cách gọi này. Cần nâng cấp phần mềm; trong lúc chờ, hãy đăng thủ công.',
  en: 'Zalo has ended this way of calling. The program must be upgraded; until then post by hand.',
}
const notSent: SendFault = {
  code: 'not_sent',
  who: 'channel',
  vi: 'Zalo báo gửi không thành công mà không nói lý do. Hãy thử gửi lại; nếu vẫn vậy, hỏi Zalo.',
  en: 'Zalo says that it was not sent and gives no reason. Send it again; if it stays so, ask Zalo.',
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
  // 4,000 requests a minute for each program, UNVERIFIED.
  [-32, ['later', limit, 60_000]],
  [-211, ['later', quota, 6 * hour]],
  [-223, ['later', quota, 6 * hour]],
  [-218, ['never', received]],
  [-234, ['later', night, hour]],
  [-100, ['never', attachment]],
  [-200, ['never', notSent]],
  ...[-201, -210, -233].map((code): [number, [Means, SendFault]] => [code, ['never', content]]),
  ...[-204, -205, -209, -212, -219, -221, -224, -235, -242].map((code): [number, [Means, SendFault]] => [
    code,
    ['channel', account],
  ]),
  ...[-213, -217, -227, -230, -232, -244].map((code): [number, [Means, SendFault]] => [
    code,
    ['never', person],
  ]),
  [-240, ['channel', ended]],
  [-248, ['never', standards]],
  [-249, ['channel', template]],
  [-320, ['channel', money]],
  [-321, ['channel', money]],
])

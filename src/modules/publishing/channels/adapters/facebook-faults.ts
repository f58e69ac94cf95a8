import type { SendFault } from '../../channel.ts'

type Means = 'later' | 'channel' | 'never' | 'unsure'

/**
 * What an error of the Graph API means. Codes: developers.facebook.com, "Handling Errors" (1 and 2 may come after the
 * post was made, 506 says that the same was posted just before: both are looked up, never repeated blindly).
 */
export function facebookFault(json: unknown): { retry: Means; fault: SendFault } {
  const error = ((json ?? {}) as { error?: Record<string, unknown> }).error ?? {}
  const code = Number(error['code'])
  const said = `(#${error['code'] ?? '?'}${error['error_subcode'] ? `/${error['error_subcode']}` : ''}) ${String(error['error_user_msg'] ?? error['message'] ?? '').slice(0, 200)}`
  const [retry, fault] = meaningOf(code)
  return { retry, fault: { ...fault, said } }
}

function meaningOf(code: number): [Means, SendFault] {
  if (code === 190 || code === 102) return ['channel', token]
  if ([4, 17, 32, 341, 613].includes(code) || (code >= 80_000 && code < 80_100)) return ['later', limit]
  if (code === 1 || code === 2) return ['unsure', inside]
  if (code === 506) return ['unsure', repeated]
  if (code === 368) return ['channel', blocked]
  if (code === 3 || code === 10 || (code >= 200 && code <= 299)) return ['channel', permission]
  if (code === 803 || code === 100) return ['never', content]
  return ['never', other]
}

const token: SendFault = {
  code: 'token',
  who: 'channel',
  vi: 'Mã truy cập của trang Facebook đã hết hạn hoặc bị thu hồi. Người quản lý trang cần cấp mã mới và nhập vào kênh.',
  en: 'The token of the Facebook page has ended or was taken back. Whoever runs the page must issue a new one and enter it.',
}
const permission: SendFault = {
  code: 'permission',
  who: 'channel',
  vi: 'Mã truy cập thiếu quyền đăng bài (pages_manage_posts, pages_read_engagement). Người quản lý trang cần cấp lại đủ quyền.',
  en: 'The token lacks the permission to post (pages_manage_posts, pages_read_engagement). Grant it again with both.',
}
const blocked: SendFault = {
  code: 'blocked',
  who: 'channel',
  vi: 'Facebook đang tạm khóa việc đăng của trang vì cho là trái quy định. Người quản lý trang cần mở Chất lượng Trang để xem.',
  en: 'Facebook has blocked posting by this page for its policies. Open Page Quality there to see why.',
}
const limit: SendFault = {
  code: 'limit',
  who: 'nobody',
  vi: 'Facebook tạm giới hạn số lần gọi; hệ thống sẽ gửi lại sau.',
  en: 'Facebook limits how often it may be called; it is tried again later.',
}
const inside: SendFault = {
  code: 'inside',
  who: 'nobody',
  vi: 'Facebook báo lỗi bên trong, chưa rõ bài đã lên hay chưa; hệ thống sẽ kiểm tra trên trang.',
  en: 'Facebook reports a fault of its own; whether the post is there is looked up on the page.',
}
const repeated: SendFault = {
  code: 'repeated',
  who: 'nobody',
  vi: 'Facebook báo bài này trùng với bài vừa đăng; hệ thống sẽ kiểm tra trên trang.',
  en: 'Facebook says that the same was posted just before; it is looked up on the page.',
}
const content: SendFault = {
  code: 'content',
  who: 'desk',
  vi: 'Facebook không nhận nội dung này (tham số, ảnh hoặc đường dẫn sai). Hãy sửa bản cho kênh rồi gửi lại.',
  en: 'Facebook does not take this content (a parameter, image or link). Mend the variant and send again.',
}
const other: SendFault = {
  code: 'refused',
  who: 'channel',
  vi: 'Facebook từ chối bài này; xem nguyên văn câu trả lời.',
  en: 'Facebook refused this post; see what it said.',
}

import type { SendFault } from '../../channel.ts'

type Means = 'later' | 'channel' | 'never' | 'unsure'

/**
 * What an error of the Graph API means. Codes: developers.facebook.com, "Handling Errors" (1 and 2 may come after the
 * post was made, 506 says that the same was posted just before: both are looked up, never repeated blindly).
 */
export function facebookFault(json: unknown): { retry: Means; fault: SendFault } {
  const error = ((json ?? {}) as { error?: Record<string, unknown> }).error ?? {}
  const [code, subcode] = [Number(error['code']), Number(error['error_subcode'])]
  const said = `(#${error['code'] ?? '?'}${error['error_subcode'] ? `/${error['error_subcode']}` : ''}) ${String(error['error_user_msg'] ?? error['message'] ?? '').slice(0, 200)}`
  const [retry, fault] = meaningOf(code, subcode)
  return { retry, fault: { ...fault, said } }
}

function meaningOf(code: number, subcode: number): [Means, SendFault] {
  if (code === 190 || code === 102) return ['channel', endings.get(subcode) ?? token]
  if ([4, 17, 32, 341, 613].includes(code) || (code >= 80_000 && code < 80_100)) return ['later', limit]
  if (code === 1 || code === 2) return ['unsure', inside]
  if (code === 506) return ['unsure', repeated]
  if (code === 368) return ['channel', blocked]
  if (code === 3 || code === 10 || (code >= 200 && code <= 299)) return ['channel', permission]
  if (code === 803) return ['channel', page]
  if (code === 100) return ['never', content]
  if (code === 1609005) return ['never', link]
  return ['never', other]
}

const token: SendFault = {
  code: 'token',
  who: 'channel',
  vi: 'Mã truy cập của trang Facebook đã hết hạn hoặc bị thu hồi. Người quản lý trang cần cấp mã mới và nhập vào kênh.',
  en: 'The token of the Facebook page has ended or was taken back. Whoever runs the page must issue a new one and enter it.',
}
/** Why a token has ended, by the subcode. Each is mended by the same person, in another way. */
const endings = new Map<number, SendFault>([
  [
    458,
    {
      ...token,
      vi: 'Ứng dụng không còn được người quản lý trang cho phép. Người đó cần cấp quyền lại cho ứng dụng rồi nhập mã mới vào kênh.',
      en: 'Whoever runs the page has removed the app. They must allow it again and enter a new token.',
    },
  ],
  [
    459,
    {
      ...token,
      vi: 'Facebook đang giữ tài khoản của người cấp mã để kiểm tra. Người đó cần đăng nhập Facebook, làm theo hướng dẫn, rồi cấp mã mới.',
      en: 'Facebook holds the account of whoever issued the token for a check. They must log in, do as told, and issue a new one.',
    },
  ],
  [
    460,
    {
      ...token,
      vi: 'Người cấp mã đã đổi mật khẩu Facebook nên mã cũ hết hiệu lực. Người đó cần cấp mã mới và nhập vào kênh.',
      en: 'Whoever issued the token has changed their password, which ended it. They must issue a new one and enter it.',
    },
  ],
  [
    463,
    {
      ...token,
      vi: 'Mã truy cập của trang Facebook đã hết hạn. Người quản lý trang cần cấp mã mới (loại dài hạn) và nhập vào kênh.',
      en: 'The token of the Facebook page is past its time. Whoever runs the page must issue a new, long-lived one and enter it.',
    },
  ],
  [
    492,
    {
      ...token,
      vi: 'Người cấp mã không còn quản lý trang này. Người đang quản lý trang cần cấp mã mới và nhập vào kênh.',
      en: 'Whoever issued the token does not run this page any more. Whoever does must issue a new one and enter it.',
    },
  ],
])
const page: SendFault = {
  code: 'page',
  who: 'channel',
  vi: 'Facebook không tìm thấy trang có ID này. Hãy kiểm tra ID trang trong kênh.',
  en: 'Facebook knows no page of this ID. Check the page ID of the channel.',
}
const link: SendFault = {
  code: 'link',
  who: 'desk',
  vi: 'Facebook không mở được đường dẫn kèm bài. Hãy thử đường dẫn đó trên trình duyệt, sửa rồi gửi lại.',
  en: 'Facebook could not open the link of this post. Try it in a browser, mend it and send again.',
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

import type { Bilingual } from '../../../lib/http/route.ts'

/**
 * Kinds of channels. `way` says how a thing leaves: 'implicit' with the portal itself; 'house' by our own servers to
 * people who subscribed; 'service' by the interface of somebody else; 'manual' by a person who brings proof. What
 * there is beside these (Lotus, sinh hoạt đoàn thể, bảng tin: HN-10) is a manual channel with a name of its own.
 */
export const channelKinds = {
  portal: { vi: 'Chuyên trang', en: 'Portal', way: 'implicit' },
  rss: { vi: 'Nguồn tin RSS', en: 'RSS feeds', way: 'implicit' },
  newsletter: { vi: 'Bản tin thư điện tử', en: 'Newsletter', way: 'house' },
  webpush: { vi: 'Thông báo đẩy', en: 'Web push', way: 'house' },
  zalo: { vi: 'Zalo Official Account', en: 'Zalo Official Account', way: 'service' },
  facebook: { vi: 'Trang Facebook', en: 'Facebook page', way: 'service' },
  webhook: { vi: 'Hệ thống khác (webhook)', en: 'Another system (webhook)', way: 'service' },
  manual: { vi: 'Kênh làm thủ công', en: 'Manual channel', way: 'manual' },
} as const satisfies Record<string, Bilingual & { way: 'implicit' | 'house' | 'service' | 'manual' }>
export type ChannelKind = keyof typeof channelKinds

/** Of which kinds somebody can set up a channel; the others are there with the portal. */
export const madeKinds = ['newsletter', 'webpush', 'zalo', 'facebook', 'webhook', 'manual'] as const

/** Names offered for manual channels; any other may be typed (HN-10, HN-13, HN-14, YB-21). */
export const manualNames: readonly Bilingual[] = [
  { vi: 'Mạng xã hội Lotus', en: 'Lotus social network' },
  { vi: 'Nhóm Zalo thôn, tổ dân phố', en: 'Zalo groups of villages and wards' },
  { vi: 'Sinh hoạt chi bộ, đoàn thể', en: 'Meetings of party cells and mass organisations' },
  { vi: 'Hội nghị, giao ban', en: 'Conferences and briefings' },
  { vi: 'Bảng tin công cộng', en: 'Public notice boards' },
  { vi: 'Loa truyền thanh cơ sở', en: 'Loudspeakers of the commune' },
  { vi: 'Bộ phận Một cửa', en: 'One-stop offices' },
]

/**
 * What an Official Account can send. article: a post on its page; broadcast: the post, and a notice of it to its
 * followers; consultation: an answer to one person, only within 48 hours of that person's last word to the account.
 * template: a text that Zalo has approved, to one person at any time, paid for. Since 01/03/2026 it stands in the place
 * of transaction and promotion messages, which Zalo has ended (so docs.zaloplatforms.com as quoted: UNVERIFIED).
 */
export const zaloWays = {
  article: { vi: 'Bài viết trên trang OA', en: 'Article on the account’s page' },
  broadcast: {
    vi: 'Bài viết, và gửi thông báo tới người quan tâm',
    en: 'Article, with a notice to its followers',
  },
  consultation: { vi: 'Tin tư vấn cho một người', en: 'Message of advice to one person' },
  template: {
    vi: 'Tin theo mẫu đã duyệt cho một người (giao dịch, chăm sóc)',
    en: 'Approved template to one person (transaction, service)',
  },
} as const satisfies Record<string, Bilingual>
export type ZaloWay = keyof typeof zaloWays

import type { Day } from '../../../lib/calendar/day.ts'
import type { Bilingual } from '../../../lib/http/route.ts'

/**
 * So many of one metric on one day: how often a page was opened ('view'), a code scanned ('scan'), a link followed
 * ('click'). A number and nothing of the reader: no address, no cookie, no device.
 */
export interface ReachCount {
  provinceId: number
  publicationId: number
  /** In Việt Nam. */
  day: Day
  /** 'portal', 'zalo', 'leaflet' …: reachChannels. */
  channelKind: string
  /** Where, for channels that stand somewhere: a commune, a board; '' elsewhere. */
  place: string
  metric: 'view' | 'scan' | 'click'
  amount: number
}

/**
 * Ways by which a text comes to people. `paper`: what is followed from it was scanned. `typed`: nobody counts it for
 * us, so figures are typed or imported.
 */
export const reachChannels = {
  portal: { vi: 'Trang CCHC', en: 'The portal' },
  rss: { vi: 'Bản tin RSS', en: 'Feeds' },
  newsletter: { vi: 'Thư bản tin', en: 'Newsletter' },
  push: { vi: 'Thông báo đẩy', en: 'Web push' },
  zalo: { vi: 'Zalo', en: 'Zalo', typed: true },
  facebook: { vi: 'Facebook', en: 'Facebook', typed: true },
  webhook: { vi: 'Trang thông tin khác', en: 'Other sites', typed: true },
  lotus: { vi: 'Lotus và mạng xã hội khác', en: 'Lotus and others', typed: true },
  newspaper: { vi: 'Báo in, báo điện tử', en: 'Newspapers', typed: true },
  radio: { vi: 'Phát thanh', en: 'Radio', typed: true },
  television: { vi: 'Truyền hình', en: 'Television', typed: true },
  loudspeaker: { vi: 'Truyền thanh cơ sở', en: 'Loudspeakers', typed: true },
  leaflet: { vi: 'Tờ gấp', en: 'Leaflets', paper: true, typed: true },
  booklet: { vi: 'Sổ tay', en: 'Booklets', paper: true, typed: true },
  notice_board: { vi: 'Bảng tin', en: 'Notice boards', paper: true, typed: true },
  poster: { vi: 'Áp phích', en: 'Posters', paper: true, typed: true },
  large_print: { vi: 'Bản chữ to', en: 'Large print', paper: true, typed: true },
  library: { vi: 'Tủ sách, thư viện', en: 'Libraries', paper: true, typed: true },
  display: { vi: 'Pa nô, băng rôn, màn hình', en: 'Displays', paper: true, typed: true },
  meeting: { vi: 'Hội nghị, sinh hoạt', en: 'Meetings', typed: true },
} as const satisfies Record<string, Bilingual & { paper?: true; typed?: true }>
export type ReachChannel = keyof typeof reachChannels

/** What a code of the database is called; one we do not know is shown as it is. */
export function channelWords(kind: string): Bilingual {
  return reachChannels[kind as ReachChannel] ?? { vi: kind, en: kind }
}

export function isPaper(kind: string): boolean {
  return 'paper' in (reachChannels[kind as ReachChannel] ?? {})
}

export const typedChannels = Object.entries(reachChannels).flatMap(([kind, c]) =>
  'typed' in c ? [kind] : [],
)

/** What is counted. `people`: stands for somebody who met the text; others are deeds that led nowhere by themselves. */
export const metrics = {
  view: { vi: 'lượt xem trang', en: 'page views' },
  scan: { vi: 'lượt quét mã QR', en: 'codes scanned' },
  click: { vi: 'lượt bấm liên kết', en: 'links followed' },
  audience: { vi: 'lượt người nghe, xem, nhận (đơn vị cung cấp)', en: 'audience as told' },
  circulation: { vi: 'bản phát hành, bản phát ra', en: 'copies issued' },
  reaction: { vi: 'lượt tương tác', en: 'reactions' },
  airing: { vi: 'lần phát sóng, phát thanh có minh chứng', en: 'airings that were proved' },
} as const satisfies Record<string, Bilingual>
export type Metric = keyof typeof metrics
/**
 * A scan and a click lead to a page whose opening is counted as a view of the portal: added up they would count one
 * reader twice. A reaction is of somebody who has viewed.
 */
export const addedMetrics: readonly Metric[] = ['view', 'audience', 'circulation']
export const typedMetrics: readonly Metric[] = ['audience', 'circulation', 'reaction']

/** Names of whom texts are for, by code; a retired one (`active` false) is offered no more. */
export type AudienceWords = Readonly<Record<string, Bilingual & { active: boolean }>>

/** As every province begins; its own come down from the catalogue of the programme. */
export const usualAudiences: AudienceWords = {
  citizens: { vi: 'Người dân', en: 'Citizens', active: true },
  officials: { vi: 'Cán bộ, công chức, viên chức', en: 'Officials', active: true },
  business: { vi: 'Doanh nghiệp, hợp tác xã', en: 'Firms and cooperatives', active: true },
  members: { vi: 'Đoàn viên, hội viên', en: 'Members of associations', active: true },
  press: { vi: 'Cơ quan báo chí', en: 'The press', active: true },
}

export const reachAddress = '/reach'
export function reachOfAddress(publicationId: number): string {
  return `${reachAddress}/${publicationId}`
}
/** What is printed and sent: short, so that its code is coarse and can be read from a bad print. */
export function shortAddress(code: string): string {
  return `/s/${code}`
}

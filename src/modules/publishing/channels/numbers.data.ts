import type { Bilingual } from '../../../lib/http/route.ts'
import type { ChannelKind } from './kinds.ts'

/** A number of a service that could not be read at its source: each channel may set its own. */
export interface ServiceNumber {
  /** The setting's name. */
  name: string
  label: Bilingual
  usual: number
  least: number
  most: number
  unit: Bilingual
  /** Where `usual` comes from. */
  source: Bilingual
}

const characters = { vi: 'ký tự', en: 'characters' }
const bytes = { vi: 'byte', en: 'bytes' }
const oa = {
  vi: 'docs.zaloplatforms.com, do các bên khác dẫn lại năm 2026',
  en: 'docs.zaloplatforms.com, as others quoted it in 2026',
}
const withNote = (vi: string, en: string): Bilingual => ({ vi: `${oa.vi}: ${vi}`, en: `${oa.en}: ${en}` })
const byPrograms = {
  vi: 'các phần mềm đăng bài, năm 2026; không trang nào của Facebook nói rõ',
  en: 'publishing programs, 2026; no page of Facebook says it',
}

/** Unverified, all of them: shown with that mark, and changed on the channel when the service turns out to differ. */
export const serviceNumbers: Partial<Record<ChannelKind, readonly ServiceNumber[]>> = {
  zalo: [
    {
      name: 'titleMost',
      label: { vi: 'Tiêu đề bài viết dài nhất', en: 'Longest title of an article' },
      ...{
        usual: 149,
        least: 20,
        most: 1_000,
        unit: characters,
        source: withNote('150, nhưng đúng bằng số ấy thì bị từ chối', '150, exactly that refused'),
      },
    },
    {
      name: 'leadMost',
      label: { vi: 'Tóm tắt bài viết dài nhất', en: 'Longest lead of an article' },
      ...{
        usual: 299,
        least: 20,
        most: 2_000,
        unit: characters,
        source: withNote('300, nhưng đúng bằng số ấy thì bị từ chối', '300, exactly that refused'),
      },
    },
    {
      name: 'adviceMost',
      label: { vi: 'Tin tư vấn dài nhất', en: 'Longest message of advice' },
      ...{ usual: 2_000, least: 100, most: 10_000, unit: characters, source: oa },
    },
    {
      name: 'windowHours',
      label: { vi: 'Được nhắn tin tư vấn trong', en: 'Advice is allowed for' },
      ...{ usual: 48, least: 1, most: 168, unit: { vi: 'giờ', en: 'hours' } },
      source: withNote(
        'miễn phí trong 48 giờ, trả phí được đến 7 ngày (168 giờ)',
        'free for 48 hours, at a price up to 7 days (168)',
      ),
    },
    {
      name: 'templateValueMost',
      label: { vi: 'Mỗi mục của tin theo mẫu dài nhất', en: 'Longest field of a template' },
      ...{
        usual: 100,
        least: 10,
        most: 1_000,
        unit: characters,
        source: withNote('từ 30 đến 400 tùy loại mục', '30 to 400 by its type'),
      },
    },
    {
      name: 'imageBytes',
      label: { vi: 'Ảnh nặng nhất', en: 'Largest picture' },
      ...{
        usual: 1_000_000,
        least: 100_000,
        most: 20_000_000,
        unit: bytes,
        source: withNote('1 MB', '1 MB'),
      },
    },
  ],
  facebook: [
    {
      name: 'textMost',
      label: { vi: 'Bài đăng dài nhất', en: 'Longest post' },
      ...{ usual: 63_206, least: 100, most: 100_000, unit: characters },
      source: byPrograms,
    },
    {
      name: 'imagesMost',
      label: { vi: 'Số ảnh nhiều nhất một bài', en: 'Most pictures of a post' },
      ...{ usual: 10, least: 1, most: 50, unit: { vi: 'ảnh', en: 'pictures' } },
      source: byPrograms,
    },
    {
      name: 'imageBytes',
      label: { vi: 'Ảnh nặng nhất', en: 'Largest picture' },
      ...{ usual: 4_000_000, least: 100_000, most: 20_000_000, unit: bytes },
      source: {
        vi: 'các phần mềm đăng bài nói từ 4 đến 10 MB, năm 2026',
        en: 'publishing programs say 4 to 10 MB, 2026',
      },
    },
  ],
}

/** The channel's own number, or the usual one. */
export function numberOf(
  kind: ChannelKind,
  name: string,
  settings: Readonly<Record<string, string>>,
): number {
  const known = serviceNumbers[kind]?.find((n) => n.name === name)
  const own = Number(settings[name])
  return settings[name] && Number.isFinite(own) && own > 0 ? own : (known?.usual ?? 0)
}

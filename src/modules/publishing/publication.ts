import { z } from 'zod'
import { type Day, isDay } from '../../lib/calendar/day.ts'
import type { Bilingual } from '../../lib/http/route.ts'
import type { RichText } from '../../lib/richtext/rich-text.ts'

/**
 * Kinds of what is published. Rooms above hand them down; the portal decides by kind where and how a thing is shown.
 * `path` is the first part of the public address.
 */
export const publicationKinds = {
  news: { vi: 'Tin', en: 'News', path: 'articles' },
  article: { vi: 'Bài viết', en: 'Article', path: 'articles' },
  reportage: { vi: 'Phóng sự', en: 'Reportage', path: 'articles' },
  video: { vi: 'Video', en: 'Video', path: 'articles' },
  audio: { vi: 'Phát thanh', en: 'Audio', path: 'articles' },
  infographic: { vi: 'Đồ họa thông tin', en: 'Infographic', path: 'articles' },
  question_answer: { vi: 'Hỏi – đáp', en: 'Question and answer', path: 'articles' },
  directing_document: { vi: 'Văn bản chỉ đạo', en: 'Directing document', path: 'directing-documents' },
  exemplar: { vi: 'Gương điển hình, mô hình hay', en: 'Exemplar', path: 'exemplars' },
  shortcoming: { vi: 'Tồn tại, hạn chế', en: 'Shortcoming', path: 'articles' },
  index_result: { vi: 'Kết quả chỉ số', en: 'Index result', path: 'index-results' },
  event: { vi: 'Sự kiện', en: 'Event', path: 'events' },
  press_kit: { vi: 'Tài liệu cho báo chí', en: 'Press kit', path: 'articles' },
} as const satisfies Record<string, Bilingual & { path: string }>
export type PublicationKind = keyof typeof publicationKinds
export function isPublicationKind(kind: string): kind is PublicationKind {
  return kind in publicationKinds
}

export type PublicationPath = (typeof publicationKinds)[PublicationKind]['path']

export const publicationStates = ['live', 'withdrawn', 'in_error', 'merged'] as const
/** live: readers see it. withdrawn, in_error: they see why it is gone. merged: they are led on. */
export type PublicationState = (typeof publicationStates)[number]

/** Where readers find a publication. */
export function publicationAddress(p: { kind: PublicationKind; slug: string }): string {
  return `/${publicationKinds[p.kind].path}/${p.slug}`
}

/** How one fact of a kind is asked for and shown. `document`: id in the register of documents; not shown to readers. `transcript`: long, shown beside the player. `series`: lines 'name: number', kept as {label, value} in order. */
export interface FactField extends Bilingual {
  name: string
  type:
    | 'text'
    | 'long'
    | 'day'
    | 'moment'
    | 'number'
    | 'address'
    | 'series'
    | 'choice'
    | 'transcript'
    | 'document'
  required?: true
  /** For `choice`: value and words. */
  choices?: readonly (Bilingual & { value: string })[]
}

const address = { name: 'address', type: 'address' } as const
const minutes = { name: 'minutes', type: 'number', vi: 'Thời lượng (phút)', en: 'Length (minutes)' } as const
/** What is said and heard, as text: demanded with every sound and film of ours (WCAG 2.2, 1.2.1 and 1.2.3). */
const transcript = {
  name: 'transcript',
  type: 'transcript',
  vi: 'Lời của video, âm thanh (bản chữ)',
  en: 'Words of the video or audio (transcript)',
} as const
/** How long what is told holds, and by which decision: a benefit that has ended must not be believed in (QNG-21). */
const validity = [
  { name: 'validFrom', type: 'day', vi: 'Có hiệu lực từ ngày', en: 'Holds from' },
  { name: 'validTo', type: 'day', vi: 'Có hiệu lực đến hết ngày', en: 'Holds until the end of' },
  { name: 'basis', type: 'text', vi: 'Căn cứ pháp lý', en: 'Legal basis' },
] as const
const indexNames = ['PAR INDEX', 'SIPAS', 'PAPI', 'PCI', 'DTI', 'Bộ chỉ số 766'] as const

/** What each kind says beside its text (HN-05, YB-07, D10); kinds without an entry say nothing more. */
export const factFields: Readonly<Partial<Record<PublicationKind, readonly FactField[]>>> = {
  news: validity,
  article: validity,
  infographic: validity,
  directing_document: [
    { name: 'libraryId', type: 'document', vi: 'Văn bản trong danh mục', en: 'Entry in the register' },
    { name: 'number', type: 'text', required: true, vi: 'Số, ký hiệu', en: 'Number and symbol' },
    { name: 'day', type: 'day', required: true, vi: 'Ngày ban hành', en: 'Issued on' },
    { name: 'issuer', type: 'text', required: true, vi: 'Cơ quan ban hành', en: 'Issued by' },
    { name: 'documentKind', type: 'text', vi: 'Loại văn bản', en: 'Kind of document' },
    { name: 'signer', type: 'text', vi: 'Người ký', en: 'Signed by' },
    { name: 'effective', type: 'day', vi: 'Ngày có hiệu lực', en: 'In force from' },
  ],
  event: [
    { name: 'starts', type: 'moment', required: true, vi: 'Bắt đầu', en: 'Begins' },
    { name: 'ends', type: 'moment', vi: 'Kết thúc', en: 'Ends' },
    { name: 'place', type: 'text', required: true, vi: 'Địa điểm', en: 'Place' },
    { name: 'organiser', type: 'text', vi: 'Đơn vị tổ chức', en: 'Organised by' },
    { ...address, vi: 'Địa chỉ tham dự trực tuyến', en: 'Web address to take part' },
  ],
  index_result: [
    {
      name: 'index',
      type: 'choice',
      required: true,
      vi: 'Chỉ số',
      en: 'Index',
      choices: indexNames.map((name) => ({ value: name, vi: name, en: name })),
    },
    { name: 'year', type: 'number', required: true, vi: 'Năm', en: 'Year' },
    { name: 'scale', type: 'text', vi: 'Đơn vị đo (điểm, %, thứ hạng)', en: 'Measured in' },
    { name: 'series', type: 'series', required: true, vi: 'Kết quả', en: 'Results' },
    { name: 'source', type: 'text', vi: 'Nguồn công bố', en: 'Published by' },
  ],
  video: [{ ...address, vi: 'Địa chỉ xem video', en: 'Where to watch' }, minutes, transcript],
  audio: [{ ...address, vi: 'Địa chỉ nghe', en: 'Where to listen' }, minutes, transcript],
  reportage: [
    { ...address, vi: 'Địa chỉ bản đã phát sóng', en: 'Where the broadcast is' },
    minutes,
    transcript,
  ],
  question_answer: [
    { name: 'asker', type: 'text', vi: 'Người hỏi', en: 'Asked by' },
    { name: 'answerer', type: 'text', vi: 'Cơ quan trả lời', en: 'Answered by' },
    ...validity,
  ],
  exemplar: [
    { name: 'subject', type: 'text', required: true, vi: 'Tập thể, cá nhân, mô hình', en: 'Who or what' },
    { name: 'since', type: 'day', vi: 'Thực hiện từ', en: 'Since' },
    { name: 'result', type: 'long', vi: 'Kết quả đo được', en: 'Measured result' },
  ],
  shortcoming: [
    { name: 'where', type: 'text', vi: 'Nơi xảy ra', en: 'Where' },
    { name: 'cause', type: 'long', vi: 'Nguyên nhân', en: 'Cause' },
    { name: 'remedy', type: 'long', vi: 'Hướng khắc phục', en: 'How it is mended' },
    { name: 'due', type: 'day', vi: 'Hạn khắc phục', en: 'To be mended by' },
    { name: 'mended', type: 'day', vi: 'Đã khắc phục ngày', en: 'Mended on' },
  ],
  press_kit: [
    { name: 'contact', type: 'text', vi: 'Đầu mối cung cấp thông tin', en: 'Contact' },
    { name: 'notBefore', type: 'moment', vi: 'Không đăng trước', en: 'Not before' },
  ],
}

/** Facts as kept: words, numbers, days 'YYYY-MM-DD', moments 'YYYY-MM-DDTHH:MM' (Việt Nam), rows of a series. */
export type FactValue = string | number | readonly { label: string; value: number }[]
export type Facts = Readonly<Record<string, FactValue>>

/** Languages a publication may be in, by BCP 47 code: what `lang` and `hreflang` need. `own`: the name in itself. */
export const publicationLanguages: Readonly<Record<string, Bilingual & { own: string }>> = {
  vi: { vi: 'Tiếng Việt', en: 'Vietnamese', own: 'Tiếng Việt' },
  en: { vi: 'Tiếng Anh', en: 'English', own: 'English' },
  hmn: { vi: 'Tiếng H’Mông', en: 'Hmong', own: 'Hmoob' },
  tyz: { vi: 'Tiếng Tày', en: 'Tày', own: 'Tiểng Tày' },
  nut: { vi: 'Tiếng Nùng', en: 'Nùng', own: 'Tiểng Nùng' },
  blt: { vi: 'Tiếng Thái', en: 'Tai Dam', own: 'ꪼꪕꪒꪾ' },
  mtq: { vi: 'Tiếng Mường', en: 'Muong', own: 'Thiểng Mường' },
  ium: { vi: 'Tiếng Dao', en: 'Iu Mien', own: 'Iu Mienh' },
  hre: { vi: 'Tiếng Hrê', en: 'Hre', own: 'Hrê' },
  sed: { vi: 'Tiếng Xơ Đăng', en: 'Sedang', own: 'Xơ̆teang' },
  bdq: { vi: 'Tiếng Ba Na', en: 'Bahnar', own: 'Bahnar' },
  jra: { vi: 'Tiếng Gia Rai', en: 'Jarai', own: 'Jrai' },
  rad: { vi: 'Tiếng Ê Đê', en: 'Rade', own: 'Êđê' },
  cjm: { vi: 'Tiếng Chăm', en: 'Cham', own: 'Chăm' },
  km: { vi: 'Tiếng Khmer', en: 'Khmer', own: 'ខ្មែរ' },
}

/** Since when a directing document holds, until when, and what replaced it, the nearest first (YB-06, HN-03). */
export interface DocumentValidity {
  from: Day | null
  /** The first day on which it does not hold any more. */
  to: Day | null
  /** `address`: of what is public of it; null: only its name is known. */
  replacedBy: readonly { name: string; title: string; address: string | null }[]
}

export type Validity = 'in_force' | 'not_yet' | 'ended' | 'replaced' | 'unknown'

/** Does it hold on a day? 'unknown' while nobody has entered its days: never assumed. */
/** What the register of shortcomings says today of one that readers see; null: that it is not mended. */
export interface Mended {
  day: Day | null
}

export function validityOn(v: DocumentValidity | null, on: Day): Validity {
  if (!v) return 'unknown'
  if (v.replacedBy.length > 0 && (v.to === null || v.to <= on)) return 'replaced'
  if (v.to !== null && v.to <= on) return 'ended'
  if (v.from === null) return 'unknown'
  return v.from <= on ? 'in_force' : 'not_yet'
}

const day = z.custom<Day>((v) => typeof v === 'string' && isDay(v), 'Ngày chưa đúng / Not a day')

const image = z.object({ fileId: z.number().int().positive(), alt: z.string().max(1_000) })

/** What a room hands down: a finished public thing in one language. Texts are NFC. */
export const snapshotSchema = z.object({
  /** Whose snapshot it is: 'editorial:12'. The same source in another language is a translation. */
  source: z.string().min(1).max(200),
  kind: z.enum(Object.keys(publicationKinds) as [PublicationKind, ...PublicationKind[]]),
  language: z
    .string()
    .refine((l) => l in publicationLanguages, 'Ngôn ngữ chưa có / Unknown language')
    .default('vi'),
  title: z.string().trim().min(1).max(300),
  lead: z.string().trim().max(2_000).default(''),
  body: z.custom<RichText>((v) => typeof v === 'object' && v !== null),
  /** By kind: {@link factFields}. */
  facts: z.custom<Facts>((v) => typeof v === 'object' && v !== null).default({}),
  byline: z.string().max(300).default(''),
  unitId: z.number().int().positive(),
  topics: z.array(z.string()).max(12).default([]),
  columnId: z.number().int().positive().nullable().default(null),
  image: image.nullable().default(null),
  /** Files to download beside the text; images of the body are found by themselves. */
  files: z
    .array(z.object({ fileId: z.number().int().positive(), name: z.string().min(1).max(300) }))
    .default([]),
  reviewBy: day.nullable().default(null),
  /** For whom it is meant, by code (names: {@link AudienceWords} of reach.ts). Readers do not see these. */
  audiences: z.array(z.string().max(100)).max(20).default([]),
  /** On what, and in which form of communication: as the catalogue of the programme calls it in Vietnamese. */
  themes: z.array(z.string().max(300)).max(20).default([]),
  forms: z.array(z.string().max(300)).max(20).default([]),
})
export type SnapshotInput = z.input<typeof snapshotSchema>
export type Snapshot = z.output<typeof snapshotSchema>

/** A publication as another room may know it. */
export interface PublicationHead {
  id: number
  source: string
  slug: string
  kind: PublicationKind
  language: string
  state: PublicationState
  title: string
  version: number
  digest: string
  firstPublishedAt: Date
  publishedAt: Date
}

/** What readers follow (HN-04 names the six fields of the reform). */
export interface Topic extends Bilingual {
  code: string
  aboutVi: string
  aboutEn: string
  isReformField: boolean
  /** Listed on the portal; else it is only read by its address and from texts that are filed under it. */
  isShown: boolean
  /** A picture over its list, and what it shows. */
  imageId: number | null
  imageAlt: string
  /** Nothing new is filed under it; what is there stays to be read. */
  retired: boolean
  /** The topic that takes the place of a retired one, by its code. */
  successor: string | null
}

/** A field of procedures that many need (HN-08): `vi` is the theme that publications carry. */
export interface NeededField extends Bilingual {
  code: string
}

/** A column (chuyên mục) of the portal. */
export interface Column extends Bilingual {
  id: number
  slug: string
  aboutVi: string
  aboutEn: string
  position: number
  retired: boolean
}

/** A unit that took over the model that a publication tells of (QNG-26). */
export interface Adopter {
  unitId: number
  name: string
  stage: 'trying' | 'in_use'
  sinceDay: Day | null
}

import type { Bilingual } from '../../lib/http/route.ts'

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

export const publicationStates = ['live', 'withdrawn', 'in_error', 'merged'] as const
/** live: readers see it. withdrawn, in_error: they see why it is gone. merged: they are led on. */
export type PublicationState = (typeof publicationStates)[number]

/** Where readers find a publication. */
export function publicationAddress(p: { kind: PublicationKind; slug: string }): string {
  return `/${publicationKinds[p.kind].path}/${p.slug}`
}

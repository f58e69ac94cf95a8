import type { Bilingual } from '../../lib/http/route.ts'
import { type PublicationKind, publicationKinds } from './publication.ts'

/** One of the lists into which /articles falls: `?kind=<code>`, with a feed of its own. */
export interface ArticleList extends Bilingual {
  code: string
  kinds: readonly PublicationKind[]
  leadVi: string
  leadEn: string
}

const of = (kind: PublicationKind, leadVi: string, leadEn: string, title: Partial<Bilingual> = {}) => ({
  code: kind,
  kinds: [kind],
  ...{ vi: publicationKinds[kind].vi, en: publicationKinds[kind].en, ...title },
  ...{ leadVi, leadEn },
})

/** What somebody looks for by its form (HN-08 how-to, YB-09, HG-05), in the order of the chips over the list. */
export const articleLists: readonly ArticleList[] = [
  of(
    'question_answer',
    'Câu hỏi của người dân và trả lời của cơ quan có trách nhiệm.',
    'Asked by people, answered by the office responsible.',
    { en: 'Questions and answers' },
  ),
  {
    code: 'media',
    kinds: ['video', 'audio'],
    vi: 'Video, phát thanh',
    en: 'Video and audio',
    leadVi: 'Xem và nghe: video hướng dẫn, phóng sự hình, bài phát thanh.',
    leadEn: 'To watch and to listen to: how-to films, films and broadcasts.',
  },
  of(
    'infographic',
    'Thủ tục, quyền lợi, số liệu bằng hình vẽ, xem một lần là nhớ.',
    'Procedures, rights and figures as drawings.',
    { vi: 'Đồ họa', en: 'Infographics' },
  ),
  of('news', 'Việc vừa diễn ra, kể ngắn.', 'What has just happened, in short.'),
  of('article', 'Bài viết, hướng dẫn đọc kỹ.', 'Articles and guidance to read with care.', {
    en: 'Articles',
  }),
  of('reportage', 'Chuyện từ cơ sở, kể bằng người thật, việc thật.', 'Told on the spot, with real people.', {
    en: 'Reportages',
  }),
  of(
    'shortcoming',
    'Nơi làm chưa tốt, nguyên nhân, hướng khắc phục và hạn phải xong.',
    'What does not work yet, why, how it is mended and by when.',
    { en: 'Shortcomings' },
  ),
  of(
    'press_kit',
    'Số liệu, hình ảnh, đầu mối cho phóng viên.',
    'Figures, pictures and contacts for reporters.',
    { en: 'Press kits' },
  ),
]

/** Guidance on procedures in the fields that many need (HN-08); `?field=` one of them. */
export const neededAddress = '/needed-procedures'

/** Readers of podcasts and of films follow one of the two alone. */
const apart: readonly ArticleList[] = [
  of('video', 'Video hướng dẫn, phóng sự hình.', 'How-to films and films.', { en: 'Videos' }),
  of('audio', 'Bài phát thanh để nghe lại.', 'Broadcasts to listen to again.'),
]

/** Every list that `?kind=` and `/feeds/kinds/` know. */
export const allArticleLists: readonly ArticleList[] = [...articleLists, ...apart]

export function articleListOf(code: string | undefined): ArticleList | undefined {
  return allArticleLists.find((one) => one.code === code)
}

export function articleListAddress(code: string): string {
  return `/articles?kind=${code}`
}

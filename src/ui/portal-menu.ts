import type { MenuItem } from '../lib/http/route.ts'

const item = (href: string, vi: string, en: string): MenuItem => ({
  href,
  label: { vi, en },
  icon: 'circle',
  who: 'public',
})

/** The ways through the portal: the same on every page, few enough for one line on a wide screen. */
export const portalMenu: readonly MenuItem[] = [
  item('/articles', 'Tin bài', 'News'),
  item('/columns', 'Chuyên mục', 'Columns'),
  item('/topics', 'Lĩnh vực', 'Topics'),
  item('/directing-documents', 'Văn bản chỉ đạo', 'Documents'),
  item('/events', 'Sự kiện', 'Events'),
  item('/index-results', 'Chỉ số', 'Indices'),
  item('/exemplars', 'Gương điển hình', 'Exemplars'),
  item('/initiatives', 'Sáng kiến', 'Ideas'),
]

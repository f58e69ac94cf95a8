import type { Block, Remark } from './blocks.ts'
import type { Numbering } from './docx-numbering.ts'
import type { Styles } from './docx-styles.ts'
import type { Budget } from './limits.ts'

/** Everything about one Word file that its paragraphs are read with. */
export interface DocxReader {
  styles: Styles
  numbering: Numbering
  /** Footnotes and endnotes by 'footnote2', 'endnote1'. */
  footnotes: Map<string, string>
  budget: Budget
  /** Lines that stand after the block being read: footnotes, text boxes. */
  pending: Block[]
  footnoteCount: number
  depth: number
}

export const trackedRemark: Remark = {
  code: 'tracked-changes',
  detail: 'Đoạn có sửa đổi chưa được chấp nhận: phần thêm được giữ, phần xóa bị bỏ.',
}

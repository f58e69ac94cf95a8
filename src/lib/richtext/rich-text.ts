/**
 * A text with headings, lists, tables and images, stored as a ProseMirror document. The canonical form (see
 * `canonical.ts`) is NFC, has no empty blocks, and marks in one order: the same text has the same digest.
 */
export interface RichText {
  type: 'doc'
  content: Block[]
}

export type Mark =
  | { type: 'lang'; attrs: { lang: string } }
  | { type: 'link'; attrs: { href: string } }
  | { type: 'bold' | 'italic' | 'superscript' | 'subscript' }

export interface TextNode {
  type: 'text'
  text: string
  marks?: Mark[] | undefined
}

export type Inline = TextNode | { type: 'hardBreak' }

export interface Paragraph {
  type: 'paragraph'
  content?: Inline[] | undefined
}

export interface Heading {
  type: 'heading'
  attrs: { level: 2 | 3 | 4 }
  content?: Inline[] | undefined
}

export interface ListItem {
  type: 'listItem'
  content: (Paragraph | List)[]
}

export type List =
  | { type: 'bulletList'; content: ListItem[] }
  | { type: 'orderedList'; attrs: { start: number }; content: ListItem[] }

export interface Quote {
  type: 'blockquote'
  content: (Paragraph | List)[]
}

export interface Cell {
  type: 'tableHeader' | 'tableCell'
  attrs: { colspan: number; rowspan: number }
  content: (Paragraph | List)[]
}

export interface Table {
  type: 'table'
  content: { type: 'tableRow'; content: Cell[] }[]
}

/**
 * An image with its caption. `file` is the id of an uploaded file, which never changes its bytes: an approval of the
 * text is one of the image. `alt` says what it shows, unless it is only decoration.
 */
export interface Figure {
  type: 'figure'
  attrs: { file: number; alt: string; decorative: boolean }
  content?: Inline[] | undefined
}

export type Block = Paragraph | Heading | List | Quote | Table | Figure | { type: 'horizontalRule' }

/** What one text may hold at most: UTF-16 units, nodes, and how deep they lie in each other. */
export const limits = { characters: 400_000, nodes: 20_000, depth: 24 }

/** Languages that a passage may be in: what a screen reader needs to say it rightly (BCP 47). */
export const passageLanguages = {
  hmn: { vi: 'Tiếng H’Mông', en: 'Hmong' },
  tyz: { vi: 'Tiếng Tày', en: 'Tày' },
  nut: { vi: 'Tiếng Nùng', en: 'Nùng' },
  blt: { vi: 'Tiếng Thái', en: 'Tai Dam' },
  mtq: { vi: 'Tiếng Mường', en: 'Mường' },
  ium: { vi: 'Tiếng Dao', en: 'Iu Mien' },
  hre: { vi: 'Tiếng Hrê', en: 'Hrê' },
  cua: { vi: 'Tiếng Cor', en: 'Cor' },
  sed: { vi: 'Tiếng Xơ Đăng', en: 'Sedang' },
  bdq: { vi: 'Tiếng Ba Na', en: 'Bahnar' },
  jra: { vi: 'Tiếng Gia Rai', en: 'Jarai' },
  rad: { vi: 'Tiếng Ê Đê', en: 'Rade' },
  cjm: { vi: 'Tiếng Chăm', en: 'Cham' },
  km: { vi: 'Tiếng Khmer', en: 'Khmer' },
  zh: { vi: 'Tiếng Hoa', en: 'Chinese' },
  en: { vi: 'Tiếng Anh', en: 'English' },
} as const

export const emptyRichText: RichText = { type: 'doc', content: [] }

/** The inline content of any block, where it has some. */
export function inlineOf(block: { content?: Inline[] | undefined }): Inline[] {
  return block.content ?? []
}

/**
 * Something the reader of a file mended, joined or could not be sure of.
 * `code` names the kind: 'encoding-mended' | 'nfc-mended' | 'tracked-changes' | 'ocr' | 'truncated' |
 * 'cell-split-by-page' | 'borderless-table' | 'nested-table' | 'footnote' | 'text-box'.
 * `start` and `end` are UTF-16 offsets in `SourceDocument.text` (end exclusive; both 0 and the whole length
 * when the note is about the whole text). `detail` is a Vietnamese sentence that can be shown to an official.
 */
export interface SourceNote {
  code: string
  start: number
  end: number
  detail: string
}

/**
 * Any file, turned into one canonical, line-oriented text that an official can correct.
 *
 * `text` is NFC with '\n' line ends, one paragraph a line with its list number printed; a table row is one line
 * of GitHub-style pipes `| a | b |`, with `<br>` for a break inside a cell, `\|` for a literal pipe, `^^` for a
 * cell continued from the row above by a vertical merge, empty cells for the rest of a horizontal span, no
 * separator row, and a blank line before and after the table. The text of .txt and .md files is the file's own,
 * decoded and normalised only. `pages` is null where the format has no pages.
 */
export interface SourceDocument {
  kind: 'docx' | 'doc' | 'pdf' | 'scan' | 'html' | 'markdown' | 'text'
  text: string
  notes: SourceNote[]
  pages: number | null
}

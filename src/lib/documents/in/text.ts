import type { SourceNote } from '../source.ts'
import { mendLines } from './legacy-runs.ts'
import { type Budget, spend } from './limits.ts'
import { decodeTextBytes } from './text-bytes.ts'

/**
 * A .txt or .md file's own text: decoded, NFC, '\n' line ends, nothing else reshaped (non-breaking spaces and tabs
 * stay). What was mended is noted for the whole text, or for the lines it touches.
 */
export function readText(bytes: Uint8Array, budget: Budget): { text: string; notes: SourceNote[] } {
  const notes: SourceNote[] = []
  const { text: decoded, mendedFrom } = decodeTextBytes(bytes)
  let text = decoded
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .replaceAll('\0', '')
  if (!spend(budget, 'characters', text.length)) text = text.slice(0, budget.limits.characters)
  const mended = mendedFrom ? null : mendLines(text)
  if (mended) text = mended.text
  const composed = text.normalize('NFC')
  const end = composed.length
  if (composed !== text) {
    const detail = 'Văn bản dùng Unicode tổ hợp; đã chuyển sang Unicode dựng sẵn.'
    notes.push({ code: 'nfc-mended', start: 0, end, detail })
  }
  if (mendedFrom) {
    const detail = `Tệp được lưu theo bảng mã ${mendedFrom}; đã chuyển sang Unicode.`
    notes.push({ code: 'encoding-mended', start: 0, end, detail })
  }
  const whole = composed !== text
  for (const { start, end: stop, encoding } of mended?.places ?? []) {
    const detail = `Dòng này theo bảng mã ${encoding}; đã chuyển sang Unicode.`
    notes.push({ code: 'encoding-mended', start: whole ? 0 : start, end: whole ? end : stop, detail })
  }
  return { text: composed, notes }
}

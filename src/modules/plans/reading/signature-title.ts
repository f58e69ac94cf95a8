import { isCapitals } from './marker.ts'
import type { Strand } from './strand.ts'

export const TITLE =
  /^(?:tm\s*\.|kt\s*\.|tl\s*\.|tuq\s*\.|q\s*\.|(?:pho |quyen )?(?:chu tich|giam doc|chanh van phong|bo truong|thu truong|truong phong|cuc truong|truong ban|tong giam doc|chanh thanh tra|truong phong|bi thu)(?![a-z]))/
const NOT_TITLE = /[.;:]\s*$|(?:yeu cau|ban hanh|quyet dinh|giao|chiu trach nhiem)/

export function isSignatureTitle(line: Strand): boolean {
  if (isPlainTitle(line)) return true
  if (!TITLE.test(line.bare) || line.text.length >= 90 || NOT_TITLE.test(line.bare)) return false
  return isCapitals(line.text) || /^(?:TM|KT|TL|TUQ|Q)\s*\./.test(line.text)
}

/** "Chủ tịch", "Phó Giám đốc" alone on a line, not in capitals. */
export function isPlainTitle(line: Strand): boolean {
  return /^(?:pho |quyen )?(?:chu tich|giam doc|chanh van phong|bo truong|truong phong)$/.test(line.bare)
}

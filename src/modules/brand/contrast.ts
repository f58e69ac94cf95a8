/** '#rrggbb' in small letters from '#0B5C7A', '0b5c7a' or '#abc'; null where it is no colour. */
export function hexOf(text: string): string | null {
  const plain = text.trim().toLowerCase().replace(/^#/, '')
  const long = /^[0-9a-f]{3}$/.test(plain) ? plain.replace(/./g, '$&$&') : plain
  return /^[0-9a-f]{6}$/.test(long) ? `#${long}` : null
}

/** Relative luminance as WCAG 2.2 defines it, 0 to 1. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** Contrast of two colours ('#rrggbb'), 1 to 21 (WCAG 2.2, 1.4.3). */
export function contrast(one: string, other: string): number {
  const [light = 1, dark = 1] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

/** What a contrast is good for: text of any size (4.5), large text and marks (3), or neither. */
export function fitFor(ratio: number): 'text' | 'large' | 'none' {
  if (ratio >= 4.5) return 'text'
  return ratio >= 3 ? 'large' : 'none'
}

/** Cut, not rounded: 4.499 is no 4.5. */
export function showRatio(ratio: number, locale: 'vi' | 'en'): string {
  return (Math.floor(ratio * 10) / 10).toLocaleString(locale === 'vi' ? 'vi-VN' : 'en-GB', {
    minimumFractionDigits: 1,
  })
}

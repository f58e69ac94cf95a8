export type CheckKind =
  | 'at_least'
  | 'at_most'
  | 'compare'
  | 'arithmetic'
  | 'past'
  | 'peers'
  | 'jump'
  | 'still'

export interface CheckWords {
  label: string
  unit: string
  value: number
  /** The bound, the right result, the usual value or the value before. */
  bound?: number
  /** Periods or units compared with. */
  count?: number
  operator?: string
  other?: { code: string; value: number; vi: string; en: string }
}

const asked: Record<string, { vi: string; en: string }> = {
  '<=': { vi: 'không được lớn hơn', en: 'must not be greater than' },
  '<': { vi: 'phải nhỏ hơn', en: 'must be less than' },
  '=': { vi: 'phải bằng', en: 'must equal' },
  '>=': { vi: 'không được nhỏ hơn', en: 'must not be less than' },
  '>': { vi: 'phải lớn hơn', en: 'must be greater than' },
}

/** The sentence of a finding: what stands there, what it was held against, and what to do where that is not plain. */
export function sayCheck(kind: CheckKind, language: 'vi' | 'en', w: CheckWords): string {
  const number = (n: number | undefined) =>
    (n ?? 0).toLocaleString(language === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 2 })
  const unit = w.unit === '' || w.unit === '%' ? w.unit : ` ${w.unit}`
  const value = `${number(w.value)}${unit}`
  const bound = `${number(w.bound)}${unit}`
  const { label, count = 0 } = w
  const compared = `${w.other?.[language] ?? ''} (${number(w.other?.value)})`
  const operator = asked[w.operator ?? '']?.[language] ?? ''
  const sentences: Record<CheckKind, { vi: string; en: string }> = {
    at_least: {
      vi: `${label}: ${value}, thấp hơn mức nhỏ nhất ${bound}.`,
      en: `${label}: ${value} is below the least allowed, ${bound}.`,
    },
    at_most: {
      vi: `${label}: ${value}, vượt mức lớn nhất ${bound}.`,
      en: `${label}: ${value} is above the most allowed, ${bound}.`,
    },
    compare: {
      vi: `${label}: ${value} ${operator} ${compared}.`,
      en: `${label}: ${value} ${operator} ${compared}.`,
    },
    arithmetic: {
      vi: `${label}: ghi ${value} nhưng tính từ các số liệu thành phần là ${bound}.`,
      en: `${label}: ${value} was typed, but its parts give ${bound}.`,
    },
    past: {
      vi: `${label}: ${value}, khác hẳn mức thường thấy của đơn vị (${bound}, trung vị của ${count} kỳ trước).`,
      en: `${label}: ${value} is far from what the unit usually has (${bound}, the median of ${count} earlier periods).`,
    },
    peers: {
      vi: `${label}: ${value}, cao hơn hẳn các đơn vị cùng cấp (${bound}, trung vị của ${count} đơn vị).`,
      en: `${label}: ${value} is far above units of the same level (${bound}, the median of ${count} units).`,
    },
    jump: {
      vi: `${label}: ${value}, kỳ trước là ${bound}.`,
      en: `${label}: ${value}, but ${bound} in the period before.`,
    },
    still: {
      vi: `${label}: ${value}, giữ nguyên suốt ${count} kỳ liên tiếp. Số liệu có được cập nhật không?`,
      en: `${label}: ${value}, the same for ${count} periods in a row. Was it measured anew?`,
    },
  }
  return sentences[kind][language]
}

/** 'UBND xã Bình Minh' → 'xã Bình Minh'. */
export function communeName(unitName: string): string {
  return unitName.replace(/^(UBND|Ủy ban nhân dân)\s+/u, '')
}

/** Does a directing document hold? */
export const texts = {
  validity: { vi: 'Hiệu lực', en: 'Validity' },
  in_force: { vi: 'Còn hiệu lực', en: 'In force' },
  not_yet: { vi: 'Chưa có hiệu lực', en: 'Not yet in force' },
  ended: { vi: 'Hết hiệu lực', en: 'No longer in force' },
  replaced: { vi: 'Bị thay thế', en: 'Replaced' },
  unknown: { vi: 'Chưa xác định', en: 'Not stated' },
  endedOn: {
    vi: (day: string) => `Hết hiệu lực từ ngày ${day}.`,
    en: (day: string) => `No longer in force from ${day}.`,
  },
  replacedBy: { vi: 'Được thay thế, theo thứ tự, bởi:', en: 'Replaced, one after the other, by:' },
} as const

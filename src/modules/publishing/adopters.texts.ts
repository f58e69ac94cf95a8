export const adopterTexts = {
  adopters: {
    vi: (n: number) => `${n} nơi đã áp dụng`,
    en: (n: number) => (n === 1 ? 'Taken over in one place' : `Taken over in ${n} places`),
  },
  since: { vi: (day: string) => `từ ${day}`, en: (day: string) => `since ${day}` },
  inUse: { vi: 'Đang áp dụng', en: 'In use' },
  trying: { vi: 'Làm thử', en: 'Being tried' },
  most: { vi: 'Được nhiều nơi học theo', en: 'Taken over most' },
  mostAbout: {
    vi: 'Số cơ quan, đơn vị đang áp dụng hoặc làm thử.',
    en: 'Agencies that have it in use or try it.',
  },
  units: {
    vi: (n: number) => `${n} nơi`,
    en: (n: number) => (n === 1 ? 'one place' : `${n} places`),
  },
} as const

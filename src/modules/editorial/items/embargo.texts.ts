export const embargoTexts = {
  held: {
    vi: (hour: string) =>
      `Chưa đăng vì tài liệu ghi “Không đăng trước” ${hour}. Đã hẹn để tự đăng đúng lúc đó.`,
    en: (hour: string) =>
      `Not public yet: the kit says “Not before” ${hour}. It goes out by itself at that hour.`,
  },
  isHeld: {
    vi: (hour: string) => `Không đăng trước ${hour}`,
    en: (hour: string) => `Not before ${hour}`,
  },
  whatThen: {
    vi: 'Bấm Đăng thì bài được hẹn và tự đăng vào giờ đó, trên chuyên trang và mọi kênh cùng lúc.',
    en: 'Publishing schedules it: portal and channels get it at that hour.',
  },
} as const

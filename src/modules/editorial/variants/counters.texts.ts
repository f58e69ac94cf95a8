/** Sentences with {places} that a script fills in. */
export const counterTexts = {
  title: { vi: 'Tiêu đề', en: 'The title' },
  lead: { vi: 'Tóm tắt', en: 'The lead' },
  text: { vi: 'Nội dung', en: 'The text' },
  count: { vi: '{n} ký tự', en: '{n} characters' },
  countOf: { vi: '{n} / {most} ký tự', en: '{n} of {most} characters' },
  over: {
    vi: '{name} dài {n} ký tự, kênh chỉ nhận {most}: cần bớt {over}.',
    en: '{name} has {n} characters, the channel takes {most}: {over} too many.',
  },
  long: {
    vi: '{name} dài {n} ký tự; trên kênh này nên dưới {good} để người đọc thấy trọn.',
    en: '{name} has {n} characters; here it reads best below {good}.',
  },
  missing: { vi: '{name}: kênh này bắt buộc phải có.', en: '{name} is needed on this channel.' },
  fewImages: {
    vi: 'Chọn ít nhất {least} ảnh (ảnh đầu làm ảnh bìa).',
    en: 'Choose at least {least} picture; the first is the cover.',
  },
  manyImages: {
    vi: 'Có {n} ảnh, kênh này nhận nhiều nhất {most}.',
    en: 'There are {n} pictures, this channel takes {most}.',
  },
  badLink: {
    vi: 'Đường dẫn phải là địa chỉ đầy đủ, bắt đầu bằng https:// hoặc http://.',
    en: 'The link must be a whole address that begins with https:// or http://.',
  },
  noLink: { vi: 'Cần có đường dẫn để người nhận mở tiếp.', en: 'A link to go on is needed.' },
  good: { vi: 'Vừa giới hạn của kênh.', en: 'Within the limits of the channel.' },
} as const

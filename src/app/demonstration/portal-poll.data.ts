export const demonstrationPoll = {
  question: {
    vi: 'Lần gần nhất làm thủ tục hành chính, bạn nộp hồ sơ bằng cách nào?',
    en: 'How did you hand in your papers the last time you needed a procedure?',
  },
  options: [
    { vi: 'Tự nộp trực tuyến', en: 'Online, by myself' },
    { vi: 'Nộp trực tuyến, có người giúp', en: 'Online, with somebody’s help' },
    { vi: 'Nộp tại Bộ phận Một cửa', en: 'At the one-stop desk' },
    { vi: 'Gửi qua bưu điện', en: 'By post' },
  ],
}

/** Answers that are there when the demonstration begins, by choice. */
export const answerShares = [184, 97, 142, 11]

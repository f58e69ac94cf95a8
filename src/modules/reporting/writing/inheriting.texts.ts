export const inheritingTexts = {
  inheritedTitle: { vi: 'Có bản thảo của đơn vị cũ', en: 'A unit that is gone left a draft' },
  inheritedWhy: {
    vi: (names: string) =>
      `${names} đã soạn dở báo cáo này trước khi sắp xếp lại. Nội dung đó được đặt cạnh từng mục để gộp vào; bản cũ vẫn được giữ nguyên.`,
    en: (names: string) =>
      `${names} had begun this report before it closed. Its words stand beside each section to be merged; the old draft is kept as it was.`,
  },
  draftOf: { vi: (name: string) => `Bản thảo của ${name}`, en: (name: string) => `The draft of ${name}` },
} as const

export const unreachedTexts = {
  title: { vi: 'Nhiệm vụ chưa có dấu hiệu tiếp cận', en: 'Tasks without any reach' },
  lead: {
    vi: 'Nhiệm vụ đã giao trong năm mà chưa hoạt động nào ghi được người nghe, bản phát ra hay lượt xem. Có thể là việc chưa làm, hoặc đã làm mà chưa ghi số liệu.',
    en: 'Tasks of this year of which no activity tells of people, copies or views: not done, or done without figures.',
  },
  none: { vi: 'Nhiệm vụ nào cũng đã có dấu hiệu tiếp cận', en: 'Every task shows some reach' },
  noneWhy: { vi: 'Không có mục nào trong danh sách này.', en: 'This list is empty.' },
  task: { vi: 'Nhiệm vụ', en: 'Task' },
  leads: { vi: 'Chủ trì', en: 'Led by' },
  due: { vi: 'Hạn', en: 'Due' },
  done: { vi: 'Hoạt động', en: 'Activities' },
  texts: { vi: 'Bài', en: 'Texts' },
  mend: { vi: 'Cần làm', en: 'To do' },
  record: { vi: 'Xem kế hoạch, ghi hoạt động', en: 'See the plan' },
  nobody: { vi: 'Chưa đến được ai', en: 'Reached nobody' },
} as const

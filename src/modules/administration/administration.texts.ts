export const texts = {
  jobs: { vi: 'Việc chạy nền', en: 'Background jobs' },
  start: { vi: 'Trang đầu', en: 'Start' },
  lead: {
    vi: 'Thư gửi đi, văn bản đang đọc, lời nhắc đến hạn: những việc chương trình tự làm. Việc hỏng được thử lại nhiều lần, mỗi lần chờ lâu hơn; hết số lần thì nằm ở mục “Hỏng” chờ đồng chí xử lý.',
    en: 'Mail going out, documents being read, reminders falling due: what the program does by itself. A job that fails is tried again several times, later each time; after the last it stays under “Failed” until you deal with it.',
  },
  states: { vi: 'Tình trạng', en: 'State' },
  waiting: { vi: 'Đang chờ', en: 'Waiting' },
  running: { vi: 'Đang chạy', en: 'Running' },
  dead: { vi: 'Hỏng', en: 'Failed' },
  done: { vi: 'Đã xong (7 ngày)', en: 'Done (7 days)' },
  job: { vi: 'Việc', en: 'Job' },
  queued: { vi: 'Xếp hàng lúc', en: 'Queued at' },
  nextTry: { vi: 'Chạy lúc', en: 'Runs at' },
  ended: { vi: 'Kết thúc lúc', en: 'Ended at' },
  attempts: { vi: 'Lần thử', en: 'Attempts' },
  lastError: { vi: 'Lỗi gần nhất', en: 'Last error' },
  progress: { vi: 'Tiến độ', en: 'Progress' },
  actions: { vi: 'Thao tác', en: 'Actions' },
  retry: { vi: 'Chạy lại', en: 'Run again' },
  discard: { vi: 'Bỏ', en: 'Discard' },
  none: { vi: 'Không có việc nào ở mục này', en: 'No jobs here' },
  noneDead: { vi: 'Không có việc nào hỏng', en: 'Nothing has failed' },
  noneBody: {
    vi: 'Chương trình tự xếp việc khi có người gửi thư, nộp văn bản, giao nhiệm vụ.',
    en: 'The program queues jobs by itself when somebody sends mail, drops a document or assigns tasks.',
  },
  discardQuestion: { vi: 'Bỏ việc này?', en: 'Discard this job?' },
  discardBody: {
    vi: 'Việc sẽ không được làm nữa và không khôi phục được. Nhật ký vẫn ghi ai đã bỏ.',
    en: 'The job will not be done and cannot be brought back. The log keeps who discarded it.',
  },
  discardVerb: { vi: 'Bỏ việc', en: 'Discard the job' },
} as const

/** What the jobs are called by a person; a job without a name here is shown by its code. */
export const jobNames: Record<string, { vi: string; en: string }> = {
  'mail.send': { vi: 'Gửi thư điện tử', en: 'Send an e-mail' },
  'plans.read-file': { vi: 'Đọc tệp kế hoạch', en: 'Read a plan file' },
  'plans.issued': { vi: 'Giao nhiệm vụ của kế hoạch đã ban hành', en: 'Give the tasks of an issued plan' },
  'plans.withdrawn': { vi: 'Dừng nhiệm vụ của kế hoạch đã rút', en: 'Stop the tasks of a withdrawn plan' },
  'assignments.given': { vi: 'Báo tin giao nhiệm vụ', en: 'Tell of tasks given' },
  'assignments.reported': { vi: 'Báo tin việc chờ kiểm tra', en: 'Tell of work to check' },
  'assignments.returned': { vi: 'Báo tin việc bị trả lại', en: 'Tell of work returned' },
  'assignments.extension-asked': { vi: 'Báo tin xin lùi hạn', en: 'Tell of an extension asked for' },
}

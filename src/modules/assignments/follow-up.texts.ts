import type { ObstacleState, ObstacleStep } from './obstacles.sql.ts'
import type { SentReminder } from './reminders.sql.ts'

type Both = { vi: string; en: string }

export const obstacleWords: Record<ObstacleState, Both> = {
  raised: { vi: 'Chờ trả lời', en: 'Waits for an answer' },
  passed_on: { vi: 'Đã chuyển lên trên', en: 'Passed on upward' },
  answered: { vi: 'Đã trả lời', en: 'Answered' },
  closed: { vi: 'Đã giải quyết', en: 'Settled' },
}

export const obstacleStepWords: Record<ObstacleStep['what'], Both> = {
  raised: { vi: 'Nêu khó khăn, vướng mắc', en: 'Raised' },
  passed_on: { vi: 'Chuyển lên cấp trên', en: 'Passed on upward' },
  answered: { vi: 'Trả lời', en: 'Answered' },
  closed: { vi: 'Đã giải quyết', en: 'Settled' },
  reopened: { vi: 'Chưa giải quyết, hỏi lại', en: 'Not settled, asked again' },
}

export const rungWords: Record<SentReminder['rung'], Both> = {
  before: { vi: 'Nhắc trước hạn', en: 'Before the due day' },
  due: { vi: 'Nhắc đến hạn', en: 'On the due day' },
  after: { vi: 'Nhắc quá hạn', en: 'After the due day' },
  head: { vi: 'Báo thủ trưởng đơn vị', en: 'To the head' },
  letter: { vi: 'Dự thảo công văn', en: 'Letter drafted' },
  by_hand: { vi: 'Đôn đốc trực tiếp', en: 'By hand' },
}

export const channelWords: Record<SentReminder['channel'], Both> = {
  in_app: { vi: 'trong hệ thống', en: 'in the application' },
  email: { vi: 'thư điện tử và trong hệ thống', en: 'by e-mail and in the application' },
  letter: { vi: 'công văn', en: 'by letter' },
}

export const followUpTexts = {
  obstacles: { vi: 'Khó khăn, vướng mắc', en: 'Obstacles' },
  obstaclesLead: {
    vi: 'Đơn vị nêu lên, cơ quan phụ trách trả lời hoặc chuyển lên cấp trên.',
    en: 'Units raise them; whoever is responsible answers or passes them on upward.',
  },
  noObstacles: { vi: 'Chưa có khó khăn, vướng mắc nào', en: 'No obstacles' },
  noObstaclesWhy: {
    vi: 'Khi một đơn vị gặp vướng mắc với nhiệm vụ, đơn vị nêu tại trang của nhiệm vụ đó.',
    en: 'When a unit meets an obstacle, it raises it on the page of the task.',
  },
  raise: { vi: 'Nêu khó khăn, vướng mắc', en: 'Raise an obstacle' },
  text: { vi: 'Khó khăn, vướng mắc', en: 'The obstacle' },
  wish: { vi: 'Đề xuất, kiến nghị', en: 'What you propose' },
  raised: { vi: 'Đã gửi khó khăn, vướng mắc.', en: 'The obstacle is raised.' },
  answer: { vi: 'Trả lời', en: 'Answer' },
  answered: { vi: 'Đã trả lời.', en: 'Answered.' },
  passOn: { vi: 'Chuyển lên cấp trên', en: 'Pass on upward' },
  passedOn: { vi: 'Đã chuyển lên cấp trên.', en: 'Passed on.' },
  solved: { vi: 'Đã giải quyết được', en: 'It is settled' },
  unsolved: { vi: 'Chưa giải quyết được', en: 'It is not settled' },
  closed: { vi: 'Đã ghi nhận.', en: 'Noted.' },
  unit: { vi: 'Đơn vị nêu', en: 'Raised by' },
  at: { vi: 'Đang chờ tại', en: 'Waits at' },
  state: { vi: 'Trạng thái', en: 'State' },
  when: { vi: 'Thời điểm', en: 'When' },
  task: { vi: 'Nhiệm vụ', en: 'Task' },
  note: { vi: 'Ghi chú', en: 'Note' },
  history: { vi: 'Quá trình', en: 'History' },
  reminders: { vi: 'Đôn đốc', en: 'Reminders' },
  remind: { vi: 'Gửi lời đôn đốc', en: 'Send a reminder' },
  remindNote: { vi: 'Lời nhắn', en: 'Your words' },
  reminded: {
    vi: (n: number) => `Đã đôn đốc ${n} người của đơn vị.`,
    en: (n: number) => `${n} people of the unit were reminded.`,
  },
  nobodyTold: {
    vi: 'Đơn vị chưa có tài khoản nào để nhắn.',
    en: 'The unit has no account that could be told.',
  },
  letters: { vi: 'Công văn đôn đốc', en: 'Letters of reminder' },
  lettersLead: {
    vi: 'Hệ thống dự thảo khi nhiệm vụ quá hạn 10 ngày; người phụ trách xem, sửa trên tệp .docx, trình ký và ghi số, ngày.',
    en: 'Drafted when work is ten days late; the lead reviews the .docx, has it signed and enters number and date.',
  },
  noLetters: { vi: 'Chưa có công văn đôn đốc nào', en: 'No letters' },
  noLettersWhy: {
    vi: 'Chưa có nhiệm vụ nào quá hạn đến mức phải gửi công văn.',
    en: 'No work is late enough for a letter.',
  },
  to: { vi: 'Gửi', en: 'To' },
  tasks: { vi: 'Nhiệm vụ quá hạn', en: 'Overdue tasks' },
  daysLate: { vi: 'Số ngày quá hạn', en: 'Days late' },
  time: { vi: 'Thời hạn', en: 'Due' },
  draft: { vi: 'Dự thảo', en: 'Draft' },
  sent: { vi: 'Đã gửi', en: 'Sent' },
  dropped: { vi: 'Đã bỏ', en: 'Dropped' },
  asDocx: { vi: 'Tải .docx', en: 'Download .docx' },
  asPdf: { vi: 'Xem PDF', en: 'View PDF' },
  dispatch: { vi: 'Ghi nhận đã ban hành', en: 'Record as sent' },
  symbol: { vi: 'Số, ký hiệu', en: 'Number and symbol' },
  symbolHint: { vi: 'Ví dụ: 125/UBND-NC', en: 'For example: 125/UBND-NC' },
  issuedDay: { vi: 'Ngày ban hành', en: 'Day of issue' },
  dispatched: { vi: 'Đã ghi nhận công văn đã ban hành.', en: 'The letter is recorded as sent.' },
  drop: { vi: 'Bỏ dự thảo', en: 'Drop the draft' },
  subject: { vi: 'Trích yếu', en: 'Subject' },
} as const

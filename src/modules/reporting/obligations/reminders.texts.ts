import type { Bilingual } from '../../../lib/http/route.ts'
import type { SentReminder } from './reminders.sql.ts'

export const rungWords: Record<SentReminder['rung'], Bilingual> = {
  before: { vi: 'Nhắc trước hạn', en: 'Reminded before the due day' },
  due: { vi: 'Nhắc đến hạn', en: 'Reminded on the due day' },
  after: { vi: 'Nhắc quá hạn', en: 'Reminded after the due day' },
  head: { vi: 'Báo thủ trưởng đơn vị', en: 'Told the head' },
  letter: { vi: 'Đưa vào công văn đôn đốc', en: 'Named in a letter of reminder' },
  by_hand: { vi: 'Đôn đốc trực tiếp', en: 'Reminded by hand' },
}

export const reminderTexts = {
  remind: { vi: 'Đôn đốc trực tiếp', en: 'Remind by hand' },
  remindButton: { vi: 'Gửi đôn đốc', en: 'Remind' },
  remindAll: { vi: 'Đôn đốc các đơn vị chậm', en: 'Remind everybody who is late' },
  remindAllLead: {
    vi: 'Cán bộ đầu mối và thủ trưởng của từng đơn vị nhận một thông báo và một thư; lần đôn đốc được ghi lại ở từng báo cáo.',
    en: 'The officers and head of each unit get one notice and one mail; it is recorded with every report.',
  },
  period: { vi: 'Kỳ báo cáo', en: 'Period' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  due: { vi: 'Hạn nộp', en: 'Due' },
  daysLate: { vi: 'Số ngày chậm', en: 'Days late' },
  state: { vi: 'Tình trạng', en: 'State' },
  notSent: { vi: 'Chưa gửi', en: 'Not handed in' },
  returned: { vi: 'Bị trả lại, chưa gửi lại', en: 'Given back, not handed in again' },
  lastReminded: { vi: 'Nhắc gần nhất', en: 'Last reminded' },
  lateOf: {
    vi: (period: string) => `Đơn vị chậm: ${period}`,
    en: (period: string) => `Late with ${period}`,
  },
  note: { vi: 'Lời đôn đốc', en: 'Your words' },
  noteHint: {
    vi: 'Để trống: “Đề nghị đơn vị khẩn trương gửi báo cáo.”',
    en: 'Left empty: “Please hand in the report.”',
  },
  onceADay: {
    vi: 'Mỗi báo cáo chỉ được đôn đốc trực tiếp một lần mỗi ngày; đơn vị đã được đôn đốc hôm nay sẽ được bỏ qua.',
    en: 'Each report can be reminded of by hand once a day; those reminded today are left out.',
  },
  remindUnits: {
    vi: (n: number) => `Đôn đốc ${n} đơn vị`,
    en: (n: number) => (n === 1 ? 'Remind 1 unit' : `Remind ${n} units`),
  },
  reminded: {
    vi: (reports: number, people: number, skipped: number) =>
      `Đã đôn đốc ${reports} báo cáo, gửi ${people} người.${skipped > 0 ? ` Bỏ qua ${skipped} báo cáo đã đôn đốc hôm nay.` : ''}`,
    en: (reports: number, people: number, skipped: number) =>
      `Reminded of ${reports} reports; ${people} people were told.${skipped > 0 ? ` ${skipped} had been reminded of today.` : ''}`,
  },
  nobodyLate: { vi: 'Không đơn vị nào chậm', en: 'Nobody is late' },
  nobodyLateWhy: {
    vi: 'Mọi báo cáo đến hạn của chế độ này đã được gửi.',
    en: 'Every report of this duty that is due is handed in.',
  },
} as const

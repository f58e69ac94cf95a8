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

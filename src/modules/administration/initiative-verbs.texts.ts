import type { Bilingual } from '../../lib/http/route.ts'

/** What is done with ideas of the public, as the log names it. */
export const initiativeVerbs: Record<string, Bilingual> = {
  'initiative.receive': { vi: 'Tiếp nhận sáng kiến', en: 'Took in an idea' },
  'initiative.screen': { vi: 'Bắt đầu xem xét sáng kiến', en: 'Began to look at an idea' },
  'initiative.accept': { vi: 'Chấp nhận sáng kiến', en: 'Accepted an idea' },
  'initiative.decline': { vi: 'Không tiếp nhận sáng kiến', en: 'Did not take up an idea' },
  'initiative.merge': { vi: 'Gộp sáng kiến trùng', en: 'Joined an idea to another' },
  'initiative.spam': { vi: 'Đánh dấu không phải sáng kiến', en: 'Marked as no idea' },
  'initiative.reopen': { vi: 'Xem xét lại sáng kiến', en: 'Opened an idea again' },
  'initiative.assign': { vi: 'Giao sáng kiến cho đơn vị', en: 'Gave an idea to a unit' },
  'initiative.try': { vi: 'Bắt đầu áp dụng thử sáng kiến', en: 'Began to try an idea' },
  'initiative.apply': { vi: 'Báo kết quả áp dụng sáng kiến', en: 'Told the result of an idea' },
  'initiative.answer': { vi: 'Trả lời người gửi sáng kiến', en: 'Answered the sender of an idea' },
  'initiative.word': { vi: 'Viết lời công bố sáng kiến', en: 'Put an idea into public words' },
  'initiative.publish': { vi: 'Công bố sáng kiến', en: 'Published an idea' },
  'initiative.unpublish': { vi: 'Gỡ sáng kiến khỏi cổng', en: 'Took an idea off the portal' },
  'initiative.withdraw': { vi: 'Người gửi rút sáng kiến', en: 'A sender took an idea back' },
  'initiative.forget': { vi: 'Xóa thông tin người gửi sáng kiến', en: 'Forgot the sender of an idea' },
  'initiative.set': { vi: 'Đặt thời hạn của sổ sáng kiến', en: 'Set the time limits of ideas' },
  'initiative-call.open': { vi: 'Mở lời kêu gọi sáng kiến', en: 'Opened a call for ideas' },
  'initiative-call.change': { vi: 'Sửa lời kêu gọi sáng kiến', en: 'Changed a call for ideas' },
  'initiative-call.close': { vi: 'Kết thúc lời kêu gọi sáng kiến', en: 'Ended a call for ideas' },
}

import { addDays } from '../../../lib/calendar/day.ts'
import {
  answerNote,
  closeNote,
  returnNote,
  writeNote,
} from '../../../modules/editorial/monitoring/monitoring.ts'
import type { Finding, LookedAt } from '../../../modules/editorial/monitoring/note.ts'
import { moment, type Stage } from '../stage.ts'

/** Unit, what was looked at, finding, title, day, due in days after it; how far it came. */
const visits: readonly (readonly [
  unit: string,
  lookedAt: LookedAt,
  finding: Finding,
  title: string,
  daysAgo: number,
  dueAfter: number,
  came: 'none' | 'answered' | 'returned' | 'closed',
])[] = [
  [
    'X25-xã Thượng Lâm',
    'loudspeaker',
    'mend',
    'Cụm loa thôn 4 hỏng, ba tuần không phát được',
    34,
    15,
    'closed',
  ],
  ['X25-xã Cồn Sậy', 'website', 'mend', 'Chuyên mục cải cách hai tháng không có bài mới', 26, 20, 'none'],
  [
    'X25-phường Chung An',
    'posting',
    'mend',
    'Bảng niêm yết thiếu mức phí của sáu thủ tục',
    18,
    21,
    'answered',
  ],
  [
    'STC',
    'column',
    'mend',
    'Chuyên mục hỏi đáp chỉ đăng lại văn bản, chưa có câu trả lời',
    12,
    25,
    'returned',
  ],
  [
    'X25-phường Chung An',
    'loudspeaker',
    'good',
    'Bản tin ba phút mỗi sáng, có lịch phát và sổ trực',
    9,
    0,
    'none',
  ],
  ['BPTTH', 'press', 'good', 'Mười hai tin, bài về thủ tục phi địa giới trong tháng', 5, 0, 'none'],
]

/** What the lead agency saw at units, in all states (demonstration). */
export async function playMonitoring(stage: Stage): Promise<void> {
  const { tx, today } = stage
  const tam = stage.person('tam')
  for (const [unit, lookedAt, finding, title, daysAgo, dueAfter, came] of visits) {
    const day = addDays(today, -daysAgo)
    const unitId = stage.unit(unit)
    const facts = {
      ...{ authorUnitId: stage.unit('SNV'), unitId, outletId: null, day, lookedAt, finding, title },
      about: 'Đoàn giám sát của cơ quan đầu mối ghi nhận tại chỗ (nội dung minh họa).',
      ...{ address: null, fileId: null, dueDay: finding === 'mend' ? addDays(day, dueAfter) : null },
    }
    const id = await writeNote(tx, tam, facts, moment(stage, day, '16:00'))
    if (came === 'none') continue
    const head = stage.officerAt(unitId) ?? tam
    const text = 'Đơn vị đã khắc phục, phân công người theo dõi hằng tuần (nội dung minh họa).'
    await answerNote(tx, head, id, text, moment(stage, addDays(day, 7)))
    if (came === 'closed') await closeNote(tx, tam, id, moment(stage, addDays(day, 9)))
    const why = 'Chưa có câu trả lời nào được đăng'
    if (came === 'returned') await returnNote(tx, tam, id, why, moment(stage, addDays(day, 9)))
  }
}

import type { Bilingual } from '../../lib/http/route.ts'
import type { SheetState } from './score.ts'

export const stateWords: Record<SheetState, Bilingual> = {
  open: { vi: 'Chưa tự chấm', en: 'Not begun' },
  self_scoring: { vi: 'Đang tự chấm', en: 'Self-scoring' },
  self_locked: { vi: 'Đã khóa, chờ thẩm định', en: 'Locked, to be appraised' },
  appraisal_1: { vi: 'Thẩm định lần 1', en: 'First appraisal' },
  explanation: { vi: 'Chờ giải trình', en: 'To be explained' },
  appraisal_2: { vi: 'Thẩm định lần 2', en: 'Second appraisal' },
  published: { vi: 'Đã công bố', en: 'Published' },
}

import { barePrint } from './deadline-print.ts'

interface Why {
  vi: string
  en: string
}

/** What is asked of a deadline in general, where nothing more can be said. */
const plain: Why = {
  vi: 'Chưa hiểu hạn này. Hãy viết như “trước ngày 05 tháng cuối cùng của quý” hoặc “chậm nhất ngày 20 tháng cuối của kỳ báo cáo”.',
  en: 'This deadline is not understood. Write it like “trước ngày 05 tháng cuối cùng của quý”.',
}

const reasons: readonly (readonly [RegExp, Why])[] = [
  [
    /\b(?:hang|moi|tung) tuan\b|\btuan\/lan\b|\btuan mot lan\b|\bthu (?:hai|ba|tu|nam|sau|bay|[2-7])\b|\bchu nhat\b/,
    {
      vi: 'Hạn theo tuần hoặc theo thứ trong tuần chưa được hỗ trợ: kỳ báo cáo ngắn nhất là tháng. Hãy nhập ngày của tháng, hoặc yêu cầu từng báo cáo đột xuất.',
      en: 'Deadlines by the week are not supported: the shortest period is a month. Enter a day of the month, or ask for single reports.',
    },
  ],
  [
    /\bhoac\b|\bhay\b/,
    {
      vi: 'Hạn nêu hai khả năng (“hoặc”) nên không tính được ngày nào là hạn. Hãy chọn một khả năng và ghi lại.',
      en: 'It names two possibilities (“hoặc”); choose one of them.',
    },
  ],
  [
    /\bkhi (?:co|duoc) yeu cau\b|\bdot xuat\b/,
    {
      vi: 'Báo cáo theo yêu cầu không có hạn cố định. Hãy dùng “Yêu cầu báo cáo đột xuất” khi cần.',
      en: 'A report on request has no fixed day: ask for it once when it is needed.',
    },
  ],
]

/** Why a printed deadline that `readDeadline` does not take is refused, and what to write instead. Nothing is guessed. */
export function whyNotUnderstood(printed: string): Why {
  const text = barePrint(printed.slice(0, 2000))
  return reasons.find(([pattern]) => pattern.test(text))?.[1] ?? plain
}

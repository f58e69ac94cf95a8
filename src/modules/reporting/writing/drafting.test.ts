import { expect, test } from 'vitest'
import { draftText, type Material } from './drafting.ts'
import type { SourceActivity } from './sources.sql.ts'

function activity(id: number, more: Partial<SourceActivity> = {}): SourceActivity {
  return {
    ...{ id, unitId: 1, what: 'Phát 3 kỳ tuyên truyền trên loa truyền thanh.', fromDay: '2026-04-10' },
    ...{ toDay: '2026-04-10', place: null, formCode: 'loudspeaker', themeCodes: ['procedures'] },
    ...{ audienceCodes: [], figures: {}, evidenceIds: [] },
    ...more,
  }
}

const empty: Material = {
  ...{ activities: [], plans: [], due: [], next: [], obstacles: [], cutoff: '2026-06-14' },
  forms: [
    { code: 'loudspeaker', vi: 'Truyền thanh cơ sở' },
    { code: 'social_media', vi: 'Mạng xã hội' },
  ],
  themes: [{ code: 'procedures', vi: 'Cải cách thủ tục hành chính' }],
}
const write = (
  from: 'forms' | 'themes' | 'activities' | 'plans' | 'shortcomings' | 'obstacles' | 'next',
  m: Partial<Material>,
) => draftText({ from, where: {} }, { ...empty, ...m })

test('nothing to tell is no text', () => {
  for (const from of ['forms', 'themes', 'activities', 'plans', 'shortcomings', 'obstacles', 'next'] as const)
    expect(write(from, {})).toBeNull()
})

test('activities by form, the largest first, with days, numbers and evidence', () => {
  const text = write('forms', {
    activities: [
      activity(1, { figures: { people: 120 }, evidenceIds: [7] }),
      activity(2, { fromDay: '2026-05-02', figures: { people: 1130, quantity: 2 } }),
      activity(3, { formCode: 'social_media', what: 'Đăng bài về dịch vụ công', figures: { views: 900 } }),
    ],
  })
  expect(text).toBe(
    [
      'Trong kỳ, đơn vị đã tổ chức 03 hoạt động tuyên truyền với 02 hình thức; 1.250 lượt người tiếp cận; 900 lượt xem; 01/03 hoạt động có minh chứng. Cụ thể:',
      '- Truyền thanh cơ sở: 02 hoạt động (từ 10/04/2026 đến 02/05/2026), 02 sản phẩm, 1.250 lượt người. Tiêu biểu: Phát 3 kỳ tuyên truyền trên loa truyền thanh (02/05/2026).',
      '- Mạng xã hội: 01 hoạt động (ngày 10/04/2026), 900 lượt xem. Tiêu biểu: Đăng bài về dịch vụ công (10/04/2026).',
    ].join('\n'),
  )
})

test('work left undone is named, and its cause is left to a person', () => {
  const due = [
    { content: 'Niêm yết thủ tục', dueDay: '2026-05-30', reportedDay: null },
    { content: 'Mở chuyên mục', dueDay: '2026-04-30', reportedDay: '2026-05-05' },
    { content: 'Họp dân', dueDay: '2026-04-20', reportedDay: '2026-04-18' },
  ]
  expect(write('shortcomings', { due })).toBe(
    [
      'Còn 01/03 nhiệm vụ đến hạn trong kỳ chưa hoàn thành:',
      '- Niêm yết thủ tục (thời hạn 30/05/2026).',
      'Có 01 nhiệm vụ hoàn thành chậm so với thời hạn:',
      '- Mở chuyên mục (chậm 05 ngày).',
      'Nguyên nhân: …',
    ].join('\n'),
  )
  expect(write('shortcomings', { due: due.slice(2) })).toContain('hoàn thành đúng hạn toàn bộ')
  expect(write('next', { due, next: due.slice(0, 1) })).toContain('Khẩn trương hoàn thành 01 nhiệm vụ')
})

test('plans with number and day, difficulties with what is asked', () => {
  const plan = {
    kind: 'UNIT',
    number: '12',
    symbol: 'KH-UBND',
    title: 'Kế hoạch tuyên truyền CCHC năm 2026',
    issued: '2026-03-20',
  }
  expect(write('plans', { plans: [plan] })).toBe(
    'Trong kỳ, đơn vị đã ban hành 01 kế hoạch: Kế hoạch tuyên truyền CCHC năm 2026 (số 12/KH-UBND ngày 20/03/2026).',
  )
  const raised = { text: 'Hệ thống loa ở 4 thôn hỏng', wish: 'Bố trí kinh phí sửa chữa', answered: false }
  expect(write('obstacles', { obstacles: [raised] })).toContain(
    '- Hệ thống loa ở 4 thôn hỏng. Kiến nghị: Bố trí kinh phí sửa chữa.',
  )
})

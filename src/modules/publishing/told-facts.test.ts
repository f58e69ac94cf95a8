import { expect, test } from 'vitest'
import { factsToSay, toldFacts } from './told-facts.ts'

const event = {
  starts: '2026-11-28T07:30',
  ends: '2026-11-28T11:00',
  place: 'Nhà văn hóa phường Chung An',
  organiser: 'Sở Nội vụ',
  address: 'https://example.vn/hop',
}

test('an event says when and where before anything else', () => {
  expect(toldFacts('event', event)).toEqual([
    { label: 'Thời gian', value: '7 giờ 30 đến 11 giờ, thứ Bảy, 28/11/2026' },
    { label: 'Địa điểm', value: 'Nhà văn hóa phường Chung An' },
    { label: 'Đơn vị tổ chức', value: 'Sở Nội vụ' },
    { label: 'Địa chỉ tham dự trực tuyến', value: 'https://example.vn/hop' },
  ])
  const [first] = toldFacts('event', { ...event, ends: '2026-11-29T16:05' })
  expect(first?.value).toBe('7 giờ 30, thứ Bảy, 28/11/2026 đến 16 giờ 05, Chủ nhật, 29/11/2026')
})

test('an announcer is not given addresses to read, and of a long table the first ten rows', () => {
  expect(factsToSay('event', event).join(' ')).not.toContain('http')
  const series = Array.from({ length: 12 }, (_, i) => ({ label: `Sở ${i + 1}`, value: 90.5 - i }))
  const said = factsToSay('index_result', { index: 'PAR INDEX', year: 2025, scale: 'điểm', series })
  expect(said).toContain('Năm: 2025.')
  expect(said.at(-1)).toMatch(/^Sở 1: 90,5; Sở 2: 89,5; .*Sở 10: 81,5\. Còn 2 mục khác có trên cổng\.$/)
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluationPairs } from '../../../../bench/similarity/pairs.ts'
import { alikeAmong } from './likeness.ts'

const own =
  'Đoàn Thanh niên cầm tay chỉ việc cho người cao tuổi: cài định danh điện tử, tra cứu hồ sơ, nộp phí qua mã QR. Sau bốn chiều thứ Bảy có 118 bác biết tự đăng nhập, nhiều bác còn hướng dẫn lại cho hàng xóm.'
const other =
  'Lớp bồi dưỡng công nghệ thông tin cơ bản thu hút các chi hội phụ nữ. Giảng viên là kỹ sư của một doanh nghiệp viễn thông, không lấy thù lao. Phần khó nhất là ký số, phải kèm từng người.'

const pairOf = (a: string, b: string, known: string[] = []) =>
  alikeAmong(
    [
      { id: 1, text: a },
      { id: 2, text: b },
    ],
    known,
  )

describe('near-duplicate narratives', () => {
  it('are shown with the passages that stand in both, in the words of each', () => {
    const copy = `Trong quý II, ${own.replace('118', '76').replace('nhiều bác', 'không ít bác')} ${other}`
    const [found] = pairOf(own, copy)
    expect(found?.overlap).toBeGreaterThan(0.9)
    const [passage] = found?.passages ?? []
    expect(own.slice(...(passage?.a ?? [0, 0]))).toMatch(/^Đoàn Thanh niên .* hàng xóm$/)
    expect(copy.slice(...(passage?.b ?? [0, 0]))).toMatch(/76 bác biết .* hàng xóm$/)
  })

  it('are not seen in two honest texts, nor in what a template or a formula has everybody write', () => {
    expect(pairOf(own, other)).toEqual([])
    const boilerplate =
      'Thực hiện Kế hoạch số 25/KH-UBND ngày 05/02/2026 của UBND tỉnh về tuyên truyền cải cách hành chính năm 2026 trên toàn địa bàn các xã, phường, thị trấn của tỉnh'
    expect(pairOf(`${boilerplate}. ${own}`, `${boilerplate}. ${other}`)).toEqual([])
    expect(pairOf(own, own, [own])).toEqual([])
  })

  it('are not looked for between a consolidated report and its parts, nor within the period before', () => {
    const two = (more: object) => [
      { id: 1, text: own, ...more },
      { id: 2, text: own },
    ]
    expect(alikeAmong(two({}))).toHaveLength(1)
    expect(alikeAmong(two({ family: new Set([2]) }))).toEqual([])
    expect(alikeAmong(two({ background: true }))).toHaveLength(1)
    expect(alikeAmong(two({}).map((t) => ({ ...t, background: true })))).toEqual([])
  })

  it('show no honest pair of the written set, every copy, every edited copy and three in four halves', () => {
    const shown = (kind: string) => {
      const pairs = evaluationPairs().filter((p) => p.kind === kind)
      return pairs.filter((p) => pairOf(p.a, p.b).length > 0).length / pairs.length
    }
    expect(evaluationPairs().length).toBeGreaterThanOrEqual(300)
    expect([shown('copied'), shown('edited'), shown('honest'), shown('formula')]).toEqual([1, 1, 0, 0])
    expect(shown('half')).toBeGreaterThan(0.75)
  })

  it('never points outside of a text, whatever is in it', () => {
    const words = fc.array(fc.constantFrom('một', 'cửa', 'hồ', 'sơ', 'trả', 'kết', 'quả', '12', '.'), {
      maxLength: 120,
    })
    fc.assert(
      fc.property(words, words, (a, b) => {
        const [ta, tb] = [a.join(' '), b.join(' ')]
        for (const likeness of pairOf(ta, tb)) {
          expect(likeness.overlap).toBeLessThanOrEqual(1)
          for (const p of likeness.passages) {
            expect(p.a[0]).toBeLessThan(p.a[1])
            expect(p.a[1]).toBeLessThanOrEqual(ta.length)
            expect(p.b[1]).toBeLessThanOrEqual(tb.length)
          }
        }
      }),
    )
  })
})

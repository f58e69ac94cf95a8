import fc from 'fast-check'
import { expect, test } from 'vitest'
import { printScript, readScript, saidOtherwise, scriptOf, showSeconds, timingOf } from './script.ts'

const words = fc
  .array(
    fc.constantFrom('bà', 'con', 'nộp', 'hồ', 'sơ', 'trực', 'tuyến', 'ngày', '05/12/2026', 'UBND', '30%'),
    { minLength: 1, maxLength: 12 },
  )
  .map((w) => w.join(' '))
const line = fc.record({
  voice: fc.constantFrom('woman' as const, 'man' as const, 'cue' as const),
  words,
  pause: fc.integer({ min: 0, max: 60 }),
})

test('what an editor sees can be read back, line by line', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      expect(readScript(printScript(lines))).toEqual(lines)
    }),
  )
})

test('a script is announced, changes its voice with each heading, and is timed with its pauses', () => {
  const text = (t: string) => ({ type: 'text' as const, text: t })
  const script = scriptOf(
    {
      title: 'Nộp hồ sơ ở nhà',
      lead: '',
      body: {
        type: 'doc',
        content: [
          { type: 'paragraph', content: [text('Từ ngày 05/12/2026, bà con nộp hồ sơ ở nhà')] },
          { type: 'heading', attrs: { level: 2 }, content: [text('Các bước')] },
          {
            type: 'orderedList',
            attrs: { start: 1 },
            content: [
              {
                type: 'listItem',
                content: [{ type: 'paragraph', content: [text('Mở trang dichvucong.gov.vn.')] }],
              },
            ],
          },
        ],
      },
    },
    'Đài truyền thanh xã Bình Minh',
  )
  expect(script.map((l) => l.voice)).toEqual(['cue', 'woman', 'woman', 'man', 'man', 'woman', 'cue'])
  expect(script[4]?.words).toBe('Thứ nhất: Mở trang dichvucong.gov.vn.')
  const slow = timingOf(script, 150)
  const quick = timingOf(script, 250)
  expect(slow.syllables).toBe(quick.syllables)
  expect(slow.seconds).toBeGreaterThan(quick.seconds)
  expect(slow.seconds).toBeGreaterThan(script.reduce((n, l) => n + l.pause, 0))
  expect(slow.starts[0]).toBe(0)
  expect(saidOtherwise(script).map((s) => s.written)).toEqual(['05/12/2026', 'dichvucong.gov.vn'])
  expect(showSeconds(245)).toBe('4:05')
})

test('a script ends with the number that takes feedback in, where the province has given one', () => {
  const text = { title: 'Nộp hồ sơ ở nhà', lead: '', body: { type: 'doc' as const, content: [] } }
  const numbers = (phone?: string) =>
    scriptOf(text, 'Đài xã', phone).filter((line) => line.words.includes('phản ánh, kiến nghị'))
  expect(numbers('0255 382 3456').map((line) => line.words)).toEqual([
    'Mọi phản ánh, kiến nghị về thủ tục hành chính, xin bà con gọi số 0255 382 3456.',
  ])
  expect(numbers()).toEqual([])
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { templateDefinition } from '../template.ts'
import { completenessOf, isNilPossible, type Said } from './completeness.ts'

const w = (text: string) => ({ vi: text, en: text })
const counted = { kind: 'activities', measure: 'count', where: {} } as const
const definition = templateDefinition.parse({
  title: w('Báo cáo {period}'),
  sections: [
    {
      ...{ code: 'results', level: 1, heading: w('Kết quả'), narrative: 'required', leastSyllables: 12 },
      ...{
        guidance: w('Nêu kết quả nổi bật trong kỳ, số liệu và minh chứng kèm theo.'),
        evidence: 'required',
      },
      figures: [
        {
          code: 'activities',
          label: w('Số hoạt động'),
          unit: null,
          source: counted,
          rollUp: 'sum',
          required: true,
        },
        {
          code: 'spent',
          label: w('Đã chi'),
          unit: null,
          source: { kind: 'manual' },
          rollUp: 'sum',
          required: false,
        },
      ],
    },
    { code: 'other', level: 1, heading: w('Khác'), guidance: null, narrative: 'optional' },
  ],
})

const own = 'Xã đã mở 5 buổi hướng dẫn nộp hồ sơ trực tuyến tại nhà văn hóa thôn, 120 người dự.'
const nothing: Said = {
  ...{
    narratives: [],
    figures: [figure('activities', 0)],
    evidence: new Map(),
    activities: 0,
    nilReason: null,
  },
}

function figure(figureCode: string, computed: number | null, manual: number | null = null) {
  return { figureCode, rowCode: '', computed, manual }
}

function words(text: string, proposed = false) {
  return [{ sectionCode: 'results', text, proposed }]
}

function judge(said: Partial<Said>) {
  return completenessOf(definition, { ...nothing, ...said })
}

describe('a report with nothing in it', () => {
  test.each([
    ['no word and no activity', {}],
    ['dots', { narratives: words('. . . . . . . . . . . . . . .') }],
    ['filler', { narratives: words('Thực hiện tốt. Không có. Theo quy định.') }],
    [
      'the guidance, copied',
      { narratives: words('Nêu kết quả nổi bật trong kỳ, số liệu và minh chứng kèm theo.') },
    ],
    ['one sentence over and over', { narratives: words('Làm tốt việc. '.repeat(40)) }],
    [
      'a number typed without any evidence',
      { figures: [figure('activities', 0), figure('spent', null, 50)] },
    ],
    ['words that the program proposed and nobody accepted', { narratives: words(own, true) }],
  ])('is empty: %s', (_, said) => expect(judge(said).isEmpty).toBe(true))

  test('lacks all that is asked: the nought of activities that nobody recorded is no figure', () => {
    expect(judge({})).toMatchObject({ score: 0, isNil: false })
    expect(judge({}).missing.map((m) => m.kind)).toEqual(['narrative', 'figure', 'evidence'])
  })
})

describe('a report with something in it', () => {
  test.each([
    ['an activity', { activities: 1 }],
    ['a text of somebody', { narratives: words(own) }],
    [
      'a number typed with evidence',
      { figures: [figure('spent', null, 50)], evidence: new Map([['results', 1]]) },
    ],
    ['figures of the units below', { figures: [figure('activities', 31)] }],
  ])('is not empty: %s', (_, said) => expect(judge(said).isEmpty).toBe(false))

  test('is complete when words, figures and evidence are there', () => {
    const said = { narratives: words(own), figures: [figure('activities', 5)], activities: 5 }
    expect(judge(said)).toMatchObject({ score: 0.6667, missing: [{ kind: 'evidence' }] })
    expect(judge({ ...said, evidence: new Map([['results', 2]]) })).toMatchObject({ score: 1, missing: [] })
  })

  test('a blank that the program left counts as missing however long the text is', () => {
    const { missing } = judge({ narratives: words(`${own}\nNguyên nhân: …`), activities: 1 })
    expect(missing.map((m) => m.kind)).toContain('narrative')
  })
})

describe('"nothing happened"', () => {
  const nilReason = 'Trong kỳ xã tập trung khắc phục hậu quả bão số 3 nên chưa tổ chức hoạt động nào.'

  test('is its own thing, with a reason, where nothing is known', () => {
    expect(judge({ nilReason })).toEqual({ score: null, missing: [], isEmpty: false, isNil: true })
  })

  test('is not believed with a filler for a reason, with activities, or with figures of units below', () => {
    expect(judge({ nilReason: 'Không có' })).toMatchObject({ isNil: false, isEmpty: true })
    expect(judge({ nilReason, activities: 1 }).isNil).toBe(false)
    expect(isNilPossible(definition, { ...nothing, figures: [figure('activities', 31)] })).toBe(false)
  })
})

test('more content never lowers the score, and the score lies between 0 and 1', () => {
  const said = fc.record({
    narratives: fc.constantFrom(words(''), words('Tốt.'), words(own)),
    activities: fc.nat(3),
    evidence: fc.nat(2).map((n) => new Map([['results', n]])),
  })
  fc.assert(
    fc.property(said, (s) => {
      const score = judge(s).score ?? 0
      const more = judge({ ...s, narratives: words(own), activities: 3, evidence: new Map([['results', 2]]) })
      return score >= 0 && (more.score ?? 0) >= score && (more.score ?? 0) <= 1
    }),
  )
})

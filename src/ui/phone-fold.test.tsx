import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { Few } from './few.tsx'
import { FilterBar } from './filter-bar.tsx'
import { Select } from './select.tsx'
import { TextInput } from './text-input.tsx'

function drawn(
  values: Record<string, string>,
  usual = {},
  active: { label: string; without: string }[] = [],
) {
  return renderToString(
    <FilterBar action="/x" values={values} usual={usual} active={active}>
      <input type="hidden" name="plan" value="7" />
      <TextInput name="words" label="Từ khóa" />
      {[<Select name="state" label="Trạng thái" options={[]} key="state" />]}
    </FilterBar>,
  )
}

test('the folded line counts what is set, not what is hidden or usual', () => {
  expect(drawn({ plan: '7' })).toMatch(/<details><summary>.*Tìm và lọc/)
  expect(drawn({ plan: '7', words: 'x', state: 'late' })).toContain('(2)')
  expect(drawn({ plan: '7', words: '', state: 'late' }, { state: 'late' })).not.toContain('(1)')
})

test('what is set stands open, unless chips below say it already', () => {
  expect(drawn({ words: 'x' })).toContain('<details open>')
  expect(drawn({ words: 'x' }, {}, [{ label: 'x', without: '/x' }])).not.toContain('<details open>')
})

test('the fields stand beside the fold, so that wide screens and paper show them whatever it is', () => {
  expect(drawn({})).toMatch(/<\/details><div class="phone-fold-body"><form/)
})

test('a section with hardly more than its first rows has nothing to open', () => {
  const few = (total: number, all?: string) =>
    renderToString(
      <Few total={total} all={all}>
        <ul />
      </Few>,
    )
  expect(few(6)).toBe('<ul></ul>')
  expect(few(7)).toContain('Xem tất cả (7)')
  expect(few(7, '/assignments')).toContain('<a class="few-all" href="/assignments">Xem tất cả (7)</a>')
})

import { readFileSync } from 'node:fs'
import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { projectPath } from '../lib/paths.ts'
import { Avatar } from './avatar.tsx'
import { LineChart } from './charts/line-chart.tsx'
import { shownDay } from './date-input.tsx'
import { Form } from './form.tsx'
import { samplePages } from './gallery/sample-pages.tsx'
import { ICONS } from './icon.tsx'
import { pagesAround } from './pager.tsx'
import { renderPage } from './render.ts'
import { RequestContext } from './request.ts'
import { TextInput } from './text-input.tsx'
import { texts } from './ui.texts.ts'

test('every icon has its drawing and every drawing its name', () => {
  const sprite = readFileSync(projectPath('public/icons/sprite.svg'), 'utf8')
  expect([...sprite.matchAll(/<symbol id="([^"]+)"/g)].map((found) => found[1])).toEqual([...ICONS])
})

test('pages carry no inline style or script, as the content policy demands', () => {
  for (const page of Object.values(samplePages)) {
    const html = renderPage(page('vi'))
    expect(html).not.toMatch(/ style=|<style| on[a-z]+="|<script(?![^>]* src=)/)
  }
})

test('a form that changes something carries the token, a search does not', () => {
  const facts = { locale: 'vi', csrf: 'tk', path: '/' } as const
  const drawn = (method: 'get' | 'post') =>
    renderToString(
      <RequestContext.Provider value={facts}>
        <Form action="/x" method={method}>
          <b />
        </Form>
      </RequestContext.Provider>,
    )
  expect(drawn('post')).toContain('name="_csrf" value="tk"')
  expect(drawn('get')).not.toContain('_csrf')
})

test('a field takes its value and its fault from the form around it', () => {
  const fault = { field: 'title', vi: 'Nhập tên', en: 'Enter a name' }
  const html = renderToString(
    <Form action="/x" values={{ title: 'Kế <hoạch>' }} faults={[fault]}>
      <TextInput name="title" label="Tên" />
    </Form>,
  )
  expect(html).toContain('value="Kế &lt;hoạch>"')
  expect(html).toContain('Nhập tên')
  expect(html).toContain('aria-describedby="title-error"')
})

test('initials keep their marks', () => {
  expect(renderToString(<Avatar name="Đặng Văn Ổn" />)).toContain('ĐỔ'.normalize('NFC'))
})

test('days are shown as they are written on paper, and typed text is left alone', () => {
  expect(shownDay('2026-12-05')).toBe('05/12/2026')
  expect(shownDay('5 tháng 12')).toBe('5 tháng 12')
})

test('a pager shows the ends and the neighbours', () => {
  expect(pagesAround(7, 65)).toEqual([1, 6, 7, 8, 65])
  expect(pagesAround(1, 2)).toEqual([1, 2])
})

test('every word of the furniture is in Unicode NFC and in both languages', () => {
  for (const { vi, en } of Object.values(texts)) {
    for (const word of [vi, en]) {
      if (typeof word !== 'string') continue
      expect(word.trim()).not.toBe('')
      expect(word).toBe(word.normalize('NFC'))
    }
  }
})

test('a course of shares ends at the whole, also where every value is nought', () => {
  const chart = (highest?: number) => {
    const series = [{ label: 'Đúng hạn', values: [0, 0] }]
    const facts = { title: 'Diễn biến', description: '', points: ['QI', 'QII'], series }
    const props = { ...facts, format: (value: number) => `${value} %`, ...(highest ? { highest } : {}) }
    return renderToString(<LineChart {...props} />)
  }
  expect(chart(100)).toContain('100 %')
  expect(chart()).not.toContain('100 %')
})

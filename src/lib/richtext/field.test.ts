import { expect, test } from 'vitest'
import { readRichField, richFieldValues } from './field.ts'
import { richTextFromHtml } from './from-html.ts'

const { doc } = richTextFromHtml('<p>Một</p><table><tr><td>a</td><td>b</td></tr></table>')
const values = richFieldValues('body', doc)

test('without a script the words count and the table comes back', () => {
  expect(readRichField(values, 'body')).toEqual({ ok: true, value: doc })
  const changed = readRichField({ ...values, body: 'Hai\n\n[[bảng 1]]' }, 'body')
  expect(changed).toMatchObject({
    ok: true,
    value: { content: [{ content: [{ text: 'Hai' }] }, { type: 'table' }] },
  })
})

test('a table is never lost in silence', () => {
  expect(readRichField({ ...values, body: 'Hai' }, 'body')).toMatchObject({
    ok: false,
    faults: [{ field: 'body' }],
  })
  expect(readRichField({ ...values, body: 'Hai\n\n[[bỏ bảng 1]]' }, 'body')).toMatchObject({ ok: true })
  expect(readRichField({ ...values, body: '[[bảng 1]]\n\n[[bảng 2]]' }, 'body')).toMatchObject({ ok: false })
})

test('the editor sends the tree, and a broken one is a fault', () => {
  const tree = JSON.stringify({ type: 'doc', content: [] })
  expect(readRichField({ ...values, 'body-by': 'editor', 'body-tree': tree }, 'body')).toEqual({
    ok: true,
    value: { type: 'doc', content: [] },
  })
  expect(readRichField({ ...values, 'body-by': 'editor', 'body-tree': '{' }, 'body').ok).toBe(false)
  expect(readRichField({}, 'body')).toMatchObject({ ok: true })
})

test('a text shows only images that are its own', () => {
  const figure = { type: 'figure', attrs: { file: 7, alt: 'Ảnh', decorative: false } }
  const tree = JSON.stringify({ type: 'doc', content: [figure] })
  const sent = { 'body-by': 'editor', 'body-tree': tree }
  expect(readRichField(sent, 'body', [7]).ok).toBe(true)
  expect(readRichField(sent, 'body', [8])).toMatchObject({ ok: false, faults: [{ field: 'body' }] })
})

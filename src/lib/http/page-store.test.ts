import { expect, test } from 'vitest'
import { bodiesOf, bodyFor, type KeptPage, openPageStore } from './page-store.ts'

const html = `<p>${Array.from({ length: 400 }, (_, n) => `Hồ sơ số ${n * 7919} được trả đúng hẹn.`).join(' ')}</p>`

function page(label = '1'): KeptPage {
  const bodies = bodiesOf('text/html', Buffer.from(html))
  return { label, status: 200, headers: {}, etag: '"x"', bodies, viewOf: null, provinceId: 1 }
}

test('a packed page holds its own bytes and no more', () => {
  const { bodies } = page()
  expect(bodies.br?.length).toBeLessThan(html.length / 3)
  expect(bodies.br?.buffer.byteLength).toBe(bodies.br?.length)
  const { packing, body } = bodyFor(page(), 'gzip, deflate')
  expect(packing).toBe('gzip')
  expect(body.buffer.byteLength).toBe(body.length)
})

test('pages beyond the limit push out the least used, never more is held', async () => {
  const most = 30_000
  const store = openPageStore(most)
  await store.make('first', '1', async () => page())
  for (let n = 0; n < 40; n += 1) {
    await store.make(`/articles/${n}`, '1', async () => page())
    expect(store.get('first', '1')).toBeDefined()
    expect(store.size()).toBeLessThanOrEqual(most)
  }
  expect(store.get('/articles/0', '1')).toBeUndefined()
  expect(store.get('/articles/39', '1')).toBeDefined()
  expect(store.get('/articles/39', '2')).toBeUndefined()
})

test('a packing that came later counts from the next reading on', async () => {
  const store = openPageStore(1_000_000)
  const made = await store.make('a', '1', async () => page())
  const before = store.size()
  const { body } = bodyFor(made, 'gzip')
  store.get('a', '1')
  expect(store.size()).toBe(before + body.length)
})

test('without memory every page is made anew', async () => {
  const store = openPageStore(0)
  let made = 0
  const make = async () => {
    made += 1
    return page()
  }
  await store.make('a', '1', make)
  expect(store.get('a', '1')).toBeUndefined()
  await store.make('a', '1', make)
  expect(made).toBe(2)
  expect(store.size()).toBe(0)
})

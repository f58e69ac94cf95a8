import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { type TestWeb, testWeb } from '../../../../test/web.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import type { Db } from '../../../lib/db/db.ts'
import { openPortal } from '../../publishing/publishing.columns.ts'

let db: Db
let close: () => Promise<void>
let world: World
let web: TestWeb
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  web = testWeb(db)
  await db.transaction().execute((tx) => openPortal(tx, 1))
})
afterAll(() => close())

test('what the hotline was asked becomes an article once, and the log says so', async () => {
  const thu = await web.signedIn(world.thu)
  const usual = { topic: 'procedures', way: 'telephone', unitId: world.units.vanHoa, day: '', time: '' }
  const noted = await thu.post('/contacts', {
    ...{ ...usual, question: 'Ông An số 0912345678 hỏi: xin phép biểu diễn ở đâu?' },
    ...{ outcome: 'answered', answer: 'Nộp tại Bộ phận Một cửa của Sở hoặc trên mạng.' },
  })
  await thu.post('/contacts', {
    ...{ ...usual, question: 'Câu hỏi chưa ai trả lời', outcome: 'kept', keptDue: '27/11/2026' },
  })
  const ngoc = await web.signedIn(world.ngoc)
  const list = await ngoc.get('/desk/questions?only=without')
  expect(list.text).toContain('xin phép biểu diễn ở đâu?')
  expect(list.text).not.toContain('0912345678')
  expect(list.text).not.toContain('chưa ai trả lời')
  const contactId = noted.location.split('/').at(-1)
  const minh = await web.signedIn(world.minh)
  expect((await minh.get('/desk/questions')).text).not.toContain('biểu diễn')
  expect((await minh.post(`/desk/questions/${contactId}/item`)).status).toBe(404)
  expect((await (await web.signedIn(world.xa)).post(`/desk/questions/${contactId}/item`)).status).toBe(404)
  const item = await ngoc.post(`/desk/questions/${contactId}/item`)
  expect(item.status).toBe(303)
  const page = await ngoc.get(item.location)
  expect(page.heading).toBe('Ông An số … hỏi: xin phép biểu diễn ở đâu?')
  expect(page.text).toContain('Nộp tại Bộ phận Một cửa của Sở')
  expect((await ngoc.post(`/desk/questions/${contactId}/item`)).location).toBe(item.location)
  expect((await ngoc.get('/desk/questions?only=without')).text).not.toContain('biểu diễn')
  expect((await thu.get(noted.location)).text).toContain('Đang soạn bài trả lời chung')
})

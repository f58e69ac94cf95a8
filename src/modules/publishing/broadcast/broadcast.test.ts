import { createHash } from 'node:crypto'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { silentWav } from '../../../../test/recordings.ts'
import { type Browser, type TestWeb, testWeb } from '../../../../test/web.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import type { Db } from '../../../lib/db/db.ts'
import { addPublication } from '../publishing.fixtures.ts'
import { reachOf } from '../reach/reach-of.ts'
import { findSpeech } from './speech.ts'

let db: Db
let close: () => Promise<void>
let world: World
let web: TestWeb
let lan: Browser
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  web = testWeb(db)
  lan = await web.signedIn(world.lan)
})
afterAll(() => close())

const wav = () => new File([silentWav()], 'ban-thu.mp3')

async function script(): Promise<{ id: number; publicationId: number }> {
  const { id: publicationId } = await addPublication(db, world.units.noiVu)
  const form = { item: publicationId, station: 'Đài truyền thanh xã', slot: '1', rate: '180' }
  const made = await lan.post('/broadcast/scripts', form)
  return { id: Number(made.location.split('/').at(-1)), publicationId }
}

test('a script is timed against its slot, and leaves as large print and for Word', async () => {
  const { id } = await script()
  const here = `/broadcast/scripts/${id}`
  const page = await lan.get(here)
  expect(page.text).toContain('vừa khung')
  const long = `NỮ: ${'Từ ngày 05/12/2026, UBND xã nhận hồ sơ trực tuyến 100%. '.repeat(30)}`
  const edited = await lan.submit(here, { text: long, slot: '1', rate: '180' })
  expect(edited.text).toContain('dài hơn khung')
  expect(edited.text).toContain('tháng mười hai')
  expect((await lan.post(here, { text: '[Nhạc]', slot: '1', rate: '180' })).status).toBe(422)
  expect(Buffer.from((await lan.get(`${here}/script.pdf`)).bytes.slice(0, 5)).toString()).toBe('%PDF-')
  expect((await lan.get(`${here}/script.docx`)).status).toBe(200)
  const wrong = await lan.upload(`${here}/recording`, { audio: new File(['không phải âm thanh'], 'a.mp3') })
  expect(wrong.status).toBe(422)
  expect((await lan.upload(`${here}/recording`, { audio: wav() })).status).toBe(303)
  expect((await lan.get(`${here}/recording/file`)).headers.get('content-type')).toBe('audio/wav')
})

test('a package gives the same bytes every time, and its manifest is true', async () => {
  const { id } = await script()
  await lan.upload(`/broadcast/scripts/${id}/recording`, { audio: wav() })
  const form = {
    title: 'Tuần lễ dịch vụ công',
    scripts: [String(id)],
    firstDay: '16/11/2026',
    lastDay: '22/11/2026',
    hours: '17:00, 5:30',
  }
  const here = (await lan.post('/broadcast/packages', form)).location
  const first = (await lan.get(`${here}/package.zip`)).bytes
  await lan.post(`/broadcast/scripts/${id}`, {
    text: 'NAM: Đã sửa sau khi đóng gói.',
    slot: '1',
    rate: '180',
  })
  expect((await lan.get(`${here}/package.zip`)).bytes).toEqual(first)
  const files = unzipSync(first)
  const manifest = JSON.parse(Buffer.from(files['manifest.json'] ?? []).toString()) as {
    schedule: unknown
    items: { seconds: number }[]
    files: { path: string; sha256: string }[]
  }
  expect(manifest.schedule).toMatchObject({ firstDay: '2026-11-16', hours: ['05:30', '17:00'] })
  expect(manifest.files.map((f) => f.path).sort()).toEqual(
    Object.keys(files)
      .filter((n) => n !== 'manifest.json')
      .sort(),
  )
  for (const f of manifest.files)
    expect(
      createHash('sha256')
        .update(files[f.path] ?? '')
        .digest('hex'),
    ).toBe(f.sha256)
  const list = Buffer.from(files['danh-sach-phat.m3u8'] ?? []).toString()
  const [, played = ''] = /^(am-thanh\/.+)$/m.exec(list) ?? []
  expect(files[played]?.length).toBe(8044)
  const calendar = Buffer.from(files['lich-phat.ics'] ?? []).toString()
  expect(calendar).toContain('DTSTART:20261115T223000Z')
  expect(calendar).toContain('RRULE:FREQ=DAILY;UNTIL=20261122T100000Z')
  expect(calendar).toContain('TRIGGER:-PT10M')
  expect([manifest.items[0]?.seconds, list.includes('#EXTINF:1,')]).toEqual([1, true])
  expect(Buffer.from(files['DOC-TRUOC.txt'] ?? []).toString()).toContain('không phải báo cáo lại')
})

test('a commune acknowledges, proves that it aired, and that is its reach without another report', async () => {
  const { id, publicationId } = await script()
  const form = {
    title: 'Gói tháng 11',
    scripts: [String(id)],
    firstDay: '16/11/2026',
    lastDay: '20/11/2026',
    hours: '17:00',
  }
  const here = (await lan.post('/broadcast/packages', form)).location
  await lan.submit(`${here}/hand-overs`, { to: 'all' })
  const row = `${here}/hand-overs/${world.units.binhMinh}`
  const minh = await web.signedIn(world.minh)
  const tam = await web.signedIn(world.tam)
  expect((await tam.post(`${row}/acknowledgement`)).status).toBe(403)
  expect((await minh.submit(`${row}/acknowledgement`)).text).toContain('Phạm Văn Minh')
  expect((await minh.post(`${row}/acknowledgement`)).status).toBe(409)
  const proof = { from: '16/11/2026', to: '20/11/2026', times: '5', listeners: '1.200' }
  expect((await minh.upload(`${row}/airing`, {}, proof)).text).toContain('Tải ảnh hoặc bản ghi')
  expect((await minh.upload(`${row}/airing`, { proof: wav() }, proof)).status).toBe(303)
  expect(await reachOf(db, 1, publicationId, '2026-11-22')).toMatchObject({
    total: 1200,
    byChannel: [{ channelKind: 'loudspeaker', amount: 1200 }],
  })
  const told = await db
    .selectFrom('jobs.job')
    .select('payload')
    .where('name', '=', 'publishing.reach-settled')
    .execute()
  expect(told.map((j) => j.payload)).toContainEqual({ publicationId, day: '2026-11-20' })
  expect((await minh.get(`${row}/file`)).status).toBe(200)
})

test('an hour of a station is planned once, and what was aired has its address', async () => {
  const { id, publicationId } = await script()
  const slot = { station: 'Đài PTTH An Hòa', day: '20/11/2026', starts: '17:30' }
  await lan.submit(`/broadcast/scripts/${id}/slots`, slot)
  expect((await lan.post(`/broadcast/scripts/${id}/slots`, slot)).status).toBe(409)
  const { id: slotId } = await db
    .selectFrom('publishing.radio_slot')
    .select('id')
    .where('script_id', '=', id)
    .executeTakeFirstOrThrow()
  const airing = `/broadcast/scripts/${id}/slots/${slotId}/airing`
  const refused = await lan.post(airing, { airedDay: '20/11/2026', web: '' })
  expect([refused.status, refused.faults.join()]).toEqual([422, expect.stringContaining('vì sao không có')])
  expect((await lan.post(airing, { airedDay: '', web: 'https://a.vn' })).status).toBe(422)
  const aired = { airedDay: '20/11/2026', web: 'https://anhoatv.invalid/1', listeners: '8000' }
  const page = await lan.submit(airing, aired)
  expect(page.links.map((l) => l.href)).toContain('https://anhoatv.invalid/1')
  expect((await reachOf(db, 1, publicationId, '2026-11-22')).total).toBe(8000)
  expect((await lan.get('/broadcast')).text).toContain('Gói truyền thanh cơ sở')
})

test('without espeak-ng the page says so, and with it a script is heard', async () => {
  const { id } = await script()
  const speech = await findSpeech()
  const page = await lan.get(`/broadcast/scripts/${id}`)
  expect(page.text).toContain(speech ? 'Nghe thử giọng máy đọc' : 'chưa cài chương trình đọc espeak-ng')
  const { status, bytes } = await lan.get(`/broadcast/scripts/${id}/speech.wav`)
  expect(status).toBe(speech ? 200 : 404)
  if (!speech) return
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  expect([view.getUint32(4, true), view.getUint32(40, true)]).toEqual([bytes.length - 8, bytes.length - 44])
})

test('the machine reads at about the asked rate, in two voices, the same bytes each time', async (context) => {
  const speech = await findSpeech()
  if (!speech) return context.skip('espeak-ng is not installed here')
  const words = 'Bà con chụp rõ bốn góc giấy tờ rồi tải lên, hồ sơ đi tới đâu đều có tin nhắn báo về máy. '
  const line = (voice: 'woman' | 'man') => [{ voice, words: words.repeat(4), pause: 0 }]
  const man = await speech.say(line('man'), 180)
  expect(await speech.say(line('man'), 180)).toEqual(man)
  expect(await speech.say(line('woman'), 180)).not.toEqual(man)
  const minutes = (man.length - 44) / 44_100 / 60
  expect(92 / minutes).toBeGreaterThan(160)
  expect(92 / minutes).toBeLessThan(205)
  const silence = await speech.say([{ voice: 'cue', words: 'Nhạc', pause: 3 }], 180)
  expect(silence.length).toBe(44 + 3 * 44_100)
})

import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { type Browser, type TestWeb, testWeb } from '../../../../test/web.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import type { Db } from '../../../lib/db/db.ts'
import { projectPath } from '../../../lib/paths.ts'
import { openPortal } from '../publishing.columns.ts'
import { looks } from './settings.ts'

let db: Db
let close: () => Promise<void>
let world: World
let web: TestWeb
let lan: Browser
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  web = testWeb(db)
  await db.transaction().execute((tx) => openPortal(tx, 1))
  lan = await web.signedIn(world.lan)
})
afterAll(() => close())

const settings = {
  nameVi: 'Chuyên trang Cải cách hành chính tỉnh thử',
  nameEn: 'Administrative reform in the test province',
  shortVi: 'CCHC tỉnh thử',
  shortEn: 'Reform',
  hosts: 'localhost\nCCHC.tinh-thu.gov.vn',
  ownerLines: 'Cơ quan chủ quản: Sở Nội vụ\nĐịa chỉ: 12 đường Thử',
  licence: 'Giấy phép số 12/GP-TTĐT ngày 03/02/2026',
  hotline: '0255 382 2212',
  email: 'cchc@tinh-thu.gov.vn',
  feedbackAddress: 'Văn phòng UBND tỉnh, 52 Hùng Vương',
  feedbackPhone: '0255 382 3456',
  feedbackLink: 'https://pakn.dichvucong.gov.vn/gui',
  appLink: 'https://app.tinh.gov.vn/tai-ve',
  nationalLink: '',
  systemLink: 'https://tthc.tinh.gov.vn',
  look: 'blue',
  bannerAlt: '',
}

function save(fields: Partial<typeof settings> & { bannerOff?: string }, files = {}) {
  return lan.upload('/site/edit', files, { ...settings, ...fields })
}

test('names, hosts, legal lines and colours are changed, logged and seen by readers at once', async () => {
  expect((await save({})).status).toBe(303)
  const page = await web.visitor().get('/portal')
  expect(page.text).toContain('Chuyên trang Cải cách hành chính tỉnh thử')
  expect(page.text).toContain('Giấy phép số 12/GP-TTĐT ngày 03/02/2026')
  expect(page.html).toContain('<html lang="vi" class="look-blue">')
  expect(page.html).toContain('/css/looks.css')
  const contact = await web.visitor().get('/contact')
  for (const said of ['Giấy phép số 12', '52 Hùng Vương', '0255 382 3456', 'pakn.dichvucong.gov.vn'])
    expect([page.text.includes(said), contact.text.includes(said)]).toEqual([true, true])
  for (const link of ['https://app.tinh.gov.vn/tai-ve', 'https://tthc.tinh.gov.vn'])
    expect([page.html.includes(link), contact.html.includes(link)]).toEqual([true, true])
  const manifest = JSON.parse(
    new TextDecoder().decode((await web.visitor().get('/portal.webmanifest')).bytes),
  )
  expect([manifest.short_name, manifest.theme_color]).toEqual(['CCHC tỉnh thử', '#123c69'])
  expect((await lan.get('/site')).text).toContain('cchc.tinh-thu.gov.vn')
  const entry = await db
    .selectFrom('audit.entry')
    .select(['verb', 'actor_name'])
    .where('verb', '=', 'publishing.change-portal')
    .executeTakeFirst()
  expect(entry).toEqual({ verb: 'publishing.change-portal', actor_name: 'Nguyễn Thị Lan' })
})

test('what is wrong comes back with its words, and what was typed stays', async () => {
  const page = await save({
    nameVi: '',
    hosts: 'https://cchc.gov.vn/',
    email: 'cchc',
    hotline: 'gọi cho Lan',
    feedbackLink: 'javascript:alert(1)',
  })
  expect(page.status).toBe(422)
  expect(page.text).toContain('Ghi tên trang.')
  expect(page.text).toContain('Địa chỉ web bắt đầu bằng http:// hoặc https://.')
  expect(page.html).toContain('https://cchc.gov.vn/')
  const hosts = await save({ hosts: 'https://cchc.gov.vn/' })
  expect([hosts.status, hosts.text.includes('Chưa phải tên miền')]).toEqual([422, true])
})

test('a picture over the home needs words, is served to everybody, and can be taken away', async () => {
  const png = await sharp({ create: { width: 1600, height: 500, channels: 3, background: '#123c69' } })
    .png()
    .toBuffer()
  const banner = () => new File([new Uint8Array(png)], 'anh.png')
  const silent = await save({}, { banner: banner() })
  expect([silent.status, silent.text.includes('Viết một câu nói ảnh cho thấy gì')]).toEqual([422, true])
  expect((await save({ bannerAlt: 'Sông Trà Khúc lúc sáng sớm' }, { banner: banner() })).status).toBe(303)
  const home = await web.visitor().get('/portal')
  expect(home.html).toContain('alt="Sông Trà Khúc lúc sáng sớm"')
  const src = /src="(\/media\/\d+\/960)"/.exec(home.html)?.[1] ?? ''
  expect((await web.visitor().get(src)).headers.get('content-type')).toBe('image/webp')
  await save({ bannerOff: 'yes' })
  expect((await web.visitor().get('/portal')).html).not.toContain('Sông Trà Khúc')
  expect((await web.visitor().get(src)).status).toBe(404)
})

test('a host of another province is refused', async () => {
  await db
    .insertInto('publishing.portal')
    .values({ province_id: 2, name_vi: 'Khác', name_en: 'Other', hosts: ['cchc.khac.gov.vn'] })
    .execute()
  const page = await save({ hosts: 'localhost\ncchc.khac.gov.vn' })
  expect([page.status, page.text.includes('Tên miền đã thuộc về tỉnh khác')]).toEqual([422, true])
})

test('a closed portal shows nothing to anybody, and opens again', async () => {
  await lan.submit('/site/state', { to: 'closed' })
  expect((await web.visitor().get('/portal')).status).toBe(303)
  await lan.submit('/site/state', { to: 'open' })
  expect((await web.visitor().get('/portal')).status).toBe(200)
})

test('who does not answer for the portal may look and change nothing', async () => {
  const phuc = await web.signedIn(world.phuc)
  expect((await phuc.get('/site')).status).toBe(200)
  expect((await phuc.get('/site/edit')).status).toBe(403)
  expect((await phuc.get('/polls')).status).toBe(200)
  expect((await phuc.post('/polls', {})).status).toBe(403)
})

test('a question is asked, answered, closed, and its results stay for everybody', async () => {
  const bad = await lan.post('/polls', { question: '', options: 'Chỉ một', lastDay: '01/01/2020' })
  expect(bad.status).toBe(422)
  expect(bad.faults).toHaveLength(4)
  const asked = await lan.post('/polls', {
    question: 'Bạn đọc trang này để làm gì?',
    options: 'Xem tin\nTra văn bản',
    lastDay: '31/12/2026',
  })
  expect((await lan.get(asked.location)).heading).toBe('Bạn đọc trang này để làm gì?')
  const reader = web.visitor()
  await reader.submit('/poll', { choice: '1' })
  expect((await lan.get('/polls')).text).toContain('Đang mở')
  await lan.submit(`${asked.location}/closing`, {})
  expect((await reader.get('/poll')).text).toContain('Hiện không có câu hỏi thăm dò nào')
  expect((await reader.get('/poll')).text).toContain('Tra văn bản')
  expect((await lan.post(`${asked.location}/closing`, {})).status).toBe(409)
})

/** Luminance and contrast as WCAG 2.2 defines them. */
function contrast(a: string, b: string): number {
  const light = (hex: string) => {
    const [r = 0, g = 0, bl = 0] = [1, 3, 5].map((i) => {
      const c = Number.parseInt(hex.slice(i, i + 2), 16) / 255
      return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * bl
  }
  const [high = 0, low = 0] = [light(a), light(b)].sort((x, y) => y - x)
  return (high + 0.05) / (low + 0.05)
}

test('every colour of a portal can be read, by day and by night', () => {
  const css = readFileSync(projectPath('public/css/looks.css'), 'utf8')
  const [day = '', night = ''] = css.split('@media (prefers-color-scheme: dark)')
  const standing = {
    day: { '--surface': '#fffffe', '--on-fill': '#ffffff', '--lotus': '#a3275c', '--lotus-tint': '#fae6ee' },
    night: {
      ...{ '--surface': '#18231f', '--on-bar-soft': '#bfdcd7' },
      ...{ '--lotus': '#f29cc0', '--lotus-tint': '#40202f' },
    },
  }
  for (const look of Object.keys(looks).filter((l) => l !== 'lotus')) {
    for (const [part, standard] of [
      [day, standing.day],
      [night, standing.night],
    ] as const) {
      const rule = new RegExp(`\\.look-${look} \\{([^}]*)\\}`).exec(part)?.[1] ?? ''
      const own = [...rule.matchAll(/(--[a-z-]+): (#[0-9a-f]{6})/g)].map((m) => [m[1] ?? '', m[2] ?? ''])
      const of: Record<string, string> = { '--on-bar': '#ffffff', ...standard, ...Object.fromEntries(own) }
      for (const [on, under] of [
        ['--accent', '--surface'],
        ['--accent', '--accent-tint'],
        ['--accent-deep', '--surface'],
        ['--on-fill', '--accent-fill'],
        ['--on-bar', '--bar'],
        ['--on-bar-soft', '--bar'],
        ['--lotus', '--surface'],
        ['--lotus', '--lotus-tint'],
      ] as const)
        expect([look, on, under, contrast(of[on] ?? '', of[under] ?? '') >= 4.5]).toEqual([
          look,
          on,
          under,
          true,
        ])
    }
  }
})

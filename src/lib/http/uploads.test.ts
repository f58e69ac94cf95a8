import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer, request as httpRequest } from 'node:http'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/database.ts'
import { testWeb } from '../../../test/web.ts'
import { makeWorld, type World } from '../../../test/world.ts'
import type { Actor } from '../actor.ts'
import type { Db } from '../db/db.ts'
import { Refusal } from '../errors.ts'
import { storedPath } from '../files/store.ts'
import { csrfToken } from './csrf.ts'
import { disposition, sendFile, sendThumbnail } from './downloads.ts'
import type { Variables } from './route.ts'
import { receiveUpload } from './uploads.ts'

let db: Db
let close: () => Promise<void>
let world: World
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
})
afterAll(() => close())

const limits = { maxFiles: 2, maxBytes: 200_000, types: ['jpg', 'png', 'txt', 'docx'] as const }

/** A program of one door, so that the plumbing is seen without the house around it. */
function oneDoor() {
  const { config, clock } = testWeb(db)
  const actor: Actor = {
    provinceId: 1,
    accountId: world.minh.accountId,
    name: 'Minh',
    locale: 'vi',
    grants: [],
    reach: new Set(),
  }
  const app = new Hono<{ Variables: Variables }>()
  app.use(async (c, next) => {
    for (const [key, value] of Object.entries({ config, db, now: clock.now, actor, csrfBinding: 'b' }))
      c.set(key as 'db', value as Db)
    await next()
  })
  app.post('/up', async (c) => c.json(await receiveUpload(c, limits)))
  app.get('/file/:id', (c) => sendFile(c, 1, Number(c.req.param('id')), { inline: true }))
  app.get('/small/:id', (c) => sendThumbnail(c, 1, Number(c.req.param('id')), 64))
  app.onError((error, c) => c.text(error.message, error instanceof Refusal ? 403 : 500))
  return { app, config, token: csrfToken(config.secret, 'b') }
}

function form(token: string | null, ...files: File[]): FormData {
  const data = new FormData()
  if (token) data.append('_csrf', token)
  data.append('note', '  Họp thôn\r\nbuổi sáng ')
  for (const file of files) data.append('evidence', file)
  return data
}

function photo(colour: string): Promise<Buffer> {
  return sharp({ create: { width: 300, height: 200, channels: 3, background: colour } })
    .jpeg()
    .toBuffer()
}

const asFile = (bytes: Uint8Array | string, name: string) =>
  new File([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], name)

describe('an upload', () => {
  test('keeps a photo under its hash, on the disk, and enters it for the province', async () => {
    const { app, config, token } = oneDoor()
    const bytes = await photo('#c33')
    const answer = await app.request('/up', {
      method: 'POST',
      body: form(token, asFile(bytes, 'ảnh họp.jpg')),
    })
    const { fields, files, faults } = (await answer.json()) as Awaited<ReturnType<typeof receiveUpload>>
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    expect(faults).toEqual([])
    expect(fields).toEqual({ note: 'Họp thôn\nbuổi sáng' })
    expect(files).toMatchObject([
      {
        field: 'evidence',
        name: 'ảnh họp.jpg',
        kind: 'jpg',
        mime: 'image/jpeg',
        bytes: bytes.length,
        sha256,
      },
    ])
    expect(readFileSync(storedPath(config.dataDir, sha256)).equals(bytes)).toBe(true)
    expect(readdirSync(join(config.dataDir, 'files', 'arriving'))).toEqual([])
  })

  test('keeps the same bytes once, whoever sends them under whatever name', async () => {
    const { app, config, token } = oneDoor()
    const bytes = await photo('#3c3')
    const answer = await app.request('/up', {
      method: 'POST',
      body: form(token, asFile(bytes, 'a.jpg'), asFile(bytes, 'b.jpg')),
    })
    const { files } = (await answer.json()) as Awaited<ReturnType<typeof receiveUpload>>
    expect(files.map((f) => f.name)).toEqual(['a.jpg', 'b.jpg'])
    expect(new Set(files.map((f) => storedPath(config.dataDir, f.sha256))).size).toBe(1)
  })

  test.each([
    ['a program that calls itself a photo', '#!/bin/sh\necho hi', 'anh.jpg', 'không thuộc các loại'],
    [
      'a picture that can hold scripts',
      '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>',
      'a.svg',
      'không thuộc',
    ],
    ['text with NUL bytes', 'abc\0def', 'a.txt', 'không thuộc'],
    ['a page where pages are not wanted', '<html></html>', 'a.html', 'không thuộc'],
    ['a file over the limit', 'x'.repeat(200_001), 'a.txt', 'lớn hơn'],
  ])('refuses %s with a fault at its field, and keeps nothing', async (_what, content, name, words) => {
    const { app, config, token } = oneDoor()
    const answer = await app.request('/up', { method: 'POST', body: form(token, asFile(content, name)) })
    const { files, faults } = (await answer.json()) as Awaited<ReturnType<typeof receiveUpload>>
    expect(files).toEqual([])
    expect(faults).toMatchObject([{ field: 'evidence', vi: expect.stringContaining(words) }])
    expect(readdirSync(join(config.dataDir, 'files', 'arriving'))).toEqual([])
  })

  test('with too many files says so and keeps the first ones', async () => {
    const { app, token } = oneDoor()
    const three = ['1', '2', '3'].map((n) => asFile(`tệp ${n}`, `${n}.txt`))
    const answer = await app.request('/up', { method: 'POST', body: form(token, ...three) })
    const { files, faults } = (await answer.json()) as Awaited<ReturnType<typeof receiveUpload>>
    expect(files).toHaveLength(2)
    expect(faults[0]?.vi).toContain('nhiều nhất 2')
  })

  test('does not count the fields that a phone’s camera leaves empty', async () => {
    const { app, token } = oneDoor()
    const empty = [1, 2, 3].map(() => new File([], ''))
    const two = ['1', '2'].map((n) => asFile(`tệp ${n}`, `${n}.txt`))
    const answer = await app.request('/up', { method: 'POST', body: form(token, ...empty, ...two) })
    const { files, faults } = (await answer.json()) as Awaited<ReturnType<typeof receiveUpload>>
    expect([files.length, faults]).toEqual([2, []])
  })

  test.each([
    ['no token', null],
    ['a wrong token', 'AAAA'],
  ])('with %s writes not a byte', async (_what, token) => {
    const { app, config } = oneDoor()
    const answer = await app.request('/up', { method: 'POST', body: form(token, asFile('abc', 'a.txt')) })
    expect(answer.status).toBe(403)
    expect(() => readdirSync(join(config.dataDir, 'files'))).toThrow()
  })

  test('takes names without folders or turned direction', async () => {
    const { app, token } = oneDoor()
    const odd = asFile('abc', '../../etc/\u202Egpj.exe.txt')
    const answer = await app.request('/up', { method: 'POST', body: form(token, odd) })
    const { files } = (await answer.json()) as Awaited<ReturnType<typeof receiveUpload>>
    expect(files[0]?.name).toBe('gpj.exe.txt')
  })

  test('that breaks off on a real connection leaves nothing behind, and the next one is taken', async () => {
    const { app, config, token } = oneDoor()
    const server = createServer(getRequestListener(app.fetch)).listen(0, '127.0.0.1')
    await new Promise((done) => server.once('listening', done))
    const { port } = server.address() as { port: number }
    await new Promise<void>((done) => {
      const boundary = 'x-x-x'
      const sending = httpRequest({
        port,
        path: '/up',
        method: 'POST',
        headers: { 'content-type': `multipart/form-data; boundary=${boundary}`, 'x-csrf-token': token },
      })
      sending.on('error', () => done())
      sending.write(
        `--${boundary}\r\ncontent-disposition: form-data; name="evidence"; filename="a.txt"\r\n\r\n${'half '.repeat(2000)}`,
      )
      setTimeout(() => sending.destroy(), 150)
    })
    await expect.poll(() => readdirSync(join(config.dataDir, 'files', 'arriving'))).toEqual([])
    const answer = await fetch(`http://127.0.0.1:${port}/up`, {
      method: 'POST',
      body: form(token, asFile('abc', 'a.txt')),
    })
    expect(await answer.json()).toMatchObject({ files: [{ name: 'a.txt', bytes: 3 }] })
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  })
})

describe('a download', () => {
  test('of a photo is shown in place; of anything else is a download that runs nothing', async () => {
    const { app, token } = oneDoor()
    const bytes = await photo('#33c')
    const up = await app.request('/up', {
      method: 'POST',
      body: form(token, asFile(bytes, 'ảnh.jpg'), asFile('a', 'Đề án.txt')),
    })
    const { files } = (await up.json()) as Awaited<ReturnType<typeof receiveUpload>>
    const [jpg, txt] = await Promise.all(files.map((f) => app.request(`/file/${f.id}`)))
    expect(jpg?.headers.get('content-disposition')).toMatch(/^inline;/)
    expect(Buffer.from(await (jpg as Response).arrayBuffer()).equals(bytes)).toBe(true)
    expect(txt?.headers.get('content-disposition')).toBe(disposition('Đề án.txt', false))
    expect(txt?.headers.get('content-security-policy')).toContain('sandbox')
    const small = await app.request(`/small/${files[0]?.id}`)
    expect(await sharp(Buffer.from(await small.arrayBuffer())).metadata()).toMatchObject({
      format: 'webp',
      width: 64,
    })
    expect((await app.request(`/small/${files[1]?.id}`)).status).toBe(403)
  })

  test('carries its Vietnamese name, and a plain one for old programs', () => {
    expect(disposition('Kế hoạch số 12.docx', false)).toBe(
      `attachment; filename="Ke hoach so 12.docx"; filename*=UTF-8''K%E1%BA%BF%20ho%E1%BA%A1ch%20s%E1%BB%91%2012.docx`,
    )
  })

  test('is not found for another province', async () => {
    const { app, token } = oneDoor()
    const up = await app.request('/up', { method: 'POST', body: form(token, asFile('abc', 'a.txt')) })
    const { files } = (await up.json()) as Awaited<ReturnType<typeof receiveUpload>>
    await db
      .updateTable('files.file')
      .set({ province_id: 2 })
      .where('id', '=', files[0]?.id ?? 0)
      .execute()
    expect((await app.request(`/file/${files[0]?.id}`)).status).toBe(403)
  })
})

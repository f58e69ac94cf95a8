import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askAddress } from './asking-out.ts'

let server: Server
let base: string
const asked: string[] = []

/** A site with every way of answering, by the first part of the path. */
beforeAll(async () => {
  server = createServer((request, answer) => {
    asked.push(`${request.method} ${request.url}`)
    const [, first = '', rest = ''] = (request.url ?? '').split('/')
    if (first === 'never') return
    if (first === 'cut') return request.socket.destroy()
    if (first === 'nohead' && request.method === 'HEAD') return answer.writeHead(405).end()
    if (first === 'moved') return answer.writeHead(301, { location: '/200' }).end()
    if (first === 'gone') return answer.writeHead(302, { location: '/404' }).end()
    if (first === 'round') return answer.writeHead(302, { location: '/round' }).end()
    if (first === 'inside') return answer.writeHead(302, { location: 'http://10.0.0.1/' }).end()
    return answer.writeHead(first === 'nohead' ? 200 : Number(first)).end(rest)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const ask = (path: string, timeoutMs = 2000) =>
  askAddress(`${base}${path}`, { privateHosts: ['127.0.0.1'], timeoutMs })

test('nothing inside is asked, no port but the usual, and no address that carries a password', async () => {
  for (const address of [
    'http://127.0.0.1/',
    'http://[::1]/',
    'https://example.vn:8443/',
    'ftp://x.vn/',
    'https://an:bi-mat@example.vn/',
    'nothing',
    `${base}/200`,
  ])
    expect([address, (await askAddress(address)).outcome]).toEqual([address, 'skipped'])
  expect((await askAddress('http://localhost/')).outcome).toBe('silent')
  expect(asked).toEqual([])
})

test('a page that is not there is broken, one that asks who we are is there', async () => {
  const outcomes = async (...codes: number[]) =>
    Promise.all(codes.map(async (code) => (await ask(`/${code}`)).outcome))
  expect(await outcomes(200, 204, 401, 403, 429, 451)).toEqual(['ok', 'ok', 'ok', 'ok', 'ok', 'ok'])
  expect(await outcomes(404, 410, 400)).toEqual(['broken', 'broken', 'broken'])
  expect(await outcomes(500, 503)).toEqual(['silent', 'silent'])
  expect(await ask('/404')).toMatchObject({ outcome: 'broken', status: 404 })
})

test('a site that knows no HEAD is asked again by GET', async () => {
  expect((await ask('/nohead')).outcome).toBe('ok')
  expect(asked.filter((a) => a.endsWith('/nohead'))).toEqual(['HEAD /nohead', 'GET /nohead'])
})

test('redirects are followed: to what moved for good, to nothing, round in a circle, but never inside', async () => {
  expect(await ask('/moved')).toMatchObject({ outcome: 'ok', movedTo: `${base}/200` })
  expect(await ask('/gone')).toMatchObject({ outcome: 'broken', status: 404 })
  expect((await ask('/round')).outcome).toBe('broken')
  expect(await ask('/inside')).toMatchObject({ outcome: 'ok', status: 302 })
})

test('a site that never answers, hangs up or is not there is silent', async () => {
  expect((await ask('/never', 200)).outcome).toBe('silent')
  expect((await ask('/cut')).outcome).toBe('silent')
  expect((await askAddress('http://khong-co.invalid/')).outcome).toBe('silent')
})

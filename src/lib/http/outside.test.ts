import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { callOutside, isPrivate, type OutsideFault } from './outside.ts'

let server: Server
let base = ''
let handle: RequestListener = (_, answer) => void answer.end()
beforeAll(async () => {
  server = createServer((request, answer) => handle(request, answer))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const here = { method: 'POST', body: 'xin chào', timeoutMs: 400, privateHosts: ['127.0.0.1'] } as const
const faultOf = (address: string, more: object = {}) =>
  callOutside(address, { ...here, ...more }).then(
    () => null,
    (fault: OutsideFault) => ({ code: fault.code, reached: fault.reached }),
  )

test('an answer comes back whole, whatever its status', async () => {
  handle = (request, answer) => {
    answer.statusCode = 503
    answer.setHeader('retry-after', '7')
    request.pipe(answer)
  }
  expect(await callOutside(base, here)).toMatchObject({ status: 503, text: 'xin chào' })
})

test('the own network is not called, however it is written', async () => {
  const nothing = { privateHosts: [] }
  for (const address of [
    base,
    'http://localhost:1',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://2130706433/',
  ])
    expect({ address, fault: await faultOf(address, nothing) }).toEqual({
      address,
      fault: { code: 'private', reached: false },
    })
  expect(await faultOf('file:///etc/passwd')).toEqual({ code: 'address', reached: false })
  for (const address of [
    '10.0.0.9',
    '169.254.169.254',
    '::ffff:c0a8:1',
    'fd00::1',
    'fe80::1%eth0',
    '0.0.0.0',
  ])
    expect({ address, private: isPrivate(address) }).toEqual({ address, private: true })
  for (const address of ['8.8.8.8', '203.113.0.1', '2400:cb00::1', '::ffff:8.8.8.8'])
    expect({ address, private: isPrivate(address) }).toEqual({ address, private: false })
})

test('a redirect into the own network is refused, and a POST does not become a GET', async () => {
  handle = (_, answer) => void answer.writeHead(307, { location: 'http://10.0.0.1/admin' }).end()
  expect(await faultOf(base)).toEqual({ code: 'private', reached: false })
  handle = (_, answer) => void answer.writeHead(302, { location: 'https://example.com/' }).end()
  expect(await faultOf(base)).toEqual({ code: 'moved', reached: false })
})

test('what surely did not arrive is told apart from what may have', async () => {
  expect(await faultOf('http://127.0.0.1:1/')).toEqual({ code: 'unreachable', reached: false })
  handle = () => {}
  expect(await faultOf(base)).toEqual({ code: 'timeout', reached: true })
  handle = (request) => void request.socket.destroy()
  expect(await faultOf(base)).toEqual({ code: 'broken', reached: true })
  handle = (_, answer) => {
    answer.writeHead(200, { 'content-length': '100' })
    answer.write('half')
  }
  expect(await faultOf(base)).toEqual({ code: 'timeout', reached: true })
  handle = (_, answer) => void answer.end(Buffer.alloc(1_200_000))
  expect(await faultOf(base, { timeoutMs: 3000 })).toEqual({ code: 'too_large', reached: true })
})

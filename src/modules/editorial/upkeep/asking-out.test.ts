import { expect, test } from 'vitest'
import { askAddress, isInside } from './asking-out.ts'

test('addresses inside our own walls are known in every writing', () => {
  const walls = [
    '127.0.0.1',
    '10.1.2.3',
    '172.20.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '::1',
    'fd00::1',
    '::ffff:10.0.0.1',
  ]
  expect(walls.filter((ip) => !isInside(ip))).toEqual([])
  expect(['8.8.8.8', '2606:4700::1111'].filter(isInside)).toEqual([])
})

test('nothing inside is asked, nor any port but the usual', async () => {
  for (const address of [
    'http://127.0.0.1/',
    'http://[::1]/',
    'https://example.vn:8443/',
    'ftp://x.vn/',
    'nothing',
  ])
    expect([address, (await askAddress(address)).outcome]).toEqual([address, 'skipped'])
  expect((await askAddress('http://localhost/')).outcome).toBe('silent')
})

import { expect, test } from 'vitest'
import { askAddress } from './asking-out.ts'

test('nothing inside is asked, no port but the usual, and no address that carries a password', async () => {
  for (const address of [
    'http://127.0.0.1/',
    'http://[::1]/',
    'https://example.vn:8443/',
    'ftp://x.vn/',
    'https://lan:secret@example.vn/',
    'https://lan@example.vn/',
    'nothing',
  ])
    expect([address, (await askAddress(address)).outcome]).toEqual([address, 'skipped'])
  expect((await askAddress('http://localhost/')).outcome).toBe('silent')
})

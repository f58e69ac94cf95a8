import { expect, test } from 'vitest'
import { isWebAddress } from './web-address.ts'

test('an address of the web has a scheme, a host, and no password', () => {
  const good = ['https://baotinh.vn/bai-viet', 'http://đài.vn/phóng-sự?x=1', 'https://1.2.3.4/a']
  const bad = [
    '',
    'baotinh.vn',
    'ftp://a.vn',
    'javascript:alert(1)',
    'https://[.x',
    'https://a b.vn',
    'https://noi-bo',
  ]
  expect(good.filter((a) => !isWebAddress(a))).toEqual([])
  expect([...bad, 'https://ten:mat-khau@a.vn/'].filter(isWebAddress)).toEqual([])
})

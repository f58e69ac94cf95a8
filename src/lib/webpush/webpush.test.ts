import { createPublicKey, verify } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encryptPush, mostBytes, readPushKeys } from './encrypt.ts'
import { newVapidPair, vapidHeader } from './vapid.ts'
import { decryptPush, newBrowserKeys } from './webpush.fixtures.ts'

const bytes = (text: string) => Buffer.from(text, 'base64url')

test('the example of RFC 8291, appendix A, comes out letter for letter', () => {
  const keys = readPushKeys(
    'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
    'BTBZMqHH6r4Tts7J_aSIgg',
  )
  if (!keys) throw new Error('the keys of the example were refused')
  const body = encryptPush('When I grow up, I want to be a watermelon', keys, {
    salt: bytes('DGv6ra1nlYgDCS1FRnbzlw'),
    privateKey: bytes('yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw'),
  })
  expect(body.toString('base64url')).toBe(
    'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
  )
})

test('any text comes back for the browser it was meant for, and for no other', () => {
  const [mine, other] = [newBrowserKeys(), newBrowserKeys()]
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      const body = encryptPush(text, mine.keys)
      expect(body.length).toBeLessThanOrEqual(4096)
      expect(decryptPush(body, mine)).toBe(Buffer.from(text).toString())
      expect(() => decryptPush(body, other)).toThrow()
    }),
    { numRuns: 50 },
  )
})

test('the longest message fills a record of 4096 bytes, and a longer one is refused', () => {
  const { keys } = newBrowserKeys()
  expect(encryptPush('x'.repeat(mostBytes), keys)).toHaveLength(4096)
  expect(() => encryptPush('x'.repeat(mostBytes + 1), keys)).toThrow(RangeError)
})

test('keys that are no point of the curve, or of a wrong length, are refused', () => {
  const good = newBrowserKeys().keys
  const auth = good.auth.toString('base64url')
  expect(readPushKeys(good.p256dh.toString('base64url'), auth)).not.toBeNull()
  expect(readPushKeys(Buffer.alloc(65, 4).toString('base64url'), auth)).toBeNull()
  expect(readPushKeys(good.p256dh.toString('base64url'), 'c2hvcnQ')).toBeNull()
  expect(readPushKeys('', '')).toBeNull()
})

test('the header proves by the key it names who sends, for this service and for half a day', () => {
  const now = new Date('2026-11-22T02:00:00Z')
  for (let n = 0; n < 20; n += 1) {
    const pair = newVapidPair()
    const header = vapidHeader(
      pair,
      'https://push.example.net:8443/p/JzLQ3raZJfFBR0aqvOMsLrt54w4rJUsV',
      'mailto:a@b.vn',
      now,
    )
    const [, head = '', claims = '', signature = '', k] =
      /^vapid t=([\w-]+)\.([\w-]+)\.([\w-]+), k=([\w-]+)$/.exec(header) ?? []
    expect(k).toBe(pair.publicKey.toString('base64url'))
    expect(JSON.parse(bytes(claims).toString())).toEqual({
      aud: 'https://push.example.net:8443',
      exp: 1795356000,
      sub: 'mailto:a@b.vn',
    })
    const jwk = {
      kty: 'EC',
      crv: 'P-256',
      x: pair.publicKey.subarray(1, 33).toString('base64url'),
      y: pair.publicKey.subarray(33).toString('base64url'),
    }
    const key = createPublicKey({ key: jwk, format: 'jwk' })
    const signed = Buffer.from(`${head}.${claims}`)
    expect(verify('sha256', signed, { key, dsaEncoding: 'ieee-p1363' }, bytes(signature))).toBe(true)
  }
})

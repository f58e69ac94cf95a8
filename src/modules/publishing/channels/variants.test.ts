import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type ChannelKind,
  channelKinds,
  checkVariant,
  lengthOf,
  type Master,
  type Variant,
  variantDigest,
  variantFromMaster,
  variantSchema,
} from '../channel.ts'
import { shortened } from './first-variant.ts'

const kinds = Object.keys(channelKinds) as ChannelKind[]
const master: Master = {
  title: 'Nộp hồ sơ đất đai trực tuyến tại xã Bình Minh: chờ còn một nửa',
  lead: 'Từ tháng 10, người dân xã Bình Minh nộp hồ sơ đất đai tại nhà.',
  text: 'Trước đây, mỗi hồ sơ mất 15 ngày.\n\n[Ảnh: Bà Lan nộp hồ sơ] Bà Lan, thôn 3\n\nNay còn 7 ngày.',
  link: 'https://cchc.anhoa.invalid/s/ab12',
  images: [{ fileId: 7, alt: 'Bà Lan nộp hồ sơ' }],
  unitName: 'UBND xã Bình Minh',
}
const variant = (more: Partial<Variant> = {}): Variant => ({
  ...variantFromMaster('facebook', master),
  ...more,
})

test('what is made from a master has no faults on any channel', () => {
  for (const kind of kinds) {
    const faults = checkVariant(kind, variantFromMaster(kind, master)).filter((f) => f.level === 'fault')
    expect({ kind, faults }).toEqual({ kind, faults: [] })
  }
})

test('a post begins with the title, ends with who says so, and leaves descriptions of images out', () => {
  const { text, link } = variantFromMaster('facebook', master)
  expect(text).toMatch(/^Nộp hồ sơ đất đai.*\n\nTừ tháng 10/)
  expect(text).toMatch(/\(UBND xã Bình Minh\)$/)
  expect(text).not.toContain('[Ảnh')
  expect(link).toBe(master.link)
})

test('however long the master, its variants keep to the lengths', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 900 }),
      fc.string({ maxLength: 3000 }),
      (title, text) => {
        const long = { ...master, title: `A ${title}`, text: `B ${text}`, lead: title }
        for (const kind of kinds) {
          const faults = checkVariant(kind, variantFromMaster(kind, long))
          expect(faults.filter((f) => f.level === 'fault' && f.field !== 'lead')).toEqual([])
        }
      },
    ),
    {
      numRuns: 60,
      examples: [
        [' ', ''],
        ['\u00a0', ' '],
      ],
    },
  )
})

test('length is counted as composed letters, however they were typed', () => {
  expect(lengthOf('ậ'.normalize('NFD'), 'utf16')).toBe(1)
  expect(lengthOf('ậ', 'bytes')).toBe(3)
  expect(lengthOf('🙂', 'utf16')).toBe(2)
  expect(lengthOf('🙂', 'points')).toBe(1)
  expect(lengthOf('a\r\nb', 'utf16')).toBe(3)
})

test('too long, too heavy, of the wrong type, without a cover: each said with what to do', () => {
  const zalo = variantFromMaster('zalo', master)
  expect(checkVariant('zalo', { ...zalo, title: 'ă'.repeat(150) })[0]).toMatchObject({
    level: 'fault',
    field: 'title',
    vi: 'Tiêu đề dài 150 ký tự, kênh chỉ nhận 149: cần bớt 1.',
  })
  expect(checkVariant('zalo', { ...zalo, images: [] })[0]).toMatchObject({ level: 'fault', field: 'images' })
  expect(checkVariant('zalo', zalo, new Map([[7, { type: 'image/webp' }]]))).toEqual([])
  expect(checkVariant('zalo', zalo, new Map([[7, { type: 'image/heic' }]]))[0]).toMatchObject({
    level: 'fault',
    field: 'images',
    vi: expect.stringContaining('lưu ảnh thành JPEG'),
  })
  expect(checkVariant('facebook', variant({ link: 'javascript:alert(1)' }))[0]).toMatchObject({
    field: 'link',
  })
  expect(
    checkVariant('webpush', variant({ title: 'T', text: 'ệ'.repeat(400), link: 'https://a.vn', images: [] })),
  ).toMatchObject([{ level: 'advice', field: 'text' }])
})

test('a message of advice needs its recipient and is short', () => {
  const advice = variant({ way: 'consultation', text: 'x'.repeat(2001), link: '', images: [] })
  expect(checkVariant('zalo', advice).map((f) => f.field)).toEqual(['text', 'recipient'])
})

test('the digest knows every word and image, and not the order of keys', () => {
  const one = variant()
  const turned = Object.fromEntries(Object.entries(one).toReversed()) as Variant
  expect(variantDigest(turned)).toBe(variantDigest(one))
  expect(variantDigest({ ...one, text: `${one.text} ` })).toBe(variantDigest(one))
  expect(variantDigest({ ...one, text: `${one.text}.` })).not.toBe(variantDigest(one))
  expect(variantDigest({ ...one, images: [] })).not.toBe(variantDigest(one))
  expect(variantDigest(variantSchema.parse(JSON.parse(JSON.stringify(one))))).toBe(variantDigest(one))
})

test('cutting keeps whole sentences, else whole words', () => {
  expect(shortened('Một câu. Hai câu dài hơn nữa.', 13)).toBe('Một câu.')
  expect(shortened('Một câu rất dài không dấu chấm', 15)).toBe('Một câu rất…')
  expect(shortened('ngắn', 15)).toBe('ngắn')
})

import { expect, test } from 'vitest'
import type { RichText } from '../../../lib/richtext/rich-text.ts'
import { changesBetween } from './changes.ts'

const figure = (file: number, alt: string, caption = '') => ({
  type: 'figure' as const,
  attrs: { file, alt, decorative: false },
  ...(caption ? { content: [{ type: 'text' as const, text: caption }] } : {}),
})
const body = (...content: RichText['content']): RichText => ({ type: 'doc', content })
const text = {
  body: body(),
  facts: {},
  leadImageId: null as number | null,
  leadImageAlt: '',
  files: [] as { fileId: number; name: string; mime: string }[],
}
const file = (fileId: number, name: string, mime = 'application/pdf') => ({ fileId, name, mime })

test('a picture that was put in the place of another says so, although its words are the same', () => {
  const older = { ...text, leadImageId: 1, leadImageAlt: 'Bộ phận Một cửa' }
  const newer = { ...older, leadImageId: 2 }
  const [only, ...more] = changesBetween('news', older, newer).pictures
  expect(more).toEqual([])
  expect(only).toMatchObject({
    place: 'lead',
    change: 'replaced',
    before: { fileId: 1 },
    after: { fileId: 2 },
  })
})

test('pictures of the text that came, went, were replaced, or say something else', () => {
  const older = {
    ...text,
    body: body(figure(1, 'Quầy số 1', 'Ảnh: Thu'), figure(2, 'Quầy số 2'), figure(3, 'Ki-ốt')),
  }
  const newer = { ...text, body: body(figure(1, 'Quầy số 1', 'Ảnh: Hùng'), figure(9, 'Quầy mới')) }
  const { pictures, picturesMoved } = changesBetween('news', older, newer)
  expect(pictures.map((p) => [p.change, p.before?.fileId ?? null, p.after?.fileId ?? null])).toEqual([
    ['reworded', 1, 1],
    ['replaced', 2, 9],
    ['removed', 3, null],
  ])
  expect(pictures[0]?.caption.filter((s) => s.change).map((s) => s.text.trim())).toEqual(['Thu', 'Hùng'])
  expect(picturesMoved).toBe(false)
  const turned = {
    ...text,
    body: body(figure(2, 'Quầy số 2'), figure(1, 'Quầy số 1', 'Ảnh: Thu'), figure(3, 'Ki-ốt')),
  }
  expect(changesBetween('news', older, turned)).toMatchObject({ pictures: [], picturesMoved: true })
})

test('files are the same by their bytes, replaced by their name; sound and film are called so', () => {
  const older = {
    ...text,
    files: [file(1, 'Mẫu 01.pdf'), file(2, 'Lời.mp3', 'audio/mpeg'), file(3, 'Phụ lục.pdf')],
  }
  const newer = {
    ...text,
    files: [file(4, 'Mẫu 01.pdf'), file(3, 'Phụ lục I.pdf'), file(5, 'Phim.mp4', 'video/mp4')],
  }
  expect(changesBetween('video', older, newer).files.map((f) => [f.change, f.is])).toEqual([
    ['replaced', 'file'],
    ['renamed', 'file'],
    ['added', 'video'],
    ['removed', 'audio'],
  ])
})

test('each field of the kind that changed is named alone', () => {
  const older = { ...text, facts: { validFrom: '2026-01-01', basis: 'Nghị quyết 12' } }
  const newer = { ...text, facts: { validFrom: '2026-01-01', validTo: '2026-12-31', basis: 'Nghị quyết 13' } }
  expect(changesBetween('news', older, newer).fields.map((f) => [f.label.vi, f.change])).toEqual([
    ['Có hiệu lực đến hết ngày', 'added'],
    ['Căn cứ pháp lý', 'changed'],
  ])
  expect(changesBetween('news', newer, newer)).toEqual({
    ...{ pictures: [], picturesMoved: false, files: [], filesMoved: false, fields: [] },
  })
})

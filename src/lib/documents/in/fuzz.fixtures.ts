import { readdirSync, readFileSync } from 'node:fs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { docxOf, paragraph, tableCell } from './docx.fixtures.ts'

/** A file to be tried, and what was done to it. */
export interface Mutant {
  label: string
  name: string
  bytes: Uint8Array
}

export type Random = () => number

/** mulberry32: small, seeded, good enough to choose bytes with. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

function below(random: Random, limit: number): number {
  return Math.floor(random() * limit)
}

function pick<T>(random: Random, choices: readonly T[]): T {
  const choice = choices[below(random, choices.length)]
  if (choice === undefined) throw new Error('nothing to choose from')
  return choice
}

function concat(...parts: Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts))
}

type Spoil = (bytes: Uint8Array, random: Random) => Uint8Array

const spoils: Record<string, Spoil> = {
  'cut short': (bytes, random) => bytes.slice(0, below(random, bytes.length)),
  'head lost': (bytes, random) => bytes.slice(below(random, Math.min(bytes.length, 4000))),
  'bytes changed': (bytes, random) => {
    const spoiled = bytes.slice()
    for (let left = 1 + below(random, 60); left > 0; left--)
      spoiled[below(random, bytes.length)] = below(random, 256)
    return spoiled
  },
  'bytes swapped': (bytes) => {
    const spoiled = bytes.slice()
    for (let at = 0; at + 1 < spoiled.length; at += 2) spoiled.subarray(at, at + 2).reverse()
    return spoiled
  },
  'part doubled': (bytes, random) => {
    const from = below(random, bytes.length)
    const to = from + below(random, bytes.length - from)
    return concat(bytes.subarray(0, to), bytes.subarray(from, to), bytes.subarray(to))
  },
  'part zeroed': (bytes, random) => {
    const from = below(random, bytes.length)
    return bytes.slice().fill(0, from, from + below(random, 2000))
  },
  'noise put in': (bytes, random) => {
    const at = below(random, bytes.length)
    const noise = Uint8Array.from({ length: below(random, 500) }, () => below(random, 256))
    return concat(bytes.subarray(0, at), noise, bytes.subarray(at))
  },
  'numbers changed': (bytes, random) => {
    const text = Buffer.from(bytes).toString('latin1')
    const huge = ['0', '-1', '65536', '99999999', '4294967295', '1e99']
    const changed = text.replace(/\d+/g, (found) => (random() < 0.01 ? pick(random, huge) : found))
    return Uint8Array.from(Buffer.from(changed, 'latin1'))
  },
}

/** The XML inside a .docx spoiled and packed again, so that the fault lies deeper than the zip. */
function spoilXml(bytes: Uint8Array, random: Random): Uint8Array {
  const files = unzipSync(bytes)
  const name = pick(
    random,
    Object.keys(files).filter((one) => one.endsWith('.xml')),
  )
  const xml = strFromU8(files[name] ?? new Uint8Array())
  const tags = xml.match(/<[^>]+>/g) ?? ['<a>']
  let spoiled = xml
  for (let left = 1 + below(random, 12); left > 0; left--) {
    const at = below(random, spoiled.length)
    const put = random() < 0.5 ? pick(random, tags) : ''
    spoiled = spoiled.slice(0, at) + put + spoiled.slice(at + below(random, 30))
  }
  files[name] = strToU8(spoiled)
  return zipSync(files)
}

const hostile: Record<string, (random: Random) => { name: string; bytes: Uint8Array }> = {
  'zip bomb': (random) => {
    const size = pick(random, [2_000_000, 20_000_000, 60_000_000])
    return { name: 'a.docx', bytes: docxOf(`<w:p><w:r><w:t>${' '.repeat(size)}</w:t></w:r></w:p>`) }
  },
  'huge table': (random) => {
    const row = `<w:tr>${tableCell('x').repeat(1 + below(random, 80))}</w:tr>`
    return { name: 'a.docx', bytes: docxOf(`<w:tbl>${row.repeat(1 + below(random, 400))}</w:tbl>`) }
  },
  'wide spans': (random) => {
    const span = `<w:gridSpan w:val="${pick(random, ['0', '-5', '999999999', 'x'])}"/>`
    return {
      name: 'a.docx',
      bytes: docxOf(`<w:tbl><w:tr>${tableCell('x', span).repeat(500)}</w:tr></w:tbl>`),
    }
  },
  'deep nesting': (random) => {
    const [open, close] = pick(random, [
      ['<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>'],
      ['<w:sdt><w:sdtContent>', '</w:sdtContent></w:sdt>'],
      ['<mc:AlternateContent><mc:Choice>', '</mc:Choice></mc:AlternateContent>'],
    ] as const)
    const depth = 1 + below(random, 400)
    return { name: 'a.docx', bytes: docxOf(open.repeat(depth) + paragraph('x') + close.repeat(depth)) }
  },
  'entity bomb': () => {
    const entities = Array.from({ length: 20 }, (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`)
    const xml = `<!DOCTYPE x [<!ENTITY e0 "ha">${entities.join('')}]><w:document><w:body>${paragraph('&e20;')}</w:body></w:document>`
    return { name: 'a.docx', bytes: zipSync({ 'word/document.xml': strToU8(xml) }) }
  },
  'hostile page': (random) => {
    const html = pick(random, [
      `<html>${'<div><p>'.repeat(20_000)}`,
      `<html>${'<b><p>'.repeat(5_000)}x`,
      `<html><table>${'<tr><td rowspan=99999 colspan=99999>x'.repeat(500)}`,
      `<html><table>${'<tr><td>x'.repeat(20_000)}`,
      `<html>${'<table><tr><td>'.repeat(1_000)}`,
      `<html>${'<a href=x>'.repeat(20_000)}`,
      `<html><p>${'&nbsp;'.repeat(100_000)}<!--`,
    ])
    return { name: 'a.html', bytes: strToU8(html) }
  },
  'hostile rtf': (random) => {
    const rtf = pick(random, [
      `{\\rtf1 ${'{'.repeat(100_000)}`,
      `{\\rtf1 ${'\\trowd\\cellx1 x\\cell'.repeat(20_000)}\\row`,
      `{\\rtf1\\uc99999\\u99999999999 ${"\\'".repeat(50_000)}}`,
      `{\\rtf1 ${'}'.repeat(50_000)}x\\par`,
    ])
    return { name: 'a.doc', bytes: strToU8(rtf) }
  },
  'wrong encoding': (random) => {
    const text = 'Ủy ban nhân dân tỉnh ban hành Kế hoạch tuyên truyền cải cách hành chính.\n'.repeat(
      1 + below(random, 200),
    )
    const encoding = pick(random, ['utf8', 'utf16le', 'latin1'] as const)
    const bytes = Uint8Array.from(Buffer.from(text.normalize(pick(random, ['NFC', 'NFD'])), encoding))
    return { name: 'a.txt', bytes: pick(random, Object.values(spoils))(bytes, random) }
  },
  noise: (random) => {
    const head = pick(random, [
      '',
      '%PDF-1.7\n',
      'PK\x03\x04',
      '<html>',
      '{\\rtf1 ',
      '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
    ])
    const noise = Uint8Array.from({ length: below(random, 20_000) }, () => below(random, 256))
    return { name: 'a', bytes: concat(Uint8Array.from(Buffer.from(head, 'latin1')), noise) }
  },
}

const folder = new URL('fixtures/', import.meta.url)
const originals = readdirSync(folder)
  .filter((name) => !name.endsWith('.md'))
  .map((name) => ({ name, bytes: new Uint8Array(readFileSync(new URL(name, folder))) }))

// Word files come most often, and a PDF costs ten times as much to try.
const weights: Record<string, number> = { docx: 10, doc: 3, rtf: 3, html: 4 }
const weighed = originals.flatMap((one) =>
  Array.from({ length: weights[one.name.split('.').at(-1) ?? ''] ?? 1 }, () => one),
)

/** The mutant of a number: the same number always gives the same file. */
export function mutantOf(number: number): Mutant {
  const random = randomFrom(number)
  if (random() < 0.25) {
    const [label, make] = pick(random, Object.entries(hostile))
    return { label, ...make(random) }
  }
  const { name, bytes } = pick(random, weighed)
  if (name.endsWith('.docx') && random() < 0.6)
    return { label: 'xml spoiled', name, bytes: spoilXml(bytes, random) }
  const [label, spoil] = pick(random, Object.entries(spoils))
  return { label, name, bytes: spoil(bytes, random) }
}

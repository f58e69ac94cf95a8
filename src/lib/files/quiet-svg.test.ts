import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { kindOf } from './kinds.ts'

const folder = mkdtempSync(join(tmpdir(), 'chungtay-svg-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function kindOfText(text: string, name = 'logo.svg') {
  const path = join(folder, 'file')
  writeFileSync(path, text)
  return kindOf(path, name)
}

const svg = (inside: string, head = '') => `${head}<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`

test('a drawing is an SVG, with or without its declaration', async () => {
  expect(await kindOfText(svg('<path d="M0 0h4v4z" fill="url(#a)"/><use href="#a"/>'))).toBe('svg')
  expect(await kindOfText(svg('<rect/>', '<?xml version="1.0" encoding="UTF-8"?>\n<!-- của ta -->'))).toBe(
    'svg',
  )
  expect(await kindOfText(svg('<image href="data:image/png;base64,AAAA"/>'))).toBe('svg')
})

test('a drawing that could run or fetch something is none', async () => {
  const bad = [
    '<script>alert(1)</script>',
    '<SCRIPT href="x"/>',
    '<x:script xmlns:x="http://www.w3.org/2000/svg"/>',
    '<rect onload="x()"/>',
    '<rect/onclick ="x()"/>',
    '<a href="javascript:x()"><rect/></a>',
    '<a href="&#106;avascript:x()"><rect/></a>',
    '<image href="https://example.org/a.png"/>',
    '<image xlink:href="//example.org/a.png"/>',
    '<foreignObject><p/></foreignObject>',
    '<style>@import "https://example.org/a.css"</style>',
    '<rect fill="url(https://example.org/#a)"/>',
    '<animate attributeName="href" to="x"/>',
  ]
  for (const inside of bad) expect(await kindOfText(svg(inside)), inside).toBeNull()
  expect(await kindOfText(svg('', '<!DOCTYPE svg [<!ENTITY a "b">]>'))).toBeNull()
  expect(await kindOfText('<html><svg></svg></html>')).toBeNull()
  expect(await kindOfText(svg('<rect/>'), 'logo.png')).toBeNull()
})

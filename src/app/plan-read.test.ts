import { execFile } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectPath } from '../lib/paths.ts'

interface Ended {
  code: number
  out: string
  err: string
}

/** The program as a person runs it from another folder; no database is there. */
function planRead(folder: string, ...args: string[]): Promise<Ended> {
  const env = { PATH: process.env['PATH'], INIT_CWD: folder }
  return new Promise((done) => {
    execFile(
      process.execPath,
      [projectPath('src/main.ts'), 'plan', 'read', ...args],
      { env },
      (fault, out, err) => {
        done({ code: fault ? Number(fault.code) : 0, out, err })
      },
    )
  })
}

const text = `ỦY BAN NHÂN DÂN TỈNH AN HÒA
Số: 25/KH-UBND
KẾ HOẠCH
Tuyên truyền cải cách hành chính năm 2026

I. MỤC ĐÍCH
Nâng cao nhận thức của cán bộ, công chức và người dân về cải cách hành chính.

II. TỔ CHỨC THỰC HIỆN
1. Sở Nội vụ
- Hướng dẫn, đôn đốc các sở, ban, ngành triển khai thực hiện Kế hoạch này.
`

function folderWith(name: string, content: string | Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'plan-read-'))
  writeFileSync(join(folder, name), content)
  return folder
}

test('a plan is answered with one JSON document and exit 0, its name relative to the caller', async () => {
  const { code, out, err } = await planRead(folderWith('kế hoạch.txt', text), 'kế hoạch.txt', '--json')
  const reading = JSON.parse(out)
  expect([code, err]).toEqual([0, ''])
  expect(reading).toMatchObject({ number: '25/KH-UBND', year: 2026, tasks: [{ lead: ['Sở Nội vụ'] }] })
  const [place] = reading.source.fields['tasks.0.lead.0']
  expect(reading.source.text.slice(place.start, place.end)).toBe('Sở Nội vụ')
})

test('without --json a person reads it', async () => {
  const { out } = await planRead(folderWith('a.txt', text), 'a.txt')
  expect(out).toContain('chủ trì    Sở Nội vụ')
})

test.each([
  ['a file that is not there', 'x.docx', 'Không tìm thấy tệp'],
  ['a program', 'a.bin', 'Không đọc được loại tệp này'],
  ['a folder', '.', 'là thư mục'],
])('%s ends with 2 and a sentence', async (_, name, words) => {
  const { code, out, err } = await planRead(
    folderWith('a.bin', new Uint8Array([127, 69, 76, 70, 0, 1])),
    name,
    '--json',
  )
  expect([code, out]).toEqual([2, ''])
  expect(err).toContain(words)
})

import type { Fault } from '../../../lib/errors.ts'
import type { ActivityFilter, TableDefinition } from '../template.ts'
import { texts } from './templates.texts.ts'

type FixedRow = Extract<TableDefinition['rows'], { kind: 'fixed' }>['rows'][number]
const lists = ['forms', 'themes', 'audiences'] as const

/** Rows of one's own as lines: 'online | Trực tuyến | Online | forms=social_media,portal'. */
export function rowLines(rows: readonly FixedRow[]): string {
  return rows.map((r) => [r.code, r.label.vi, r.label.en, ...filterWords(r.where)].join(' | ')).join('\n')
}

function filterWords(where: ActivityFilter): string[] {
  const words = lists.flatMap((list) => {
    const codes = where[list] ?? []
    return codes.length > 0 ? [`${list}=${codes.join(',')}`] : []
  })
  return words.length > 0 ? [words.join(' ')] : []
}

/** Reads them back; whether the codes of a filter are known is asked before the template is published. */
export function readRows(text: string): { rows: FixedRow[]; faults: Fault[] } {
  const rows: FixedRow[] = []
  const faults: Fault[] = []
  const lines = text.split('\n').map((line) => line.trim())
  lines.forEach((line, i) => {
    if (line === '') return
    const [code = '', vi = '', en = '', filter = ''] = line.split('|').map((part) => part.trim())
    const where = readFilter(filter)
    const good = /^[a-z][a-z0-9_]{0,59}$/.test(code) && vi !== '' && !rows.some((r) => r.code === code)
    if (good && where) rows.push({ code, label: { vi, en: en || vi }, where })
    else faults.push({ field: 'fixed', vi: texts.wrongRow.vi(i + 1), en: texts.wrongRow.en(i + 1) })
  })
  if (rows.length + faults.length === 0) faults.push({ field: 'fixed', ...texts.needRows })
  return { rows, faults }
}

function readFilter(text: string): ActivityFilter | null {
  const where: ActivityFilter = {}
  for (const word of text.split(/[\s;]+/).filter(Boolean)) {
    const [name, codes] = word.split('=')
    const list = lists.find((l) => l === name)
    if (!list || !codes) return null
    where[list] = codes.split(',').filter(Boolean)
  }
  return where
}

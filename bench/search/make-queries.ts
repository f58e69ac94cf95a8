import { writeFileSync } from 'node:fs'
import { projectPath } from '../../src/lib/paths.ts'
import { type Facts, type Made, ownDocuments, padding } from './corpus.ts'
import { damages } from './damage.ts'
import { type Draw, drawing } from './draw.ts'

/** A query of the public set. `half` is 'open' for those the search may be developed on, 'held' for the others. */
export interface JudgedQuery {
  text: string
  /** What the person meant to type. */
  meant: string
  damage: string
  half: 'open' | 'held'
  answers: string[]
}

/** How people ask for each kind of fact; the names in braces are the facts that a right answer has to tell. */
const asked: Record<string, readonly string[]> = {
  model: ['mô hình {model} {unit}', '{model} ở {unit}', '{unit} làm mô hình {model} thế nào'],
  procedure: ['{unit} rút ngắn thời gian {procedure}', '{procedure} tại {unit} còn mấy ngày làm việc'],
  campaign: ['{form} {subject} {unit}', '{unit} tuyên truyền {subject} bằng {form}'],
  document: [
    'văn bản số {number} năm {year}',
    '{number} về {subject}',
    '{number}',
    '{subject} năm {year} giao {unit}',
  ],
  person: ['{person} {unit}', '{post} {person} {unit}'],
  question: ['hỏi đáp {procedure} ở {village} {unit}', '{procedure} cần giấy tờ gì {village} {unit}'],
  result: ['{index} năm {year} {unit}', '{unit} xếp thứ mấy về {index} năm {year}'],
  shortcoming: [
    '{unit} đòi thêm giấy tờ khi {procedure}',
    'phản ánh {unit} yêu cầu giấy tờ ngoài quy định {procedure}',
  ],
  event: ['{form} tại {village} {unit}', '{village} {unit} tổ chức {form}'],
}
const perDamage = 50
const mostAnswers = 5

/** Draws the queries and judges them by facts alone: every document, own or not, that tells all that was asked. */
export function makeQueries(paddingCount: number): JudgedQuery[] {
  const draw = drawing(404)
  const own = ownDocuments()
  const all = [...own, ...padding(paddingCount, own)]
  const made: JudgedQuery[] = []
  const order = shuffled(own, draw)
  let next = 0
  for (const [damage, spoil] of Object.entries(damages)) {
    for (let i = 0; i < perDamage; ) {
      const about = order[next % order.length] as Made
      next += 1
      const pattern = draw.one(asked[about.facts['family'] ?? ''] ?? [])
      const meant = pattern.replace(/\{(\w+)\}/g, (_, fact: string) => about.facts[fact] ?? '')
      const told = [...pattern.matchAll(/\{(\w+)\}/g)].map((m) => m[1] ?? '')
      const answers = all.filter((d) => tells(d.facts, about.facts, ['family', ...told])).map((d) => d.id)
      const text = spoil(meant, draw)
      if (answers.length > mostAnswers || (text === meant && damage !== 'no diacritics')) continue
      made.push({ text, meant, damage, half: i % 2 === 0 ? 'open' : 'held', answers })
      i += 1
    }
  }
  return made
}

function tells(facts: Facts, wanted: Facts, names: readonly string[]): boolean {
  return names.every((name) => facts[name] === wanted[name])
}

function shuffled<T>(list: readonly T[], draw: Draw): T[] {
  const order = [...list]
  for (let i = order.length - 1; i > 0; i -= 1) {
    const j = draw.below(i + 1)
    ;[order[i], order[j]] = [order[j] as T, order[i] as T]
  }
  return order
}

if (import.meta.main) {
  const folder = projectPath('bench/search')
  const lines = (list: readonly unknown[]) => `[\n${list.map((one) => JSON.stringify(one)).join(',\n')}\n]\n`
  writeFileSync(`${folder}/queries.json`, lines(makeQueries(50_000)))
  writeFileSync(`${folder}/documents.json`, lines(ownDocuments()))
}

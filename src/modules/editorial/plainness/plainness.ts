import type { Tx } from '../../../lib/db/db.ts'
import { richTextToText } from '../../../lib/richtext/blocks.ts'
import { plainLanguage } from '../../../lib/text/plain-language/plain-language.ts'
import type { Content, Version } from '../item.ts'
import type { LoadedItem } from '../items/loading.ts'
import { insertScore, type MonthOfScores, type ScoredAt } from './plainness.sql.ts'

/** What a reader reads: title, lead and text, as the helper scores them. */
export function readableText(content: Pick<Content, 'title' | 'lead' | 'body'>): string {
  return [content.title, content.lead, richTextToText(content.body)].filter(Boolean).join('\n\n')
}

/** Keeps how plain a Vietnamese text is as it is handed in or published. Nothing is ever refused for it. */
export async function noteScore(
  tx: Tx,
  item: LoadedItem,
  version: Version,
  at: ScoredAt,
  now: Date,
): Promise<void> {
  if (item.language !== 'vi') return
  const { score, figures } = plainLanguage(readableText(version))
  const of = { itemId: item.id, number: version.number, at, unitId: item.unitId, writerId: version.savedBy }
  const told = { score, meanSentence: figures.meanSentence, syllables: figures.syllables }
  await insertScore(tx, item.provinceId, { ...of, ...told }, now)
}

export interface Course {
  /** 'YYYY-MM' */
  months: string[]
  /** Mean scores by month; null where nothing was written. */
  submitted: (number | null)[]
  published: (number | null)[]
  texts: number
}

/** A course over the months from `from` to `to` ('YYYY-MM', both included), without holes in the time. */
export function courseOf(rows: readonly MonthOfScores[], from: string, to: string): Course {
  const months: string[] = []
  for (let month = from; month <= to && months.length < 120; month = monthAfter(month)) months.push(month)
  const of = (at: ScoredAt) =>
    months.map((month) => rows.find((r) => r.month === month && r.at === at)?.score ?? null)
  const texts = rows.reduce((sum, r) => (r.at === 'publish' ? sum + r.texts : sum), 0)
  return { months, submitted: of('submit'), published: of('publish'), texts }
}

function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
}

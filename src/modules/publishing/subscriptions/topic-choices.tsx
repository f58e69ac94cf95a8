import type { Locale } from '../../../lib/actor.ts'
import type { Request } from '../../../lib/http/route.ts'
import { words } from '../../../lib/text/words.ts'
import { Checkboxes, type Choice } from '../../../ui/choices.tsx'
import { columnsOf, topicsOf } from '../asking.ts'
import { texts } from './subscriptions.texts.ts'

export interface TopicChoices {
  topics: readonly Choice[]
  columns: readonly Choice[]
}

/** What a reader can choose of, whatever the way in which the news come. */
export async function topicChoices(c: Request): Promise<TopicChoices> {
  const locale = c.get('locale')
  const topics = (await topicsOf(c)).filter((t) => !t.retired)
  const columns = (await columnsOf(c)).filter((col) => !col.retired)
  return {
    topics: topics.map((t) => ({ value: t.code, label: t[locale] })),
    columns: columns.map((col) => ({ value: String(col.id), label: col[locale] })),
  }
}

/** The topic or column that led here, chosen already: '?topic=procedures', '?column=3'. */
export function chosenByLink(c: Request): { topics: string[]; columns: string[] } {
  return { topics: c.req.queries('topic') ?? [], columns: c.req.queries('column') ?? [] }
}

export function TopicFields({ locale, choices }: { locale: Locale; choices: TopicChoices }) {
  const w = words(texts, locale)
  return (
    <>
      <Checkboxes name="topics" label={w.topics} hint={w.topicsHint} choices={choices.topics} optional />
      {choices.columns.length > 0 && (
        <Checkboxes name="columns" label={w.columns} choices={choices.columns} optional />
      )}
    </>
  )
}

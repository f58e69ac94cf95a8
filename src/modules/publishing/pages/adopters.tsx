import type { Locale } from '../../../lib/actor.ts'
import { showDay } from '../../../lib/calendar/day.ts'
import { words } from '../../../lib/text/words.ts'
import { BarChart } from '../../../ui/charts/bar-chart.tsx'
import { StatusTag } from '../../../ui/tag.tsx'
import { adopterTexts as texts } from '../adopters.texts.ts'
import type { Adopter } from '../publication.ts'
import { SectionHead } from './story.tsx'

/** Where a model works already: for a reader who wants to see it near home. */
export function Adopters({ adopters, locale }: { adopters: readonly Adopter[]; locale: Locale }) {
  if (adopters.length === 0) return null
  const w = words(texts, locale)
  return (
    <section aria-labelledby="adopters" lang={locale}>
      <SectionHead id="adopters" title={w.adopters(adopters.length)} />
      <ul class="plain-list">
        {adopters.map((a) => (
          <li key={a.unitId} class="row">
            <span>
              {a.name}
              {a.sinceDay && <span class="soft">, {w.since(showDay(a.sinceDay))}</span>}
            </span>
            {a.stage === 'in_use' ? (
              <StatusTag look={{ tone: 'good', icon: 'done' }}>{w.inUse}</StatusTag>
            ) : (
              <StatusTag look={{ tone: 'accent', icon: 'half' }}>{w.trying}</StatusTag>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The models that others took over most, each with its page. */
export function mostAdopted({
  locale,
  models,
}: {
  locale: Locale
  models: readonly { slug: string; title: string; amount: number }[]
}) {
  const w = words(texts, locale)
  return (
    <section aria-labelledby="most-adopted" class="stack">
      <SectionHead id="most-adopted" title={w.most} />
      <BarChart
        title={w.most}
        description={w.mostAbout}
        bars={models.map((m) => ({ label: m.title, value: m.amount, text: w.units(m.amount) }))}
      />
    </section>
  )
}

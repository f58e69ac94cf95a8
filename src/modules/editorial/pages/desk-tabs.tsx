import { words } from '../../../lib/text/words.ts'
import { useRequest } from '../../../ui/request.ts'
import { Tabs } from '../../../ui/tabs.tsx'
import { texts } from '../editorial.texts.ts'

const groups = [
  {
    name: 'writing',
    places: [
      ['items', '/desk'],
      ['coverage', '/desk/coverage'],
      ['columns', '/desk/columns'],
      ['questions', '/desk/questions'],
      ['upkeep', '/desk/upkeep'],
      ['plainness', '/desk/plain-language'],
    ],
  },
  {
    name: 'pressWork',
    places: [
      ['press', '/desk/press'],
      ['orientations', '/desk/orientations'],
      ['webColumns', '/desk/web-columns'],
      ['monitoring', '/desk/monitoring'],
    ],
  },
  {
    name: 'registers',
    places: [
      ['models', '/desk/models'],
      ['shortcomings', '/desk/shortcomings'],
      ['collaborators', '/desk/collaborators'],
    ],
  },
] as const
export type DeskPlace = (typeof groups)[number]['places'][number][0]

/** The rooms of the desk by what one does there, and beside each other those of one kind of work. */
export function DeskTabs({ here }: { here: DeskPlace }) {
  const t = words(texts, useRequest().locale)
  const own = groups.find(({ places }) => places.some(([key]) => key === here)) ?? groups[0]
  return (
    <div>
      <Tabs
        label={t.desk}
        tabs={groups.map(({ name, places }) => ({
          ...{ href: places[0][1], label: t[name], current: name === own.name },
        }))}
      />
      <Tabs
        label={t[own.name]}
        tabs={own.places.map(([key, href]) => ({ href, label: t[key], current: key === here }))}
      />
    </div>
  )
}

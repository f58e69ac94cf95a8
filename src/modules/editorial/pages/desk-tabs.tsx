import { words } from '../../../lib/text/words.ts'
import { useRequest } from '../../../ui/request.ts'
import { Tabs } from '../../../ui/tabs.tsx'
import { texts } from '../editorial.texts.ts'

const places = [
  ['items', '/desk'],
  ['coverage', '/desk/coverage'],
  ['columns', '/desk/columns'],
  ['press', '/desk/press'],
  ['models', '/desk/models'],
  ['shortcomings', '/desk/shortcomings'],
  ['questions', '/desk/questions'],
  ['monitoring', '/desk/monitoring'],
  ['orientations', '/desk/orientations'],
  ['webColumns', '/desk/web-columns'],
  ['collaborators', '/desk/collaborators'],
  ['upkeep', '/desk/upkeep'],
  ['plainness', '/desk/plain-language'],
] as const
export type DeskPlace = (typeof places)[number][0]

/** The rooms of the desk, beside each other on every one of its pages. */
export function DeskTabs({ here }: { here: DeskPlace }) {
  const t = words(texts, useRequest().locale)
  return (
    <Tabs
      label={t.desk}
      tabs={places.map(([key, href]) => ({ href, label: t[key], current: key === here }))}
    />
  )
}

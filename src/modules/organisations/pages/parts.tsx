import { words } from '../../../lib/text/words.ts'
import { useRequest } from '../../../ui/request.ts'
import { Tabs } from '../../../ui/tabs.tsx'
import { texts } from '../organisations.texts.ts'

export type Part = 'tree' | 'groups' | 'functions' | 'names' | 'exchange'

/** The parts of this room beside each other. */
export function Parts({ current }: { current: Part }) {
  const w = words(texts, useRequest().locale)
  const tabs = [
    { href: '/organisations', label: w.menuTree, current: current === 'tree' },
    { href: '/organisations/groups', label: w.menuGroups, current: current === 'groups' },
    { href: '/organisations/functions', label: w.menuFunctions, current: current === 'functions' },
    { href: '/organisations/names', label: w.menuNames, current: current === 'names' },
    { href: '/organisations/exchange', label: w.menuExchange, current: current === 'exchange' },
  ]
  return <Tabs label={w.parts} tabs={tabs} />
}

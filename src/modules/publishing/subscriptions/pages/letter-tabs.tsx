import type { Locale } from '../../../../lib/actor.ts'
import { words } from '../../../../lib/text/words.ts'
import { Tabs } from '../../../../ui/tabs.tsx'
import { texts } from '../subscriptions.texts.ts'

/** What goes to people who subscribed, and what comes back of it. */
export function LetterTabs({ locale, current }: { locale: Locale; current: string }) {
  const w = words(texts, locale)
  const tabs = [
    { href: '/newsletters', label: w.tabIssues },
    { href: '/newsletters/returned', label: w.tabReturned },
    { href: '/newsletters/pushes', label: w.tabPushes },
  ]
  return <Tabs label={w.newsletters} tabs={tabs.map((tab) => ({ ...tab, current: tab.href === current }))} />
}

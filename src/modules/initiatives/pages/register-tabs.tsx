import { words } from '../../../lib/text/words.ts'
import { useRequest } from '../../../ui/request.ts'
import { Tabs } from '../../../ui/tabs.tsx'
import { callsAddress, registerAddress, settingAddress } from '../initiative.ts'
import { texts } from '../initiatives.texts.ts'

const places = [
  ['register', registerAddress],
  ['calls', callsAddress],
  ['setting', settingAddress],
] as const

/** The parts of the register; time limits are for those who screen. */
export function RegisterTabs({ here, mayScreen }: { here: (typeof places)[number][0]; mayScreen: boolean }) {
  const t = words(texts, useRequest().locale)
  return (
    <Tabs
      label={t.tabs}
      tabs={places
        .filter(([key]) => key !== 'setting' || mayScreen)
        .map(([key, href]) => ({ href, label: t[key], current: key === here }))}
    />
  )
}

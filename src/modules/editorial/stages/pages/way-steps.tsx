import { showTime } from '../../../../lib/calendar/day.ts'
import { words } from '../../../../lib/text/words.ts'
import { useRequest } from '../../../../ui/request.ts'
import { Stepper } from '../../../../ui/stepper.tsx'
import type { Way } from '../stage.ts'
import { texts } from '../stages.texts.ts'

/** How far a version has come: which stage passed it, by whom, and which is next. */
export function WaySteps({ way, isApproved }: { way: Way; isApproved: boolean }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  // Approved before there were stages: nobody passed it at them.
  const isOlder = isApproved && way.passes.length === 0 && way.stages.length > 1
  if (way.stages.length === 0 || isOlder) return null
  const steps = way.stages.map((s) => {
    const pass = way.passes.find((p) => p.stageId === s.id)
    const isDone = pass !== undefined || isApproved
    return {
      key: String(s.id),
      label: s[locale],
      state: isDone ? ('done' as const) : s.id === way.next?.id ? ('now' as const) : ('next' as const),
      ...(pass ? { note: `${pass.byName} · ${showTime(pass.at)}` } : {}),
    }
  })
  return <Stepper label={t.stages} steps={steps} />
}

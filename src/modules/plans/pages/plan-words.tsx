import { showDay } from '../../../lib/calendar/day.ts'
import { words } from '../../../lib/text/words.ts'
import { useRequest } from '../../../ui/request.ts'
import { StatusTag } from '../../../ui/tag.tsx'
import { stateLooks } from '../looks.ts'
import { type Plan, type PlanState, planAddress, shownTitle } from '../plan.ts'
import { stateWords, texts } from '../plans.texts.ts'

/** The words of this room in the language of the request. */
export function useTexts() {
  return words(texts, useRequest().locale)
}

export function PlanStateTag({ state }: { state: PlanState }) {
  const { locale } = useRequest()
  return <StatusTag look={stateLooks[state]}>{stateWords[state][locale]}</StatusTag>
}

/** 'số 25/KH-UBND, 15/02/2023', or that there is none yet. */
export function PlanNumber({ plan }: { plan: Pick<Plan, 'number' | 'issued'> }) {
  const t = useTexts()
  if (!plan.number) return <span class="soft">{t.noNumber}</span>
  return (
    <span class="number">
      {plan.number}
      {plan.issued ? `, ${showDay(plan.issued)}` : ''}
    </span>
  )
}

export function PlanLink({ plan }: { plan: Pick<Plan, 'id' | 'title'> }) {
  return <a href={planAddress(plan.id)}>{shownTitle(plan.title)}</a>
}

import type { Day } from '../../../lib/calendar/day.ts'
import type { Fault } from '../../../lib/errors.ts'
import type { FormValues } from '../../../ui/form.tsx'
import type { Initiative, InitiativeStep, Person, Setting } from '../initiative.ts'
import type { Field } from './public-pages.tsx'

export interface InitiativePageProps {
  initiative: Initiative
  steps: readonly InitiativeStep[]
  alike: readonly Pick<Initiative, 'id' | 'title' | 'state'>[]
  person: Person | null
  fields: readonly Field[]
  callTitle: string | null
  unitName: string | null
  units: readonly { id: number; name: string }[]
  setting: Setting
  today: Day
  values: FormValues
  faults: readonly Fault[]
  may: {
    screen: boolean
    work: boolean
    whyNotPublish: { vi: string; en: string } | null
    unpublish: boolean
  }
}

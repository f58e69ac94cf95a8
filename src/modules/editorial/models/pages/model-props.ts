import type { Day } from '../../../../lib/calendar/day.ts'
import type { Fault } from '../../../../lib/errors.ts'
import type { FormValues } from '../../../../ui/form.tsx'
import type { Item } from '../../item.ts'
import type { Adoption, AdoptionStep, ModelRow } from '../model.ts'

export interface ModelPageProps {
  model: ModelRow
  adoptions: readonly Adoption[]
  steps: readonly AdoptionStep[]
  /** Where the reader may see it. */
  item: Pick<Item, 'id' | 'title'> | null
  topicName: string | null
  unitNames: ReadonlyMap<number, string>
  /** Units the reader may tell for. */
  own: readonly { id: number; name: string }[]
  /** Units that may be asked, those not asked yet. */
  askable: readonly { id: number; name: string }[]
  today: Day
  values: FormValues
  faults: readonly Fault[]
  may: { write: boolean; withdraw: boolean; call: boolean }
}

import { showDay } from '../../../../lib/calendar/day.ts'
import type { Fault } from '../../../../lib/errors.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button } from '../../../../ui/button.tsx'
import { DateInput } from '../../../../ui/date-input.tsx'
import { Details } from '../../../../ui/details.tsx'
import { Form, type FormValues } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { type Item, itemAddress } from '../../item.ts'
import { texts } from '../upkeep.texts.ts'

interface UpkeepPanelProps {
  item: Item
  badLinks: number
  mayWrite: boolean
  values: FormValues
  faults: readonly Fault[]
}

/** Of a public text: its links that fail, and "read again, still good" with the next day. */
export function UpkeepPanel({ item, badLinks, mayWrite, values, faults }: UpkeepPanelProps) {
  const t = words(texts, useRequest().locale)
  if (item.publishedVersion === null) return null
  const isOpen = faults.some((f) => f.field === 'nextDay')
  return (
    <>
      {badLinks > 0 && (
        <Notice tone="warn" small>
          <p>
            {t.hasBad(badLinks)} <a href="/desk/upkeep#links">{t.seeUpkeep}</a>
          </p>
        </Notice>
      )}
      {mayWrite && (
        <Details
          summary={
            item.reviewBy
              ? `${t.stillGood} (${t.reviewBy.toLowerCase()} ${showDay(item.reviewBy)})`
              : t.stillGood
          }
          open={isOpen}
        >
          <Form action={`${itemAddress(item.id)}/rereading`} values={values} faults={faults}>
            <DateInput name="nextDay" label={t.nextDay} hint={t.nextDayHint} />
            <Button kind="secondary" icon="check">
              {t.stillGood}
            </Button>
          </Form>
        </Details>
      )}
    </>
  )
}

import { type Day, showDay } from '../../../lib/calendar/day.ts'
import type { Fault } from '../../../lib/errors.ts'
import type { FormValues } from '../../../lib/http/forms.ts'
import { words } from '../../../lib/text/words.ts'
import { Button, ButtonGroup, ButtonLink } from '../../../ui/button.tsx'
import { Radios } from '../../../ui/choices.tsx'
import { DateInput } from '../../../ui/date-input.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { FileInput } from '../../../ui/file-input.tsx'
import { Form } from '../../../ui/form.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { useRequest } from '../../../ui/request.ts'
import { texts } from '../organisations.texts.ts'
import { exchangeTexts } from '../organisations-exchange.texts.ts'
import { fieldTexts } from '../organisations-forms.texts.ts'
import { BasisFields } from './change-form-page.tsx'
import { DayFilter } from './day-filter.tsx'
import { Parts } from './parts.tsx'

export interface ExchangePageProps {
  day: Day
  today: Day
  mayChange: boolean
  values: FormValues
  faults: readonly Fault[]
}

export function ExchangePage({ day, today, mayChange, values, faults }: ExchangePageProps) {
  const { locale } = useRequest()
  const w = words(texts, locale)
  const e = words(exchangeTexts, locale)
  const f = words(fieldTexts, locale)
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead title={w.menuExchange} lead={e.lead} />
      <Parts current="exchange" />
      <DayFilter address="/organisations/exchange" day={day} today={today} />
      <Panel title={e.exportTitle}>
        <p>{e.exportHint(showDay(day))}</p>
        <ButtonGroup>
          <ButtonLink
            href={`/organisations/export.xlsx?day=${day}`}
            icon="download"
            kind="secondary"
            download
          >
            {e.excel}
          </ButtonLink>
          <ButtonLink href={`/organisations/export.csv?day=${day}`} icon="download" kind="quiet" download>
            {e.csv}
          </ButtonLink>
        </ButtonGroup>
      </Panel>
      {mayChange && (
        <Panel title={e.importTitle}>
          <p>{e.importHint}</p>
          <Form action="/organisations/exchange" files values={values} faults={faults}>
            <FileInput name="file" label={e.file} accept=".xlsx,.csv" limit={20_000_000} />
            <DateInput name="day" label={f.day} />
            <Radios
              name="absent"
              label={e.absent}
              choices={[
                { value: 'keep', label: e.absentKeep },
                { value: 'end', label: e.absentEnd },
              ]}
            />
            <BasisFields />
            <Button>{e.see}</Button>
          </Form>
        </Panel>
      )}
    </>
  )
}

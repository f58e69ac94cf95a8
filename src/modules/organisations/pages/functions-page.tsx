import { addDays, type Day, showDay } from '../../../lib/calendar/day.ts'
import type { Fault } from '../../../lib/errors.ts'
import type { FormValues } from '../../../lib/http/forms.ts'
import { words } from '../../../lib/text/words.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Radios } from '../../../ui/choices.tsx'
import { Details } from '../../../ui/details.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { useRequest } from '../../../ui/request.ts'
import { Table } from '../../../ui/table.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { changeAddress } from '../change-address.ts'
import type { Holding } from '../groups.ts'
import { unitAddress } from '../organisation.ts'
import { texts } from '../organisations.texts.ts'
import { formTexts } from '../organisations-forms.texts.ts'
import { groupTexts } from '../organisations-groups.texts.ts'
import { DayFilter } from './day-filter.tsx'
import { Parts } from './parts.tsx'

interface Row {
  code: string
  name: string
  sole: boolean
  holdings: readonly (Holding & { unit: string })[]
}

export interface FunctionsPageProps {
  day: Day
  today: Day
  functions: readonly Row[]
  mayChange: boolean
  values: FormValues
  faults: readonly Fault[]
}

export function FunctionsPage(props: FunctionsPageProps) {
  const { day, today, functions, mayChange, faults } = props
  const { locale } = useRequest()
  const w = words(texts, locale)
  const g = words(groupTexts, locale)
  const link = day === today ? undefined : day
  const columns = [
    { key: 'name', label: w.functions, main: true, cell: (r: Row) => r.name },
    {
      key: 'holder',
      label: w.holder,
      cell: (r: Row) => <Holders row={r} link={link} mayChange={mayChange && day === today} />,
    },
  ]
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead
        title={w.menuFunctions}
        lead={g.functionsLead}
        actions={
          mayChange && (
            <>
              <ButtonLink href={changeAddress('assignment')}>{g.assign}</ButtonLink>
              <ButtonLink href={changeAddress('transfer')} kind="secondary">
                {formTexts.transfer[locale]}
              </ButtonLink>
            </>
          )
        }
      />
      <Parts current="functions" />
      <DayFilter address="/organisations/functions" day={day} today={today} />
      <div class="panel">
        <Table
          caption={w.menuFunctions}
          silentCaption
          columns={columns}
          rows={functions}
          rowKey={(r) => r.code}
        />
      </div>
      {mayChange && <NewFunction {...props} />}
    </>
  )
}

function NewFunction({ values, faults }: FunctionsPageProps) {
  const g = words(groupTexts, useRequest().locale)
  return (
    <Details summary={g.newFunction} open={faults.length > 0}>
      <Form action="/organisations/functions" values={values} faults={faults}>
        <TextInput name="name" label={g.functionName} width="l" />
        <Radios
          name="sole"
          label={g.holders}
          choices={[
            { value: 'yes', label: g.soleYes },
            { value: 'no', label: g.soleNo },
          ]}
        />
        <Button kind="secondary">{g.add}</Button>
      </Form>
    </Details>
  )
}

function Holders({ row, link, mayChange }: { row: Row; link: Day | undefined; mayChange: boolean }) {
  const { locale } = useRequest()
  const w = words(texts, locale)
  if (row.holdings.length === 0) return <span class="soft">{w.nobody}</span>
  return (
    <ul class="stack">
      {row.holdings.map((h) => (
        <li key={h.id}>
          <a href={unitAddress(h.unitId, link)}>{h.unit}</a>
          {h.programme && <span class="soft"> ({h.programme})</span>}
          <span class="small soft">
            {' '}
            · {w.since} {showDay(h.from)}
            {h.to && ` · ${w.until} ${showDay(addDays(h.to, -1))}`}
            {mayChange && (
              <>
                {' · '}
                <a href={`${changeAddress('release')}?holding=${h.id}`}>
                  {w.takeBack}
                  <span class="visually-hidden">: {h.unit}</span>
                </a>
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}

import type { Locale } from '../../../lib/actor.ts'
import { type Day, showDay, showTime } from '../../../lib/calendar/day.ts'
import type { Fault } from '../../../lib/errors.ts'
import type { FormValues } from '../../../lib/http/forms.ts'
import { type Words, words } from '../../../lib/text/words.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Combobox } from '../../../ui/combobox.tsx'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { DateInput } from '../../../ui/date-input.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { Table } from '../../../ui/table.tsx'
import { type StatusLook, StatusTag } from '../../../ui/tag.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import type { TokenRow } from '../tokens.sql.ts'
import { tokenTexts } from '../tokens.texts.ts'

type TokenState = 'good' | 'expired' | 'revoked'
const looks: Record<TokenState, StatusLook> = {
  good: { tone: 'good', icon: 'check' },
  expired: { tone: 'quiet', icon: 'clock' },
  revoked: { tone: 'bad', icon: 'stop' },
}

export interface TokensPageProps {
  locale: Locale
  tokens: readonly (TokenRow & { state: TokenState })[]
  unitNames: ReadonlyMap<number, string>
  units: readonly { value: string; label: string }[]
  values: FormValues
  faults: readonly Fault[]
}

/** The keys of other programs: who reads what until when, and a form for one more. */
export function TokensPage({ locale, tokens, unitNames, units, values, faults }: TokensPageProps) {
  const w = words(tokenTexts, locale)
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead
        title={w.tokens}
        lead={w.lead}
        actions={
          <ButtonLink kind="secondary" icon="book" href="/api">
            {w.docs}
          </ButtonLink>
        }
      />
      {tokens.length === 0 ? (
        <EmptyState title={w.none}>{w.noneWhy}</EmptyState>
      ) : (
        <TokenTable w={w} tokens={tokens} unitNames={unitNames} />
      )}
      <Panel title={w.newKey}>
        <Form action="/administration/tokens" values={values} faults={faults}>
          <TextInput name="name" label={w.name} hint={w.nameHint} />
          <Combobox name="unitId" label={w.unit} empty={w.wholeProvince} options={units} />
          <DateInput name="lastDay" label={w.lastDay} hint={w.lastDayHint} />
          <Button icon="lock">{w.make}</Button>
        </Form>
      </Panel>
    </>
  )
}

type Shown = Pick<TokensPageProps, 'tokens' | 'unitNames'> & { w: Words<typeof tokenTexts> }

function TokenTable({ w, tokens, unitNames }: Shown) {
  return (
    <Table
      caption={w.tokens}
      silentCaption
      rows={tokens}
      rowKey={(t) => t.id}
      columns={[
        { key: 'name', label: w.name, main: true, cell: (t) => t.name },
        { key: 'ending', label: w.ending, cell: (t) => <code>…{t.ending}</code> },
        {
          key: 'unit',
          label: w.unit,
          cell: (t) => (t.unitId === null ? w.wholeProvince : (unitNames.get(t.unitId) ?? `#${t.unitId}`)),
        },
        { key: 'until', label: w.lastDay, cell: (t) => showDay(t.lastDay) },
        { key: 'by', label: w.madeBy, cell: (t) => t.madeByName },
        { key: 'used', label: w.lastUsed, cell: (t) => (t.lastUsedAt ? showTime(t.lastUsedAt) : w.never) },
        {
          key: 'state',
          label: w.state,
          cell: (t) => <StatusTag look={looks[t.state]}>{w[t.state]}</StatusTag>,
        },
        {
          key: 'revoke',
          label: w.revoke,
          silent: true,
          width: 'narrow',
          cell: (t) =>
            t.state === 'good' && (
              <Form action={`/administration/tokens/${t.id}/revocation`} bare>
                <Button kind="danger" small>
                  {w.revoke}
                  <span class="visually-hidden"> {t.name}</span>
                </Button>
              </Form>
            ),
        },
      ]}
    />
  )
}

/** The only page that ever shows a key. */
export function NewTokenPage(props: {
  locale: Locale
  token: string
  name: string
  lastDay: Day
  address: string
}) {
  const w = words(tokenTexts, props.locale)
  const line = `curl -H "Authorization: Bearer ${props.token}" ${props.address}/api/v1/units`
  return (
    <>
      <PageHead kicker={props.name} title={w.made} lead={`${w.lastDay} ${showDay(props.lastDay)}`} />
      <Notice tone="warn" title={w.key}>
        <p>
          <code>{props.token}</code> <CopyButton text={props.token} what={w.key} />
        </p>
        <p>{w.shownOnce}</p>
      </Notice>
      <Panel title={w.use}>
        <p>
          <code>{line}</code>
        </p>
      </Panel>
      <p>
        <ButtonLink kind="secondary" href="/administration/tokens">
          {w.back}
        </ButtonLink>
      </p>
    </>
  )
}

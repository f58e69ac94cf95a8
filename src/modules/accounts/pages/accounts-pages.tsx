import type { VNode } from 'preact'
import { type Locale, type Role, roles } from '../../../lib/actor.ts'
import { showTime } from '../../../lib/calendar/day.ts'
import type { Fault } from '../../../lib/errors.ts'
import type { FormValues } from '../../../lib/http/forms.ts'
import { words } from '../../../lib/text/words.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { FilterBar } from '../../../ui/filter-bar.tsx'
import { Form } from '../../../ui/form.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Select } from '../../../ui/select.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import { type StatusLook, StatusTag, Tag } from '../../../ui/tag.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { type AccountState, accountAddress, accountStates, accountsAddress } from '../account.ts'
import type { AccountRow } from '../accounts.sql.ts'
import { roleNames } from '../accounts.texts.ts'
import { stateNames, texts } from '../administration.texts.ts'

const stateLooks: Record<AccountState, StatusLook> = {
  invited: { tone: 'info', icon: 'mail' },
  active: { tone: 'good', icon: 'done' },
  disabled: { tone: 'quiet', icon: 'lock' },
}

export function StateTag({ state, locale }: { state: AccountState; locale: Locale }): VNode {
  return <StatusTag look={stateLooks[state]}>{stateNames[state][locale]}</StatusTag>
}

export function roleOptions(locale: Locale): { value: Role; label: string }[] {
  return roles.map((role) => ({ value: role, label: roleNames[role][locale] }))
}

interface ListProps {
  locale: Locale
  rows: readonly AccountRow[]
  values: FormValues
  mayManage: boolean
}

export function AccountsPage({ locale, rows, values, mayManage }: ListProps) {
  const w = words(texts, locale)
  const states = accountStates.map((state) => ({ value: state, label: stateNames[state][locale] }))
  return (
    <>
      <PageHead
        title={w.accounts}
        lead={w.lead}
        actions={
          mayManage && (
            <ButtonLink href={`${accountsAddress}/new`} icon="add">
              {w.invite}
            </ButtonLink>
          )
        }
      />
      <FilterBar action={accountsAddress} values={values}>
        <TextInput name="text" label={w.search} type="search" optional={false} />
        <Select name="role" label={w.role} options={roleOptions(locale)} empty={w.anyRole} />
        <Select name="state" label={w.state} options={states} empty={w.anyState} />
      </FilterBar>
      {rows.length === 0 ? (
        <EmptyState scene="people" title={w.none} />
      ) : (
        <Table
          caption={w.accounts}
          silentCaption
          dense
          columns={columns(locale)}
          rows={rows}
          rowKey={(a) => a.id}
        />
      )}
    </>
  )
}

function columns(locale: Locale): Column<AccountRow>[] {
  const w = words(texts, locale)
  return [
    {
      key: 'name',
      label: w.name,
      main: true,
      cell: (a) => (
        <>
          <a href={accountAddress(a.id)}>{a.name}</a>
          {a.position && <small class="soft"> {a.position}</small>}
        </>
      ),
    },
    { key: 'email', label: w.email, cell: (a) => <span class="break">{a.email}</span> },
    {
      key: 'roles',
      label: w.roles,
      width: 'wide',
      cell: (a) => a.posts.map((p) => `${roleNames[p.role][locale]}, ${p.unitName}`).join('; ') || '–',
    },
    {
      key: 'seen',
      label: w.lastSeen,
      cell: (a) => (a.lastSignedInAt ? showTime(a.lastSignedInAt) : w.never),
    },
    { key: 'second', label: w.secondStep, cell: (a) => (a.hasSecondStep ? w.on : w.off) },
    {
      key: 'state',
      label: w.state,
      cell: (a) => (
        <>
          <StateTag state={a.state} locale={locale} />
          {a.lockedUntil && (
            <Tag tone="bad" icon="lock">
              {w.locked}
            </Tag>
          )}
        </>
      ),
    },
  ]
}

export function InvitePage({
  locale,
  values,
  faults = [],
}: {
  locale: Locale
  values: FormValues
  faults?: readonly Fault[]
}) {
  const w = words(texts, locale)
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead title={w.invite} lead={w.inviteLead} />
      <Form action={accountsAddress} values={values} faults={faults}>
        <FactFields locale={locale} />
        <Button>{w.send}</Button>
      </Form>
    </>
  )
}

export function FactFields({ locale }: { locale: Locale }) {
  const w = words(texts, locale)
  return (
    <>
      <TextInput name="name" label={w.name} maxlength={120} />
      <TextInput name="email" label={w.email} type="email" inputmode="email" maxlength={200} />
      <TextInput name="position" label={w.position} optional maxlength={120} />
    </>
  )
}

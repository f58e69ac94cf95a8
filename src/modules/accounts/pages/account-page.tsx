import { type Locale, roles } from '../../../lib/actor.ts'
import { addDays, type Day, showDay, showTime } from '../../../lib/calendar/day.ts'
import type { Fault } from '../../../lib/errors.ts'
import type { FormValues } from '../../../lib/http/forms.ts'
import { words } from '../../../lib/text/words.ts'
import { Button } from '../../../ui/button.tsx'
import { Combobox } from '../../../ui/combobox.tsx'
import { DateInput } from '../../../ui/date-input.tsx'
import { Details } from '../../../ui/details.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { Select } from '../../../ui/select.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { accountAddress, holdsOn, type RoleGrant } from '../account.ts'
import { roleHints, roleNames } from '../accounts.texts.ts'
import type { AccountView } from '../accounts.ts'
import { outcomeNames, texts } from '../administration.texts.ts'
import { FactFields, roleOptions, StateTag } from './accounts-pages.tsx'

export interface Choice {
  value: string
  label: string
}

export interface AccountPageProps {
  locale: Locale
  view: AccountView
  today: Day
  unitNames: ReadonlyMap<number, string>
  units: readonly Choice[]
  colleagues: readonly Choice[]
  mayManage: boolean
  isOwn: boolean
  /** The form that came back with faults. */
  values?: FormValues
  faults?: readonly Fault[]
}

export function AccountPage(props: AccountPageProps) {
  const { locale, view, faults = [], mayManage } = props
  const { account } = view
  const w = words(texts, locale)
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead
        title={account.name}
        kicker={account.email}
        tags={<StateTag state={account.state} locale={locale} />}
      />
      {view.lockedUntil && <Notice tone="warn">{w.lockedUntil(showTime(view.lockedUntil))}</Notice>}
      <Roles {...props} />
      {mayManage ? <Facts {...props} /> : <FactsOnly locale={locale} view={view} />}
      {mayManage && <Actions {...props} />}
      <Attempts locale={locale} view={view} />
    </>
  )
}

function Roles(props: AccountPageProps) {
  const { locale, view, units, values, faults, mayManage, today } = props
  const w = words(texts, locale)
  return (
    <Panel title={w.roles}>
      {view.grants.length === 0 ? (
        <p>{w.noRoles}</p>
      ) : (
        <Table
          caption={w.roles}
          silentCaption
          columns={grantColumns(props)}
          rows={view.grants}
          rowKey={(g) => g.id}
        />
      )}
      {mayManage && view.account.state !== 'disabled' && (
        <Form
          action={`${accountAddress(view.account.id)}/roles`}
          values={{ validFrom: today, ...values }}
          faults={faults}
        >
          <Select name="role" label={w.role} options={roleOptions(locale)} empty={w.chooseRole} />
          <Combobox name="unitId" label={w.unit} options={units} empty={w.chooseUnit} />
          <DateInput name="validFrom" label={w.from} />
          <DateInput name="lastDay" label={w.until} hint={w.untilHint} optional />
          <Button>{w.giveRole}</Button>
          <Details summary={w.whatRolesDo}>
            <SummaryList
              facts={roles.map((role) => ({
                label: roleNames[role][locale],
                value: roleHints[role][locale],
              }))}
            />
          </Details>
        </Form>
      )}
    </Panel>
  )
}

function grantColumns({ locale, unitNames, today, mayManage }: AccountPageProps): Column<RoleGrant>[] {
  const w = words(texts, locale)
  const end = (g: RoleGrant) => (g.validTo ? showDay(addDays(g.validTo, -1)) : w.noEnd)
  const columns: Column<RoleGrant>[] = [
    { key: 'role', label: w.role, cell: (g) => roleNames[g.role][locale] },
    { key: 'unit', label: w.unit, cell: (g) => unitNames.get(g.unitId) ?? `#${g.unitId}` },
    { key: 'days', label: `${w.from} – ${w.until}`, cell: (g) => `${showDay(g.validFrom)} – ${end(g)}` },
    { key: 'state', label: w.state, cell: (g) => <GrantTag grant={g} today={today} locale={locale} /> },
  ]
  if (!mayManage) return columns
  const actions: Column<RoleGrant> = {
    key: 'actions',
    label: w.actions,
    silent: true,
    cell: (g) =>
      g.validTo !== null && g.validTo <= today ? null : (
        <Form action={`${accountAddress(g.accountId)}/roles/${g.id}/ending`} bare>
          <Button kind="quiet" small>
            {w.endRole}
            <span class="visually-hidden">: {roleNames[g.role][locale]}</span>
          </Button>
        </Form>
      ),
  }
  return [...columns, actions]
}

function GrantTag({ grant, today, locale }: { grant: RoleGrant; today: Day; locale: Locale }) {
  const w = words(texts, locale)
  if (holdsOn(grant, today)) {
    return (
      <Tag tone="good" icon="done">
        {w.now}
      </Tag>
    )
  }
  return grant.validFrom > today ? <Tag tone="info">{w.coming}</Tag> : <Tag>{w.past}</Tag>
}

function Facts({ locale, view, values, faults }: AccountPageProps) {
  const w = words(texts, locale)
  const { name, email, position, id } = view.account
  return (
    <Panel title={w.facts}>
      <Form
        action={accountAddress(id)}
        values={{ name, email, position: position ?? '', ...values }}
        faults={faults}
      >
        <FactFields locale={locale} />
        <Button kind="secondary">{w.save}</Button>
      </Form>
    </Panel>
  )
}

function FactsOnly({ locale, view }: Pick<AccountPageProps, 'locale' | 'view'>) {
  const w = words(texts, locale)
  const { email, position } = view.account
  return (
    <Panel title={w.facts}>
      <SummaryList
        facts={[
          { label: w.email, value: email },
          { label: w.position, value: position },
          { label: w.secondStep, value: view.hasSecondStep ? w.on : w.off },
        ]}
      />
    </Panel>
  )
}

function Actions({ locale, view, colleagues, isOwn }: AccountPageProps) {
  const w = words(texts, locale)
  const { id, state } = view.account
  const to = (what: string) => `${accountAddress(id)}/${what}`
  return (
    <Panel title={w.actions}>
      <div class="button-group">
        {view.lockedUntil && <Verb action={to('unlocking')} label={w.unlock} />}
        {state === 'invited' && <Verb action={to('invitation')} label={w.inviteAgain} />}
        {view.hasSecondStep && <Verb action={to('second-step-reset')} label={w.resetSecondStep} />}
        {state === 'disabled' && <Verb action={to('opening')} label={w.enable} />}
        {state !== 'disabled' && !isOwn && <Verb action={to('closing')} label={w.disable} danger />}
      </div>
      {state !== 'disabled' && !isOwn && (
        <Form action={to('handover')}>
          <h3>{w.handOver}</h3>
          <p class="hint">{w.handOverHint}</p>
          <Combobox name="toId" label={w.colleague} options={colleagues} empty={w.chooseColleague} />
          <Button kind="danger">{w.handOver}</Button>
        </Form>
      )}
    </Panel>
  )
}

function Verb({ action, label, danger }: { action: string; label: string; danger?: boolean }) {
  return (
    <Form action={action} bare>
      <Button kind={danger ? 'danger' : 'secondary'}>{label}</Button>
    </Form>
  )
}

function Attempts({ locale, view }: Pick<AccountPageProps, 'locale' | 'view'>) {
  const w = words(texts, locale)
  const columns: Column<AccountView['attempts'][number]>[] = [
    { key: 'at', label: w.at, cell: (a) => showTime(a.at) },
    { key: 'address', label: w.address, cell: (a) => a.address ?? '–' },
    { key: 'outcome', label: w.outcome, cell: (a) => outcomeNames[a.outcome][locale] },
  ]
  return (
    <Panel title={w.attempts}>
      {view.attempts.length === 0 ? (
        <p>{w.noAttempts}</p>
      ) : (
        <Table
          caption={w.attempts}
          silentCaption
          dense
          columns={columns}
          rows={view.attempts}
          rowKey={(a) => a.id}
        />
      )}
    </Panel>
  )
}

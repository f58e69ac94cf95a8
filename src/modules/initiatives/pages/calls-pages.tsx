import { type Day, showDay } from '../../../lib/calendar/day.ts'
import type { Fault } from '../../../lib/errors.ts'
import { words } from '../../../lib/text/words.ts'
import { Button, ButtonGroup, ButtonLink } from '../../../ui/button.tsx'
import { DateInput } from '../../../ui/date-input.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form, type FormValues } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { NumberInput } from '../../../ui/number-input.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { useRequest } from '../../../ui/request.ts'
import { Select } from '../../../ui/select.tsx'
import { Table } from '../../../ui/table.tsx'
import { StatusTag } from '../../../ui/tag.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { type Call, callStanding, callsAddress, registerAddress, settingAddress } from '../initiative.ts'
import { callWords, texts } from '../initiatives.texts.ts'
import { callLooks } from '../looks.ts'
import { type Field, nameOf } from './public-pages.tsx'
import { RegisterTabs } from './register-tabs.tsx'

export interface CallsPageProps {
  calls: readonly (Call & { ideas: number })[]
  fields: readonly Field[]
  paging: { page: number; pageSize: number; total: number; href: (page: number) => string }
  today: Day
  mayScreen: boolean
}

export function CallsPage({ calls, fields, paging, today, mayScreen }: CallsPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const open = mayScreen && (
    <ButtonLink icon="megaphone" href={`${callsAddress}/new`}>
      {t.newCall}
    </ButtonLink>
  )
  return (
    <>
      <PageHead title={t.calls} lead={t.callsLead} actions={open} />
      <RegisterTabs here="calls" mayScreen={mayScreen} />
      {calls.length === 0 ? (
        <EmptyState title={t.noCalls} action={open}>
          {t.callsLead}
        </EmptyState>
      ) : (
        <Table
          caption={t.calls}
          silentCaption
          rows={calls}
          rowKey={(call) => call.id}
          columns={[
            {
              key: 'title',
              label: t.callTitle,
              main: true,
              width: 'wide',
              cell: (call) =>
                mayScreen && !call.closedAt ? (
                  <a href={`${callsAddress}/${call.id}`}>{call.title}</a>
                ) : (
                  call.title
                ),
            },
            {
              key: 'topic',
              label: t.topic,
              cell: (call) => nameOf(fields, call.topic, locale) || t.anyTopic,
            },
            { key: 'from', label: t.fromDay, cell: (call) => showDay(call.fromDay) },
            { key: 'to', label: t.toDay, cell: (call) => showDay(call.toDay) },
            {
              key: 'state',
              label: t.state,
              cell: (call) => {
                const standing = callStanding(call, today)
                return <StatusTag look={callLooks[standing]}>{callWords[standing][locale]}</StatusTag>
              },
            },
            {
              key: 'ideas',
              label: t.ideas,
              numeric: true,
              cell: (call) => <a href={`${registerAddress}?call=${call.id}`}>{call.ideas}</a>,
            },
          ]}
        />
      )}
      <Pager {...paging} />
    </>
  )
}

export interface CallFormPageProps {
  /** Null: a new one. */
  call: Call | null
  fields: readonly Field[]
  values: FormValues
  faults: readonly Fault[]
}

export function CallFormPage({ call, fields, values, faults }: CallFormPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const to = call ? `${callsAddress}/${call.id}` : callsAddress
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead title={call ? t.editCall : t.newCall} {...(call ? { kicker: call.title } : {})} />
      <Form action={to} values={values} faults={faults} draft={call ? `call-${call.id}` : 'call'}>
        {call && <input type="hidden" name="revision" value={String(values['revision'] ?? '')} />}
        <TextInput name="title" label={t.callTitle} maxlength={200} />
        <TextArea name="body" label={t.callBody} hint={t.callBodyHint} rows={8} limit={5000} />
        <Select
          name="topic"
          label={t.topic}
          empty={t.anyTopic}
          options={fields.map((f) => ({ value: f.code, label: f[locale] }))}
          optional
        />
        <DateInput name="fromDay" label={t.fromDay} />
        <DateInput name="toDay" label={t.toDay} />
        <ButtonGroup>
          <Button icon="done">{t.save}</Button>
          <ButtonLink kind="quiet" href={callsAddress}>
            {t.cancel}
          </ButtonLink>
        </ButtonGroup>
      </Form>
      {call && (
        <Form action={`${callsAddress}/${call.id}/end`} bare>
          <Button kind="danger" icon="stop">
            {t.closeCall}
          </Button>
        </Form>
      )}
    </>
  )
}

export function SettingPage({ values, faults }: { values: FormValues; faults: readonly Fault[] }) {
  const t = words(texts, useRequest().locale)
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead title={t.settingTitle} />
      <RegisterTabs here="setting" mayScreen />
      <Notice tone="warn" small>
        {t.unverified}
      </Notice>
      <Form action={settingAddress} values={values} faults={faults}>
        <NumberInput name="waitDays" label={t.waitDays} hint={t.waitDaysHint} />
        <NumberInput name="keepDays" label={t.keepDays} hint={t.keepDaysHint} />
        <Button icon="done">{t.save}</Button>
      </Form>
    </>
  )
}

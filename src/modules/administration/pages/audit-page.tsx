import type { VNode } from 'preact'
import type { Locale } from '../../../lib/actor.ts'
import type { Entry } from '../../../lib/audit-log.ts'
import { showTime } from '../../../lib/calendar/day.ts'
import type { Fault } from '../../../lib/errors.ts'
import type { FormValues } from '../../../lib/http/forms.ts'
import type { OutboxLetter } from '../../../lib/mail/mail.ts'
import { type Words, words } from '../../../lib/text/words.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { DateInput } from '../../../ui/date-input.tsx'
import { Details } from '../../../ui/details.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { FilterBar } from '../../../ui/filter-bar.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Select } from '../../../ui/select.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { Timeline } from '../../../ui/timeline.tsx'
import { subjectNames, texts, verbNames } from '../audit.texts.ts'
import { fieldChanges } from '../audit-change.ts'
import { fieldNames, valueNames } from '../audit-values.texts.ts'

export const auditAddress = '/administration/audit'

interface AuditProps {
  locale: Locale
  entries: readonly Entry[]
  kinds: { verbs: readonly string[]; subjects: readonly string[] }
  values: FormValues
  faults: readonly Fault[]
  /** Addresses of the next page and of the same list as CSV. */
  older: string | null
  csv: string
}

export function auditView({ locale, entries, kinds, values, faults, older, csv }: AuditProps): VNode {
  const w = words(texts, locale)
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead
        title={w.audit}
        lead={w.lead}
        actions={
          <ButtonLink href={csv} kind="secondary" icon="download">
            {w.csv}
          </ButtonLink>
        }
      />
      <FilterBar action={auditAddress} values={values}>
        <TextInput name="who" label={w.who} type="search" />
        <Select
          name="verb"
          label={w.verb}
          options={optionsOf(kinds.verbs, verbNames, locale)}
          empty={w.anyVerb}
        />
        <Select
          name="subjectKind"
          label={w.subject}
          options={optionsOf(kinds.subjects, subjectNames, locale)}
          empty={w.anySubject}
        />
        <TextInput name="subjectId" label={w.subjectId} inputmode="numeric" width="s" />
        <DateInput name="from" label={w.from} hint="" />
        <DateInput name="to" label={w.to} hint="" />
      </FilterBar>
      {entries.length === 0 ? (
        <EmptyState scene="search" title={w.none} />
      ) : (
        <Timeline entries={entries.map((entry) => shown(entry, locale))} />
      )}
      {older && (
        <p>
          <a href={older} rel="next">
            {w.older}
          </a>
        </p>
      )}
    </>
  )
}

function shown(entry: Entry, locale: Locale) {
  const changes = fieldChanges(entry.before, entry.after)
  return {
    key: entry.id,
    title: (
      <>
        <b>{nameOf(verbNames, entry.verb, locale)}</b> · {nameOf(subjectNames, entry.subjectKind, locale)}{' '}
        {entry.subjectId}
      </>
    ),
    by: entry.actorName,
    when: showTime(entry.at),
    dateTime: entry.at.toISOString(),
    changes: changes.map((c) => ({
      field: nameOf(fieldNames, c.field, locale),
      before: nameOf(valueNames, c.before, locale),
      after: nameOf(valueNames, c.after, locale),
    })),
  }
}

export function nameOf(
  names: Record<string, { vi: string; en: string }>,
  key: string,
  locale: Locale,
): string {
  return names[key]?.[locale] ?? key
}

function optionsOf(
  keys: readonly string[],
  names: Record<string, { vi: string; en: string }>,
  locale: Locale,
) {
  return keys
    .map((value) => ({ value, label: nameOf(names, value, locale) }))
    .sort((a, b) => a.label.localeCompare(b.label, locale))
}

const looks = { waiting: 'info', held: 'warn', sent: 'good' } as const

export function outboxView({ locale, letters }: { locale: Locale; letters: readonly OutboxLetter[] }): VNode {
  const w = words(texts, locale)
  return (
    <>
      <PageHead title={w.outbox} lead={w.outboxLead} />
      {letters.length === 0 ? (
        <EmptyState scene="done" title={w.outboxNone} />
      ) : (
        <Table
          caption={w.outbox}
          silentCaption
          columns={letterColumns(w)}
          rows={letters}
          rowKey={(l) => l.id}
        />
      )}
    </>
  )
}

function letterColumns(w: Words<typeof texts>): Column<OutboxLetter>[] {
  return [
    {
      key: 'subject',
      label: w.subject,
      main: true,
      width: 'wide',
      cell: (l) =>
        l.body === null ? (
          l.subject
        ) : (
          <Details summary={l.subject}>
            <pre class="letter">{l.body}</pre>
          </Details>
        ),
    },
    { key: 'to', label: w.to, cell: (l) => l.to },
    { key: 'at', label: w.at, cell: (l) => showTime(l.sentAt ?? l.createdAt) },
    { key: 'state', label: w.sent, cell: (l) => <Tag tone={looks[l.state]}>{w[l.state]}</Tag> },
  ]
}

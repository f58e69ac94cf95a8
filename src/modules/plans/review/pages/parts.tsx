import { showDay } from '../../../../lib/calendar/day.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button } from '../../../../ui/button.tsx'
import { DateInput } from '../../../../ui/date-input.tsx'
import { Details } from '../../../../ui/details.tsx'
import { Form } from '../../../../ui/form.tsx'
import { NumberInput } from '../../../../ui/number-input.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Select } from '../../../../ui/select.tsx'
import { SourceLink } from '../../../../ui/source-text.tsx'
import { SummaryList } from '../../../../ui/summary-list.tsx'
import { Tag } from '../../../../ui/tag.tsx'
import { TextArea } from '../../../../ui/text-area.tsx'
import { TextInput } from '../../../../ui/text-input.tsx'
import { documentName } from '../../../legal/document.ts'
import { planKinds } from '../../plan.ts'
import { kindWords, periodWords, texts as planTexts } from '../../plans.texts.ts'
import { headFields } from '../found.ts'
import { texts } from '../review.texts.ts'
import type { ReadProps } from './review-page-props.ts'

/** Title, number, issuer …: what was read, where, and one form to correct it. */
export function Head({ found, at, reading }: ReadProps) {
  const t = words(texts, useRequest().locale)
  const values = Object.fromEntries(headFields.map((f) => [f, found.head[f].value ?? '']))
  return (
    <Panel title={t.head}>
      <SummaryList
        facts={headFields.map((f) => ({
          label: t[f],
          value: (
            <span id={`field-${f}`}>
              {shown(f, found.head[f].value) ?? <span class="soft">{t.none}</span>}{' '}
              {found.head[f].at.length > 0 && <SourceLink id={`field-${f}`} label={t.seeSource} />}
            </span>
          ),
        }))}
      />
      {reading.state === 'READ' && (
        <Details summary={t.correct}>
          <Form action={`${at}/head`} values={values}>
            <TextArea name="title" label={t.title} rows={3} />
            <TextInput name="number" label={t.number} width="m" optional />
            <DateInput name="issued" label={t.issued} optional />
            <TextInput name="issuer" label={t.issuer} optional />
            <NumberInput name="year" label={t.year} width="s" />
            <TextInput name="signer" label={t.signer} optional />
            <TextInput name="signerTitle" label={t.signerTitle} optional />
            <Button>{t.save}</Button>
          </Form>
        </Details>
      )}
    </Panel>
  )
}

function shown(field: string, value: string | null): string | null {
  return field === 'issued' && value ? showDay(value) : value
}

export function Recipients({ found, at, reading }: ReadProps) {
  const t = words(texts, useRequest().locale)
  return (
    <Panel title={`${t.recipients} (${found.recipients.length})`} id="recipients">
      <ul>
        {found.recipients.map((r) => (
          <li key={r.id}>{r.text}</li>
        ))}
      </ul>
      {reading.state === 'READ' && (
        <Details summary={t.correct}>
          <Form
            action={`${at}/recipients`}
            values={{ lines: found.recipients.map((r) => r.text).join('\n') }}
          >
            <TextArea name="lines" label={t.recipients} rows={8} optional />
            <Button>{t.save}</Button>
          </Form>
        </Details>
      )}
    </Panel>
  )
}

/** Documents cited and report duties, as they will stand in the plan. */
export function Legal({ found }: ReadProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const roles = { BASIS: t.basis, COMMUNICATE: t.communicate, MENTIONED: t.mentioned }
  return (
    <>
      <Panel title={`${t.legal} (${found.citations.length})`} id="legal">
        <ul class="stack">
          {found.citations.map((c) => (
            <li key={c.id}>
              {documentName({ type: c.type, number: c.number, title: c.name })}
              {c.issued ? `, ${showDay(c.issued)}` : ''}
              {c.issuer ? `, ${c.issuer}` : ''} <Tag tone="quiet">{roles[c.role]}</Tag>
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title={`${t.duties} (${found.duties.length})`} id="duties">
        <ul>
          {found.duties.map((d) => (
            <li key={d.id}>
              {periodWords[d.period][locale]}: {d.due ?? t.noDue} → {d.to ?? '–'}
            </li>
          ))}
        </ul>
      </Panel>
    </>
  )
}

export function Reread({ text, at }: ReadProps) {
  const t = words(texts, useRequest().locale)
  return (
    <Panel>
      <Details summary={t.text}>
        <Form action={`${at}/text`} values={{ text }}>
          <p>{t.textWarn}</p>
          <TextArea name="text" label={t.textLabel} rows={24} />
          <Button kind="secondary" icon="refresh">
            {t.reread}
          </Button>
        </Form>
      </Details>
    </Panel>
  )
}

export function MakePlan({ found, at, plans }: ReadProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const p = words(planTexts, locale)
  const title = found.head.title.value ?? ''
  const span = /(?:giai đoạn|các năm)\s+(\d{4})\s*[-–]\s*(\d{4})/iu.exec(title)
  const year = found.head.year.value ?? ''
  const values = { kind: span ? 'PERIOD' : 'ANNUAL', year: span?.[1] ?? year, yearTo: span?.[2] ?? year }
  return (
    <Panel title={t.make} id="make">
      <p>{t.makeLead}</p>
      <Form action={`${at}/plan`} values={values}>
        <Select
          name="kind"
          label={p.kind}
          options={planKinds.map((k) => ({ value: k, label: kindWords[k][locale] }))}
        />
        <NumberInput name="year" id="plan-year" label={p.year} width="s" />
        <NumberInput name="yearTo" label={p.yearTo} width="s" />
        <Select name="parentPlanId" label={p.parent} options={plans} empty={p.none} optional />
        <Select name="embeddedInPlanId" label={p.embedded} options={plans} empty={p.none} optional />
        <Button icon="plan">{t.doMake}</Button>
      </Form>
    </Panel>
  )
}

import type { Day } from '../../../lib/calendar/day.ts'
import { showDay } from '../../../lib/calendar/day.ts'
import type { Fault } from '../../../lib/errors.ts'
import { words } from '../../../lib/text/words.ts'
import { Button, ButtonGroup, ButtonLink } from '../../../ui/button.tsx'
import { Checkboxes } from '../../../ui/choices.tsx'
import { Combobox } from '../../../ui/combobox.tsx'
import { DateInput } from '../../../ui/date-input.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form, type FormValues } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { NumberInput } from '../../../ui/number-input.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { useRequest } from '../../../ui/request.ts'
import { Select } from '../../../ui/select.tsx'
import { Stat, Stats } from '../../../ui/stat.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import {
  type Announcement,
  type AnnouncementInput,
  announcementKinds,
  announcementsAddress,
  type PostingScope,
  postingScopes,
} from '../procedure.ts'
import { kindWords, scopeWords, texts } from '../procedures.texts.ts'

export interface AnnouncementFormProps {
  /** The decision that this one replaces. */
  was: Announcement | null
  decisions: readonly { id: number; label: string }[]
  counts: Record<PostingScope, number>
  isUsualDays: boolean
  values: FormValues
  faults: readonly Fault[]
}

/** A decision of announcement, and who has to post it. */
export function AnnouncementFormPage(props: AnnouncementFormProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { was, values, faults, counts } = props
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead title={t.enter} {...(was ? { kicker: `${t.replaces} ${was.number}` } : {})} />
      <Form action={announcementsAddress} values={values} faults={faults} draft="announcement">
        <input type="hidden" name="replacesId" value={String(was?.id ?? '')} />
        {props.decisions.length > 0 ? (
          <Combobox
            name="documentId"
            label={t.document}
            hint={t.documentHint}
            empty={t.notThere}
            options={props.decisions.map((d) => ({ value: String(d.id), label: d.label }))}
            optional
          />
        ) : (
          <input type="hidden" name="documentId" value="" />
        )}
        <TextInput name="number" label={t.number} hint={t.numberHint} maxlength={60} width="m" />
        <DateInput name="issued" label={t.issued} />
        <TextInput name="issuer" label={t.issuer} maxlength={200} width="l" />
        <TextInput name="field" label={t.field} hint={t.fieldHint} maxlength={200} width="l" />
        <Select
          name="kind"
          label={t.kind}
          options={announcementKinds.map((k) => ({ value: k, label: kindWords[k][locale] }))}
        />
        <NumberInput name="procedures" label={t.procedures} width="s" />
        <TextInput name="link" label={t.link} hint={t.linkHint} maxlength={500} width="l" optional />
        <Checkboxes
          name="scope"
          label={t.scope}
          choices={postingScopes
            .filter((s) => counts[s] > 0)
            .map((s) => ({ value: s, label: `${scopeWords[s][locale]} (${counts[s]})` }))}
        />
        <NumberInput
          name="days"
          label={t.days}
          hint={props.isUsualDays ? t.unverified : t.ownDays}
          width="s"
        />
        <ButtonGroup>
          <Button icon="eye">{t.check}</Button>
          <ButtonLink kind="quiet" href={announcementsAddress}>
            {t.title}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </>
  )
}

export interface AnnouncementPreviewProps {
  input: AnnouncementInput
  values: FormValues
  dueDay: Day
  today: Day
  units: number
  counts: Record<PostingScope, number>
}

/** Whom it reaches and until when, before anybody is given anything. */
export function AnnouncementPreviewPage({ input, values, ...props }: AnnouncementPreviewProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const kept = Object.entries(values).flatMap(([name, value]) =>
    ['csrf', 'confirmed', 'change'].includes(name) ? [] : [value ?? []].flat().map((v) => [name, v] as const),
  )
  return (
    <>
      <PageHead title={t.previewTitle} />
      <Stats>
        <Stat label={t.total} value={String(props.units)} icon="building" />
        <Stat label={t.procedures} value={String(input.procedures)} icon="tasks" />
      </Stats>
      <SummaryList
        facts={[
          { label: t.decision, value: `${input.number}, ${showDay(input.issued)}` },
          {
            label: t.due,
            value: `${showDay(props.dueDay)}${props.dueDay < props.today ? ` (${t.past})` : ''}`,
          },
          { label: t.issuer, value: input.issuer },
          { label: t.field, value: input.field },
          { label: t.kind, value: kindWords[input.kind][locale] },
          {
            label: t.scope,
            value: input.scope.map((s) => `${scopeWords[s][locale]} (${props.counts[s]})`).join('; '),
          },
        ]}
      />
      {input.replacesId !== null && <Notice tone="info">{t.withdrawHint}</Notice>}
      <Form action={announcementsAddress}>
        {kept.map(([name, value], n) => (
          <input type="hidden" name={name} value={value} key={n} />
        ))}
        <ButtonGroup>
          <Button icon="send" name="confirmed" value="1">
            {t.confirm}
          </Button>
          <Button kind="quiet" name="change" value="1">
            {t.change}
          </Button>
        </ButtonGroup>
      </Form>
    </>
  )
}

import { showDay } from '../../../../lib/calendar/day.ts'
import type { PeriodKind } from '../../../../lib/calendar/period.ts'
import type { Fault } from '../../../../lib/errors.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button, ButtonGroup, ButtonLink } from '../../../../ui/button.tsx'
import { Checkboxes } from '../../../../ui/choices.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Fieldset } from '../../../../ui/fieldset.tsx'
import { Form, type FormValues } from '../../../../ui/form.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Table } from '../../../../ui/table.tsx'
import { Tag } from '../../../../ui/tag.tsx'
import { TextInput } from '../../../../ui/text-input.tsx'
import type { CutoffSet } from '../cutoffs.sql.ts'
import { kindWords } from '../obligations.texts.ts'
import { cutoffTexts } from '../rehearsal.texts.ts'

interface Line {
  kind: PeriodKind
  part: number
  opens: string
  closes: string
  next: { from: string; to: string } | null
}

export interface CutoffsPageProps {
  sets: readonly (CutoffSet & { lines: readonly Line[] })[]
  maySet: boolean
}

/** Every set of cut-offs, with its source and the days it comes to next. */
export function CutoffsPage({ sets, maySet }: CutoffsPageProps) {
  const { locale } = useRequest()
  const t = words(cutoffTexts, locale)
  const ship = maySet ? (
    <Form action="/reporting/cutoffs/national" bare>
      <Button>{t.ship}</Button>
    </Form>
  ) : undefined
  return (
    <>
      <PageHead title={t.cutoffs} lead={t.lead} />
      {sets.length === 0 && (
        <EmptyState title={t.none} action={ship}>
          {t.lead}
        </EmptyState>
      )}
      {sets.map((set) => (
        <Panel
          key={set.id}
          title={set.name[locale]}
          actions={maySet ? <SetActions id={set.id} /> : undefined}
        >
          <div class="stack">
            <p class="small">
              {t.source}: {set.source}{' '}
              {set.unverified && (
                <Tag tone="warn" icon="warning">
                  {t.unverified}
                </Tag>
              )}
            </p>
            <Table
              caption={set.name[locale]}
              silentCaption
              rows={set.lines}
              rowKey={(l) => `${l.kind}-${l.part}`}
              columns={[
                { key: 'period', label: t.period, main: true, cell: (l) => lineName(l, locale) },
                { key: 'opens', label: t.opens, cell: (l) => l.opens },
                { key: 'closes', label: t.closes, cell: (l) => l.closes },
                {
                  key: 'next',
                  label: t.example,
                  cell: (l) => (l.next ? `${showDay(l.next.from)} – ${showDay(l.next.to)}` : '–'),
                },
              ]}
            />
          </div>
        </Panel>
      ))}
    </>
  )
}

function lineName(l: { kind: PeriodKind; part: number }, locale: 'vi' | 'en'): string {
  const kind = kindWords[l.kind][locale]
  return l.part === 0
    ? kind
    : `${kind} ${l.kind === 'quarter' ? ['', 'I', 'II', 'III', 'IV'][l.part] : l.part}`
}

function SetActions({ id }: { id: number }) {
  const t = words(cutoffTexts, useRequest().locale)
  return (
    <ButtonGroup>
      <ButtonLink kind="quiet" icon="edit" href={`/reporting/cutoffs/${id}/editor`}>
        {t.edit}
      </ButtonLink>
      <Form action={`/reporting/cutoffs/${id}/copies`} bare>
        <Button kind="quiet" icon="copy">
          {t.copy}
        </Button>
      </Form>
    </ButtonGroup>
  )
}

export interface CutoffFormPageProps {
  id: number
  name: { vi: string; en: string }
  lines: readonly { kind: PeriodKind; part: number }[]
  values: FormValues
  faults: readonly Fault[]
}

/** A set of cut-offs put right, each day typed as a document words it. */
export function CutoffFormPage({ id, name, lines, values, faults }: CutoffFormPageProps) {
  const { locale } = useRequest()
  const t = words(cutoffTexts, locale)
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead title={name[locale]} lead={t.hint} />
      <Form action={`/reporting/cutoffs/${id}`} values={values} faults={faults} draft={`cutoffs-${id}`}>
        <Panel>
          <div class="stack">
            <TextInput name="name" label={t.name} maxlength={200} />
            <TextInput name="nameEn" label={t.nameEn} maxlength={200} optional />
            <TextInput name="source" label={t.source} maxlength={500} />
            <Checkboxes
              name="verified"
              label={t.source}
              choices={[{ value: '1', label: t.verified }]}
              optional
            />
          </div>
        </Panel>
        {lines.map((l, i) => (
          <Panel key={`${l.kind}-${l.part}`}>
            <Fieldset legend={lineName(l, locale)}>
              <TextInput name={`opens-${i}`} label={t.opens} maxlength={200} />
              <TextInput name={`closes-${i}`} label={t.closes} maxlength={200} />
            </Fieldset>
          </Panel>
        ))}
        <ButtonGroup>
          <Button icon="check">{t.save}</Button>
          <ButtonLink kind="quiet" href="/reporting/cutoffs">
            {t.cancel}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </>
  )
}

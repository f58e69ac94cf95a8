import { showTime } from '../../../../lib/calendar/day.ts'
import type { Fault } from '../../../../lib/errors.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button, ButtonLink } from '../../../../ui/button.tsx'
import { Checkboxes } from '../../../../ui/choices.tsx'
import { DateInput } from '../../../../ui/date-input.tsx'
import { Details } from '../../../../ui/details.tsx'
import { Form, type FormValues } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { type StatusLook, StatusTag } from '../../../../ui/tag.tsx'
import { TextInput } from '../../../../ui/text-input.tsx'
import { type FormKind, formAbout, formKinds } from '../../../publishing/publishing.ts'
import { itemAddress } from '../../item.ts'
import { texts } from '../forms.texts.ts'
import type { FormLine, FormLines } from '../forms.ts'

export interface FormsProps extends FormLines {
  itemId: number
  mayPrepare: boolean
  mayAllow: boolean
  values: FormValues
  faults: readonly Fault[]
}

/** How an item leaves on paper and by loudspeaker: what to prepare, and what was prepared of which text. */
export function FormsPanel(props: FormsProps) {
  const { from, lines, mayPrepare } = props
  const t = words(texts, useRequest().locale)
  if (!mayPrepare && lines.length === 0) return null
  return (
    <section class="stack" id="forms">
      <h2>{t.forms}</h2>
      <p class="soft">{t.lead}</p>
      {!from && mayPrepare && <Notice tone="info">{t.needApproval}</Notice>}
      <Waiting {...props} />
      {lines.length > 0 && (
        <div class="channel-cards">
          {lines.map((line) => (
            <FormCard key={line.form} line={line} {...props} />
          ))}
        </div>
      )}
      {from && mayPrepare && <Choice {...props} />}
    </section>
  )
}

/** Whether what waits may leave before its text, and the button of who decides that. */
function Waiting({ itemId, waiting, mayAllow }: FormsProps) {
  const t = words(texts, useRequest().locale)
  if (!waiting) return null
  const allowed = waiting.allowedByName !== null
  return (
    <Notice
      tone={allowed ? 'info' : 'warn'}
      title={allowed ? t.allowedBy(waiting.allowedByName ?? '') : t.waiting}
    >
      <p>{allowed ? t.allowedWhy : t.waitingWhy}</p>
      {mayAllow && (
        <Form action={`${itemAddress(itemId)}/prepared/${waiting.id}/permission`} bare>
          <input type="hidden" name="allowed" value={allowed ? 'no' : 'yes'} />
          <Button small kind="secondary" icon={allowed ? 'close' : 'check'}>
            {allowed ? t.forbid : t.allow}
          </Button>
        </Form>
      )}
    </Notice>
  )
}

const looks = {
  public: { tone: 'good', icon: 'done' },
  allowed: { tone: 'accent', icon: 'send' },
  held: { tone: 'info', icon: 'clock' },
  stale: { tone: 'warn', icon: 'warning' },
} as const satisfies Record<string, StatusLook>

const standing = {
  public: { vi: 'Sẵn sàng bàn giao', en: 'Ready to hand over' },
  allowed: { vi: 'Được bàn giao trước', en: 'May leave before' },
  held: { vi: 'Chờ đăng bài', en: 'Waits for the publication' },
  stale: texts.changed,
} as const

function FormCard({ line, itemId, from, mayPrepare, values }: FormsProps & { line: FormLine }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const state = line.isChanged ? 'stale' : line.readiness
  const name = formKinds[line.form][locale]
  const when = showTime(line.madeAt)
  return (
    <section class="panel channel-card" id={`form-${line.form}`}>
      <p class="channel-state-head">
        <strong>{name}</strong>
        <StatusTag look={looks[state]}>{standing[state][locale]}</StatusTag>
      </p>
      <p class="small soft">
        {line.number === null
          ? t.madeOfPublic(line.version ?? 1, when, line.madeByName)
          : t.madeOf(line.number, when, line.madeByName)}
      </p>
      {line.picture && (
        <Details summary={t.glance}>
          <img class="print-preview" src={line.picture} alt={t.glanceOf(name)} loading="lazy" width="1100" />
        </Details>
      )}
      <div class="channel-foot">
        <ButtonLink small kind="secondary" href={line.href} icon="right">
          {t.open}
          <span class="visually-hidden"> {name}</span>
        </ButtonLink>
        {line.pdf && (
          <a href={line.pdf} download>
            {t.pdf}
            <span class="visually-hidden"> {name}</span>
          </a>
        )}
        {line.audio && <a href={line.audio}>{t.listen}</a>}
        {line.isChanged && from && mayPrepare && (
          <Form action={`${itemAddress(itemId)}/forms`} bare>
            <input type="hidden" name="forms" value={line.form} />
            {line.form === 'loudspeaker' &&
              (['title', 'firstDay', 'lastDay', 'hours'] as const).map((field) => (
                <input key={field} type="hidden" name={field} value={String(values[field] ?? '')} />
              ))}
            <Button small icon="refresh">
              {t.again}
              <span class="visually-hidden"> {name}</span>
            </Button>
          </Form>
        )}
      </div>
    </section>
  )
}

const order = [
  'radio_script',
  'loudspeaker',
  'leaflet',
  'board_a3',
  'poster_a3',
  'poster_a2',
  'booklet_a5',
  'booklet_a6',
  'large_print',
] as const satisfies readonly FormKind[]

function Choice({ itemId, from, values, faults }: FormsProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <Panel>
      <Form action={`${itemAddress(itemId)}/forms`} values={values} faults={faults}>
        <Checkboxes
          name="forms"
          label={t.choose}
          hint={from?.is === 'approved' ? t.fromApproved(from.number) : t.fromPublic}
          choices={order.map((form) => ({
            value: form,
            label: formKinds[form][locale],
            hint: formAbout(form)[locale],
            ...(form === 'loudspeaker' ? { more: <Span /> } : {}),
          }))}
        />
        <Button icon="print">{t.prepare}</Button>
      </Form>
    </Panel>
  )
}

function Span() {
  const t = words(texts, useRequest().locale)
  return (
    <>
      <TextInput name="title" label={t.packageTitle} width="l" />
      <div class="columns">
        <DateInput name="firstDay" label={t.firstDay} />
        <DateInput name="lastDay" label={t.lastDay} />
        <TextInput name="hours" label={t.hours} hint={t.hoursHint} />
      </div>
    </>
  )
}

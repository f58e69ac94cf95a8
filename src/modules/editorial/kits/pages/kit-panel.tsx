import { showDay } from '../../../../lib/calendar/day.ts'
import type { Fault } from '../../../../lib/errors.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button } from '../../../../ui/button.tsx'
import { DateInput } from '../../../../ui/date-input.tsx'
import { Details } from '../../../../ui/details.tsx'
import { Form, type FormValues } from '../../../../ui/form.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Select } from '../../../../ui/select.tsx'
import { TextInput } from '../../../../ui/text-input.tsx'
import { itemAddress } from '../../item.ts'
import { type Outlet, pressAddress } from '../../outlet.ts'
import { ways } from '../kit.ts'
import type { KitLog } from '../kits.sql.ts'
import { texts, wayWords } from '../kits.texts.ts'

export interface KitPanelProps {
  itemId: number
  log: KitLog
  /** Those in use. */
  outlets: readonly Outlet[]
  mayWrite: boolean
  values: FormValues
  faults: readonly Fault[]
}

/** Whom a press kit was handed to, and what the press wrote of it. */
export function KitPanel(props: KitPanelProps) {
  const t = words(texts, useRequest().locale)
  const { entries } = props.log
  return (
    <Panel title={t.log} id="handovers">
      <Handovers {...props} />
      {props.mayWrite && <Add {...props} />}
      <h3>{t.followed}</h3>
      {entries.length === 0 && <p class="soft">{t.followedNone}</p>}
      <ul class="plain-list">
        {entries.map((e) => (
          <li key={e.id}>
            <a href={pressAddress(e.id)}>{e.title}</a>{' '}
            <span class="soft small">
              {e.outletName}, {showDay(e.day)}
            </span>
          </li>
        ))}
      </ul>
      <p>
        <a href="/desk/press-kits">{t.all}</a>
      </p>
    </Panel>
  )
}

function Handovers({ itemId, log, mayWrite }: KitPanelProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  if (log.handovers.length === 0) return <p class="soft">{t.logNone}</p>
  return (
    <ul class="plain-list">
      {log.handovers.map((h) => {
        const who = [h.outletName, h.recipient].filter(Boolean).join(' – ')
        return (
          <li key={h.id} class="row">
            <span>
              {h.struck ? <s>{who}</s> : who}
              <br />
              <span class="soft small">
                {showDay(h.day)} · {wayWords[h.way][locale]}
                {h.note && ` · ${h.note}`}
                {h.struck && ` · ${t.isStruck}`}
              </span>
            </span>
            {mayWrite && !h.struck && (
              <Form action={`${itemAddress(itemId)}/handovers/${h.id}/striking`} bare>
                <Button kind="quiet" small icon="delete">
                  {t.strike} <span class="visually-hidden">{who}</span>
                </Button>
              </Form>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function Add({ itemId, outlets, values, faults }: KitPanelProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const own = ['outletId', 'recipient', 'day']
  return (
    <Details summary={t.add} open={faults.some((f) => own.includes(f.field ?? ''))}>
      <Form action={`${itemAddress(itemId)}/handovers`} values={values} faults={faults}>
        <Select
          name="outletId"
          label={t.outlet}
          empty={t.noOutlet}
          options={outlets.map((o) => ({ value: String(o.id), label: o.name }))}
          optional
        />
        <TextInput name="recipient" label={t.recipient} hint={t.recipientHint} maxlength={300} optional />
        <DateInput name="day" label={t.day} />
        <Select
          name="way"
          label={t.way}
          options={ways.map((w) => ({ value: w, label: wayWords[w][locale] }))}
        />
        <TextInput name="note" label={t.note} maxlength={500} optional />
        <Button kind="secondary" icon="send">
          {t.addButton}
        </Button>
      </Form>
    </Details>
  )
}

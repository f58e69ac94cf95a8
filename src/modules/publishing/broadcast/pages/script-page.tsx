import { showDay } from '../../../../lib/calendar/day.ts'
import type { Fault } from '../../../../lib/errors.ts'
import type { FormValues } from '../../../../lib/http/forms.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button, ButtonLink } from '../../../../ui/button.tsx'
import { Combobox } from '../../../../ui/combobox.tsx'
import { DateInput } from '../../../../ui/date-input.tsx'
import { Details } from '../../../../ui/details.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { FileInput } from '../../../../ui/file-input.tsx'
import { Form } from '../../../../ui/form.tsx'
import { NumberInput } from '../../../../ui/number-input.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Stat, Stats } from '../../../../ui/stat.tsx'
import { Table } from '../../../../ui/table.tsx'
import { Tag } from '../../../../ui/tag.tsx'
import { TextArea } from '../../../../ui/text-area.tsx'
import { TextInput } from '../../../../ui/text-input.tsx'
import { ReadinessNotice } from '../../prepared/pages/readiness-notice.tsx'
import type { Script, selectSlots } from '../broadcast.sql.ts'
import { texts } from '../broadcast.texts.ts'
import { saidOtherwise, showSeconds, timingOf } from '../script.ts'

type NewProps = {
  items: readonly { id: number; title: string }[]
  values: FormValues
  faults: readonly Fault[]
}

export function NewScriptPage({ items, values, faults }: NewProps) {
  const t = words(texts, useRequest().locale)
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead title={t.newScript} lead={t.noneWhy} />
      <Form action="/broadcast/scripts" values={values} faults={faults}>
        <Combobox
          name="item"
          label={t.item}
          empty
          width="l"
          options={items.map((i) => ({ value: String(i.id), label: i.title }))}
        />
        <TextInput name="station" label={t.station} />
        <NumberInput name="slot" label={t.slot} width="s" />
        <NumberInput name="rate" label={t.rate} hint={t.rateHint} width="s" />
        <Button icon="check">{t.make}</Button>
      </Form>
    </>
  )
}

type Slot = Awaited<ReturnType<typeof selectSlots>>[number]
type ScriptProps = {
  script: Script
  slots: readonly Slot[]
  /** The computer's voice, where there is one. */
  speech: string | null
  mayWork: boolean
  values: FormValues
  faults: readonly Fault[]
}

/** One script: its words, how long they take, how to say them, its recording and its hours. */
export function ScriptPage(props: ScriptProps) {
  const { script, mayWork, values, faults } = props
  const t = words(texts, useRequest().locale)
  const here = `/broadcast/scripts/${script.id}`
  const { seconds, syllables } = timingOf(script.lines, script.rate)
  const over = seconds - script.slotSeconds
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead
        title={script.title}
        kicker={`${t.scripts} · ${script.madeByName}`}
        actions={
          <>
            <ButtonLink href={`${here}/script.pdf`} icon="print" download>
              {t.pdf}
            </ButtonLink>
            <ButtonLink href={`${here}/script.docx`} icon="download" kind="quiet" download>
              {t.docx}
            </ButtonLink>
          </>
        }
      />
      <ReadinessNotice made={script} />
      <Stats>
        <Stat
          label={t.length}
          value={showSeconds(seconds)}
          of={`/ ${showSeconds(script.slotSeconds)}`}
          icon="clock"
          tone={over > 0 ? 'warn' : 'good'}
          note={over > 0 ? t.tooLong(showSeconds(over)) : t.fits}
        />
        <Stat label={t.syllables} value={String(syllables)} />
      </Stats>
      {mayWork ? (
        <Form action={here} values={values} faults={faults} draft={`script-${script.id}`}>
          <TextArea name="text" label={t.script} hint={t.scriptHint} rows={18} />
          <div class="columns">
            <NumberInput name="slot" label={t.slot} width="s" />
            <NumberInput name="rate" label={t.rate} hint={t.rateHint} width="s" />
          </div>
          <Button icon="check">{t.save}</Button>
        </Form>
      ) : (
        <pre class="prose">{String(values['text'] ?? '')}</pre>
      )}
      <Notes script={script} />
      <Recording {...props} />
      <Slots {...props} />
    </>
  )
}

function Notes({ script }: { script: Script }) {
  const t = words(texts, useRequest().locale)
  const notes = saidOtherwise(script.lines)
  if (notes.length === 0) return null
  return (
    <Details summary={`${t.notes} (${notes.length})`}>
      <Table
        narrow="lines"
        caption={t.notes}
        silentCaption
        dense
        rows={notes}
        rowKey={(n) => n.written}
        columns={[
          { key: 'written', label: t.written, main: true, cell: (n) => n.written },
          { key: 'said', label: t.said, cell: (n) => n.said },
        ]}
      />
    </Details>
  )
}

function Recording({ script, speech, mayWork, faults }: ScriptProps) {
  const t = words(texts, useRequest().locale)
  const here = `/broadcast/scripts/${script.id}`
  return (
    <Panel title={t.audio}>
      {script.audioId !== null && (
        <p>
          <a href={`${here}/recording/file`}>{t.hear}</a>
        </p>
      )}
      {speech ? (
        mayWork && (
          <p>
            <a href={`${here}/speech.wav`}>{t.speech}</a> <span class="soft">({speech})</span>
          </p>
        )
      ) : (
        <p class="soft">{t.noSpeech}</p>
      )}
      {mayWork && (
        <Form action={`${here}/recording`} files faults={faults}>
          <FileInput name="audio" label={t.audio} hint={t.audioHint} accept=".mp3,.m4a,.wav,.ogg,audio/*" />
          <Button icon="upload" kind="secondary">
            {t.upload}
          </Button>
        </Form>
      )}
    </Panel>
  )
}

function Slots({ script, slots, mayWork, values, faults }: ScriptProps) {
  const t = words(texts, useRequest().locale)
  const here = `/broadcast/scripts/${script.id}/slots`
  return (
    <Panel title={t.slots} id="slots">
      {slots.length > 0 && (
        <Table
          narrow="lines"
          caption={t.slots}
          silentCaption
          rows={slots}
          rowKey={(s) => s.id}
          columns={[
            { key: 'station', label: t.station, main: true, cell: (s) => s.station },
            { key: 'day', label: t.day, cell: (s) => `${showDay(s.day)} ${s.starts}` },
            {
              key: 'state',
              label: t.state,
              phone: 'bare',
              cell: (s) => (
                <Aired
                  slot={s}
                  action={`${here}/${s.id}/airing`}
                  mayWork={mayWork && script.publicationId !== null}
                  values={values}
                  faults={faults}
                />
              ),
            },
          ]}
        />
      )}
      {mayWork && (
        <Details
          summary={t.addSlot}
          open={faults.some((f) => ['station', 'day', 'starts'].includes(f.field ?? ''))}
        >
          <Form action={here} values={values} faults={faults}>
            <div class="columns">
              <TextInput name="station" label={t.station} />
              <DateInput name="day" label={t.day} />
              <TextInput name="starts" label={t.hour} hint={t.hourHint} width="s" />
            </div>
            <Button icon="add">{t.addSlot}</Button>
          </Form>
        </Details>
      )}
    </Panel>
  )
}

function NoAddress({ slot }: { slot: Slot }) {
  const t = words(texts, useRequest().locale)
  if (!slot.noAddressWhy) return <Tag tone="warn">{t.noWeb}</Tag>
  return (
    <span class="soft">
      {t.noWeb}: {slot.noAddressWhy}
    </span>
  )
}

type AiredProps = Pick<ScriptProps, 'mayWork' | 'values' | 'faults'> & { slot: Slot; action: string }

function Aired({ slot, action, mayWork, values, faults }: AiredProps) {
  const t = words(texts, useRequest().locale)
  if (slot.airedDay !== null)
    return (
      <>
        {t.aired} {showDay(slot.airedDay)}{' '}
        {slot.webAddress ? <a href={slot.webAddress}>{t.web}</a> : <NoAddress slot={slot} />}
      </>
    )
  if (!mayWork) return <span class="soft">–</span>
  const isTyped = values['slot'] === String(slot.id)
  const kept = isTyped ? values : { airedDay: showDay(slot.day) }
  return (
    <Details summary={t.markAired} open={isTyped}>
      <Form action={action} values={kept} faults={isTyped ? faults : []}>
        <DateInput name="airedDay" id={`aired-${slot.id}`} label={t.day} />
        <TextInput name="web" id={`web-${slot.id}`} label={t.web} hint={t.webHint} type="url" optional />
        <TextInput name="noAddressWhy" id={`why-${slot.id}`} label={t.noAddressWhy} optional />
        <NumberInput name="listeners" id={`listeners-${slot.id}`} label={t.listeners} optional width="s" />
        <Button small>{t.markAired}</Button>
      </Form>
    </Details>
  )
}

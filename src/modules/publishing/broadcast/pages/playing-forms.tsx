import { showDay } from '../../../../lib/calendar/day.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button, ButtonGroup } from '../../../../ui/button.tsx'
import { DateInput } from '../../../../ui/date-input.tsx'
import { Details } from '../../../../ui/details.tsx'
import { FileInput } from '../../../../ui/file-input.tsx'
import { Form } from '../../../../ui/form.tsx'
import { NumberInput } from '../../../../ui/number-input.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { TextInput } from '../../../../ui/text-input.tsx'
import { texts } from '../broadcast.texts.ts'
import { playedSoFar } from '../playing.ts'
import type { PackageProps, Row } from './package-props.ts'

type RowProps = PackageProps & { row: Row }

/** What the reader's own commune does, first on the page: one button on the phone says that it was played. */
export function OwnPanel(props: RowProps) {
  const { row, found } = props
  const t = words(texts, useRequest().locale)
  if (found.closedAt || (row.airedFrom && row.proofId !== null)) return null
  return (
    <Panel title={t.yours(row.unitName)}>
      <p>{row.airedFrom ? t.yoursDone : t.yoursLead}</p>
      <Forms {...props} />
    </Panel>
  )
}

/** The same in the table, for whoever acts for other communes. */
export function Acts(props: RowProps) {
  const { row, mine } = props
  if (!row.isOwn || row.unitId === mine?.unitId || (row.airedFrom && row.proofId !== null)) return null
  return <Forms {...props} />
}

function Forms(props: RowProps) {
  const { row } = props
  return row.airedFrom ? <Evidence {...props} /> : <Playing {...props} />
}

function Playing({ found, row, texts: inIt, today, values, faults }: RowProps) {
  const t = words(texts, useRequest().locale)
  const here = `/broadcast/packages/${found.id}/hand-overs/${row.unitId}`
  const id = (name: string) => `${name}-${row.unitId}`
  const planned = inIt.every((s) => s.publicationId !== null) ? playedSoFar(found, today) : null
  const from = showDay(found.firstDay < today ? found.firstDay : today)
  return (
    <>
      <ButtonGroup>
        {planned && (
          <Form action={`${here}/playing`} bare>
            <Button icon="done">{t.playedAll(planned.times)}</Button>
          </Form>
        )}
        {!row.takenAt && (
          <Form action={`${here}/acknowledgement`} bare>
            <Button kind="secondary" icon="check">
              {t.take}
            </Button>
          </Form>
        )}
      </ButtonGroup>
      {planned && (
        <Details
          summary={t.playedOther}
          open={faults.length > 0 && row.isOwn && values['times'] !== undefined}
        >
          <Form
            action={`${here}/airing`}
            values={{ from, to: showDay(today), ...values }}
            faults={faults}
            files
          >
            <DateInput name="from" id={id('from')} label={t.from} />
            <DateInput name="to" id={id('to')} label={t.to} />
            <NumberInput name="times" id={id('times')} label={t.times} width="s" />
            <NumberInput name="listeners" id={id('listeners')} label={t.listeners} optional width="s" />
            <FileInput name="proof" id={id('proof')} label={t.proof} accept="image/*,audio/*,.pdf" camera />
            <TextInput name="note" id={id('note')} label={t.note} optional />
            <Button small>{t.prove}</Button>
          </Form>
        </Details>
      )}
    </>
  )
}

function Evidence({ found, row, faults }: RowProps) {
  const t = words(texts, useRequest().locale)
  return (
    <Details summary={t.addProof} open={faults.length > 0}>
      <Form
        action={`/broadcast/packages/${found.id}/hand-overs/${row.unitId}/evidence`}
        faults={faults}
        files
      >
        <FileInput
          name="proof"
          id={`evidence-${row.unitId}`}
          label={t.proof}
          accept="image/*,audio/*,.pdf"
          camera
        />
        <Button small icon="upload">
          {t.addProof}
        </Button>
      </Form>
    </Details>
  )
}

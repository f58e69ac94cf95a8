import { Button, ButtonGroup } from '../../../../ui/button.tsx'
import { Radios } from '../../../../ui/choices.tsx'
import { CopyButton } from '../../../../ui/copy-button.tsx'
import { DateInput } from '../../../../ui/date-input.tsx'
import { FileInput } from '../../../../ui/file-input.tsx'
import { Form } from '../../../../ui/form.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { TextArea } from '../../../../ui/text-area.tsx'
import { TextInput } from '../../../../ui/text-input.tsx'
import { messageAddress, type Variant } from '../../channel.ts'
import type { MessageViewProps, W } from './message-props.ts'

/** The question that nobody but a person can answer, with both answers. */
export function SettleForm({ w, message, values, faults }: MessageViewProps) {
  return (
    <Panel title={w.settleTitle}>
      <p>{w.settleBody}</p>
      <Form action={`${messageAddress(message.id)}/settlement`} values={values} faults={faults}>
        <Radios
          name="sent"
          label={w.settleTitle}
          choices={[
            {
              value: 'yes',
              label: w.settleSent,
              more: <TextInput name="link" label={w.settleLink} optional />,
            },
            { value: 'no', label: w.settleNotSent },
          ]}
        />
        <ButtonGroup>
          <Button>{w.answer}</Button>
        </ButtonGroup>
      </Form>
    </Panel>
  )
}

export function ProofForm({ w, message, howThere, values, faults }: MessageViewProps) {
  return (
    <Panel title={w.byHand}>
      <p>{w.byHandBody}</p>
      {howThere && (
        <p>
          <strong>{w.howThere}:</strong> {howThere}
        </p>
      )}
      <Form action={`${messageAddress(message.id)}/proof`} values={values} faults={faults} files>
        <DateInput name="day" label={w.proofDay} />
        <TextInput name="link" label={w.proofLink} optional />
        <FileInput name="file" label={w.proofFile} accept="image/*,.pdf" camera limit={10_000_000} optional />
        <TextArea name="words" label={w.proofWords} hint={w.proofWordsHint} optional />
        <ButtonGroup>
          <Button>{w.prove}</Button>
        </ButtonGroup>
      </Form>
    </Panel>
  )
}

export function CopyText({ w, variant }: { w: W; variant: Variant }) {
  const all = [variant.title, variant.lead, variant.text, variant.link].filter(Boolean).join('\n\n')
  return (
    <>
      <p class="preserved">{variant.text}</p>
      <CopyButton text={all} what={w.copyText} />
    </>
  )
}

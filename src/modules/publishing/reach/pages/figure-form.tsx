import type { Fault } from '../../../../lib/errors.ts'
import type { FormValues } from '../../../../lib/http/forms.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button } from '../../../../ui/button.tsx'
import { DateInput } from '../../../../ui/date-input.tsx'
import { FileInput } from '../../../../ui/file-input.tsx'
import { Form } from '../../../../ui/form.tsx'
import { NumberInput } from '../../../../ui/number-input.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Select } from '../../../../ui/select.tsx'
import { TextInput } from '../../../../ui/text-input.tsx'
import { texts } from '../reach.texts.ts'
import { type AudienceWords, channelWords, metrics, typedChannels, typedMetrics } from '../reach.ts'

type FigureFormProps = {
  action: string
  audiences: AudienceWords
  values: FormValues
  faults: readonly Fault[]
}

export function FigureForm({ action, audiences, values, faults }: FigureFormProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <Form action={action} values={values} faults={faults} files>
      <p class="soft">{t.typeLead}</p>
      <div class="columns">
        <DateInput name="day" label={t.day} />
        <Select
          name="channel"
          label={t.channel}
          empty
          options={typedChannels.map((kind) => ({ value: kind, label: channelWords(kind)[locale] }))}
        />
        <Select
          name="metric"
          label={t.metric}
          options={typedMetrics.map((m) => ({ value: m, label: metrics[m][locale] }))}
        />
        <NumberInput name="amount" label={t.amount} width="s" />
        <Select
          name="audience"
          label={t.audience}
          optional
          empty
          options={Object.entries(audiences).flatMap(([value, a]) =>
            a.active ? [{ value, label: a[locale] }] : [],
          )}
        />
        <TextInput name="place" label={t.place} optional />
      </div>
      <TextInput name="note" label={t.note} optional width="l" />
      <FileInput name="evidence" label={t.evidence} optional accept="image/*,.pdf,.xlsx,.docx,.csv" />
      <Button icon="check">{t.save}</Button>
    </Form>
  )
}

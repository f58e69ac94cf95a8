import type { Fault } from '../../../../lib/errors.ts'
import type { FormValues } from '../../../../lib/http/forms.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button } from '../../../../ui/button.tsx'
import { Radios } from '../../../../ui/choices.tsx'
import { DateInput } from '../../../../ui/date-input.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { FileInput } from '../../../../ui/file-input.tsx'
import { Form } from '../../../../ui/form.tsx'
import { NumberInput } from '../../../../ui/number-input.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { TextInput } from '../../../../ui/text-input.tsx'
import { showCount } from '../../reach/pages/reach-charts.tsx'
import { printKinds } from '../print-kind.ts'
import type { Product } from '../printed.sql.ts'
import { texts } from '../printed.texts.ts'

type QuickProps = {
  held: readonly { product: Product; unitId: number; unitName: string; copies: number }[]
  values: FormValues
  faults: readonly Fault[]
}

/** For whoever hands out leaflets and has a phone in the other hand: what, how many, where, a photo. */
export function QuickPage({ held, values, faults }: QuickProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const [first] = held
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead title={t.quick} lead={t.quickLead} />
      {!first ? (
        <EmptyState title={t.quickNone}>{t.quickNoneWhy}</EmptyState>
      ) : (
        <Form
          action="/printed/handing-out"
          values={{ what: `${first.product.id}-${first.unitId}`, ...values }}
          faults={faults}
          files
        >
          <Radios
            name="what"
            label={t.printed}
            choices={held.map((h) => ({
              value: `${h.product.id}-${h.unitId}`,
              label: h.product.title,
              hint: `${printKinds[h.product.kind][locale]} · ${h.unitName} · ${t.has(showCount(h.copies, locale))}`,
            }))}
          />
          <NumberInput name="copies" label={t.copies} width="s" />
          <TextInput name="place" label={t.place} hint={t.placeHint} />
          <FileInput name="photo" label={t.photo} optional accept="image/*" camera />
          <TextInput name="receiver" label={t.receiver} optional />
          <DateInput name="day" label={t.day} />
          <Button icon="check">{t.save}</Button>
        </Form>
      )}
    </>
  )
}

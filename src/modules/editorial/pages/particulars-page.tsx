import type { Fault } from '../../../lib/errors.ts'
import { words } from '../../../lib/text/words.ts'
import { Button, ButtonGroup, ButtonLink } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form, type FormValues } from '../../../ui/form.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { useRequest } from '../../../ui/request.ts'
import { texts } from '../editorial.texts.ts'
import { type Item, itemAddress } from '../item.ts'
import type { Choices } from '../items/choices.ts'
import { ParticularFields } from './particulars-form.tsx'

export interface ParticularsPageProps {
  item: Item
  choices: Choices
  values: FormValues
  faults: readonly Fault[]
}

export function ParticularsPage({ item, choices, values, faults }: ParticularsPageProps) {
  const t = words(texts, useRequest().locale)
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead title={t.particulars} lead={item.title} />
      <Form action={`${itemAddress(item.id)}/particulars`} values={values} faults={faults}>
        <ParticularFields choices={choices} />
        <ButtonGroup>
          <Button icon="done">{t.save}</Button>
          <ButtonLink kind="quiet" href={itemAddress(item.id)}>
            {t.see}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </>
  )
}

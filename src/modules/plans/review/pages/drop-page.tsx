import type { Fault } from '../../../../lib/errors.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button } from '../../../../ui/button.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { FileInput } from '../../../../ui/file-input.tsx'
import { Form, type FormValues } from '../../../../ui/form.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { type Option, Select } from '../../../../ui/select.tsx'
import { TextArea } from '../../../../ui/text-area.tsx'
import { texts } from '../review.texts.ts'

export interface DropPageProps {
  programmes: readonly Option[]
  units: readonly Option[]
  values: FormValues
  faults: readonly Fault[]
  limit: number
}

export function DropPage({ programmes, units, values, faults, limit }: DropPageProps) {
  const t = words(texts, useRequest().locale)
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead title={t.drop} lead={t.dropLead} />
      <Panel>
        <Form action="/plan-readings" files values={values} faults={faults}>
          <FileInput
            name="file"
            label={t.file}
            hint={t.fileHint}
            accept=".docx,.doc,.pdf,.html,.htm,.txt,.md,.png,.jpg,.jpeg,.tif,.tiff,.webp"
            limit={limit}
            optional
          />
          <TextArea name="text" label={t.paste} rows={6} optional />
          <Select name="programmeId" label={t.programme} options={programmes} />
          <Select name="unitId" label={t.unit} options={units} />
          <Button icon="upload">{t.read}</Button>
        </Form>
      </Panel>
    </>
  )
}

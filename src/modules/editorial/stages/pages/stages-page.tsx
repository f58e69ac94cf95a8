import type { Fault } from '../../../../lib/errors.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button } from '../../../../ui/button.tsx'
import { Checkboxes } from '../../../../ui/choices.tsx'
import { Combobox } from '../../../../ui/combobox.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Form, type FormValues } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { TextInput } from '../../../../ui/text-input.tsx'
import { mostStages, stageRoles } from '../stage.ts'
import { roleWords, texts } from '../stages.texts.ts'

export interface StagesPageProps {
  /** Null: of the province. */
  columnName: string | null
  action: string
  units: readonly { id: number; name: string }[]
  values: FormValues
  faults: readonly Fault[]
}

/** Through whose hands a text goes, one after the other. */
export function StagesPage({ columnName, action, units, values, faults }: StagesPageProps) {
  const t = words(texts, useRequest().locale)
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead
        kicker={columnName === null ? t.ofProvince : t.ofColumn(columnName)}
        title={t.stages}
        lead={t.lead}
      />
      <Notice tone="info" small>
        {columnName !== null && <p>{t.fallsBack}</p>}
        <p>{t.running}</p>
      </Notice>
      <Form action={action} values={values} faults={faults}>
        {Array.from({ length: mostStages }, (_, i) => (
          <Panel title={t.stage(i + 1)} key={String(i)}>
            <StageFields i={i} units={units} />
          </Panel>
        ))}
        <Button icon="done">{t.save}</Button>
      </Form>
    </>
  )
}

function StageFields({ i, units }: { i: number; units: StagesPageProps['units'] }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <div class="stack">
      <TextInput name={`vi${i}`} label={t.name} hint={t.nameHint} maxlength={80} optional />
      <Checkboxes
        name={`roles${i}`}
        label={t.roles}
        choices={stageRoles.map((r) => ({ value: r, label: roleWords[r][locale] }))}
        optional
      />
      <Combobox
        name={`unitId${i}`}
        label={t.unit}
        hint={t.unitHint}
        empty={t.anyUnit}
        options={units.map((u) => ({ value: String(u.id), label: u.name }))}
        optional
      />
      <TextInput name={`en${i}`} label={t.nameEn} maxlength={80} optional />
    </div>
  )
}

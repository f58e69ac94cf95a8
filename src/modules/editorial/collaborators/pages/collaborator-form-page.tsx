import type { Fault } from '../../../../lib/errors.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button, ButtonGroup, ButtonLink } from '../../../../ui/button.tsx'
import { Checkboxes, Radios } from '../../../../ui/choices.tsx'
import { DateInput } from '../../../../ui/date-input.tsx'
import { Details } from '../../../../ui/details.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Form, type FormValues } from '../../../../ui/form.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Select } from '../../../../ui/select.tsx'
import { TextInput } from '../../../../ui/text-input.tsx'
import {
  collaboratorAddress,
  collaboratorKinds,
  collaboratorsAddress,
  consentWays,
  forgettingWhys,
} from '../collaborator.ts'
import { kindWords, texts, wayWords, whyWords } from '../collaborators.texts.ts'

export interface CollaboratorFormPageProps {
  /** Null: somebody new. */
  id: number | null
  /** Units whose lists the writer keeps. */
  units: readonly { id: number; name: string }[]
  topics: readonly { code: string; vi: string; en: string }[]
  values: FormValues
  faults: readonly Fault[]
}

/** Nothing typed here is kept as a draft in the browser: it is about somebody. */
export function CollaboratorFormPage(props: CollaboratorFormPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { id, units, topics, values, faults } = props
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead title={id === null ? t.new : t.edit} lead={t.sealedHint} />
      <Form
        action={id === null ? collaboratorsAddress : collaboratorAddress(id)}
        values={values}
        faults={faults}
      >
        {id === null && units.length > 1 && (
          <Select
            name="unitId"
            label={t.unit}
            options={units.map((u) => ({ value: String(u.id), label: u.name }))}
          />
        )}
        <Radios
          name="kind"
          label={t.kind}
          choices={collaboratorKinds.map((k) => ({ value: k, label: kindWords[k][locale] }))}
          inline
        />
        <TextInput name="name" label={t.name} maxlength={200} />
        <TextInput name="contact" label={t.contact} maxlength={200} />
        <TextInput name="place" label={t.place} maxlength={200} optional />
        <Checkboxes
          name="topics"
          label={t.topics}
          choices={topics.map((x) => ({ value: x.code, label: x[locale] }))}
          optional
        />
        <DateInput name="consentDay" label={t.consentDay} />
        <Select
          name="consentHow"
          label={t.consentHow}
          options={consentWays.map((w) => ({ value: w, label: wayWords[w][locale] }))}
        />
        <ButtonGroup>
          <Button icon="done">{t.save}</Button>
          <ButtonLink kind="quiet" href={collaboratorsAddress}>
            {t.cancel}
          </ButtonLink>
        </ButtonGroup>
      </Form>
      {id !== null && <Forget {...props} id={id} />}
    </>
  )
}

function Forget({ id, faults }: CollaboratorFormPageProps & { id: number }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <Details summary={t.forget} open={faults.some((f) => f.field === 'why')}>
      <p>{t.forgetWhy}</p>
      <Form action={`${collaboratorAddress(id)}/forgetting`} faults={faults}>
        <Radios
          name="why"
          label={t.why}
          choices={forgettingWhys.map((w) => ({ value: w, label: whyWords[w][locale] }))}
        />
        <Button kind="danger" icon="stop">
          {t.forget}
        </Button>
      </Form>
    </Details>
  )
}

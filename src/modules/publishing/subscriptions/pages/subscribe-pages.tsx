import type { Locale } from '../../../../lib/actor.ts'
import type { Fault } from '../../../../lib/errors.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button, ButtonGroup, ButtonLink } from '../../../../ui/button.tsx'
import { Checkboxes, Radios } from '../../../../ui/choices.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Form, type FormValues } from '../../../../ui/form.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { TextInput } from '../../../../ui/text-input.tsx'
import { rhythms } from '../subscription.ts'
import { texts } from '../subscriptions.texts.ts'
import { type TopicChoices, TopicFields } from '../topic-choices.tsx'

interface ChoiceFacts {
  locale: Locale
  choices: TopicChoices
}

function Choices({ locale, choices }: ChoiceFacts) {
  const every = Object.entries(rhythms).map(([value, name]) => ({ value, label: name[locale] }))
  return (
    <>
      <TopicFields locale={locale} choices={choices} />
      <Radios name="rhythm" label={words(texts, locale).rhythm} choices={every} />
    </>
  )
}

export function SubscribePage(props: ChoiceFacts & { values: FormValues; faults: readonly Fault[] }) {
  const { locale, values, faults } = props
  const w = words(texts, locale)
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead title={w.title} lead={w.lead} />
      <Form action="/subscriptions" values={values} faults={faults}>
        <TextInput name="address" label={w.address} type="email" autocomplete="email" width="l" />
        <Choices {...props} />
        <Checkboxes name="consent" label={w.consentTitle} choices={[{ value: 'yes', label: w.consent }]} />
        <input
          type="text"
          name="website"
          class="not-for-people"
          tabIndex={-1}
          autocomplete="off"
          aria-hidden="true"
        />
        <Button>{w.subscribe}</Button>
      </Form>
    </>
  )
}

export function PreferencesPage(
  props: ChoiceFacts & { values: FormValues; faults: readonly Fault[]; action: string; ending: string },
) {
  const { locale, values, faults, action, ending } = props
  const w = words(texts, locale)
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead title={w.preferences} />
      <Form action={action} values={values} faults={faults}>
        <Choices {...props} />
        <ButtonGroup>
          <Button>{w.save}</Button>
          <ButtonLink kind="quiet" href={ending}>
            {w.stop}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </>
  )
}

/** A sentence, and perhaps the one thing to do. */
export function WordsPage({
  title,
  body,
  button,
}: {
  title: string
  body: string
  button?: { action: string; label: string }
}) {
  return (
    <>
      <PageHead title={title} lead={body} />
      {button && (
        <Form action={button.action}>
          <Button>{button.label}</Button>
        </Form>
      )}
    </>
  )
}

import type { Locale } from '../../../lib/actor.ts'
import type { Fault } from '../../../lib/errors.ts'
import type { FormValues } from '../../../lib/http/forms.ts'
import { words } from '../../../lib/text/words.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { PasswordInput } from '../../../ui/password-input.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { minLength, minLengthWithSecondStep } from '../password.ts'
import { texts } from '../sign-in.texts.ts'

interface AskProps {
  locale: Locale
  values?: FormValues
  faults?: readonly Fault[]
}

export function ForgottenPage({ locale, values, faults = [] }: AskProps) {
  const w = words(texts, locale)
  return (
    <>
      <ErrorSummary faults={faults} />
      <h1>{w.forgottenTitle}</h1>
      <p class="lead">{w.forgottenLead}</p>
      <Form action="/forgotten-password" values={values} faults={faults}>
        <TextInput name="email" label={w.email} type="email" inputmode="email" autocomplete="username" />
        <Button>{w.sendLink}</Button>
      </Form>
    </>
  )
}

interface ChooseProps {
  locale: Locale
  faults?: readonly Fault[]
  token: string
  email: string
  hasSecondStep: boolean
}

export function NewPasswordPage({ locale, faults = [], token, email, hasSecondStep }: ChooseProps) {
  const w = words(texts, locale)
  return (
    <>
      <ErrorSummary faults={faults} />
      <h1>{w.newPasswordTitle}</h1>
      <p class="lead">{w.forAccount(email)}</p>
      <Form action="/new-password" faults={faults}>
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="username" value={email} autocomplete="username" />
        <PasswordInput
          name="password"
          label={w.newPassword}
          hint={w.newPasswordHint(hasSecondStep ? minLengthWithSecondStep : minLength)}
          fresh
        />
        <Button>{w.save}</Button>
      </Form>
    </>
  )
}

export function DeadLinkPage({ locale }: { locale: Locale }) {
  const w = words(texts, locale)
  return (
    <>
      <h1>{w.deadLink}</h1>
      <p class="lead">{w.deadLinkLead}</p>
      <p>
        <a href="/forgotten-password">{w.forgottenTitle}</a>
      </p>
    </>
  )
}

import type { Locale } from '../../../lib/actor.ts'
import { showTime } from '../../../lib/calendar/day.ts'
import type { Fault } from '../../../lib/errors.ts'
import { words } from '../../../lib/text/words.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { PasswordInput } from '../../../ui/password-input.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { texts } from '../profile.texts.ts'

interface SetUpProps {
  locale: Locale
  faults?: readonly Fault[]
  /** The QR code as a data address. */
  picture: string
  secret: string
  isDemanded: boolean
}

export function SetUpSecondStepPage({ locale, faults = [], picture, secret, isDemanded }: SetUpProps) {
  const w = words(texts, locale)
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead title={w.secondStep} lead={w.secondStepLead} />
      {isDemanded && <Notice tone="warn">{w.mustSetUp}</Notice>}
      <Form action="/profile/second-step" faults={faults}>
        <p>{w.scan}</p>
        <img src={picture} alt={w.qr} width="220" height="220" />
        <p>
          {w.orType} <code>{secret}</code>
        </p>
        <TextInput
          name="code"
          label={w.enterCode}
          inputmode="numeric"
          autocomplete="one-time-code"
          maxlength={7}
          width="s"
        />
        <Button>{w.turnOn}</Button>
      </Form>
    </>
  )
}

interface SetProps {
  locale: Locale
  faults?: readonly Fault[]
  since: Date
  codesLeft: number
}

export function SecondStepPage({ locale, faults = [], since, codesLeft }: SetProps) {
  const w = words(texts, locale)
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead title={w.secondStep} lead={w.secondStepOn(showTime(since))} />
      <Panel title={w.codesTitle}>
        <p>{w.codesLeft(codesLeft)}</p>
        <Form action="/profile/second-step/recovery-codes" bare>
          <Button kind="secondary">{w.newCodes}</Button>
        </Form>
      </Panel>
      <Panel title={w.turnOff}>
        <Form action="/profile/second-step/removal" faults={faults}>
          <PasswordInput name="password" label={w.current} />
          <Button kind="danger">{w.turnOff}</Button>
        </Form>
      </Panel>
    </>
  )
}

export function RecoveryCodesPage({ locale, codes }: { locale: Locale; codes: readonly string[] }) {
  const w = words(texts, locale)
  return (
    <>
      <PageHead title={w.codesTitle} lead={w.codesLead} />
      <Panel>
        <ol class="codes">
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ol>
      </Panel>
      <ButtonLink href="/profile">{w.codesKept}</ButtonLink>
    </>
  )
}

import type { Locale, Role } from '../../../lib/actor.ts'
import type { Fault } from '../../../lib/errors.ts'
import type { FormValues } from '../../../lib/http/forms.ts'
import { words } from '../../../lib/text/words.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { PasswordInput } from '../../../ui/password-input.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { roleNames } from '../accounts.texts.ts'
import { texts } from '../sign-in.texts.ts'

export interface DemonstrationPerson {
  provinceId: number
  id: number
  name: string
  role: Role
  unitName: string
}

export interface SignInPageProps {
  locale: Locale
  values?: FormValues
  faults?: readonly Fault[]
  /** Where to go afterwards. */
  next: string
  ended?: boolean
  /** A sealed form that was sent after the session had ended. */
  kept?: string | undefined
  people?: readonly DemonstrationPerson[]
  /** The demonstration is still being set up. */
  preparing?: boolean
}

export function SignInPage({
  locale,
  values,
  faults = [],
  next,
  ended,
  kept,
  people = [],
  preparing = false,
}: SignInPageProps) {
  const w = words(texts, locale)
  return (
    <>
      <ErrorSummary faults={faults} />
      <h1>{w.signIn}</h1>
      {preparing && (
        <Notice tone="info">
          <p>{w.preparing}</p>
        </Notice>
      )}
      {ended && (
        <Notice tone="warn">
          <p>{w.ended}</p>
          {kept && <p>{w.kept}</p>}
        </Notice>
      )}
      {people.length > 0 && faults.length === 0 && <People locale={locale} people={people} next={next} />}
      <Form action="/sign-in" values={values} faults={faults}>
        <input type="hidden" name="next" value={next} />
        {kept && <input type="hidden" name="kept" value={kept} />}
        <TextInput name="email" label={w.email} type="email" inputmode="email" autocomplete="username" />
        <PasswordInput name="password" label={w.password} />
        <Button>{w.signIn}</Button>
        <p>
          <a href="/forgotten-password">{w.forgotten}</a>
        </p>
      </Form>
    </>
  )
}

function People({ locale, people, next }: Required<Pick<SignInPageProps, 'locale' | 'people' | 'next'>>) {
  const w = words(texts, locale)
  return (
    <Panel title={w.demonstration}>
      <p class="hint">{w.demonstrationHint}</p>
      <Form action="/demonstration-session">
        <input type="hidden" name="next" value={next} />
        <ul class="people">
          {people.map((person) => (
            <li key={person.id}>
              <Button kind="secondary" name="who" value={`${person.provinceId}.${person.id}`}>
                <span>
                  <b>{roleNames[person.role][locale]}</b> {person.unitName}
                  <small>{person.name}</small>
                </span>
              </Button>
            </li>
          ))}
        </ul>
      </Form>
    </Panel>
  )
}

export interface CodePageProps {
  locale: Locale
  faults?: readonly Fault[]
  next: string
  kept?: string | undefined
}

export function CodePage({ locale, faults = [], next, kept }: CodePageProps) {
  const w = words(texts, locale)
  return (
    <>
      <ErrorSummary faults={faults} />
      <h1>{w.codeTitle}</h1>
      <Form action="/sign-in/code" faults={faults}>
        <input type="hidden" name="next" value={next} />
        {kept && <input type="hidden" name="kept" value={kept} />}
        <TextInput
          name="code"
          label={w.code}
          hint={w.codeHint}
          autocomplete="one-time-code"
          inputmode="text"
          maxlength={20}
          width="m"
        />
        <Button>{w.goOn}</Button>
      </Form>
      <Form action="/sign-out" bare>
        <Button kind="quiet">{w.otherAccount}</Button>
      </Form>
    </>
  )
}

export interface SendAgainPageProps {
  locale: Locale
  action: string
  fields: readonly (readonly [string, string])[]
}

/** After signing in again: what was typed, to be sent with a token of the new session. */
export function SendAgainPage({ locale, action, fields }: SendAgainPageProps) {
  const w = words(texts, locale)
  return (
    <>
      <h1>{w.sendAgain}</h1>
      <p class="lead">{w.sendAgainLead}</p>
      <Form action={action}>
        {fields.map(([name, value]) => (
          <input type="hidden" name={name} value={value} key={`${name}-${value}`} />
        ))}
        <dl class="summary">
          {fields
            .filter(([, value]) => value !== '')
            .map(([name, value]) => (
              <div class="summary-row" key={`${name}-${value}`}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
        </dl>
        <div class="button-group">
          <Button>{w.send}</Button>
          <a href="/">{w.leaveIt}</a>
        </div>
      </Form>
    </>
  )
}

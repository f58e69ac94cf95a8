import type { Locale } from '../../../lib/actor.ts'
import { showTime } from '../../../lib/calendar/day.ts'
import type { Fault } from '../../../lib/errors.ts'
import type { FormValues } from '../../../lib/http/forms.ts'
import { words } from '../../../lib/text/words.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Radios } from '../../../ui/choices.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { PasswordInput } from '../../../ui/password-input.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { minLength, minLengthWithSecondStep } from '../password.ts'
import { texts } from '../profile.texts.ts'
import type { OwnSession } from '../profile.ts'
import { texts as signInTexts } from '../sign-in.texts.ts'

interface ProfileProps {
  locale: Locale
  email: string
  posts: string
  values: FormValues
  faults?: readonly Fault[]
  secondStepSince: Date | null
  sessions: readonly OwnSession[]
}

export function ProfilePage({
  locale,
  email,
  posts,
  values,
  faults = [],
  secondStepSince,
  sessions,
}: ProfileProps) {
  const w = words(texts, locale)
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead title={w.profile} lead={posts || w.noRole} />
      <Form action="/profile" values={values} faults={faults}>
        <TextInput name="name" label={w.name} autocomplete="name" maxlength={120} />
        <TextInput name="email" label={w.email} value={email} hint={w.emailHint} disabled />
        <TextInput name="position" label={w.position} optional maxlength={120} />
        <Radios
          name="locale"
          label={w.language}
          inline
          choices={[
            { value: 'vi', label: <span lang="vi">{w.vietnamese}</span> },
            { value: 'en', label: <span lang="en">{w.english}</span> },
          ]}
        />
        <Button>{w.save}</Button>
      </Form>
      <Panel title={w.safety}>
        <p>
          {w.secondStep}:{' '}
          {secondStepSince ? (
            <Tag tone="good" icon="done">
              {w.secondStepOn(showTime(secondStepSince))}
            </Tag>
          ) : (
            <Tag tone="warn" icon="warning">
              {w.secondStepOff}
            </Tag>
          )}
        </p>
        <div class="button-group">
          <ButtonLink href="/profile/password" kind="secondary">
            {w.changePassword}
          </ButtonLink>
          <ButtonLink href="/profile/second-step" kind="secondary">
            {w.secondStep}
          </ButtonLink>
        </div>
      </Panel>
      <Sessions locale={locale} sessions={sessions} />
    </>
  )
}

function Sessions({ locale, sessions }: Pick<ProfileProps, 'locale' | 'sessions'>) {
  const w = words(texts, locale)
  const columns: Column<OwnSession>[] = [
    {
      key: 'device',
      label: w.device,
      cell: (s) => (
        <>
          {s.device ?? w.unknownDevice} {s.isThis && <Tag tone="info">{w.thisOne}</Tag>}
        </>
      ),
    },
    { key: 'address', label: w.address, cell: (s) => s.address ?? '–' },
    { key: 'began', label: w.began, cell: (s) => showTime(s.createdAt) },
    { key: 'seen', label: w.lastSeen, cell: (s) => showTime(s.lastSeenAt) },
  ]
  return (
    <Panel title={w.sessions}>
      <Table
        caption={w.sessions}
        silentCaption
        columns={columns}
        rows={sessions}
        rowKey={(s) => `${s.createdAt.getTime()}-${s.address}-${s.device}`}
      />
      {sessions.length > 1 && (
        <Form action="/profile/sessions/ending" bare>
          <Button kind="secondary">{w.endOthers}</Button>
        </Form>
      )}
    </Panel>
  )
}

interface PasswordProps {
  locale: Locale
  faults?: readonly Fault[]
  hasSecondStep: boolean
}

export function ChangePasswordPage({ locale, faults = [], hasSecondStep }: PasswordProps) {
  const w = words(texts, locale)
  const hint = words(signInTexts, locale).newPasswordHint
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead title={w.changePassword} />
      <Form action="/profile/password" faults={faults}>
        <PasswordInput name="current" label={w.current} />
        <PasswordInput
          name="password"
          label={w.fresh}
          hint={hint(hasSecondStep ? minLengthWithSecondStep : minLength)}
          fresh
        />
        <Button>{w.changePassword}</Button>
      </Form>
    </>
  )
}

import type { Fault } from '../../../lib/errors.ts'
import { words } from '../../../lib/text/words.ts'
import { Button, ButtonGroup, ButtonLink } from '../../../ui/button.tsx'
import { Checkboxes, Radios } from '../../../ui/choices.tsx'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Fieldset } from '../../../ui/fieldset.tsx'
import { Form, type FormValues } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { useRequest } from '../../../ui/request.ts'
import { Select } from '../../../ui/select.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { type Call, initiativesAddress, type Setting, senderKinds } from '../initiative.ts'
import { senderWords } from '../initiatives.texts.ts'
import { portalTexts } from '../portal.texts.ts'
import type { Field } from './public-pages.tsx'

export interface NewPageProps {
  calls: readonly Call[]
  fields: readonly Field[]
  setting: Setting
  values: FormValues
  faults: readonly Fault[]
}

export function NewPage({ calls, fields, setting, values, faults }: NewPageProps) {
  const { locale } = useRequest()
  const w = words(portalTexts, locale)
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead title={w.newTitle} lead={w.newLead} />
      <Form action={initiativesAddress} values={values} faults={faults} draft="initiative">
        {calls.length > 0 && (
          <Select
            name="callId"
            label={w.forCall}
            empty={w.noCall}
            options={calls.map((c) => ({ value: String(c.id), label: c.title }))}
            optional
          />
        )}
        <TextInput name="title" label={w.ideaTitle} hint={w.ideaTitleHint} maxlength={200} />
        <TextArea name="trouble" label={w.trouble} hint={w.troubleHint} rows={5} limit={4000} />
        <TextArea name="proposal" label={w.proposal} hint={w.noSecrets} rows={7} limit={6000} />
        <Radios
          name="topic"
          label={w.field}
          choices={fields.map((f) => ({ value: f.code, label: f[locale] }))}
        />
        <Radios
          name="senderKind"
          label={w.who}
          choices={senderKinds.map((k) => ({ value: k, label: senderWords[k][locale] }))}
        />
        <Fieldset legend={w.about}>
          <p class="hint">{w.aboutWhy}</p>
          <TextInput name="name" label={w.name} autocomplete="name" maxlength={120} optional />
          <TextInput name="contact" label={w.contact} hint={w.contactHint} maxlength={254} optional />
        </Fieldset>
        <Checkboxes
          name="mayPublish"
          label={w.mayPublishTitle}
          choices={[{ value: 'yes', label: w.mayPublish }]}
          optional
        />
        <Checkboxes
          name="consent"
          label={w.consentTitle}
          choices={[{ value: 'yes', label: w.consent(setting.keepDays) }]}
        />
        <input
          type="text"
          name="website"
          class="not-for-people"
          tabIndex={-1}
          autocomplete="off"
          aria-hidden="true"
        />
        <ButtonGroup>
          <Button icon="send">{w.submit}</Button>
        </ButtonGroup>
      </Form>
    </>
  )
}

/** The code, once; without it, that it was shown already. */
export function SentPage({ code, setting }: { code: string | null; setting: Setting }) {
  const { locale } = useRequest()
  const w = words(portalTexts, locale)
  return (
    <>
      <PageHead title={w.sentTitle} {...(code ? { lead: w.sentLead } : {})} />
      {code ? (
        <div class="code-shown">
          <p class="kicker">{w.code}</p>
          <p>
            <output class="code-letters">{code}</output>
          </p>
          <CopyButton text={code} what={w.code} />
        </div>
      ) : (
        <Notice tone="warn">{w.codeGone}</Notice>
      )}
      <section aria-labelledby="then" class="prose">
        <h2 id="then">{w.after}</h2>
        <ol>
          <li>{w.after1(setting.waitDays)}</li>
          <li>{w.after2}</li>
          <li>{w.after3}</li>
        </ol>
      </section>
      <ButtonGroup>
        <ButtonLink kind="secondary" icon="search" href={`${initiativesAddress}/follow`}>
          {w.follow}
        </ButtonLink>
        <ButtonLink kind="quiet" href={initiativesAddress}>
          {w.title}
        </ButtonLink>
      </ButtonGroup>
    </>
  )
}

import type { VNode } from 'preact'
import type { Locale } from '../../../../lib/actor.ts'
import type { Fault } from '../../../../lib/errors.ts'
import type { Words } from '../../../../lib/text/words.ts'
import { Button, ButtonGroup, ButtonLink } from '../../../../ui/button.tsx'
import { Radios } from '../../../../ui/choices.tsx'
import { Combobox } from '../../../../ui/combobox.tsx'
import { Details } from '../../../../ui/details.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Form, type FormValues } from '../../../../ui/form.tsx'
import { NumberInput } from '../../../../ui/number-input.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { PasswordInput } from '../../../../ui/password-input.tsx'
import { TextArea } from '../../../../ui/text-area.tsx'
import { TextInput } from '../../../../ui/text-input.tsx'
import { channelKinds, channelsAddress, madeKinds, manualNames } from '../../channel.ts'
import type { texts } from '../channels.texts.ts'
import { isOptional } from '../fields.ts'
import { serviceNumbers } from '../numbers.data.ts'

type W = Words<typeof texts>
type MadeKind = (typeof madeKinds)[number]

/** Which kind of channel: the first, and only, question of its page. */
export function chooseKindView({ w, locale }: { w: W; locale: Locale }): VNode {
  return (
    <>
      <PageHead title={w.newChannel} />
      <Form action={`${channelsAddress}/new`} method="get" values={{ kind: 'manual' }}>
        <Radios
          name="kind"
          label={w.kind}
          choices={madeKinds.map((kind) => ({ value: kind, label: channelKinds[kind][locale] }))}
        />
        <ButtonGroup>
          <Button>{w.next}</Button>
          <ButtonLink kind="quiet" href={channelsAddress}>
            {w.cancel}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </>
  )
}

export function channelFormView(props: {
  w: W
  locale: Locale
  kind: MadeKind
  action: string
  back: string
  values: FormValues
  faults: readonly Fault[]
  units: readonly { value: string; label: string }[]
  settings: readonly string[]
  secrets: readonly string[]
  isNew: boolean
}): VNode {
  const { w, locale, kind, faults, isNew } = props
  const numbers = serviceNumbers[kind] ?? []
  const hints: Record<string, string> = {
    url: w.urlHint,
    graphVersion: w.graphVersionHint,
    ...(kind === 'facebook' ? { appId: w.facebookAppHint } : {}),
  }
  const named = (name: string) => String(w[name as keyof W])
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead title={isNew ? w.newChannel : w.edit} kicker={channelKinds[kind][locale]} />
      <Form action={props.action} values={props.values} faults={faults}>
        <input type="hidden" name="kind" value={kind} />
        <TextInput name="name" label={w.name} hint={kind === 'manual' ? w.manualHint : w.nameHint} />
        {kind === 'manual' && isNew && <p class="hint">{manualNames.map((n) => n[locale]).join(' · ')}</p>}
        <Combobox name="unitId" label={w.chooseUnit} options={props.units} empty />
        {props.settings
          .filter((name) => !numbers.some((n) => n.name === name))
          .map((name) =>
            name === 'about' ? (
              <TextArea name="about" label={w.about} hint={w.aboutHint} optional key={name} />
            ) : (
              <TextInput
                name={name}
                label={named(name)}
                hint={hints[name]}
                optional={isOptional(kind, name)}
                key={name}
              />
            ),
          )}
        {props.secrets.map((name) => (
          <PasswordInput
            name={name}
            label={named(name)}
            hint={isNew ? undefined : w.secretHint}
            fresh
            optional={isOptional(kind, name)}
            key={name}
          />
        ))}
        <OwnNumbers w={w} locale={locale} kind={kind} />
        <ButtonGroup>
          <Button>{w.save}</Button>
          <ButtonLink kind="quiet" href={props.back}>
            {w.cancel}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </>
  )
}

/** Folded away: whoever sets a channel up leaves them, until the service says otherwise. */
function OwnNumbers({ w, locale, kind }: { w: W; locale: Locale; kind: MadeKind }) {
  const numbers = serviceNumbers[kind] ?? []
  if (numbers.length === 0) return null
  return (
    <Details summary={w.ownNumbers}>
      <p class="hint">{w.ownNumbersBody}</p>
      {numbers.map((n) => (
        <NumberInput
          name={n.name}
          label={`${n.label[locale]} (${n.unit[locale]})`}
          hint={w.usually(n.usual.toLocaleString('vi-VN'), n.source[locale])}
          optional
          key={n.name}
        />
      ))}
    </Details>
  )
}

import { words } from '../../../../lib/text/words.ts'
import { Button } from '../../../../ui/button.tsx'
import { Checkboxes } from '../../../../ui/choices.tsx'
import { Combobox } from '../../../../ui/combobox.tsx'
import { Details } from '../../../../ui/details.tsx'
import { Form } from '../../../../ui/form.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { useRequest } from '../../../../ui/request.ts'
import type { Option } from '../../../../ui/select.tsx'
import { Tag } from '../../../../ui/tag.tsx'
import { type NameChoice, namesOf } from '../found.ts'
import { texts } from '../review.texts.ts'
import type { ReadProps } from './review-page-props.ts'

/** Every agency named in the tasks, once: what nobody knows first, what is known folded away. */
export function Names(props: ReadProps) {
  const t = words(texts, useRequest().locale)
  const names = Object.entries(props.found.names)
  const waiting = names.filter(([, c]) => c.status === 'unknown' || c.status === 'ambiguous')
  const settled = names.filter(([name]) => !waiting.some(([w]) => w === name))
  const editable = props.reading.state === 'READ'
  return (
    <Panel title={`${t.names} (${names.length})`} id="names">
      <p class="soft">{t.namesLead}</p>
      {waiting.map(([name, choice], i) =>
        editable ? (
          <NameForm key={name} {...props} name={name} choice={choice} index={i} />
        ) : (
          <p key={name}>{name}</p>
        ),
      )}
      {settled.length > 0 && (
        <Details summary={t.matchedNames(settled.length)}>
          <ul class="stack">
            {settled.map(([name, choice], i) => (
              <li key={name}>
                <Settled name={name} choice={choice} {...props} />
                {editable && (
                  <Details summary={t.choose}>
                    <NameForm {...props} name={name} choice={choice} index={waiting.length + i} />
                  </Details>
                )}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </Panel>
  )
}

type OneProps = ReadProps & { name: string; choice: NameChoice }

function Settled({ name, choice, targets }: OneProps) {
  const t = words(texts, useRequest().locale)
  const all = [...targets.units, ...targets.groups]
  const meant = choice.targets.map(
    (one) => all.find((o) => o.value === `${one.kind}:${one.id}`)?.label ?? '?',
  )
  if (choice.status === 'kept') return `${name} (${t.kept})`
  return meant.length === 1 && meant[0] === name ? name : `${name} → ${meant.join('; ')}`
}

function NameForm({ name, choice, index, found, targets, at, mayRemember }: OneProps & { index: number }) {
  const t = words(texts, useRequest().locale)
  const count = namesOf(found).get(name)?.length ?? 0
  const suggested = choice.candidates.map((c): Option => ({ value: `${c.kind}:${c.id}`, label: c.name }))
  const chosen = choice.targets.length === 1 ? choice.targets[0] : undefined
  const groups = [
    ...(suggested.length > 0 ? [{ label: t.suggested, options: suggested }] : []),
    { label: t.groups, options: targets.groups },
    { label: t.units, options: targets.units },
  ]
  return (
    <Form action={`${at}/names`} values={{ target: chosen ? `${chosen.kind}:${chosen.id}` : '' }}>
      <p>
        <strong>{name}</strong> <Tag tone="quiet">{t.inTasks(count)}</Tag>
      </p>
      <input type="hidden" name="name" value={name} />
      <Combobox
        name="target"
        id={`name-${index}`}
        label={t.nameIs}
        options={groups}
        empty={t.keepAsPrinted}
      />
      {mayRemember && (
        <Checkboxes
          name="remember"
          id={`remember-${index}`}
          label={t.remember}
          choices={[{ value: 'yes', label: t.yes }]}
          optional
        />
      )}
      <Button kind="secondary" small>
        {t.choose}
      </Button>
    </Form>
  )
}

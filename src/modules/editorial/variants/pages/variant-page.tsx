import type { Fault } from '../../../../lib/errors.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button, ButtonGroup, ButtonLink } from '../../../../ui/button.tsx'
import { Checkboxes, Radios } from '../../../../ui/choices.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Form, type FormValues } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Tag } from '../../../../ui/tag.tsx'
import { TextArea } from '../../../../ui/text-area.tsx'
import { TextInput } from '../../../../ui/text-input.tsx'
import { type ChannelLimits, limitsOf, type Variant, zaloWays } from '../../../publishing/channel.ts'
import { UncarriedNotice } from '../../corrections/pages/uncarried-notice.tsx'
import { itemAddress } from '../../item.ts'
import type { ItemView } from '../../items/showing.ts'
import { type Counters, countWords } from '../counters.ts'
import type { ChannelLine } from '../lines.ts'
import { picturesOf } from '../master.ts'
import type { ItemVariant } from '../variants.sql.ts'
import { texts } from '../variants.texts.ts'
import { Findings } from './channels-page.tsx'
import { ChannelPreview } from './preview.tsx'

export interface VariantPageProps {
  view: ItemView
  line: ChannelLine & { variant: ItemVariant }
  /** As typed, where the form came back. */
  typed: Variant
  /** What a script counts by. */
  counters: Counters
  values: FormValues
  faults: readonly Fault[]
}

/** The text for one channel: written on one side, seen as the channel shows it on the other. */
export function VariantPage(props: VariantPageProps) {
  const { view, line, faults, counters } = props
  const t = words(texts, useRequest().locale)
  const { channel, variant } = line
  const limits = limitsOf(channel.kind, variant.content.way, channel.settings)
  const at = `${itemAddress(view.item.id)}/channels`
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead
        kicker={view.version.title}
        title={t.editing(channel.name)}
        tags={<Tag outline>{variant.follows ? t.follows : t.byHand}</Tag>}
      />
      {line.isStale && (
        <Notice tone="warn" title={t.stale}>
          <p>{t.staleWhy}</p>
        </Notice>
      )}
      <UncarriedNotice line={line} />
      <div class="variant" data-variant={JSON.stringify(counters)}>
        <Panel>
          <VariantForm {...props} limits={limits} />
          {!variant.follows && (
            <Form action={`${at}/${channel.id}/following`} bare>
              <Button kind="quiet" icon="refresh">
                {t.follow}
              </Button>
            </Form>
          )}
        </Panel>
        <div class="variant-seen stack">
          <h2>{t.preview}</h2>
          {faults.length === 0 && (
            <div data-findings>
              <Findings line={line} />
            </div>
          )}
          <p class="visually-hidden" role="status" data-told />
          <ChannelPreview
            kind={channel.kind}
            name={channel.name}
            variant={props.typed}
            image={(id) => `${itemAddress(view.item.id)}/images/${id}`}
          />
          {!limits.verified && <p class="small soft">{t.unverified}</p>}
        </div>
      </div>
    </>
  )
}

function VariantForm({
  view,
  line,
  typed,
  counters,
  values,
  faults,
  limits,
}: VariantPageProps & { limits: ChannelLimits }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const at = `${itemAddress(view.item.id)}/channels`
  const counted = (field: 'title' | 'lead' | 'text') => (
    <span data-counted={field}>{countWords(counters, field, typed[field])}</span>
  )
  const key = `item-${view.item.id}-${view.version.number}-channel-${line.channel.id}`
  return (
    <Form action={`${at}/${line.channel.id}`} values={values} faults={faults} draft={key}>
      {limits.title.used && (
        <TextArea
          name="title"
          label={t.title}
          rows={2}
          hint={counted('title')}
          optional={!limits.title.needed}
        />
      )}
      {limits.lead.used && (
        <TextArea
          name="lead"
          label={t.summary}
          rows={3}
          hint={counted('lead')}
          optional={!limits.lead.needed}
        />
      )}
      <TextArea name="text" label={t.text} rows={12} hint={counted('text')} optional={!limits.text.needed} />
      {limits.link.used && <LinkField needed={limits.link.needed} />}
      {limits.images.most > 0 && line.channel.kind !== 'newsletter' && (
        <Pictures view={view} limits={limits} />
      )}
      {line.channel.kind === 'zalo' && (
        <Radios
          name="way"
          label={t.way}
          choices={(['article', 'broadcast'] as const).map((way) => ({
            value: way,
            label: zaloWays[way][locale],
          }))}
        />
      )}
      <TextInput name="sendAt" label={t.sendAt} hint={t.sendAtHint} width="m" optional />
      <ButtonGroup>
        <Button icon="done">{t.save}</Button>
        <ButtonLink kind="quiet" href={at}>
          {t.back}
        </ButtonLink>
      </ButtonGroup>
    </Form>
  )
}

function LinkField({ needed }: { needed: boolean }) {
  const t = words(texts, useRequest().locale)
  const none = needed ? [] : [{ value: 'none', label: t.linkNone }]
  return (
    <Radios
      name="linkChoice"
      label={t.link}
      choices={[
        { value: 'own', label: t.linkOwn },
        { value: 'other', label: t.linkOther, more: <TextInput name="link" label={t.address} type="url" /> },
        ...none,
      ]}
    />
  )
}

function Pictures({ view, limits }: { view: ItemView; limits: ChannelLimits }) {
  const t = words(texts, useRequest().locale)
  const at = `${itemAddress(view.item.id)}/images`
  const { least, most } = limits.images
  const pictures = picturesOf(view.version)
  return (
    <Checkboxes
      name="images"
      label={t.images}
      hint={pictures.length === 0 ? t.noImages : t.imagesHint(least, most)}
      optional={least === 0}
      choices={pictures.map((i) => ({
        value: String(i.fileId),
        label: (
          <span class="desk-pick">
            <img src={`${at}/${i.fileId}/thumbnail`} alt="" width="96" height="64" />
            {i.alt}
          </span>
        ),
      }))}
    />
  )
}

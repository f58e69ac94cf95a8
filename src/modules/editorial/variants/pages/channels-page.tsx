import { showTime } from '../../../../lib/calendar/day.ts'
import type { Fault } from '../../../../lib/errors.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button, ButtonLink } from '../../../../ui/button.tsx'
import { Checkboxes } from '../../../../ui/choices.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Form } from '../../../../ui/form.tsx'
import { Icon, type IconName } from '../../../../ui/icon.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { StatusTag, Tag } from '../../../../ui/tag.tsx'
import { type ChannelKind, channelKinds, channelStates, type Variant } from '../../../publishing/channel.ts'
import { texts as correctionTexts } from '../../corrections/corrections.texts.ts'
import { UncarriedNotice } from '../../corrections/pages/uncarried-notice.tsx'
import { FormsPanel, type FormsProps } from '../../forms/pages/forms-panel.tsx'
import { isOpen, itemAddress } from '../../item.ts'
import type { ItemView } from '../../items/showing.ts'
import type { ChannelLine } from '../lines.ts'
import { standingTexts, texts } from '../variants.texts.ts'
import { ChannelState, Takedowns, TakenDown } from './channel-states.tsx'
import { ChannelPreview } from './preview.tsx'

export interface ChannelsPageProps {
  view: ItemView
  lines: readonly ChannelLine[]
  now: Date
  faults: readonly Fault[]
  forms: FormsProps
}

export const kindIcons: Record<ChannelKind, IconName> = {
  portal: 'globe',
  rss: 'link',
  newsletter: 'mail',
  webpush: 'bell',
  zalo: 'chat',
  facebook: 'people',
  webhook: 'code',
  manual: 'megaphone',
}

/** By which channels an item leaves, and its text for each of them. */
export function ChannelsPage({ view, lines, now, faults, forms }: ChannelsPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { item, may } = view
  const shown = lines.filter((l) => l.variant?.purpose || l.message)
  const mayChoose = may.write && isOpen(item.state)
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead kicker={view.version.title} title={t.channels} lead={t.lead} />
      <Takedowns item={item} lines={lines} mayConfirm={may.write || may.review} />
      <TakenDown lines={lines} />
      {lines.length === 0 ? (
        <EmptyState scene="paper" title={t.noChannels}>
          {t.noChannelsWhy}
        </EmptyState>
      ) : (
        mayChoose && <Choice view={view} lines={lines} faults={faults} />
      )}
      {shown.length > 0 && (
        <section class="stack">
          <h2>{t.texts}</h2>
          <div class="channel-cards">
            {shown.map((line) => (
              <ChannelCard key={line.channel.id} view={view} line={line} now={now} />
            ))}
          </div>
        </section>
      )}
      <FormsPanel {...forms} />
    </>
  )
}

function Choice({ view, lines, faults }: Pick<ChannelsPageProps, 'view' | 'lines' | 'faults'>) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const chosen = lines.filter((l) => l.variant?.purpose).map((l) => String(l.channel.id))
  return (
    <Panel>
      <Form action={`${itemAddress(view.item.id)}/channels`} faults={faults}>
        <Checkboxes
          name="channels"
          label={t.choose}
          hint={lines.some((l) => l.had) ? t.chooseUpdate : t.always}
          values={chosen}
          optional
          choices={lines.map((line) => ({
            value: String(line.channel.id),
            label: (
              <>
                <Icon name={kindIcons[line.channel.kind]} /> {line.channel.name}
              </>
            ),
            hint: hintOf(line, locale),
          }))}
        />
        <Button icon="done">{t.saveChoice}</Button>
      </Form>
    </Panel>
  )
}

function hintOf(line: ChannelLine, locale: 'vi' | 'en'): string {
  const t = words(standingTexts, locale)
  const { kind, state } = line.channel
  return [
    channelKinds[kind][locale],
    ...(state === 'on' ? [] : [channelStates[state][locale].toLowerCase()]),
    ...(line.had && line.messageVersion !== null ? [t.had(line.messageVersion).toLowerCase()] : []),
  ].join(' · ')
}

function ChannelCard({ view, line, now }: { view: ItemView; line: ChannelLine; now: Date }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { item, may } = view
  const { channel, variant } = line
  const at = `${itemAddress(item.id)}/channels/${channel.id}`
  return (
    <section class="panel channel-card" id={`channel-${channel.id}`}>
      <div>
        <ChannelState item={item} line={line} now={now} />
      </div>
      {variant?.purpose && isOpen(item.state) && (
        <div class="row">
          <Tag outline>{variant.follows ? t.follows : t.byHand}</Tag>
          {line.isStale && <StatusTag look={{ tone: 'warn', icon: 'warning' }}>{t.stale}</StatusTag>}
        </div>
      )}
      <UncarriedNotice line={line} />
      <Findings line={line} />
      {(variant?.purpose || line.message) && (
        <ChannelPreview
          kind={channel.kind}
          name={channel.name}
          variant={shownText(line, item.currentVersion)}
          image={(id) => `${itemAddress(item.id)}/images/${id}`}
        />
      )}
      {may.write && isRefused(line, item) && (
        <div class="channel-foot">
          <ButtonLink kind="secondary" small href={`${at}/correction`} icon="edit">
            {words(correctionTexts, locale).correct}
          </ButtonLink>
        </div>
      )}
      {variant?.purpose && (
        <div class="channel-foot">
          {may.write && isOpen(item.state) && (
            <ButtonLink kind="secondary" small href={at} icon="edit">
              {t.edit}
            </ButtonLink>
          )}
          {variant.changedByName && variant.changedAt && !variant.follows && (
            <span class="small soft">{t.changedBy(variant.changedByName, showTime(variant.changedAt))}</span>
          )}
        </div>
      )}
    </section>
  )
}

/** Of the public version, and refused or given up: it may be corrected alone. */
function isRefused({ message, messageVersion }: ChannelLine, item: ItemView['item']): boolean {
  const isOver = message?.state === 'failed' || message?.state === 'dead'
  return isOver && item.publishedVersion !== null && messageVersion === item.publishedVersion
}

/** As it left where it has; else as it would. */
function shownText({ variant, message, messageVersion }: ChannelLine, number: number): Variant {
  if (message && (!variant?.purpose || messageVersion === number)) return message.variant
  return variant?.content ?? emptyVariant
}

const emptyVariant = { title: '', lead: '', text: '', link: '', images: [], buttons: [] }

/** What stands against sending a text, faults first. */
export function Findings({ line }: { line: ChannelLine }) {
  const { locale } = useRequest()
  if (!line.variant?.purpose || line.findings.length === 0) return null
  return (
    <ul class="findings">
      {line.findings.map((f) => (
        <li class={f.level === 'fault' ? 'tone-bad' : 'tone-warn'} key={f.vi}>
          <Icon name={f.level === 'fault' ? 'error' : 'warning'} /> {f[locale]}
        </li>
      ))}
    </ul>
  )
}

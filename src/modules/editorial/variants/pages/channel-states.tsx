import { showTime } from '../../../../lib/calendar/day.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button } from '../../../../ui/button.tsx'
import { Details } from '../../../../ui/details.tsx'
import { Form } from '../../../../ui/form.tsx'
import { Icon } from '../../../../ui/icon.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { StatusTag, Tag } from '../../../../ui/tag.tsx'
import { messageAddress } from '../../../publishing/channel.ts'
import { type Item, itemAddress } from '../../item.ts'
import type { ChannelLine } from '../lines.ts'
import { standingOf } from '../standing.ts'
import { downWords, standingTexts, texts } from '../variants.texts.ts'
import { ChannelPreview } from './preview.tsx'

export interface ChannelStatesProps {
  item: Item
  lines: readonly ChannelLine[]
  now: Date
}

/** What an item has, or will have, on its channels: one line each, with who must act. */
export function ChannelStates({ item, lines, now }: ChannelStatesProps) {
  const shown = lines.filter((l) => l.variant?.purpose || l.message)
  if (shown.length === 0) return null
  return (
    <ul class="channel-states">
      {shown.map((line) => (
        <li key={line.channel.id}>
          <ChannelState item={item} line={line} now={now} />
        </li>
      ))}
    </ul>
  )
}

export function ChannelState({ item, line, now }: { item: Item; line: ChannelLine; now: Date }) {
  const { locale } = useRequest()
  const t = words(standingTexts, locale)
  const { tone, icon, word, detail, link } = standingOf(line, item, now, locale)
  const other = line.messageVersion !== null && line.messageVersion !== item.currentVersion
  return (
    <>
      <p class="channel-state-head">
        <strong>{line.channel.name}</strong>
        <StatusTag look={{ tone, icon }}>{word}</StatusTag>
        {line.message && other && line.messageVersion !== null && (
          <Tag outline>{t.version(line.messageVersion)}</Tag>
        )}
      </p>
      {(detail || link) && (
        <p class="small">
          {detail}{' '}
          {link && (
            <a href={link.href} rel={link.isOutside ? 'noreferrer' : undefined}>
              {link.label}
              {link.isOutside && <Icon name="external" />}
            </a>
          )}
        </p>
      )}
    </>
  )
}

/** Withdrawn here, and still there: who has to do what. */
export function Takedowns({
  item,
  lines,
  mayConfirm,
}: {
  item: Item
  lines: readonly ChannelLine[]
  mayConfirm: boolean
}) {
  const { locale } = useRequest()
  const t = words(standingTexts, locale)
  const open = lines.filter((l) => l.takedown?.doneAt === null)
  if (open.length === 0) return null
  return (
    <Notice tone="bad" title={t.downTitle(open.length)}>
      <p>{t.downWhy}</p>
      <ul class="channel-states">
        {open.map((line) => (
          <li key={line.channel.id}>
            <p>
              <strong>{line.channel.name}</strong>: {downWords[line.channel.kind]?.[locale]}{' '}
              {t.who(line.runBy)}
            </p>
            <div class="row">
              {line.takedown?.message.remoteUrl && (
                <a href={line.takedown.message.remoteUrl} rel="noreferrer">
                  {t.see}
                </a>
              )}
              {line.mayOpen && line.takedown && (
                <a href={messageAddress(line.takedown.messageId)}>{t.message}</a>
              )}
              {mayConfirm && line.takedown && (
                <Form action={`${itemAddress(item.id)}/takedowns/${line.takedown.messageId}`} bare>
                  <Button small kind="secondary" icon="check">
                    {t.confirmDown}
                  </Button>
                </Form>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** What was taken down, and who said so. */
export function TakenDown({ lines }: { lines: readonly ChannelLine[] }) {
  const t = words(standingTexts, useRequest().locale)
  const done = lines.flatMap((l) => (l.takedown?.doneAt ? [{ ...l.takedown, name: l.channel.name }] : []))
  return (
    <>
      {done.map((d) => (
        <p class="small soft" key={d.messageId}>
          <Icon name="done" /> {d.name}: {t.isDown.toLowerCase()},{' '}
          {t.downBy(d.doneByName ?? '', showTime(d.doneAt ?? d.askedAt))}
        </p>
      ))}
    </>
  )
}

/** What else the second person approves: each chosen channel's text as it will look there. */
export function BoundTexts({
  lines,
  image,
  open,
}: {
  lines: readonly ChannelLine[]
  image: (fileId: number) => string
  open: boolean
}) {
  const t = words(texts, useRequest().locale)
  const bound = lines.filter((l) => l.variant?.purpose)
  if (bound.length === 0) return null
  return (
    <div class="stack">
      <h2>{t.texts}</h2>
      {bound.map(({ channel, variant }) => (
        <Details summary={channel.name} open={open} key={channel.id}>
          {variant && (
            <ChannelPreview kind={channel.kind} name={channel.name} variant={variant.content} image={image} />
          )}
          {variant?.sendAt && (
            <p class="small soft">
              {t.sendAt}: {showTime(variant.sendAt)}
            </p>
          )}
        </Details>
      ))}
    </div>
  )
}

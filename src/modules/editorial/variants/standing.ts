import type { Locale } from '../../../lib/actor.ts'
import { showTime } from '../../../lib/calendar/day.ts'
import { words } from '../../../lib/text/words.ts'
import type { IconName } from '../../../ui/icon.tsx'
import type { Tone } from '../../../ui/tone.ts'
import { messageAddress, messageStates, whoMustAct } from '../../publishing/channel.ts'
import { isHanded } from '../../publishing/publishing.ts'
import { type Item, type ItemState, isOpen } from '../item.ts'
import type { ChannelLine, LineMessage } from './lines.ts'
import { standingTexts } from './variants.texts.ts'

/** How a channel stands for an item: a word, what is behind it, who must act, and where one does. */
export interface Standing {
  tone: Tone
  icon: IconName
  word: string
  detail?: string
  link?: { href: string; label: string; isOutside?: true }
}

/** Steps at which the version at work is still to go out. */
const ahead = [
  'draft',
  'returned',
  'submitted',
  'approved',
  'scheduled',
] as const satisfies readonly ItemState[]

export function standingOf(line: ChannelLine, item: Item, now: Date, locale: Locale): Standing {
  const t = words(standingTexts, locale)
  const { message, variant } = line
  const isAhead = variant?.purpose != null && (ahead as readonly string[]).includes(item.state)
  if (message && !(isAhead && message.state !== 'unsure') && message.state !== 'cancelled')
    return ofMessage(line, message, now, locale)
  if (!variant?.purpose) {
    if (message?.state === 'cancelled')
      return { tone: 'quiet', icon: 'close', word: messageStates.cancelled[locale] }
    return { tone: 'quiet', icon: 'minus', word: t.notSent }
  }
  if (line.findings.some((f) => f.level === 'fault'))
    return { tone: 'bad', icon: 'warning', word: t.isFaulty }
  if (!isAhead) return { tone: 'quiet', icon: 'close', word: messageStates.cancelled[locale] }
  const at = item.state === 'scheduled' ? item.publishAt : null
  const later = variant.sendAt && (!at || variant.sendAt > at) ? variant.sendAt : at
  const word = later ? t.willSendAt(showTime(later)) : t.willSend
  return { tone: isOpen(item.state) ? 'quiet' : 'accent', icon: later ? 'clock' : 'send', word }
}

function ofMessage(line: ChannelLine, m: LineMessage, now: Date, locale: Locale): Standing {
  const t = words(standingTexts, locale)
  const open = (label: string): Pick<Standing, 'link'> =>
    line.mayOpen ? { link: { href: messageAddress(m.id), label } } : {}
  const why = m.lastError
    ? `${m.lastError[locale]} ${t.who(whoMustAct[m.lastError.who][locale].toLowerCase())}`
    : ''
  if (isHanded(m))
    return {
      tone: 'accent',
      icon: 'person',
      word: t.byHand,
      detail: t.byHandWhy(line.runBy),
      ...open(t.prove),
    }
  switch (m.state) {
    case 'waiting':
      return {
        ...{ tone: 'info' as const, icon: 'clock' as const },
        word: m.dueAt > now ? t.dueAt(showTime(m.dueAt)) : messageStates.waiting[locale],
        detail: line.channel.state === 'on' ? why || t.soon : t.isOff(line.runBy),
        ...open(t.message),
      }
    case 'sending':
      return { tone: 'accent', icon: 'send', word: messageStates.sending[locale], ...open(t.message) }
    case 'sent':
      return {
        ...{ tone: 'good' as const, icon: 'done' as const, word: messageStates.sent[locale] },
        detail: m.sentAt ? t.sentAt(showTime(m.sentAt)) : '',
        ...(m.remoteUrl
          ? { link: { href: m.remoteUrl, label: t.see, isOutside: true as const } }
          : open(t.message)),
      }
    case 'unsure':
      return {
        ...{ tone: 'warn' as const, icon: 'help' as const, word: messageStates.unsure[locale], detail: why },
        ...open(t.answer),
      }
    case 'failed':
    case 'dead':
      return {
        ...{
          tone: 'bad' as const,
          icon: 'error' as const,
          word: messageStates[m.state][locale],
          detail: why,
        },
        ...open(t.mend),
      }
    case 'cancelled':
      return { tone: 'quiet', icon: 'close', word: messageStates.cancelled[locale] }
  }
}

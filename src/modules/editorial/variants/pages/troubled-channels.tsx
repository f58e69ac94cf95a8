import { words } from '../../../../lib/text/words.ts'
import { Notice } from '../../../../ui/notice.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { StatusTag } from '../../../../ui/tag.tsx'
import { itemAddress } from '../../item.ts'
import type { ChannelTrouble } from '../troubles.ts'
import { troubleTexts } from '../variants.texts.ts'

/** Which channels an item did not leave by, why, and who must act: before everything else on its page. */
export function TroubledChannels({ troubles }: { troubles: readonly ChannelTrouble[] }) {
  const t = words(troubleTexts, useRequest().locale)
  if (troubles.length === 0) return null
  const isBad = troubles.some((one) => one.tone === 'bad')
  return (
    <Notice tone={isBad ? 'bad' : 'warn'} title={isBad ? t.title(troubles.length) : t.waits(troubles.length)}>
      <TroubleList troubles={troubles} />
    </Notice>
  )
}

/** The same beside an item in a list. */
export function TroubleList({ troubles }: { troubles: readonly ChannelTrouble[] }) {
  const { locale } = useRequest()
  const t = words(troubleTexts, locale)
  if (troubles.length === 0) return null
  return (
    <ul class="channel-states small">
      {troubles.map((one) => (
        <li key={`${one.channelId}-${one.messageId}`}>
          <p class="row">
            <a href={`${itemAddress(one.itemId)}/channels#channel-${one.channelId}`}>{one.channelName}</a>
            <StatusTag look={{ tone: one.tone, icon: one.tone === 'bad' ? 'error' : 'pause' }}>
              {one.word[locale]}
            </StatusTag>
          </p>
          <p>
            {one.why[locale]} {t.who}: <strong>{one.who[locale]}</strong>.
          </p>
        </li>
      ))}
    </ul>
  )
}

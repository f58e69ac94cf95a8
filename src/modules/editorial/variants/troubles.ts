import { dayOf, showTime } from '../../../lib/calendar/day.ts'
import type { DbOrTx } from '../../../lib/db/db.ts'
import type { Bilingual } from '../../../lib/http/route.ts'
import { unitsAsOf } from '../../organisations/organisations.ts'
import { channelStates, messageStates, whoMustAct } from '../../publishing/channel.ts'
import { selectTroubles, type TroubledRow } from './troubles.sql.ts'
import { troubleTexts } from './variants.texts.ts'

/** What keeps an item from a channel, in plain words. */
export interface ChannelTrouble {
  itemId: number
  channelId: number
  channelName: string
  messageId: number | null
  /** bad: somebody must act. warn: it rests, or somebody has switched it off. */
  tone: 'bad' | 'warn'
  word: Bilingual
  why: Bilingual
  who: Bilingual
}

export async function troublesOf(
  db: DbOrTx,
  provinceId: number,
  itemIds: readonly number[],
  now: Date,
): Promise<ChannelTrouble[]> {
  const rows = await selectTroubles(db, provinceId, itemIds, now)
  if (rows.length === 0) return []
  const units = new Map(
    (await unitsAsOf(db, provinceId, dayOf(now))).map((u) => [u.id, u.shortName ?? u.name]),
  )
  return rows.map((row) => shaped(row, units.get(row.channelUnitId) ?? '', now))
}

function shaped(row: TroubledRow, unit: string, now: Date): ChannelTrouble {
  const { itemId, channelId, channelName, messageId, messageState, lastError, channelTrouble } = row
  const base = { itemId, channelId, channelName, messageId }
  const people = (who: Bilingual): Bilingual => ({ vi: `${who.vi} (${unit})`, en: `${who.en} (${unit})` })
  const isOver = messageState !== null && messageState !== 'waiting'
  if (isOver) {
    const fault = lastError ?? troubleTexts.unknown
    const who = messageState === 'unsure' ? 'channel' : (lastError?.who ?? 'channel')
    const named = who === 'channel' ? people(whoMustAct[who]) : whoMustAct[who]
    return {
      ...base,
      tone: 'bad',
      word: messageStates[messageState],
      why: { vi: fault.vi, en: fault.en },
      who: named,
    }
  }
  if (row.channelState === 'needs_attention') {
    const why = channelTrouble ?? troubleTexts.unknown
    const who = people(whoMustAct[channelTrouble?.who ?? 'channel'])
    return { ...base, tone: 'bad', word: channelStates.needs_attention, why: { vi: why.vi, en: why.en }, who }
  }
  if (row.channelState === 'off')
    return {
      ...base,
      tone: 'warn',
      word: channelStates.off,
      why: troubleTexts.off,
      who: people(whoMustAct.channel),
    }
  const until = showTime(row.restUntil ? new Date(row.restUntil) : now)
  const why = { vi: troubleTexts.rests.vi(until), en: troubleTexts.rests.en(until) }
  return { ...base, tone: 'warn', word: troubleTexts.resting, why, who: whoMustAct.nobody }
}

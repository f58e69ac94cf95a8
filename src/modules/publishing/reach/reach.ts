import type { Day } from '../../../lib/calendar/day.ts'

/**
 * So many of one metric on one day: how often a page was opened ('view'), a code scanned ('scan'), a link followed
 * ('click'). A number and nothing of the reader: no address, no cookie, no device.
 */
export interface ReachCount {
  provinceId: number
  publicationId: number
  /** In Việt Nam. */
  day: Day
  /** 'portal', 'zalo', 'leaflet' …: reachChannels. */
  channelKind: string
  /** Where, for channels that stand somewhere: a commune, a board; '' elsewhere. */
  place: string
  metric: 'view' | 'scan' | 'click'
  amount: number
}

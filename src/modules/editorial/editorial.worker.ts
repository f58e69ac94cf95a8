import { dayOf } from '../../lib/calendar/day.ts'
import type { Config } from '../../lib/config.ts'
import { jobHandler, type Schedule } from '../../lib/jobs/handler.ts'
import { described } from '../legal/legal.jobs.ts'
import {
  airedBy,
  answerAtRisk,
  channelTrouble,
  distributed,
  handedOver,
  messageSent,
  personWrote,
  published,
  reachSettled,
  slotAired,
  standingChanged,
  withdrawn,
} from '../publishing/publishing.jobs.ts'
import { forgetEnded } from './collaborators/collaborators.ts'
import { planEpisodes, tellOfEpisodes } from './columns/columns.ts'
import { countMessage, countPublication } from './counting/counting.ts'
import { countAiring, countPrint, countSlot, countStanding } from './counting/fieldwork.ts'
import { remindOfPackages, tellHandedOver } from './coverage/handed-over.ts'
import { remindDesk } from './coverage/reminding.ts'
import {
  checkItemLinks,
  checkTheLinks,
  forgetCollaborators,
  planTheEpisodes,
  publishDue,
  remindOfDesk,
  remindPackages,
  remindRegisters,
  remindReviews,
} from './editorial.jobs.ts'
import { followLibrary } from './items/library.ts'
import { publishScheduled } from './items/life.ts'
import { remindOfRegisters } from './registers/reminding.ts'
import { askAddress } from './upkeep/asking-out.ts'
import { checkLinks, checkLinksOf, remindOfReviews } from './upkeep/upkeep.ts'
import { hearOfAnswer, hearOfPerson, hearOfTrouble } from './variants/hearing.ts'

const program = (provinceId: number) => ({ provinceId, accountId: null, name: 'Chung Tay' }) as const

/** Sites of the own network are asked where the configuration names them. */
function asking({ privateHosts }: Pick<Config, 'privateHosts'>) {
  return (address: string) => askAddress(address, { privateHosts })
}

/** News of what is public becomes the one activity of its unit. */
const counted = [published, withdrawn].map((news) =>
  jobHandler(news, ({ db, now, config }, { publicationId }, provinceId) =>
    db
      .transaction()
      .execute((tx) => countPublication(tx, program(provinceId), publicationId, config.baseUrl, now)),
  ),
)

/** News of the field becomes an activity of the unit that did it. */
const inTheField = [
  jobHandler(distributed, ({ db, now, config }, payload, provinceId) =>
    db.transaction().execute((tx) => countPrint(tx, program(provinceId), payload, config.baseUrl, now)),
  ),
  jobHandler(standingChanged, ({ db, now }, { id }, provinceId) =>
    db.transaction().execute((tx) => countStanding(tx, program(provinceId), id, now)),
  ),
  jobHandler(airedBy, ({ db, now }, payload, provinceId) =>
    db.transaction().execute((tx) => countAiring(tx, program(provinceId), payload, now)),
  ),
  jobHandler(slotAired, ({ db, now }, { id }, provinceId) =>
    db.transaction().execute((tx) => countSlot(tx, program(provinceId), id, now)),
  ),
]

export const editorialSchedules: readonly Schedule[] = [
  { name: 'editorial.plan-episodes', at: '20 0 * * *', kind: planTheEpisodes },
  { name: 'editorial.check-links', at: '30 2 * * *', kind: checkTheLinks },
  { name: 'editorial.remind-reviews', at: '10 7 * * *', kind: remindReviews },
  { name: 'editorial.remind-registers', at: '25 7 * * *', kind: remindRegisters },
  { name: 'editorial.forget-collaborators', at: '50 1 * * *', kind: forgetCollaborators },
  { name: 'editorial.remind-packages', at: '15 7 * * *', kind: remindPackages },
  { name: 'editorial.remind-desk', at: '20 7 * * *', kind: remindOfDesk },
]

export const editorialWorker = [
  jobHandler(remindReviews, ({ db, now }, _, provinceId) =>
    db.transaction().execute(async (tx) => {
      await remindOfReviews(tx, provinceId, now)
    }),
  ),
  jobHandler(checkTheLinks, async ({ db, now, config }, _, provinceId) => {
    await checkLinks(db, provinceId, now, asking(config))
  }),
  jobHandler(checkItemLinks, async ({ db, now, config }, { itemId }, provinceId) => {
    await checkLinksOf(db, provinceId, itemId, now, asking(config))
  }),
  jobHandler(planTheEpisodes, ({ db, now }, _, provinceId) =>
    db.transaction().execute(async (tx) => {
      await planEpisodes(tx, provinceId, dayOf(now))
      await tellOfEpisodes(tx, provinceId, now)
    }),
  ),
  jobHandler(publishDue, ({ db, now, config }, { itemId, number }, provinceId) =>
    db
      .transaction()
      .execute((tx) => publishScheduled(tx, program(provinceId), itemId, number, config.baseUrl, now)),
  ),
  jobHandler(described, ({ db }, _, provinceId) =>
    db.transaction().execute((tx) => followLibrary(tx, provinceId)),
  ),
  ...counted,
  ...inTheField,
  jobHandler(handedOver, ({ db, now }, payload, provinceId) =>
    db.transaction().execute((tx) => tellHandedOver(tx, provinceId, payload, now)),
  ),
  jobHandler(remindRegisters, ({ db, now }, _, provinceId) =>
    db.transaction().execute(async (tx) => {
      await remindOfRegisters(tx, provinceId, now)
    }),
  ),
  jobHandler(forgetCollaborators, ({ db, now }, _, provinceId) =>
    db.transaction().execute(async (tx) => {
      await forgetEnded(tx, provinceId, now)
    }),
  ),
  jobHandler(remindPackages, ({ db, now }, _, provinceId) =>
    db.transaction().execute(async (tx) => {
      await remindOfPackages(tx, provinceId, now)
    }),
  ),
  jobHandler(remindOfDesk, ({ db, now }, _, provinceId) =>
    db.transaction().execute(async (tx) => {
      await remindDesk(tx, provinceId, now)
    }),
  ),
  jobHandler(reachSettled, ({ db, now, config }, { publicationId }, provinceId) =>
    db
      .transaction()
      .execute((tx) => countPublication(tx, program(provinceId), publicationId, config.baseUrl, now)),
  ),
  jobHandler(channelTrouble, ({ db, now }, { messageId }, provinceId) =>
    db.transaction().execute((tx) => hearOfTrouble(tx, provinceId, messageId, now)),
  ),
  jobHandler(personWrote, ({ db, now }, payload, provinceId) =>
    db.transaction().execute((tx) => hearOfPerson(tx, provinceId, payload, now)),
  ),
  jobHandler(answerAtRisk, ({ db, now }, payload, provinceId) =>
    db.transaction().execute((tx) => hearOfAnswer(tx, provinceId, payload, now)),
  ),
  jobHandler(
    messageSent,
    ({ db, now, config }, { messageId }, provinceId) =>
      db.transaction().execute((tx) => countMessage(tx, program(provinceId), messageId, config.baseUrl, now)),
    { promised: true },
  ),
]

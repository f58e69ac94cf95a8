import { z } from 'zod'
import { jobKind } from '../../lib/jobs/jobs.ts'

/** News: a snapshot has become public, or a newer one of the same thing. */
export const published = jobKind('publishing.published', z.object({ publicationId: z.number() }))
/** News: a publication is no longer shown as it was: withdrawn, published in error, or merged. */
export const withdrawn = jobKind('publishing.withdrawn', z.object({ publicationId: z.number() }))
/** News: a message left by a channel, or somebody proved that they sent it by hand. */
export const messageSent = jobKind('publishing.message-sent', z.object({ messageId: z.number() }))
/** News: the figures of reach of a publication up to a day (yesterday, at night) stand. */
export const reachSettled = jobKind(
  'publishing.reach-settled',
  z.object({ publicationId: z.number(), day: z.string() }),
)
/** At night: settles the figures of reach of the day before. */
export const settleNightly = jobKind('publishing.settle-reach', z.object({}).strict())
/** News: something is wrong with a channel, or a message was given up or is unsure: its people must act. */
export const channelTrouble = jobKind(
  'publishing.channel-trouble',
  z.object({ channelId: z.number(), messageId: z.number().nullable() }),
)
/** News: somebody wrote to a Zalo account, and nothing of theirs waited for an answer before. */
export const personWrote = jobKind(
  'publishing.person-wrote',
  z.object({ channelId: z.number(), personId: z.number() }),
)
/** News: an answer to a person waits on a channel that does not send, and its window closes at `until` (ISO). */
export const answerAtRisk = jobKind(
  'publishing.answer-at-risk',
  z.object({ channelId: z.number(), personId: z.number(), until: z.string() }),
)
/** News: a message is due on a manual channel; the people of its unit take it there and bring proof. */
export const messageForHand = jobKind('publishing.message-for-hand', z.object({ messageId: z.number() }))
/**
 * A message is due on the newsletter or as web push. Whoever sends these tells how far it got (`noteProgress`) and its
 * end (`endHouseMessage`); until then the message is being sent.
 */
export const houseMessageDue = jobKind('publishing.house-message-due', z.object({ messageId: z.number() }))
/** News: copies of a product came into people's hands by a unit, or a line of that was struck. */
export const distributed = jobKind(
  'publishing.distributed',
  z.object({ productId: z.number(), unitId: z.number() }),
)
/** News: something stands somewhere, was corrected or taken down. */
export const standingChanged = jobKind('publishing.standing-changed', z.object({ id: z.number() }))
/** News: a package of the loudspeakers was handed to units that did not have it. */
export const handedOver = jobKind(
  'publishing.handed-over',
  z.object({ packageId: z.number(), unitIds: z.array(z.number()) }),
)
/** News: a unit proved that it aired a package of the loudspeakers. */
export const airedBy = jobKind('publishing.aired-by', z.object({ packageId: z.number(), unitId: z.number() }))
/** News: a slot of a station was aired. */
export const slotAired = jobKind('publishing.slot-aired', z.object({ id: z.number() }))

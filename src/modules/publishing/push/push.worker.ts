import { type JobHandler, jobHandler } from '../../../lib/jobs/handler.ts'
import { messageById } from '../channels/messages.ts'
import { houseMessageDue, published } from '../publishing.jobs.ts'
import { pushMessage, pushPublication, queuePush } from './making.ts'
import { pushDue, pushToSend } from './push.jobs.ts'
import { sendPush } from './sending-pushes.ts'

const clock = () => new Date()

export const pushWorker: readonly JobHandler[] = [
  jobHandler(
    published,
    ({ db, now }, { publicationId }, provinceId) =>
      db.transaction().execute((tx) => queuePush(tx, provinceId, publicationId, now)),
    { promised: true },
  ),
  jobHandler(
    pushDue,
    async ({ db, config, now }, { publicationId }, provinceId) => {
      await db.transaction().execute((tx) => pushPublication(tx, config, provinceId, publicationId, now))
    },
    { promised: true },
  ),
  jobHandler(
    pushToSend,
    ({ db, config, signal }, { pushId }, provinceId) =>
      sendPush({ db, config, clock, signal }, provinceId, pushId),
    { atOnce: 1, promised: true },
  ),
  jobHandler(houseMessageDue, async ({ db, now }, { messageId }, provinceId) => {
    const message = await messageById(db, provinceId, messageId)
    if (message?.state !== 'sending' || message.channelKind !== 'webpush') return
    const { title, text, link } = message.variant
    const { publicationId } = message
    await db
      .transaction()
      .execute((tx) => pushMessage(tx, provinceId, { id: messageId, publicationId, title, text, link }, now))
  }),
]

import { jobHandler, type Schedule } from '../../../lib/jobs/handler.ts'
import { channelTrouble } from '../publishing.jobs.ts'
import { mailTrouble } from './alerts.ts'
import { channelDue, checkTokens, keepTokens, watchChannels } from './channels.jobs.ts'
import { checkPageTokens, keepTokensFresh } from './keeping.ts'
import { workAllChannels, workChannel } from './sending.ts'
import { sendingTools } from './tools.ts'

const clock = () => new Date()

/** Jobs wake channels at the moment; the watch finds what a lost job has left. Tokens are seen to every hour. */
export const channelsSchedules: readonly Schedule[] = [
  { name: 'publishing.watch-channels', at: '*/5 * * * *', kind: watchChannels },
  { name: 'publishing.keep-tokens', at: '40 * * * *', kind: keepTokens },
  { name: 'publishing.check-tokens', at: '50 4 * * *', kind: checkTokens },
]

export const channelsWorker = [
  jobHandler(channelDue, ({ db, config, signal }, { channelId }, provinceId) =>
    workChannel(sendingTools(db, config, clock), provinceId, channelId, signal),
  ),
  jobHandler(watchChannels, ({ db, config }, _, provinceId) =>
    workAllChannels(sendingTools(db, config, clock), provinceId),
  ),
  jobHandler(keepTokens, ({ db, config }, _, provinceId) =>
    keepTokensFresh(sendingTools(db, config, clock), provinceId),
  ),
  jobHandler(checkTokens, ({ db, config }, _, provinceId) =>
    checkPageTokens(sendingTools(db, config, clock), provinceId),
  ),
  jobHandler(channelTrouble, ({ db, config, now }, news, provinceId) =>
    db.transaction().execute((tx) => mailTrouble(tx, provinceId, news, config.baseUrl, now)),
  ),
]

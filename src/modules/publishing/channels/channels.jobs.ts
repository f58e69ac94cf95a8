import { z } from 'zod'
import { jobKind } from '../../../lib/jobs/jobs.ts'

/** Works off what is due on a channel, in its order. Any number may run: one at a time gets the channel. */
export const channelDue = jobKind('publishing.channel-due', z.object({ channelId: z.number() }))
/** Looks for channels with something due that no job was told of, and for messages that somebody should know of. */
export const watchChannels = jobKind('publishing.watch-channels', z.object({}))
/** Exchanges tokens well before they end. */
export const keepTokens = jobKind('publishing.keep-tokens', z.object({}))
/** Asks the services how long the tokens of pages live. */
export const checkTokens = jobKind('publishing.check-tokens', z.object({}))

import { showTime } from '../../../lib/calendar/day.ts'
import type { Bilingual } from '../../../lib/http/route.ts'
import type { Channel } from './channels.sql.ts'
import { facebookSteps, tokenTexts as t, zaloSteps } from './token-health.texts.ts'

/** How the access of a channel to its service stands, until when, and what somebody does about it. */
export interface TokenHealth {
  tone: 'good' | 'warn' | 'bad'
  title: Bilingual
  until: Bilingual
  /** Whether a person has to do the steps now; else they are for later. */
  isDue: boolean
  steps: readonly Bilingual[]
}

const dayMs = 86_400_000
/** Days before its end from which a person has to act. */
const soon = 14

type Facts = Pick<
  Channel,
  'kind' | 'settings' | 'tokenExpiresAt' | 'refreshExpiresAt' | 'state' | 'trouble' | 'health'
>

/** Null for channels without such access, and for those of the demonstration. */
export function tokenHealth(channel: Facts, now: Date): TokenHealth | null {
  if (channel.settings['simulated']) return null
  if (channel.kind === 'zalo') return ofZalo(channel, now)
  return channel.kind === 'facebook' ? ofFacebook(channel, now) : null
}

/** An access token lives about 25 hours and is exchanged by itself; what a person gave lives three months after that. */
function ofZalo({ refreshExpiresAt, tokenExpiresAt, state, trouble }: Facts, now: Date): TokenHealth {
  const steps = zaloSteps
  if (!refreshExpiresAt) return { tone: 'bad', title: t.zaloNever, until: t.none, isDue: true, steps }
  const until = {
    vi: t.grantUntil.vi(showTime(refreshExpiresAt)),
    en: t.grantUntil.en(showTime(refreshExpiresAt)),
  }
  const isSpent = trouble?.code === 'grant' || trouble?.code === 'token'
  if (isSpent || refreshExpiresAt <= now)
    return { tone: 'bad', title: t.zaloEnded, until, isDue: true, steps }
  if (daysTo(refreshExpiresAt, now) <= soon)
    return { tone: 'warn', title: t.zaloEnds, until, isDue: true, steps }
  // Off, nothing is exchanged: the half day of the access token is over, the grant is not.
  if (state !== 'on' && tokenExpiresAt && tokenExpiresAt <= now)
    return { tone: 'warn', title: t.zaloSleeps, until, isDue: false, steps }
  return { tone: 'good', title: t.zaloGood, until, isDue: false, steps }
}

function ofFacebook({ tokenExpiresAt, trouble, settings, health }: Facts, now: Date): TokenHealth {
  const steps = facebookSteps
  if (trouble?.code === 'token' || (tokenExpiresAt && tokenExpiresAt <= now))
    return { tone: 'bad', title: t.facebookEnded, until: untilOf(tokenExpiresAt), isDue: true, steps }
  if (tokenExpiresAt) {
    const isNear = daysTo(tokenExpiresAt, now) <= soon
    return {
      ...{ tone: isNear ? ('warn' as const) : ('good' as const), isDue: isNear, steps },
      ...{ title: isNear ? t.facebookEnds : t.facebookGood, until: untilOf(tokenExpiresAt) },
    }
  }
  // Facebook says when a token ends only to its own app; a page's token often has no end.
  const isAsked = Boolean(settings['appId']) && health.good === true
  return isAsked
    ? { tone: 'good', title: t.facebookGood, until: t.noEnd, isDue: false, steps }
    : { tone: 'warn', title: t.facebookUnknown, until: t.unknownEnd, isDue: false, steps }
}

function untilOf(at: Date | null): Bilingual {
  return at ? { vi: t.until.vi(showTime(at)), en: t.until.en(showTime(at)) } : t.none
}

function daysTo(at: Date, now: Date): number {
  return (at.getTime() - now.getTime()) / dayMs
}

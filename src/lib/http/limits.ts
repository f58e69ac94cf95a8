import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible'
import type { Config } from '../config.ts'

/** Counts of one program. A whole office may stand behind one address, so limits by address are wide. */
export interface Limits {
  /** Every request of a visitor, by address. */
  visitor: Limit
  /** Every request of a signed-in person, by session. */
  person: Limit
  /** Failed sign-ins, by address. */
  signIn: Limit
  /** Requests for a new password, by address. */
  reset: Limit
  /** Requests for the newsletter, by address. */
  subscribe: Limit
  /** Private links that open nothing, by address. */
  secret: Limit
  /** Uploads, by session. */
  upload: Limit
  /** Requests of a program through the API, by its key. */
  token: Limit
  /** Answers to one poll, by address. */
  poll: Limit
  /** Ideas sent in, by address. */
  initiative: Limit
}

export interface Limit {
  /** Takes one. Answers with the seconds to wait when there is none left, else null. */
  take(key: string): Promise<number | null>
  /** Seconds to wait, without taking. */
  wait(key: string): Promise<number | null>
}

export function openLimits({ requestsPerMinute }: Pick<Config, 'requestsPerMinute'>): Limits {
  return {
    visitor: limit(2 * requestsPerMinute, 60),
    person: limit(requestsPerMinute, 60),
    signIn: limit(50, 15 * 60),
    reset: limit(10, 60 * 60),
    subscribe: limit(20, 60 * 60),
    secret: limit(100, 15 * 60),
    upload: limit(300, 10 * 60),
    token: limit(requestsPerMinute, 60),
    poll: limit(40, 24 * 60 * 60),
    initiative: limit(20, 60 * 60),
  }
}

function limit(points: number, duration: number): Limit {
  const limiter = new RateLimiterMemory({ points, duration })
  const seconds = (left: RateLimiterRes) => Math.max(1, Math.ceil(left.msBeforeNext / 1000))
  return {
    take: (key) =>
      limiter.consume(key).then(
        () => null,
        (left: RateLimiterRes) => seconds(left),
      ),
    wait: async (key) => {
      const left = await limiter.get(key)
      return left && left.consumedPoints >= points ? seconds(left) : null
    },
  }
}

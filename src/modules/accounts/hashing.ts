import { hash, verify } from '@node-rs/argon2'
import { tooMany } from '../../lib/errors.ts'

/** OWASP's second choice for argon2id: 19 MiB, two passes; about 15 ms. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
const atOnce = 2
const mayWait = 60

let running = 0
const waiting: (() => void)[] = []
let decoy: Promise<string> | null = null

/** "ậ" typed on one machine may be another sequence than on the next: NFC makes them one password. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize('NFC'), cost))
}

/** Takes as long for an account that does not exist (`stored` null) as for one that does. */
export async function passwordFits(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hash('a password nobody has', cost)
  const against = stored ?? (await decoy)
  const fits = await inTurn(() => verify(against, password.normalize('NFC')))
  return fits && stored !== null
}

/** Hashing eats a core and 19 MiB: a flood of sign-ins queues here, and past the queue is sent away. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) {
    if (waiting.length >= mayWait) {
      throw tooMany(
        'Có quá nhiều người đang đăng nhập cùng lúc. Hãy thử lại sau ít phút.',
        'Too many people are signing in at once. Try again in a few minutes.',
      )
    }
    await new Promise<void>((go) => waiting.push(go))
  }
  running++
  try {
    return await work()
  } finally {
    running--
    waiting.shift()?.()
  }
}

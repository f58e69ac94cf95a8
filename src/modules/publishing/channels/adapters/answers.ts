import { type OutsideAnswer, OutsideFault } from '../../../../lib/http/outside.ts'
import type { SendFault } from '../../channel.ts'
import type { Outcome } from './adapter.ts'

/** Calls, and reads the answer as JSON. Where there is no whole answer, says what that means for the message. */
export async function answerOf(
  calling: Promise<OutsideAnswer>,
): Promise<{ answer: OutsideAnswer; json: unknown } | { outcome: Exclude<Outcome, { is: 'done' }> }> {
  try {
    const answer = await calling
    return { answer, json: jsonOf(answer.text) }
  } catch (fault) {
    if (!(fault instanceof OutsideFault)) throw fault
    return { outcome: outcomeOf(fault) }
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What the lack of an answer means. */
export function outcomeOf(fault: OutsideFault): Exclude<Outcome, { is: 'done' }> {
  const said = fault.message
  if (fault.code === 'private' || fault.code === 'address' || fault.code === 'moved')
    return { is: 'refused', retry: 'channel', fault: { ...wrongAddress, said } }
  if (!fault.reached) return { is: 'refused', retry: 'later', fault: { ...unreachable, said } }
  return { is: 'unsure', fault: { ...(fault.code === 'timeout' ? noAnswer : brokenAnswer), said } }
}

/** 5xx without a word of the service about it, or a 2xx that cannot be read: it may have been done. */
export function strangeAnswer({ status, text }: OutsideAnswer): Extract<Outcome, { is: 'unsure' }> {
  return { is: 'unsure', fault: { ...brokenAnswer, said: `${status} ${text.slice(0, 200)}` } }
}

/** Milliseconds of Retry-After (seconds or a date); null without it. */
export function retryAfterMs({ headers }: OutsideAnswer, now: Date): number | null {
  const told = headers['retry-after']
  if (!told) return null
  const seconds = Number(told)
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(told) - now.getTime()
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), 24 * 3_600_000) : null
}

export const tooMany: SendFault = {
  code: 'limit',
  who: 'nobody',
  vi: 'Dịch vụ tạm giới hạn số lần gửi; hệ thống sẽ gửi lại sau.',
  en: 'The service limits how often it may be called; it is tried again later.',
}
const unreachable: SendFault = {
  code: 'unreachable',
  who: 'nobody',
  vi: 'Chưa kết nối được tới dịch vụ; chắc chắn chưa gửi, hệ thống sẽ gửi lại.',
  en: 'The service could not be reached; nothing was sent, it is tried again.',
}
const noAnswer: SendFault = {
  code: 'no_answer',
  who: 'nobody',
  vi: 'Dịch vụ không trả lời trong thời hạn, nên chưa rõ đã nhận hay chưa.',
  en: 'The service did not answer in time, so nobody knows whether it took the message.',
}
const brokenAnswer: SendFault = {
  code: 'broken_answer',
  who: 'nobody',
  vi: 'Dịch vụ trả lời dở dang hoặc sai dạng, nên chưa rõ đã nhận hay chưa.',
  en: 'The answer of the service broke off or cannot be read, so nobody knows whether it took the message.',
}
const wrongAddress: SendFault = {
  code: 'address',
  who: 'channel',
  vi: 'Địa chỉ của kênh không gọi được: sai, trỏ vào mạng nội bộ, hoặc đã chuyển sang địa chỉ khác. Hãy sửa địa chỉ.',
  en: 'The channel’s address cannot be called: it is wrong, leads into the own network, or has moved. Mend the address.',
}

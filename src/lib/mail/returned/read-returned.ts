import PostalMime, { type Email } from 'postal-mime'

/**
 * What a letter says that came back. gone: there is no such mailbox, and will not be; refused: it did not arrive, for
 * any other reason; delay: it may still; complaint: its reader called it unwanted (RFC 5965); none: no report at all.
 */
export interface Returned {
  is: 'gone' | 'refused' | 'delay' | 'complaint' | 'none'
  /** Enhanced status (RFC 3463), '5.1.1'; null where nothing like it was said. */
  status: string | null
  /** Addresses the report came to: in them lies whose letter it was. */
  to: string[]
  /** What is left of the letter: its headers, perhaps more. */
  original: string
}

/** Of what comes back only the beginning is read: reports stand first, the letter behind them may be long. */
const mostBytes = 512 * 1024

/** Reads what a mail server sent back: reports by RFC 3464, and the plain words of those that write none. Never throws. */
export async function readReturned(raw: Uint8Array): Promise<Returned> {
  const mail = await parse(raw)
  if (!mail) return { is: 'none', status: null, to: [], original: '' }
  const to = addressesOf(mail)
  const part = (type: RegExp) => {
    const found = mail.attachments.find((a) => type.test(a.mimeType))
    return typeof found?.content === 'string' ? found.content : ''
  }
  const original = part(/^(message\/(rfc822|global)(-headers)?|text\/rfc822-headers)$/)
  if (part(/^message\/feedback-report$/)) return { is: 'complaint', status: null, to, original }
  const report = part(/^message\/(global-)?delivery-status$/)
  if (report) return { ...judge(report, mail.text ?? ''), to, original }
  return { ...judgeWords(mail), to, original: original || (mail.text ?? '') }
}

async function parse(raw: Uint8Array): Promise<Email | null> {
  try {
    const options = { forceRfc822Attachments: true, attachmentEncoding: 'utf8', maxNestingDepth: 20 } as const
    return await PostalMime.parse(raw.subarray(0, mostBytes), options)
  } catch {
    return null
  }
}

/** 'To' and what mail servers add when they hand a letter over. */
function addressesOf(mail: Email): string[] {
  const given = ['to', 'delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to']
  return mail.headers
    .filter((h) => given.includes(h.key))
    .flatMap((h) => h.value.match(/[^\s<>,;:"]+@[^\s<>,;:"]+/g) ?? [])
}

/** The worst of its recipients counts: our letters have one each. */
function judge(report: string, words: string): Pick<Returned, 'is' | 'status'> {
  const recipients = report
    .replace(/\r\n?/g, '\n')
    .split(/\n\s*\n/)
    .map(fieldsOf)
    .filter((fields) => fields.has('action'))
  const of = (action: string) => recipients.find((f) => f.get('action')?.toLowerCase().startsWith(action))
  const failed = of('failed')
  if (failed) {
    const status = statusOf(failed.get('status') ?? '', `${failed.get('diagnostic-code') ?? ''}\n${words}`)
    return { is: isGone(status) ? 'gone' : 'refused', status }
  }
  const delayed = of('delayed')
  if (!delayed) return { is: 'none', status: null }
  return { is: 'delay', status: statusOf(delayed.get('status') ?? '', '') }
}

/** 'Name: value' by line; what begins with a space goes on. */
function fieldsOf(text: string): Map<string, string> {
  const fields = new Map<string, string>()
  for (const line of text.replace(/\n[ \t]+/g, ' ').split('\n')) {
    const at = line.indexOf(':')
    if (at > 0) fields.set(line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim())
  }
  return fields
}

const enhanced = /\b([245]\.\d{1,3}\.\d{1,3})\b/
const nobodyThere =
  /user unknown|unknown user|no such (user|recipient|mailbox|address)|does not exist|doesn't exist|recipient not found|mailbox not found|account (is|has been) (disabled|deleted)|invalid recipient/i

/** Servers that say only "permanent" say more in their own words. */
function statusOf(told: string, words: string): string | null {
  const status = enhanced.exec(told)?.[1] ?? null
  if (status && !/^[45]\.0\.0$/.test(status)) return status
  const inWords = enhanced.exec(words)?.[1]
  if (inWords && !/^[245]\.0\.0$/.test(inWords)) return inWords
  return nobodyThere.test(words) && !status?.startsWith('4') ? '5.1.1' : status
}

/**
 * Only what concerns this one mailbox: no such mailbox, a malformed or moved address, a closed mailbox. Unknown hosts
 * (5.1.2) are not among them: a name server of ours that is ill would say so of everybody.
 */
function isGone(status: string | null): boolean {
  return status !== null && ['5.1.1', '5.1.3', '5.1.6', '5.1.10', '5.2.1'].includes(status)
}

/** Reports written before RFC 3464, or beside it (Exim, qmail): by their sender and their words. */
function judgeWords(mail: Email): Pick<Returned, 'is' | 'status'> {
  const from = mail.from?.address ?? ''
  const isServer =
    mail.headers.some((h) => h.key === 'x-failed-recipients') || /^(mailer-daemon|postmaster)@/i.test(from)
  if (!isServer) return { is: 'none', status: null }
  // What follows is the letter itself.
  const words = (mail.text ?? '').split(/^-+ ?(?:This is a copy|Below this line|Original message)/im)[0] ?? ''
  if (/\b(delayed|has not yet been delivered|still being retried|will be retried)\b/i.test(words))
    return { is: 'delay', status: statusOf('', words) }
  const status = statusOf('', words) ?? (/\b5\d\d[ -]/.test(words) ? '5.0.0' : null)
  if (!status) return { is: 'none', status: null }
  return { is: isGone(status) ? 'gone' : 'refused', status }
}

import { createTransport } from 'nodemailer'
import type { Config } from '../config.ts'

export interface OutgoingMail {
  to: string
  subject: string
  text: string
  html?: string
  /** Without brackets and host: the same for every try at the same letter. */
  messageId: string
  /** Where it goes back to when it does not arrive: the sender of the envelope. Default: the sender. */
  returnTo?: string | undefined
  headers?: Record<string, string>
}

export interface OpenTransport {
  send(mail: OutgoingMail): Promise<void>
  close(): void
}

/** A connection to the mail server, kept open for several letters. Throws where none is set. */
export function openTransport(config: Pick<Config, 'smtpUrl' | 'mailFrom' | 'baseUrl'>): OpenTransport {
  if (config.smtpUrl === null) throw new Error('no mail server is set: SMTP_URL')
  // nodemailer's pool would send a letter up to five times more by itself when a connection closes in the middle.
  const options = { pool: true, maxConnections: 1, maxRequeues: 0 } as object
  const transport = createTransport(config.smtpUrl, options)
  const host = new URL(config.baseUrl).hostname
  return {
    async send({ messageId, headers, returnTo, ...mail }) {
      await transport.sendMail({
        from: config.mailFrom,
        ...mail,
        ...(returnTo ? { envelope: { from: returnTo, to: mail.to } } : {}),
        messageId: `<${messageId}@${host}>`,
        headers: { 'Auto-Submitted': 'auto-generated', ...headers },
      })
    },
    close: () => transport.close(),
  }
}

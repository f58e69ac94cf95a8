import { Readable } from 'node:stream'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, inRolledBack } from '../../../test/database.ts'
import { type Config, readConfig } from '../config.ts'
import type { Db } from '../db/db.ts'
import { deliver, outbox, sendMail } from './mail.ts'

let db: Db
let close: () => Promise<void>
const received: Email[] = []
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, _session, done) {
    PostalMime.parse(Readable.toWeb(stream) as ReadableStream).then((mail) => {
      received.push(mail)
      done()
    }, done)
  },
})
let smtpUrl = ''
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  smtpUrl = `smtp://127.0.0.1:${(server.server.address() as { port: number }).port}`
})
afterAll(async () => {
  await new Promise<void>((done) => server.close(done))
  await close()
})

const now = new Date('2026-11-22T02:00:00Z')
const letter = {
  to: 'lan@anhoa.invalid',
  subject: 'Nhắc việc: “Tuyên truyền cải cách hành chính” đến hạn 30/11/2026',
  body: 'Kính gửi bà Nguyễn Thị Lan,\n\nĐường dẫn: https://x.invalid/a?b=c\n',
}
const config = (smtp: string | null): Config => ({ ...readConfig({}), smtpUrl: smtp })

test('a letter reaches a mail server with its Vietnamese intact, once, and is then emptied', async () => {
  await inRolledBack(db, async (tx) => {
    await sendMail(tx, 1, now, letter)
    const [waiting] = await outbox(tx, 1, 10)
    await deliver(tx, config(smtpUrl), 1, waiting?.id ?? 0, now)
    await deliver(tx, config(smtpUrl), 1, waiting?.id ?? 0, now)
    expect(received).toHaveLength(1)
    expect(received[0]).toMatchObject({
      subject: letter.subject,
      to: [{ address: letter.to }],
      from: { name: 'Chung Tay' },
    })
    expect(received[0]?.text?.trim()).toBe(letter.body.trim())
    expect(await outbox(tx, 1, 10)).toMatchObject([{ state: 'sent', body: null, sentAt: now }])
  })
})

test('without a mail server the letter is held for the page of outgoing mail', async () => {
  await inRolledBack(db, async (tx) => {
    await sendMail(tx, 1, now, letter)
    const [waiting] = await outbox(tx, 1, 10)
    await deliver(tx, config(null), 1, waiting?.id ?? 0, now)
    expect(await outbox(tx, 1, 10)).toMatchObject([{ state: 'held', body: letter.body }])
    expect(await outbox(tx, 2, 10)).toEqual([])
  })
})

test('a letter whose transaction is undone was never written', async () => {
  await inRolledBack(db, (tx) => sendMail(tx, 1, now, letter))
  expect(await outbox(db, 1, 10)).toEqual([])
  expect(await db.selectFrom('jobs.job').selectAll().execute()).toEqual([])
})

test('a server that refuses makes the job fail, so that it is tried again', async () => {
  await inRolledBack(db, async (tx) => {
    await sendMail(tx, 1, now, letter)
    const [waiting] = await outbox(tx, 1, 10)
    await expect(deliver(tx, config('smtp://127.0.0.1:1'), 1, waiting?.id ?? 0, now)).rejects.toThrow()
    expect(await outbox(tx, 1, 10)).toMatchObject([{ state: 'waiting' }])
  })
})

import type { AddressInfo, Socket } from 'node:net'
import { SMTPServer } from 'smtp-server'
import type { Db } from '../../src/lib/db/db.ts'
import { hashOfAddress, sealAddress } from '../../src/modules/publishing/subscriptions/addresses.ts'

export interface LetterBox {
  url: string
  /** How often each letter of an issue arrived, by its Message-ID. */
  arrived: Map<string, number>
  close: () => Promise<void>
}

/** A mail server that counts what it takes, and now and then drops the connection instead of saying that it has it. */
export async function letterBox(fails: () => boolean): Promise<LetterBox> {
  const arrived = new Map<string, number>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const id = /^Message-ID: <(issue\.[^@>]+)/im.exec(Buffer.concat(chunks).toString())?.[1]
        if (id) arrived.set(id, (arrived.get(id) ?? 0) + 1)
        if (id && fails()) drop(server, session.id)
        else done()
      })
    },
  })
  server.on('error', () => {})
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    arrived,
    close: () => new Promise((done) => server.close(() => done())),
  }
}

/** Ends a connection in the middle, as a fallen server does. */
function drop(server: SMTPServer, session: string): void {
  const open = (server as unknown as { connections: Set<{ session: { id: string }; _socket: Socket }> })
    .connections
  for (const one of open) if (one.session?.id === session) one._socket.destroy()
}

/** People who have confirmed that they want the newsletter. */
export async function addReaders(db: Db, secret: string, count: number): Promise<void> {
  const at = new Date('2026-11-01T00:00:00Z')
  for (let i = 0; i < count; i++) {
    const address = `doc-gia-${i}@example.invalid`
    await db
      .insertInto('publishing.subscriber')
      .values({
        province_id: 1,
        address_hash: hashOfAddress(secret, 1, address),
        address_sealed: sealAddress(secret, 1, address),
        state: 'confirmed',
        rhythm: 'weekly',
        consent: 'bench',
        asked_at: at,
        confirmed_at: at,
      })
      .execute()
  }
}

import { recordChange } from '../../lib/audit.ts'
import { dayOf } from '../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../lib/db/db.ts'
import { invalid } from '../../lib/errors.ts'
import { listTopics } from '../publishing/publishing.ts'
import { selectOpenCalls } from './calls.sql.ts'
import { findInitiative } from './finding.ts'
import type { InitiativeStep } from './initiative.ts'
import { type InitiativeInput, readContact } from './initiative-form.ts'
import * as sql from './initiatives.sql.ts'
import { hashOfCode, newCode, sealPerson } from './persons.ts'
import { selectSetting, selectToForget } from './reminding.sql.ts'
import { insertStep, selectSteps, wipeSteps } from './steps.sql.ts'
import { forgetLettersOf, type Ground, tellReceived } from './telling.ts'

const sender = (provinceId: number) => ({ provinceId, accountId: null, name: 'Người gửi sáng kiến' }) as const
const program = (provinceId: number) => ({ provinceId, accountId: null, name: 'Chung Tay' }) as const

/** The six fields of the reform, which an idea is about one of. */
export async function reformFields(db: DbOrTx, provinceId: number) {
  return (await listTopics(db, provinceId)).filter((t) => t.isReformField && !t.retired)
}

/**
 * Takes in an idea (HN-12). Returns the code by which its sender follows it; only its HMAC is kept. The audit log
 * learns that something came, never who or what: senders may take it back.
 */
export async function receiveInitiative(
  tx: Tx,
  provinceId: number,
  input: InitiativeInput,
  { now, secret }: Pick<Ground, 'now' | 'secret'>,
): Promise<{ id: number; code: string }> {
  const fields = await reformFields(tx, provinceId)
  if (!fields.some((t) => t.code === input.topic))
    throw invalid([{ field: 'topic', vi: 'Chọn một lĩnh vực.', en: 'Choose a field.' }])
  const calls = await selectOpenCalls(tx, provinceId, dayOf(now))
  const code = newCode()
  const codeHash = hashOfCode(secret, provinceId, code)
  const person = { name: input.name, contact: readContact(input.contact) ?? '' }
  const { title, trouble, proposal, topic, senderKind, mayPublish } = input
  const id = await sql.insertInitiative(
    tx,
    provinceId,
    {
      ...{ title, trouble, proposal, topic, senderKind, mayPublish, codeHash },
      // A call that ended while the form was open: the idea is welcome all the same.
      callId: calls.find((c) => c.id === input.callId)?.id ?? null,
      personSealed: person.name || person.contact ? sealPerson(secret, codeHash, person) : null,
      hasContact: person.contact !== '',
    },
    now,
  )
  await insertStep(tx, provinceId, id, { state: 'received', at: now, byName: '', words: '' })
  await recordChange(tx, sender(provinceId), now, {
    verb: 'initiative.receive',
    subject: { kind: 'initiative', id },
    before: null,
    after: { topic, senderKind, callId: input.callId },
  })
  await tellReceived(tx, provinceId)
  return { id, code }
}

/** What its sender sees of an idea; of one that was merged, how the other stands. */
export interface Followed {
  initiative: sql.KeptInitiative
  steps: InitiativeStep[]
  into: { id: number; state: sql.KeptInitiative['state']; isPublic: boolean } | null
}

export async function followByCode(
  db: DbOrTx,
  secret: string,
  provinceId: number,
  typed: string,
): Promise<Followed | null> {
  const initiative = await sql.selectKept(db, provinceId, { codeHash: hashOfCode(secret, provinceId, typed) })
  if (!initiative) return null
  const into =
    initiative.mergedInto === null ? null : await sql.selectInitiative(db, provinceId, initiative.mergedInto)
  return {
    initiative,
    steps: await selectSteps(db, provinceId, initiative.id),
    into: into && { id: into.id, state: into.state, isPublic: into.publishedAt !== null },
  }
}

/**
 * The sender takes an idea back. Who sent it is forgotten at once, letters and all. What they wrote goes as well,
 * unless a unit works with it already: then the idea stays, without anybody's name. 'none': no such code.
 */
export async function withdrawByCode(
  tx: Tx,
  secret: string,
  provinceId: number,
  typed: string,
  now: Date,
): Promise<'none' | 'all' | 'person'> {
  const i = await sql.selectForChange(tx, provinceId, { codeHash: hashOfCode(secret, provinceId, typed) })
  if (!i) return 'none'
  const isWorkedOn = ['accepted', 'assigned', 'trial', 'applied'].includes(i.state)
  await forget(tx, provinceId, i.id, now, !isWorkedOn)
  if (!isWorkedOn && i.state !== 'withdrawn') {
    await sql.updateInitiative(tx, provinceId, i.id, {
      ...{ state: 'withdrawn', movedAt: now, endedAt: now, published: null },
      words: { title: '', text: '', by: null, name: null },
    })
    await wipeSteps(tx, provinceId, i.id)
    await insertStep(tx, provinceId, i.id, { state: 'withdrawn', at: now, byName: '', words: '' })
    await findInitiative(tx, provinceId, i.id, now)
  }
  await recordChange(tx, sender(provinceId), now, {
    verb: 'initiative.withdraw',
    subject: { kind: 'initiative', id: i.id },
    before: { state: i.state },
    after: { wordsForgotten: !isWorkedOn },
  })
  return isWorkedOn ? 'person' : 'all'
}

async function forget(tx: Tx, provinceId: number, id: number, at: Date, words: boolean): Promise<void> {
  await forgetLettersOf(tx, provinceId, id)
  await sql.updateInitiative(tx, provinceId, id, { forgotten: { at, words } })
}

/** Forgets who sent what ended so many days ago; of spam the words too. Returns how many. */
export async function forgetSenders(tx: Tx, provinceId: number, now: Date): Promise<number> {
  const { keepDays } = await selectSetting(tx, provinceId)
  const over = await selectToForget(tx, provinceId, new Date(now.getTime() - keepDays * 86_400_000))
  for (const { id, state } of over) {
    await forget(tx, provinceId, id, now, state === 'spam')
    await recordChange(tx, program(provinceId), now, {
      verb: 'initiative.forget',
      subject: { kind: 'initiative', id },
      before: null,
      after: { keepDays, wordsForgotten: state === 'spam' },
    })
  }
  return over.length
}

import type { Actor } from '../../lib/actor.ts'
import { recordChange } from '../../lib/audit.ts'
import type { Tx } from '../../lib/db/db.ts'
import { conflict, type Fault, forbidden, invalid, notFound } from '../../lib/errors.ts'
import { findInitiative } from './finding.ts'
import { canSee, whyNotPublic, whyNotPublish } from './initiatives.policy.ts'
import * as sql from './initiatives.sql.ts'
import { loaded } from './moving.ts'
import { publishWords } from './steps.sql.ts'

/** Puts an idea into words for everybody; what was public before waits for a second person again. */
export async function wordForPublic(
  tx: Tx,
  actor: Actor,
  id: number,
  input: { title: string; text: string },
  now: Date,
): Promise<void> {
  const i = await loaded(tx, actor, id, 'screen')
  const why = whyNotPublic(i)
  if (why) throw conflict(why.vi, why.en)
  const faults: Fault[] = []
  if (input.title.length < 10 || input.title.length > 200)
    faults.push({
      field: 'publicTitle',
      vi: 'Ghi tên công bố, từ 10 đến 200 ký tự.',
      en: 'Give it a title of 10 to 200 characters.',
    })
  if (input.text.length < 20 || input.text.length > 6000)
    faults.push({
      field: 'publicText',
      vi: 'Ghi nội dung công bố, từ 20 đến 6000 ký tự.',
      en: 'Write the text, in 20 to 6000 characters.',
    })
  if (faults.length > 0) throw invalid(faults)
  const words = { ...input, by: actor.accountId, name: actor.name }
  await sql.updateInitiative(tx, actor.provinceId, id, { words, published: null })
  await recordChange(tx, actor, now, {
    verb: 'initiative.word',
    subject: { kind: 'initiative', id },
    before: { wasPublic: i.publishedAt !== null },
    after: null,
  })
  await findInitiative(tx, actor.provinceId, id, now)
}

/** Shows it to everybody, with what was answered until now. Never the person who screened it or wrote its words. */
export async function publishInitiative(tx: Tx, actor: Actor, id: number, now: Date): Promise<void> {
  const i = await seen(tx, actor, id)
  const why = whyNotPublish(actor, i)
  if (why) throw forbidden(why.vi, why.en)
  const answers = await publishWords(tx, actor.provinceId, id)
  if (i.publishedAt && answers === 0) return
  await sql.updateInitiative(tx, actor.provinceId, id, { published: { at: now, name: actor.name } })
  await recordChange(tx, actor, now, {
    verb: 'initiative.publish',
    subject: { kind: 'initiative', id },
    before: { publishedAt: i.publishedAt },
    after: { wordedBy: i.wordedByName, answers },
  })
  await findInitiative(tx, actor.provinceId, id, now)
}

/** Takes it off the portal; one person is enough to make less public. */
export async function unpublishInitiative(tx: Tx, actor: Actor, id: number, now: Date): Promise<void> {
  const i = await seen(tx, actor, id)
  if (!i.publishedAt) return
  await sql.updateInitiative(tx, actor.provinceId, id, { published: null })
  await recordChange(tx, actor, now, {
    verb: 'initiative.unpublish',
    subject: { kind: 'initiative', id },
    before: { publishedBy: i.publishedByName },
    after: null,
  })
  await findInitiative(tx, actor.provinceId, id, now)
}

async function seen(tx: Tx, actor: Actor, id: number): Promise<sql.KeptInitiative> {
  const i = await sql.selectForChange(tx, actor.provinceId, { id })
  if (!i || !canSee(actor, i)) throw notFound()
  return i
}

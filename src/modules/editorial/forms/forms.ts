import type { Actor } from '../../../lib/actor.ts'
import { recordChange } from '../../../lib/audit.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import { conflict, invalid, notFound } from '../../../lib/errors.ts'
import {
  allowPrepared,
  type FormKind,
  formsMadeOf,
  type MadeForm,
  type MadeOf,
  makeForms,
  parseSnapshot,
  prepareText,
  publicationById,
  type readPackageSpan,
} from '../../publishing/publishing.ts'
import { canApprove, canReview, canWrite } from '../editorial.policy.ts'
import type { Item } from '../item.ts'
import { itemForChange, type LoadedItem, refuseUnless, versionOf } from '../items/loading.ts'
import { isAsApproved, snapshotOf, sourceOf } from '../items/putting-out.ts'
import { texts as t } from './forms.texts.ts'

type Span = ReturnType<typeof readPackageSpan>['span']

/** Of what paper and scripts would be made now: the approved text that waits, else the one that readers have. */
export type MadeFrom = { is: 'approved'; number: number } | { is: 'public' } | null

export function madeFrom(item: Item): MadeFrom {
  if (item.state === 'approved' || item.state === 'scheduled')
    return { is: 'approved', number: item.approvedVersion ?? item.currentVersion }
  return item.publishedVersion === null ? null : { is: 'public' }
}

/**
 * Makes printed matter, a script, a package of the approved text, bound to exactly that; or of the public one. Refuses
 * (`conflict`) what nobody has approved.
 */
export async function prepareForms(
  tx: Tx,
  actor: Actor,
  id: number,
  input: { forms: readonly FormKind[]; span: Span },
  now: Date,
): Promise<void> {
  const item = await itemForChange(tx, actor, id)
  refuseUnless(canWrite(actor, item) || canReview(actor, item))
  if (input.forms.length === 0) throw invalid([{ field: 'forms', ...t.needForms }])
  const of = await textOf(tx, actor, item, now)
  await makeForms(tx, actor, of, input.forms, input.span, now)
  await recordChange(tx, actor, now, {
    verb: 'item.prepare_forms',
    subject: { kind: 'item', id },
    before: null,
    after: { version: item.approvedVersion, forms: input.forms },
  })
}

async function textOf(tx: Tx, actor: Actor, item: LoadedItem, now: Date): Promise<MadeOf> {
  const from = madeFrom(item)
  if (from?.is === 'public' && item.publicationId !== null) return { publicationId: item.publicationId }
  if (from?.is !== 'approved' || !(await isAsApproved(tx, item)))
    throw conflict(t.notApproved.vi, t.notApproved.en)
  const version = await versionOf(tx, item, from.number)
  const snapshot = parseSnapshot(snapshotOf(item, version))
  const { digest, number } = version
  return { preparedId: await prepareText(tx, actor, { snapshot, digest, number }, now) }
}

/** Who approves the text says whether what was made of it may leave before the text is public. */
export async function allowForms(
  tx: Tx,
  actor: Actor,
  id: number,
  input: { preparedId: number; allowed: boolean },
  now: Date,
): Promise<void> {
  const item = await itemForChange(tx, actor, id)
  refuseUnless(canApprove(actor, item))
  const { prepared } = await formsMadeOf(tx, item.provinceId, { ...sourcesOf(item), version: null })
  if (!prepared.some((p) => p.id === input.preparedId)) throw notFound()
  await allowPrepared(tx, actor, input.preparedId, input.allowed, now)
}

function sourcesOf(item: LoadedItem) {
  return { source: sourceOf(item), language: item.language, publicationId: item.publicationId }
}

/** The newest of one form, and whether it still says what the text says. */
export type FormLine = MadeForm & { isChanged: boolean }

export interface FormLines {
  from: MadeFrom
  lines: FormLine[]
  /** The approved text that waits and of which something was made: it may be let go before. */
  waiting: { id: number; number: number; allowedByName: string | null } | null
}

export async function formLines(db: DbOrTx, item: LoadedItem): Promise<FormLines> {
  const head =
    item.publicationId === null ? null : await publicationById(db, item.provinceId, item.publicationId)
  const of = { ...sourcesOf(item), version: head?.version ?? null }
  const { made, prepared } = await formsMadeOf(db, item.provinceId, of)
  const from = madeFrom(item)
  const digest = from?.is === 'approved' ? (await versionOf(db, item, from.number)).digest : null
  const waiting = prepared.find((p) => p.digest === digest && p.staleAt === null && p.publicationId === null)
  const newest = new Map<FormKind, MadeForm>()
  for (const one of made) if (!newest.has(one.form)) newest.set(one.form, one)
  const lines = [...newest.values()].map((one) => ({
    ...one,
    isChanged:
      one.readiness === 'stale' ||
      one.isOld ||
      (digest !== null && prepared.find((p) => p.id === one.preparedId)?.digest !== digest),
  }))
  return { from, lines, waiting: waiting ?? null }
}

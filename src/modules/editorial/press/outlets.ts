import type { Actor } from '../../../lib/actor.ts'
import { recordChange } from '../../../lib/audit.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import { conflict, invalid, notFound } from '../../../lib/errors.ts'
import { refuseUnless } from '../items/loading.ts'
import type { Outlet } from '../outlet.ts'
import { keepBefore, type Reason } from './correcting.ts'
import { insertOutlet, lockOutlet, selectOutlets, updateOutlet } from './outlets.sql.ts'
import { keepsPress } from './press.policy.ts'

export type OutletFacts = Omit<Outlet, 'id' | 'retired'>

export async function addOutlet(tx: Tx, actor: Actor, input: OutletFacts, now: Date): Promise<number> {
  refuseUnless(keepsPress(actor))
  const id = await insertOutlet(tx, actor.provinceId, input)
  if (id === null) throw nameTaken()
  const subject = { kind: 'outlet', id }
  await recordChange(tx, actor, now, { verb: 'outlet.add', subject, before: null, after: input })
  return id
}

export async function outletOf(db: DbOrTx, actor: Pick<Actor, 'provinceId'>, id: number): Promise<Outlet> {
  const outlet = (await selectOutlets(db, actor.provinceId)).find((o) => o.id === id)
  if (!outlet) throw notFound()
  return outlet
}

/** Outlets that forms offer: those in use, and the one that is chosen already. */
export function offered(outlets: readonly Outlet[], chosen: number | null = null): Outlet[] {
  return outlets.filter((o) => !o.retired || o.id === chosen)
}

/** Another name, address or edition; what was registered with it stays with it. */
export async function changeOutlet(
  tx: Tx,
  actor: Actor,
  id: number,
  input: OutletFacts,
  reason: Reason,
  now: Date,
): Promise<void> {
  refuseUnless(keepsPress(actor))
  await lockOutlet(tx, actor.provinceId, id)
  const was = await outletOf(tx, actor, id)
  const same = (await selectOutlets(tx, actor.provinceId)).some((o) => o.id !== id && o.name === input.name)
  if (same) throw nameTaken()
  const change = { kind: 'correct' as const, was: { ...was }, reason, verb: 'outlet.change', after: input }
  await keepBefore(tx, actor, { outletId: id }, change, now)
  await updateOutlet(tx, actor.provinceId, id, { ...input, retired: was.retired })
}

/** Out of use: no form offers it any more, and what was registered stays. Or into use again. */
export async function retireOutlet(
  tx: Tx,
  actor: Actor,
  id: number,
  retired: boolean,
  reason: Reason,
  now: Date,
): Promise<void> {
  refuseUnless(keepsPress(actor))
  await lockOutlet(tx, actor.provinceId, id)
  const was = await outletOf(tx, actor, id)
  if (was.retired === retired)
    throw conflict('Cơ quan này đã ở tình trạng đó rồi.', 'The outlet stands like that already.')
  const kind = retired ? ('retire' as const) : ('restore' as const)
  const change = { kind, was: { ...was }, reason, verb: `outlet.${kind}`, after: { retired } }
  await keepBefore(tx, actor, { outletId: id }, change, now)
  await updateOutlet(tx, actor.provinceId, id, { ...was, retired })
}

function nameTaken() {
  return invalid([
    { field: 'name', vi: 'Đã có cơ quan báo chí tên này.', en: 'There is an outlet of this name.' },
  ])
}

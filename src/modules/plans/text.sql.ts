import type { DbOrTx, Tx } from '../../lib/db/db.ts'
import type { PlanSection, PlanState, StateChange } from './plan.ts'
import type { CitationRole, CitationRow } from './plan-draft.ts'

export async function selectSections(db: DbOrTx, provinceId: number, planId: number): Promise<PlanSection[]> {
  const rows = await db
    .selectFrom('plans.section')
    .select(['kind', 'heading', 'body'])
    .where('province_id', '=', provinceId)
    .where('plan_id', '=', planId)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map((r) => ({ ...r, kind: r.kind as PlanSection['kind'] }))
}

export async function selectRecipients(
  db: DbOrTx,
  provinceId: number,
  planId: number,
): Promise<{ asPrinted: string; unitId: number | null }[]> {
  return db
    .selectFrom('plans.recipient')
    .select(['as_printed as asPrinted', 'unit_id as unitId'])
    .where('province_id', '=', provinceId)
    .where('plan_id', '=', planId)
    .orderBy('position')
    .orderBy('id')
    .execute()
}

export async function selectCitations(
  db: DbOrTx,
  provinceId: number,
  planId: number,
): Promise<CitationRow[]> {
  const rows = await db
    .selectFrom('plans.citation')
    .select(['document_id as documentId', 'as_printed as asPrinted', 'role'])
    .where('province_id', '=', provinceId)
    .where('plan_id', '=', planId)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map((r) => ({ ...r, role: r.role as CitationRole }))
}

export async function selectHistory(db: DbOrTx, provinceId: number, planId: number): Promise<StateChange[]> {
  const rows = await db
    .selectFrom('plans.state_change')
    .select(['from_state as from', 'to_state as to', 'at', 'actor_name as actorName', 'note'])
    .where('province_id', '=', provinceId)
    .where('plan_id', '=', planId)
    .orderBy('id')
    .execute()
  return rows.map((r) => ({ ...r, from: r.from as PlanState | null, to: r.to as PlanState }))
}

export async function insertStateChange(
  tx: Tx,
  provinceId: number,
  planId: number,
  change: StateChange & { accountId: number | null },
): Promise<void> {
  await tx
    .insertInto('plans.state_change')
    .values({
      province_id: provinceId,
      plan_id: planId,
      from_state: change.from,
      to_state: change.to,
      at: change.at,
      account_id: change.accountId,
      actor_name: change.actorName,
      note: change.note,
    })
    .execute()
}

import { type Actor, hasRole, hasRoleAt } from '../../../lib/actor.ts'
import { recordChange, recordChanges } from '../../../lib/audit.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import { conflict, forbidden, invalid, notFound } from '../../../lib/errors.ts'
import { hideFromSearch } from '../../publishing/publishing.ts'
import { canWorkFor, reachOf } from '../feedback.policy.ts'
import { personalIn } from '../personal.ts'
import { findResult } from './finding.ts'
import type { Result, ResultFacts } from './result.ts'
import {
  insertResults,
  publishResult,
  type ResultFilter,
  retractResult,
  rewriteResult,
  selectKnownCodes,
  selectResults,
} from './results.sql.ts'
import { texts as t } from './results.texts.ts'

/** The unit's own people, and the province's lead, who keeps the register for all. */
export function canRegister(actor: Actor, unitId: number): boolean {
  return canWorkFor(actor, unitId) || hasRole(actor, 'province_lead')
}

export function approvesFor(actor: Actor, unitId: number): boolean {
  return hasRoleAt(actor, unitId, 'agency_head') || hasRole(actor, 'province_lead')
}

/** A second person: not the one who wrote the words last. */
export function canApprove(actor: Actor, r: Pick<Result, 'unitId' | 'changedBy'>): boolean {
  return approvesFor(actor, r.unitId) && r.changedBy !== actor.accountId
}

export function personalOf(r: Pick<Result, 'content' | 'outcome'>) {
  return personalIn(r.content, r.outcome)
}

export function resultsSeenBy(
  db: DbOrTx,
  actor: Actor,
  filter: ResultFilter,
  limit?: number,
  offset?: number,
) {
  return selectResults(db, actor.provinceId, { ...filter, unitIds: reachOf(actor) }, limit, offset)
}

export async function resultOf(db: DbOrTx, actor: Actor, id: number): Promise<Result> {
  const [one] = (await resultsSeenBy(db, actor, { id }, 1)).results
  if (!one) throw notFound()
  return one
}

/** Enters results, one or a sheet of them: all or none. They wait for a second person. */
export async function registerResults(
  tx: Tx,
  actor: Actor,
  inputs: readonly ResultFacts[],
  now: Date,
): Promise<number[]> {
  for (const input of inputs) refuseUnless(canRegister(actor, input.unitId))
  const codes = inputs.map((i) => i.code)
  const [known] = await selectKnownCodes(tx, actor.provinceId, codes)
  if (known !== undefined) throw invalid([codeKnown(known)])
  const ids = await insertResults(tx, actor.provinceId, inputs, by(actor, now))
  const changes = ids.map((id, i) => ({
    ...{ verb: 'result.register', subject: { kind: 'feedback_result', id }, before: null, after: inputs[i] },
  }))
  await recordChanges(tx, actor, now, changes)
  return ids
}

/** Other words for what is not public: it waits for approval again. */
export async function changeResult(
  tx: Tx,
  actor: Actor,
  id: number,
  input: ResultFacts & { revision: number },
  now: Date,
): Promise<void> {
  const was = await resultOf(tx, actor, id)
  refuseUnless(canRegister(actor, was.unitId) && canRegister(actor, input.unitId))
  if (was.state === 'published')
    throw conflict('Kết quả đang công khai: rút khỏi cổng trước rồi sửa.', 'It is public: retract it first.')
  const { revision, ...facts } = input
  const known = await selectKnownCodes(tx, actor.provinceId, [facts.code], id)
  if (known.size > 0) throw invalid([codeKnown(facts.code)])
  if (!(await rewriteResult(tx, actor.provinceId, id, revision, facts, by(actor, now)))) throw wasChanged()
  await record(tx, actor, now, 'result.change', id, factsOf(was), facts)
}

/** Makes it public. What looks like personal data has to be confirmed as none. Throws `invalid`. */
export async function approveResult(
  tx: Tx,
  actor: Actor,
  id: number,
  isConfirmed: boolean,
  now: Date,
): Promise<void> {
  const was = await resultOf(tx, actor, id)
  refuseApproval(actor, was)
  if (was.state !== 'waiting')
    throw conflict('Kết quả này không chờ duyệt.', 'It does not wait for approval.')
  const found = personalOf(was)
  if (found.length > 0 && !isConfirmed) throw invalid([{ field: 'confirmed', ...t.needConfirm }])
  if (!(await publishResult(tx, actor.provinceId, was, { name: actor.name, at: now }))) throw wasChanged()
  const after = { state: 'published', ...(found.length > 0 ? { confirmed: found.map((f) => f.kind) } : {}) }
  await record(tx, actor, now, 'result.publish', id, { state: was.state }, after)
  await findResult(tx, actor.provinceId, was, now)
}

/** Several at once, none with traces of personal data: all or none. */
export async function approveResults(tx: Tx, actor: Actor, ids: readonly number[], now: Date): Promise<void> {
  if (ids.length === 0) throw invalid([{ field: 'ids', ...t.chooseSome }])
  for (const id of new Set(ids)) await approveResult(tx, actor, id, false, now)
}

/** Takes it off the portal; readers of its address see why. */
export async function retract(tx: Tx, actor: Actor, id: number, why: string, now: Date): Promise<void> {
  const was = await resultOf(tx, actor, id)
  refuseUnless(approvesFor(actor, was.unitId))
  if (was.state !== 'published') throw conflict('Kết quả này chưa công khai.', 'It is not public.')
  if (why.length < 10) throw invalid([{ field: 'why', ...t.needWhy }])
  const mark = { name: actor.name, at: now, why }
  if (!(await retractResult(tx, actor.provinceId, was, mark))) throw wasChanged()
  await record(tx, actor, now, 'result.retract', id, { state: was.state }, { state: 'retracted', why })
  await hideFromSearch(tx, actor.provinceId, 'feedback_result', id)
}

function factsOf({ code, receivedDay, topic, unitId, content, outcome, documentNumber, ...r }: Result) {
  const { answeredDay, dueDay } = r
  return { code, receivedDay, topic, unitId, content, outcome, documentNumber, answeredDay, dueDay }
}

function by(actor: Actor, now: Date) {
  return { accountId: actor.accountId, name: actor.name, at: now }
}

export function codeKnown(code: string) {
  return { field: 'code', vi: t.codeKnown.vi(code), en: t.codeKnown.en(code) }
}

function refuseApproval(actor: Actor, was: Result): void {
  if (!approvesFor(actor, was.unitId))
    throw forbidden(
      'Lãnh đạo cơ quan xử lý hoặc đầu mối cấp tỉnh duyệt công khai.',
      'The head of the body, or the province’s lead, approves.',
    )
  if (was.changedBy === actor.accountId) throw forbidden(t.secondPerson.vi, t.secondPerson.en)
}

function refuseUnless(may: boolean): void {
  if (!may)
    throw forbidden(
      'Việc này do cơ quan xử lý hoặc đầu mối cấp tỉnh thực hiện.',
      'Only the body responsible, or the province’s lead, may do this.',
    )
}

function wasChanged() {
  return conflict(
    'Có người vừa cập nhật kết quả này. Mở lại trang để xem bản mới nhất.',
    'Somebody has just changed this. Open the page again.',
  )
}

async function record(
  tx: Tx,
  actor: Actor,
  now: Date,
  verb: string,
  id: number,
  before: unknown,
  after: unknown,
): Promise<void> {
  await recordChange(tx, actor, now, { verb, subject: { kind: 'feedback_result', id }, before, after })
}

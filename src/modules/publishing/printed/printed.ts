import type { Actor } from '../../../lib/actor.ts'
import { recordChange } from '../../../lib/audit.ts'
import type { Day } from '../../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import { conflict, type Fault, forbidden, invalid, notFound } from '../../../lib/errors.ts'
import { tellHandedOut } from '../fieldwork/handed-out.ts'
import { texts as prepares } from '../prepared/prepared.texts.ts'
import { type MadeOf, refuseHeld, type TextInHand, textInHand, unitOf } from '../prepared/prepared.ts'
import type { ShortLink } from '../reach/links.sql.ts'
import { shortLinkAhead, shortLinkFor } from '../reach/links.ts'
import { mayWork, mayWorkFor } from '../reach/reach.policy.ts'
import { type Balance, balanceOf, type Move, whyNotMove } from './balance.ts'
import { type PrintKind, printKinds } from './print-kind.ts'
import {
  type HandOut,
  insertHandOuts,
  insertProduct,
  insertRun,
  lockProduct,
  type Product,
  type Run,
  selectHandOuts,
  selectProduct,
  selectRuns,
  strikeRow,
  updateLeftOut,
} from './printed.sql.ts'
import { texts as t } from './printed.texts.ts'

const subject = (id: number) => ({ kind: 'print_product', id })

export async function productById(db: DbOrTx, provinceId: number, id: number): Promise<Product> {
  const product = await selectProduct(db, provinceId, id)
  if (!product) throw notFound()
  return product
}

/** Sets the text of a publication, as it stands today, in a format. Its code is its own, so that paper can be told old. */
export async function makeProduct(
  tx: Tx,
  actor: Actor,
  { kind, ...of }: MadeOf & { kind: PrintKind },
  now: Date,
): Promise<number> {
  if (!mayWork(actor)) throw forbidden(t.notYours.vi, t.notYours.en)
  const text = await textInHand(tx, actor.provinceId, of)
  const { publicationId, version, title } = text
  const preparedId = text.prepared?.id ?? null
  const link = await linkOf(tx, actor.provinceId, text, kind, now)
  const unitId = unitOf(actor, text)
  const made = { publicationId, version, preparedId, kind, title, linkId: link.id, unitId }
  const id = await insertProduct(tx, actor.provinceId, made, actor.name, now)
  await recordChange(tx, actor, now, { verb: 'print.make', subject: subject(id), before: null, after: made })
  return id
}

/** Its own code, which says later of which version it is. */
function linkOf(
  tx: Tx,
  provinceId: number,
  { publicationId, version, prepared }: TextInHand,
  kind: PrintKind,
  now: Date,
): Promise<ShortLink> {
  const { channel, vi } = printKinds[kind]
  if (prepared) {
    const place = `${vi}, ${prepares.approvedVersion.vi(prepared.number)}`
    return shortLinkAhead(tx, provinceId, { preparedId: prepared.id, channelKind: channel, place }, now)
  }
  const place = version === 1 ? vi : `${vi}, bản ${version}`
  const wanted = { publicationId, channelKind: channel, place, printedVersion: version ?? 1 }
  return shortLinkFor(tx, provinceId, wanted, now)
}

/** Leaves passages out. What was printed once stays as it is. */
export async function chooseWords(
  tx: Tx,
  actor: Actor,
  id: number,
  leftOut: readonly number[],
  now: Date,
): Promise<void> {
  const product = await ownProduct(tx, actor, id)
  if ((await selectRuns(tx, actor.provinceId, id)).length > 0) throw conflict(t.fixed.vi, t.fixed.en)
  await updateLeftOut(tx, actor.provinceId, id, leftOut)
  await recordChange(tx, actor, now, {
    verb: 'print.choose',
    subject: subject(id),
    before: { leftOut: product.leftOut },
    after: { leftOut },
  })
}

async function ownProduct(tx: Tx, actor: Actor, id: number): Promise<Product> {
  const product = await productById(tx, actor.provinceId, id)
  if (!mayWorkFor(actor, product.unitId)) throw forbidden(t.notYours.vi, t.notYours.en)
  await lockProduct(tx, actor.provinceId, id)
  return product
}

export async function addRun(
  tx: Tx,
  actor: Actor,
  id: number,
  input: { copies: number; day: Day; printer: string; note: string },
  now: Date,
): Promise<void> {
  const product = await ownProduct(tx, actor, id)
  refuseHeld(product)
  const run = { ...input, productId: id, unitId: product.unitId }
  await insertRun(tx, actor.provinceId, run, actor.name, now)
  await recordChange(tx, actor, now, { verb: 'print.run', subject: subject(id), before: null, after: input })
}

export interface Ledger {
  runs: Run[]
  rows: HandOut[]
  balance: Balance
}

/** Runs and lines of one product, and where its copies are. */
export async function ledgerOf(db: DbOrTx, provinceId: number, id: number): Promise<Ledger> {
  const runs = await selectRuns(db, provinceId, id)
  const rows = await selectHandOuts(db, provinceId, id)
  return { runs, rows, balance: balanceOf(printedIn(runs), movesIn(rows)) }
}

export function printedIn(runs: readonly Run[]): number {
  return runs.reduce((n, r) => n + r.copies, 0)
}

export function movesIn(rows: readonly HandOut[]): Move[] {
  return rows.filter((r) => !r.struck).map((r) => ({ from: r.fromUnitId, to: r.toUnitId, copies: r.copies }))
}

export type HandOutInput = Omit<HandOut, 'id' | 'productId' | 'byName' | 'struck'>

/**
 * Writes copies out of a pile: the printer's, or a unit's. Never more than are there, and never before they were
 * printed: `invalid` says how many are left. All lines or none.
 */
export async function handOut(
  tx: Tx,
  actor: Actor,
  id: number,
  inputs: readonly HandOutInput[],
  now: Date,
): Promise<void> {
  const product = await productById(tx, actor.provinceId, id)
  refuseHeld(product)
  await lockProduct(tx, actor.provinceId, id)
  const { runs, rows } = await ledgerOf(tx, actor.provinceId, id)
  const moves = movesIn(rows)
  const first = runs[0]?.day
  const faults: Fault[] = []
  for (const input of inputs) {
    if (!mayWorkFor(actor, input.fromUnitId ?? product.unitId)) throw forbidden(t.notYours.vi, t.notYours.en)
    const move = { from: input.fromUnitId, to: input.toUnitId, copies: input.copies }
    const there = whyNotMove(balanceOf(printedIn(runs), moves), move)
    if (there !== null) faults.push(notEnough(there))
    if (input.toUnitId === null && product.publicationId === null)
      faults.push({ field: 'to', ...prepares.notPublic })
    if (first && input.day < first) faults.push({ field: 'day', ...t.beforePrint })
    if (there === null) moves.push(move)
  }
  if (faults.length > 0) throw invalid(faults)
  const rowsToCome = inputs.map((i) => ({ ...i, productId: id }))
  const ids = await insertHandOuts(tx, actor.provinceId, rowsToCome, actor.name, now)
  await tellHandedOut(
    tx,
    actor,
    product,
    inputs.map((row, i) => ({ ...row, id: ids[i] ?? 0, struck: false })),
    now,
  )
  await recordChange(tx, actor, now, {
    verb: 'print.hand_out',
    subject: subject(id),
    before: null,
    after: inputs,
  })
}

function notEnough(there: number): Fault {
  return {
    field: 'copies',
    vi: t.notEnough.vi(there.toLocaleString('vi')),
    en: t.notEnough.en(there.toLocaleString('en')),
  }
}

/** Takes a line back, unless the unit that got the copies has handed them on. */
export async function strikeHandOut(
  tx: Tx,
  actor: Actor,
  id: number,
  rowId: number,
  now: Date,
): Promise<void> {
  const product = await productById(tx, actor.provinceId, id)
  await lockProduct(tx, actor.provinceId, id)
  const { rows } = await ledgerOf(tx, actor.provinceId, id)
  const row = rows.find((r) => r.id === rowId && !r.struck)
  if (!row) throw notFound()
  if (!mayWorkFor(actor, row.fromUnitId ?? product.unitId)) throw forbidden(t.notYours.vi, t.notYours.en)
  const without = balanceOf(0, movesIn(rows.filter((r) => r.id !== rowId)))
  if (row.toUnitId !== null && (without.held.get(row.toUnitId) ?? 0) < 0)
    throw conflict(t.handedOn.vi, t.handedOn.en)
  await strikeRow(tx, actor.provinceId, rowId, '', now)
  await tellHandedOut(tx, actor, product, [{ ...row, struck: true }], now)
  await recordChange(tx, actor, now, { verb: 'print.strike', subject: subject(id), before: row, after: null })
}

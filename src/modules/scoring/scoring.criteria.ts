import type { Actor } from '../../lib/actor.ts'
import { recordChange } from '../../lib/audit.ts'
import type { DbOrTx, Tx } from '../../lib/db/db.ts'
import { conflict, forbidden, invalid, notFound } from '../../lib/errors.ts'
import { matchColumns } from '../../lib/sheets/match-columns.ts'
import { readSheet } from '../../lib/sheets/read-sheet.ts'
import { writeSheet } from '../../lib/sheets/write-sheet.ts'
import { catalogueOf } from '../plans/plans.ts'
import {
  type CriteriaImport,
  endImport,
  insertImport,
  insertVersion,
  selectImport,
  type TableHead,
} from './criteria.sql.ts'
import type { CriteriaTable } from './criteria.ts'
import { criteriaColumns, readTable, sheetRows, type TableRead } from './criteria-sheet.ts'
import { shippedTables } from './examples.data.ts'
import { canRun } from './scoring.policy.ts'

/** The table as a workbook: what goes out here can be mended and taken in again. A second sheet explains the rules. */
export async function criteriaWorkbook(
  db: DbOrTx,
  provinceId: number,
  table: CriteriaTable,
): Promise<Uint8Array> {
  const { forms } = await catalogueOf(db, provinceId)
  const codes = forms.map((f) => ({ code: f.code, name: f.vi }))
  return writeSheet({
    sheets: [
      { name: 'Tiêu chí', columns: criteriaColumns, rows: sheetRows(table) },
      {
        name: 'Mã hình thức',
        columns: [
          { key: 'code', title: 'Mã', kind: 'text', width: 24 },
          { key: 'name', title: 'Hình thức tuyên truyền', kind: 'text', width: 60 },
        ],
        rows: codes,
      },
    ],
  })
}

/** Reads a workbook into a table, or into the faults of its rows. A file that is none is refused as invalid. */
export async function readWorkbook(
  db: DbOrTx,
  provinceId: number,
  file: { name: string; bytes: Uint8Array },
): Promise<TableRead> {
  const limits = { bytes: 2_000_000, rows: 1000, cells: 30_000 }
  const read = await readSheet(file.bytes, { name: file.name, limits })
  const matched = read.ok ? matchColumns(read.sheet, criteriaColumns) : read
  if (!matched.ok) throw invalid([{ field: 'sheet', vi: matched.fault.vi, en: matched.fault.en }])
  const { forms } = await catalogueOf(db, provinceId)
  return readTable(matched.rows, matched.faults, new Set(forms.map((f) => f.code)))
}

/** Keeps what was read of a workbook, to be looked at before it counts. */
export async function keepImport(
  tx: Tx,
  actor: Actor,
  input: { fileName: string; head: TableHead; read: TableRead },
  now: Date,
): Promise<number> {
  refuseOthers(actor)
  const { head, read } = input
  const by = { accountId: actor.accountId, name: actor.name }
  const upload = { fileName: input.fileName, at: now, by }
  return insertImport(tx, actor.provinceId, upload, { head, table: read.table, faults: read.faults })
}

export async function importSeenBy(db: DbOrTx, actor: Actor, id: number): Promise<CriteriaImport> {
  refuseOthers(actor)
  const held = await selectImport(db, actor.provinceId, id)
  if (!held) throw notFound()
  return held
}

/** Takes a table that was looked at and has no fault. Answers the id of its version. */
export async function takeImport(tx: Tx, actor: Actor, id: number, now: Date): Promise<number> {
  const held = await importSeenBy(tx, actor, id)
  if (!held.table)
    throw conflict(
      'Bảng còn lỗi nên chưa dùng được. Sửa tệp rồi tải lên lại.',
      'The table has faults; mend the file.',
    )
  const versionId = await keepTable(tx, actor, held.head, held.table, now)
  if (!(await endImport(tx, actor.provinceId, id, { state: 'taken', versionId })))
    throw conflict('Bảng này đã được dùng hoặc đã bỏ.', 'This table is taken or dropped already.')
  return versionId
}

export async function dropImport(tx: Tx, actor: Actor, id: number): Promise<void> {
  await importSeenBy(tx, actor, id)
  await endImport(tx, actor.provinceId, id, { state: 'dropped', versionId: null })
}

/** Takes a table that ships with the program, for a year; it stays marked as unverified. */
export async function takeShipped(
  tx: Tx,
  actor: Actor,
  input: { code: string; year: number },
  now: Date,
): Promise<number> {
  refuseOthers(actor)
  const shipped = shippedTables.find((s) => s.code === input.code)
  if (!shipped) throw notFound()
  const { code, name, source, note, table } = shipped
  const head = { setCode: code, setName: name, year: input.year, source, note, unverified: true }
  return keepTable(tx, actor, head, table, now)
}

async function keepTable(
  tx: Tx,
  actor: Actor,
  head: TableHead,
  table: CriteriaTable,
  now: Date,
): Promise<number> {
  const id = await insertVersion(tx, actor.provinceId, head, table, { name: actor.name, at: now })
  await recordChange(tx, actor, now, {
    verb: 'criteria.take',
    subject: { kind: 'criteria', id },
    before: null,
    after: { ...head, rows: table.rows.length },
  })
  return id
}

function refuseOthers(actor: Actor): void {
  if (canRun(actor)) return
  throw forbidden(
    'Chỉ cơ quan chủ trì chương trình quản lý bộ tiêu chí.',
    'Only the lead agency of the programme keeps the criteria.',
  )
}

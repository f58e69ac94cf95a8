import type { Actor } from '../../../lib/actor.ts'
import { recordChange } from '../../../lib/audit.ts'
import { type Day, showDay } from '../../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import { conflict, forbidden, notFound } from '../../../lib/errors.ts'
import { matchColumns } from '../../../lib/sheets/match-columns.ts'
import { readSheet } from '../../../lib/sheets/read-sheet.ts'
import type { SheetColumn } from '../../../lib/sheets/sheet.ts'
import { writeSheet } from '../../../lib/sheets/write-sheet.ts'
import { bare } from '../../../lib/text/bare.ts'
import { selectAudienceNames } from './audiences.sql.ts'
import { insertFigures } from './figures.sql.ts'
import { figureTexts as t } from './figures.texts.ts'
import { readFigure } from './figures.ts'
import type { FiguresRead } from './figures-read.ts'
import { deleteImport, insertImport, selectImport } from './imports.sql.ts'
import { mayWork } from './reach.policy.ts'
import { selectBriefs } from './reach.sql.ts'
import { type AudienceWords, metrics, reachChannels, typedChannels, typedMetrics } from './reach.ts'

export const figureColumns: readonly SheetColumn[] = [
  { key: 'id', title: 'Mã bài', kind: 'text', width: 10, optional: true },
  { key: 'title', title: 'Tên bài', kind: 'text', width: 60 },
  { key: 'day', title: 'Ngày', kind: 'date', width: 12 },
  { key: 'channel', title: 'Kênh', kind: 'text', width: 26 },
  { key: 'place', title: 'Nơi', kind: 'text', width: 26, optional: true },
  { key: 'audience', title: 'Đối tượng', kind: 'text', width: 26, optional: true },
  { key: 'metric', title: 'Loại số liệu', kind: 'text', width: 40 },
  { key: 'amount', title: 'Số lượng', kind: 'number', width: 12 },
  { key: 'note', title: 'Ghi chú', kind: 'text', width: 40, optional: true },
]

const emptyRow = { place: '', audience: '', note: '' }

/** The sheet to fill in: the texts of the portal, an example of words, and the words that are understood. */
export async function figuresTemplate(db: DbOrTx, provinceId: number, today: Day): Promise<Uint8Array> {
  const audiences = await selectAudienceNames(db, provinceId)
  const items = (await selectBriefs(db, provinceId)).slice(0, 200)
  const rows = items.map((i) => ({
    ...emptyRow,
    id: String(i.id),
    title: i.title,
    day: today,
    channel: reachChannels.radio.vi,
    metric: metrics.audience.vi,
    amount: null,
  }))
  const words = [
    ...typedChannels.map((k) => ({
      column: 'Kênh',
      word: reachChannels[k as keyof typeof reachChannels].vi,
    })),
    ...typedMetrics.map((m) => ({ column: 'Loại số liệu', word: metrics[m].vi })),
    ...Object.values(audiences)
      .filter((a) => a.active)
      .map((a) => ({ column: 'Đối tượng', word: a.vi })),
  ]
  const wordColumns: SheetColumn[] = [
    { key: 'column', title: 'Cột', kind: 'text', width: 16 },
    { key: 'word', title: 'Ghi một trong', kind: 'text', width: 50 },
  ]
  return writeSheet({
    sheets: [
      { name: 'Số liệu', columns: figureColumns, rows },
      { name: 'Từ dùng', columns: wordColumns, rows: words },
    ],
  })
}

/** Reads a sheet of figures: rows without an amount are left out, every fault names its line. */
export async function readFigures(
  db: DbOrTx,
  provinceId: number,
  file: { name: string; bytes: Uint8Array },
  today: Day,
): Promise<FiguresRead> {
  const read = await readSheet(file.bytes, { name: file.name })
  if (!read.ok) return { figures: [], faults: [{ line: 0, vi: read.fault.vi, en: read.fault.en }] }
  const matched = matchColumns(read.sheet, figureColumns)
  if (!matched.ok) return { figures: [], faults: [{ line: 0, vi: matched.fault.vi, en: matched.fault.en }] }
  const items = await selectBriefs(db, provinceId)
  const audiences = await selectAudienceNames(db, provinceId)
  const result: FiguresRead = {
    figures: [],
    faults: matched.faults.map(({ line, vi, en }) => ({ line, vi, en })),
  }
  const seen = new Map<string, number>()
  for (const { line, values } of matched.rows) {
    if (values['amount'] === null) continue
    const text = (key: string) => String(values[key] ?? '').trim()
    const item = itemOf(items, text('id'), text('title'), line)
    const { figure, faults } = readFigure(formOf(text, values['amount'], audiences), today, audiences)
    const wrong = faults.map((f) => ({ line, vi: t.atLine.vi(line, f.vi), en: t.atLine.en(line, f.en) }))
    if ('vi' in item) result.faults.push({ line, vi: item.vi, en: item.en })
    result.faults.push(...wrong)
    if (!figure || 'vi' in item) continue
    const key = [item.id, figure.day, figure.channelKind, figure.place, figure.audience, figure.metric].join(
      '|',
    )
    const first = seen.get(key)
    if (first === undefined) seen.set(key, line)
    else result.faults.push({ line, vi: t.twice.vi(line, first), en: t.twice.en(line, first) })
    result.figures.push({ ...figure, publicationId: item.id, title: item.title, line })
  }
  if (result.figures.length + result.faults.length === 0) result.faults.push({ line: 0, ...t.noRows })
  return result
}

function formOf(text: (key: string) => string, amount: unknown, audiences: AudienceWords) {
  const day = text('day')
  return {
    day: day === '' ? '' : showDay(day),
    channel: codeOf(reachChannels, text('channel')),
    place: text('place'),
    audience: text('audience') === '' ? '' : codeOf(audiences, text('audience')),
    metric: codeOf(metrics, text('metric')),
    amount: String(amount),
    note: text('note'),
  }
}

/** By the Vietnamese word, whatever its marks and case; a word that is not known stays, and is refused. */
function codeOf(words: Readonly<Record<string, { vi: string }>>, typed: string): string {
  const wanted = bare(typed)
  return Object.entries(words).find(([code, w]) => bare(w.vi) === wanted || code === typed)?.[0] ?? typed
}

function itemOf(items: readonly { id: number; title: string }[], id: string, title: string, line: number) {
  const byId = items.find((i) => String(i.id) === id)
  if (byId) return byId
  const byTitle = items.filter((i) => bare(i.title) === bare(title))
  const [only] = byTitle
  if (byTitle.length > 1) return { vi: t.sameTitle.vi(line), en: t.sameTitle.en(line) }
  return only && id === '' ? only : { vi: t.unknownItem.vi(line), en: t.unknownItem.en(line) }
}

/** Keeps what was read until somebody has looked at it. */
export async function keepFigures(
  tx: Tx,
  actor: Actor,
  file: { id: number; name: string },
  read: FiguresRead,
  now: Date,
): Promise<number> {
  refuseOthers(actor)
  return insertImport(tx, actor, file, read, now)
}

/** The preview; only of whoever sent it. */
export async function figuresHeld(db: DbOrTx, actor: Actor, id: number) {
  const held = await selectImport(db, actor, id)
  if (!held) throw notFound()
  return held
}

/** Takes the figures of a sheet without faults. The sheet stays as their evidence. */
export async function takeFigures(tx: Tx, actor: Actor, id: number, now: Date): Promise<number> {
  refuseOthers(actor)
  const held = await figuresHeld(tx, actor, id)
  if (held.read.faults.length > 0) throw conflict(t.faultsFirst.vi, t.faultsFirst.en)
  const source = { origin: 'imported' as const, fileId: held.fileId, byName: actor.name, now }
  await insertFigures(tx, actor.provinceId, held.read.figures, source)
  await deleteImport(tx, actor, id)
  await recordChange(tx, actor, now, {
    verb: 'reach.import',
    subject: { kind: 'reach_import', id },
    before: null,
    after: { file: held.fileName, figures: held.read.figures.length },
  })
  return held.read.figures.length
}

function refuseOthers(actor: Actor): void {
  if (!mayWork(actor)) throw forbidden(t.notYours.vi, t.notYours.en)
}

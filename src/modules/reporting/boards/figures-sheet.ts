import type { Locale } from '../../../lib/actor.ts'
import type { Bilingual } from '../../../lib/http/route.ts'
import type { CellValue, SheetColumn } from '../../../lib/sheets/sheet.ts'
import { type SheetToWrite, writeSheet } from '../../../lib/sheets/write-sheet.ts'
import type { Board } from './board.ts'
import { partWords, texts } from './boards.texts.ts'
import type { Deeds } from './deeds.sql.ts'
import { leaderTexts } from './leader.texts.ts'
import { type BoardRow, countedAs, type Measure, onTimeShare, received } from './measure.ts'
import { periodLabel } from './period-label.ts'

/**
 * The figures of a board as a file. A .csv holds one line for each unit and period, with stable headings; an .xlsx
 * holds sheets by unit, by period, and of the reports themselves.
 */
export function figuresFile(
  format: 'csv' | 'xlsx',
  board: Board,
  rows: readonly BoardRow[],
  locale: Locale,
): Promise<Uint8Array> {
  if (format === 'csv') return writeSheet({ format, sheets: [unitPeriodSheet(board, locale)] })
  const units = linesOf(board)
  return writeSheet({
    sheets: [
      sheetOf(texts.sheetUnits[locale], [unitColumn(locale)], units.map(unitLine), locale),
      sheetOf(
        texts.sheetPeriods[locale],
        periodColumns(locale),
        board.periods.map(periodLine(locale)),
        locale,
      ),
      rowsSheet(rows, locale),
    ],
  })
}

/** What was done in a year, by form and month: a line for each. */
export function resultsFile(
  format: 'csv' | 'xlsx',
  deeds: readonly Deeds[],
  formNames: ReadonlyMap<string, string>,
  locale: Locale,
): Promise<Uint8Array> {
  const t = leaderTexts
  const number = (key: string, title: Bilingual): SheetColumn => ({
    key,
    title: title[locale],
    kind: 'number',
  })
  const columns: SheetColumn[] = [
    { key: 'code', title: t.formCode[locale], kind: 'text', width: 20 },
    { key: 'form', title: t.form[locale], kind: 'text', width: 40 },
    number('month', t.monthColumn),
    number('activities', t.activities),
    number('units', t.units),
    number('people', t.people),
    number('views', t.views),
  ]
  const rows = deeds.map(({ form: code, ...d }) => ({ code, form: formNames.get(code) ?? code, ...d }))
  return writeSheet({ format, sheets: [{ name: t.byForm[locale], columns, rows }] })
}

type Line = { keys: Record<string, CellValue>; measure: Measure }

function linesOf(board: Board) {
  return board.groups.flatMap((g) => g.units)
}

function unitLine(unit: { name: string; sum: Measure }): Line {
  return { keys: { unit: unit.name }, measure: unit.sum }
}

function periodLine(locale: Locale): (measure: Measure) => Line {
  return (measure) => {
    const code = String(measure.keys.period)
    return { keys: { period: periodLabel(code)[locale], code }, measure }
  }
}

function unitPeriodSheet(board: Board, locale: Locale): SheetToWrite {
  const lines = linesOf(board).flatMap((unit) =>
    [...unit.byPeriod.values()].map((measure): Line => {
      const { keys } = periodLine(locale)(measure)
      return { keys: { unit: unit.name, ...keys }, measure }
    }),
  )
  return sheetOf(texts.heat[locale], [unitColumn(locale), ...periodColumns(locale)], lines, locale)
}

function unitColumn(locale: Locale): SheetColumn {
  return { key: 'unit', title: texts.unit[locale], kind: 'text', width: 44 }
}

function periodColumns(locale: Locale): SheetColumn[] {
  return [
    { key: 'code', title: texts.code[locale], kind: 'text', width: 12 },
    { key: 'period', title: texts.period[locale], kind: 'text', width: 16 },
  ]
}

function sheetOf(name: string, keys: SheetColumn[], lines: readonly Line[], locale: Locale): SheetToWrite {
  const number = (key: string, title: Bilingual): SheetColumn => ({
    key,
    title: title[locale],
    kind: 'number',
  })
  const columns = [
    ...keys,
    ...(['expected', 'due', 'received', ...countedAs] as const).map((p) => number(p, partWords[p])),
    number('share', texts.onTimeColumn),
    number('completeness', texts.completenessColumn),
    number('median', texts.medianLate),
    number('returns', texts.returns),
  ]
  return { name, columns, rows: lines.map(({ keys: own, measure }) => ({ ...own, ...figuresOf(measure) })) }
}

function figuresOf(m: Measure): Record<string, CellValue> {
  const percent = (share: number | null) => (share === null ? null : Math.round(share * 1000) / 10)
  return {
    expected: m.expected,
    due: m.due,
    received: received(m),
    ...m.counts,
    share: percent(onTimeShare(m)),
    completeness: percent(m.completeness),
    median: m.medianDaysLate,
    returns: m.returns,
  }
}

function rowsSheet(rows: readonly BoardRow[], locale: Locale): SheetToWrite {
  const column = (key: string, title: Bilingual, kind: SheetColumn['kind'], width?: number): SheetColumn => ({
    ...{ key, title: title[locale], kind },
    ...(width ? { width } : {}),
  })
  return {
    name: texts.sheetRows[locale],
    columns: [
      column('unit', texts.unit, 'text', 44),
      column('duty', texts.duty, 'text'),
      column('code', texts.code, 'text', 12),
      column('due', texts.due, 'date'),
      column('handed', texts.handedIn, 'date'),
      column('state', texts.state, 'text', 20),
      column('days', texts.lateBy, 'number'),
      column('completeness', texts.completenessColumn, 'number'),
    ],
    rows: rows.map((r) => ({
      unit: r.ownUnitName,
      duty: r.dutyName,
      code: r.period,
      due: r.dueDay,
      handed: r.submittedDay,
      state: partWords[r.countedAs][locale],
      days: r.days,
      completeness: r.completeness === null ? null : Math.round(r.completeness * 1000) / 10,
    })),
  }
}

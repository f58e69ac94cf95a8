import { dayOf } from '../../../lib/calendar/day.ts'
import { notFound } from '../../../lib/errors.ts'
import { sendBytes } from '../../../lib/http/downloads.ts'
import { actorOf, type Request, type Route } from '../../../lib/http/route.ts'
import { words } from '../../../lib/text/words.ts'
import { officePage } from '../../../ui/answer.tsx'
import { catalogueOf, programmesOf } from '../../plans/plans.ts'
import { boardOf, rowsOf } from './board.ts'
import { addressWith, type BoardQuery, readBoardQuery } from './board-query.ts'
import { texts } from './boards.texts.ts'
import { deedsOf } from './deeds.ts'
import { figuresFile, resultsFile } from './figures-sheet.ts'
import { leaderTexts } from './leader.texts.ts'
import { selectBoardLabel } from './marks.sql.ts'
import type { Scope } from './measure.ts'
import { boardView, leaderView, partName, rowsView } from './pages/views.tsx'
import { periodLabel } from './period-label.ts'
import { boardRows } from './rows.sql.ts'

export const reportingBoardRoutes: readonly Route[] = [
  { method: 'GET', path: '/reporting', who: 'signedIn', handle: board },
  { method: 'GET', path: '/reporting/leader', who: 'signedIn', handle: leader },
  { method: 'GET', path: '/reporting/rows', who: 'signedIn', handle: rows },
  { method: 'GET', path: '/reporting/results.csv', who: 'signedIn', handle: (c) => results(c, 'csv') },
  { method: 'GET', path: '/reporting/results.xlsx', who: 'signedIn', handle: (c) => results(c, 'xlsx') },
  { method: 'GET', path: '/reporting/figures.csv', who: 'signedIn', handle: (c) => figures(c, 'csv') },
  { method: 'GET', path: '/reporting/figures.xlsx', who: 'signedIn', handle: (c) => figures(c, 'xlsx') },
]

const pageSize = 50
/** A file is read by programs: everything of a year, within reason. */
const mostRows = 50_000
const mimes = { csv: 'text/csv', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }

interface Asked extends BoardQuery {
  years: number[]
  label: string
}

async function read(c: Request): Promise<Asked> {
  const actor = actorOf(c)
  const today = dayOf(c.get('now'))
  const { years, label } = await selectBoardLabel(c.get('db'), actor.provinceId)
  const thisYear = Number(today.slice(0, 4))
  const usual = years.find((y) => y <= thisYear) ?? thisYear
  return { ...readBoardQuery(actor, c.req.query(), today, usual), years, label }
}

async function filterOf(c: Request, action: string, asked: Asked, kept: readonly string[]) {
  const actor = actorOf(c)
  const programmes = await programmesOf(c.get('db'), actor.provinceId)
  return {
    action,
    values: asked.wrongDay === null ? asked.values : { ...asked.values, as_of: asked.wrongDay },
    years: asked.years,
    programmes: programmes.map((p) => ({ value: p.code, label: p[c.get('locale')] })),
    mayChooseMap: actor.reach === 'province',
    kept,
  }
}

async function board(c: Request): Promise<Response> {
  const asked = await read(c)
  const { scope, label } = asked
  const locale = c.get('locale')
  const shown = await boardOf(c.get('db'), scope, { locale, label, overdue: 12 })
  const unitName = scope.under === undefined ? null : (shown.names.get(scope.under) ?? null)
  if (scope.under !== undefined && unitName === null) throw notFound()
  const filter = await filterOf(c, '/reporting', asked, ['under', 'duty', 'period'])
  const title = unitName ?? texts.board[locale]
  const crumbs = [
    { href: '/reporting', label: texts.board[locale] },
    ...(unitName ? [{ href: addressWith('/reporting', asked.values), label: unitName }] : []),
  ]
  return officePage(
    c,
    { title, crumbs, ...wrongDayNotice(asked) },
    boardView({ board: shown, filter, asOf: scope.asOf, unitName }),
  )
}

function wrongDayNotice({ wrongDay }: Asked) {
  return wrongDay === null ? {} : { notices: [{ tone: 'warn' as const, ...texts.wrongDay }] }
}

async function rows(c: Request): Promise<Response> {
  const asked = await read(c)
  const { scope, part, unit, page } = asked
  const locale = c.get('locale')
  const t = words(texts, locale)
  const wanted = { part, unit, limit: pageSize, offset: (page - 1) * pageSize }
  const found = await rowsOf(c.get('db'), scope, wanted, asked.label)
  const values: Record<string, string> = { ...asked.values }
  if (part) values['part'] = part
  if (unit) values['unit'] = String(unit)
  const filter = await filterOf(c, '/reporting/rows', asked, ['under', 'duty', 'period', 'part', 'unit'])
  const of = [partName(part, locale), ...(scope.period ? [periodLabel(scope.period)[locale]] : [])]
  const title = t.rowsOf(of.join(', '))
  const crumbs = [
    { href: addressWith('/reporting', asked.values), label: t.board },
    { href: addressWith('/reporting/rows', values), label: title },
  ]
  const view = rowsView({
    title,
    asOf: scope.asOf,
    part,
    ...found,
    page,
    pageSize,
    pageAddress: (n) => addressWith('/reporting/rows', values, { page: n }),
    filter: { ...filter, values: { ...values, ...filter.values } },
  })
  return officePage(c, { title, crumbs, ...wrongDayNotice(asked) }, view)
}

async function leader(c: Request): Promise<Response> {
  const asked = await read(c)
  const { scope, label } = asked
  const [db, locale] = [c.get('db'), c.get('locale')]
  const { year, deeds, formNames } = await resultsOf(c, scope)
  const within = { from: `01/01/${year}`, to: `31/12/${year}` }
  const view = leaderView({
    board: await boardOf(db, scope, { locale, label, overdue: 0 }),
    deeds,
    formNames,
    filter: await filterOf(c, '/reporting/leader', asked, []),
    asOf: scope.asOf,
    activitiesAddress: scope.programme
      ? null
      : (form) => addressWith('/activities', { ...within, ...(form ? { form } : {}) }),
  })
  return officePage(c, { title: leaderTexts.leader[locale], ...wrongDayNotice(asked) }, view)
}

/** What was done in the year of the scope, and the names of the forms. */
async function resultsOf(c: Request, { year: asked, today, provinceId, reach, programme }: Scope) {
  const year = asked ?? Number(today.slice(0, 4))
  const { forms } = await catalogueOf(c.get('db'), provinceId)
  const deeds = await deedsOf(c.get('db'), provinceId, { year, reach, programme }, today)
  return { year, deeds, formNames: new Map(forms.map((f) => [f.code, f[c.get('locale')]])) }
}

async function results(c: Request, format: 'csv' | 'xlsx'): Promise<Response> {
  const { scope } = await read(c)
  const { year, deeds, formNames } = await resultsOf(c, scope)
  const file = await resultsFile(format, deeds, formNames, c.get('locale'))
  return sendBytes(file, mimes[format], `ket-qua-${year}.${format}`)
}

async function figures(c: Request, format: 'csv' | 'xlsx'): Promise<Response> {
  const { scope, label } = await read(c)
  const locale = c.get('locale')
  const db = c.get('db')
  const shown = await boardOf(db, scope, { locale, label, overdue: 0 })
  const list = format === 'xlsx' ? (await boardRows(db, scope, { limit: mostRows, after: 0 })).rows : []
  const name = `bao-cao-${scope.year}-${scope.asOf}.${format}`
  return sendBytes(await figuresFile(format, shown, list, locale), mimes[format], name)
}

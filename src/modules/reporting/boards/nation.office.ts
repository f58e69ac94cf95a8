import { dayOf } from '../../../lib/calendar/day.ts'
import { invalid } from '../../../lib/errors.ts'
import { readForm } from '../../../lib/http/forms.ts'
import { actorOf, type Request, type Route } from '../../../lib/http/route.ts'
import { officePage, redirect } from '../../../ui/answer.tsx'
import { programmeCodes } from '../../plans/plan.ts'
import { readBoardQuery } from './board-query.ts'
import { programmeWords } from './boards.texts.ts'
import { sharesWithNation } from './nation.sql.ts'
import { nationTexts } from './nation.texts.ts'
import { nationView, sharingView } from './pages/views.tsx'
import { nationFor, setSharing } from './sharing.ts'

export const nationRoutes: readonly Route[] = [
  { method: 'GET', path: '/nation', who: ['province_lead', 'auditor', 'administrator'], handle: nation },
  { method: 'GET', path: '/reporting/sharing', who: ['province_lead'], handle: showSharing },
  { method: 'POST', path: '/reporting/sharing', who: ['province_lead'], handle: changeSharing },
]

/** This year and the one before: enough for a course, and no more than is read at once. */
const yearsShown = 2

async function nation(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const today = dayOf(c.get('now'))
  const thisYear = Number(today.slice(0, 4))
  const { scope, values } = readBoardQuery(actor, c.req.query(), today, thisYear)
  const year = scope.year ?? thisYear
  const { programme, periodKind } = scope
  const asked = { today, fromYear: year - yearsShown + 1, year, programme, periodKind }
  const figures = await nationFor(c.get('db'), actor, asked)
  const locale = c.get('locale')
  const filter = {
    action: '/nation',
    values,
    years: [thisYear, thisYear - 1, thisYear - 2],
    programmes: programmeCodes.map((code) => ({ value: code, label: programmeWords[code][locale] })),
    mayChooseMap: false,
    mayChooseDay: false,
    kept: [],
  }
  return officePage(c, { title: nationTexts.nation[locale] }, nationView({ figures, filter, today }))
}

async function showSharing(c: Request): Promise<Response> {
  const shares = await sharesWithNation(c.get('db'), actorOf(c).provinceId)
  return officePage(c, { title: nationTexts.share[c.get('locale')] }, sharingView({ shares }))
}

async function changeSharing(c: Request): Promise<Response> {
  const { withNation } = await readForm(c)
  if (withNation !== 'yes' && withNation !== 'no')
    throw invalid([{ field: 'withNation', ...nationTexts.choose }])
  const share = withNation === 'yes'
  await c
    .get('db')
    .transaction()
    .execute((tx) => setSharing(tx, actorOf(c), share, c.get('now')))
  return redirect(c, '/reporting/sharing', share ? nationTexts.turnedOn : nationTexts.turnedOff)
}

import { addDays, dayOf } from '../../../lib/calendar/day.ts'
import { workingDayUntil } from '../../../lib/calendar/working-days.ts'
import { type Fault, notFound, Refusal } from '../../../lib/errors.ts'
import { type FormValues, readForm } from '../../../lib/http/forms.ts'
import { actorOf, type Request, type Route } from '../../../lib/http/route.ts'
import { officePage, redirect } from '../../../ui/answer.tsx'
import { groupsAsOf, holderOf } from '../../organisations/organisations.ts'
import { programmesOf } from '../../plans/plans.ts'
import type { Duty, ScopeLine } from '../obligation.ts'
import { selectTemplates } from '../templates/templates.sql.ts'
import { idOf, inTransaction, one, todayOf, unitsToday } from './asking.ts'
import { selectDuties, selectScopes } from './duties.sql.ts'
import { dutyTexts } from './duties.texts.ts'
import { changeDuty } from './duties.ts'
import { oneOffTexts as t } from './one-off.texts.ts'
import { askOnce, oneOffFacts } from './one-off.ts'
import { emptyOneOff, oneOffInput, oneOffValues } from './one-off-form.ts'
import { OneOffPage } from './pages/one-off-page.tsx'
import { view } from './pages/view.tsx'

const at = '/reporting/duties'
const lead = ['province_lead'] as const

/** Reports that are asked for once, outside the periods. */
export const oneOffRoutes: readonly Route[] = [
  { method: 'GET', path: `${at}/one-off`, who: lead, handle: begin },
  { method: 'POST', path: `${at}/one-off`, who: lead, handle: ask },
  { method: 'GET', path: `${at}/:id{[0-9]+}/one-off`, who: lead, handle: edit },
  { method: 'POST', path: `${at}/:id{[0-9]+}/one-off`, who: lead, handle: change },
]

/** The programme's lead receives it unless somebody else is named. */
async function begin(c: Request): Promise<Response> {
  const { provinceId } = actorOf(c)
  const today = todayOf(c)
  const [first] = await programmesOf(c.get('db'), provinceId)
  const holder = first && (await holderOf(c.get('db'), provinceId, first.leadFunction, today, first.code))
  const values = emptyOneOff(c.get('now'), workingDayUntil(addDays(today, 7)))
  return form(c, null, { ...values, ...(holder ? { toUnitId: String(holder.id) } : {}) }, [])
}

async function form(c: Request, duty: Duty | null, values: FormValues, faults: readonly Fault[]) {
  const db = c.get('db')
  const { provinceId } = actorOf(c)
  const locale = c.get('locale')
  const option = (id: number | string, label: string) => ({ value: String(id), label })
  const { rows } = await unitsToday(c)
  const body = view(OneOffPage, {
    duty,
    values,
    faults,
    programmes: (await programmesOf(db, provinceId)).map((p) => option(p.code, p[locale])),
    templates: (await selectTemplates(db, provinceId)).map((x) => option(x.id, x.name[locale])),
    groups: (await groupsAsOf(db, provinceId, todayOf(c))).map((g) => option(g.id, g.name)),
    units: rows.map((u) => option(u.id, `${'\u2003'.repeat(u.depth)}${u.name}`)),
  })
  const title = duty ? duty.name : t.ask[locale]
  const crumbs = [{ href: at, label: dutyTexts.duties[locale] }]
  return officePage(c, { title, crumbs, status: faults.length > 0 ? 422 : 200 }, body)
}

async function ask(c: Request): Promise<Response> {
  const values = await readForm(c)
  return kept(c, null, values, async () => {
    const input = oneOffInput(values, (await unitsToday(c)).rows)
    const { id, units } = await inTransaction(c, (tx) => askOnce(tx, actorOf(c), input, c.get('now')))
    return redirect(c, `${at}/${id}`, { tone: 'good', vi: t.asked.vi(units), en: t.asked.en(units) })
  })
}

async function asked(c: Request): Promise<{ duty: Duty; scope: ScopeLine[] }> {
  const { provinceId } = actorOf(c)
  const duty = (await selectDuties(c.get('db'), provinceId, { ids: [idOf(c)] }))[0]
  if (!duty?.once) throw notFound()
  return { duty, scope: (await selectScopes(c.get('db'), provinceId, [duty.id])).get(duty.id) ?? [] }
}

async function edit(c: Request): Promise<Response> {
  const { duty, scope } = await asked(c)
  return form(c, duty, oneOffValues(duty, scope), [])
}

/** The last day of the figures is what the report is known by: it stays. */
async function change(c: Request): Promise<Response> {
  const values = await readForm(c)
  const { duty } = await asked(c)
  return kept(c, duty, values, async () => {
    const to = duty.once?.to ?? dayOf(c.get('now'))
    const input = oneOffInput({ ...values, to }, (await unitsToday(c)).rows)
    const { validFrom, validTo } = duty
    const facts = { ...oneOffFacts(input), scope: input.scope, validFrom, validTo }
    const version = Number(one(values, 'version'))
    await inTransaction(c, (tx) => changeDuty(tx, actorOf(c), duty.id, version, facts, c.get('now')))
    return redirect(c, `${at}/${duty.id}`, { tone: 'good', ...dutyTexts.saved })
  })
}

async function kept(c: Request, duty: Duty | null, values: FormValues, body: () => Promise<Response>) {
  try {
    return await body()
  } catch (refusal) {
    if (refusal instanceof Refusal && refusal.kind === 'invalid') return form(c, duty, values, refusal.faults)
    throw refusal
  }
}

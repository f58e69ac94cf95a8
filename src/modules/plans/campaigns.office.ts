import { dayOf, parseDay } from '../../lib/calendar/day.ts'
import { type Fault, Refusal } from '../../lib/errors.ts'
import type { FormValues } from '../../lib/http/forms.ts'
import { actorOf, type Request, type Route } from '../../lib/http/route.ts'
import { officePage, redirect } from '../../ui/answer.tsx'
import { groupsAsOf, membersOfGroup } from '../organisations/organisations.ts'
import { formOf, idOf, many, one, planningUnits, unitsToday } from './asking.ts'
import { campaignAddress } from './campaign.ts'
import { texts } from './campaigns.texts.ts'
import { selectProgrammes } from './catalogue.sql.ts'
import { CampaignPage, CampaignsPage, NewCampaignPage } from './pages/campaign-pages.tsx'
import { view } from './pages/view.tsx'
import { plansAddress, shownTitle } from './plan.ts'
import { campaignProgress, campaignsOf, openCampaign } from './plans.campaigns.ts'
import { canRunCampaigns, writesFor } from './plans.policy.ts'
import { texts as planTexts } from './plans.texts.ts'
import { plansWhere } from './plans.ts'

export const campaignRoutes: readonly Route[] = [
  { method: 'GET', path: '/planning-campaigns', who: 'signedIn', handle: list },
  { method: 'GET', path: '/planning-campaigns/new', who: ['province_lead'], handle: (c) => fresh(c, {}, []) },
  { method: 'POST', path: '/planning-campaigns', who: ['province_lead'], handle: create },
  { method: 'GET', path: '/planning-campaigns/:id{[0-9]+}', who: 'signedIn', handle: show },
]

function crumbs(c: Request, here: string | null) {
  const locale = c.get('locale')
  const list: { label: string; href: string }[] = [
    { label: planTexts.plans[locale], href: plansAddress() },
    { label: texts.campaigns[locale], href: '/planning-campaigns' },
  ]
  return here === null ? list : [...list, { label: here, href: c.req.path }]
}

async function programmeNames(c: Request): Promise<(id: number) => string> {
  const programmes = await selectProgrammes(c.get('db'), actorOf(c).provinceId)
  return (id) => programmes.find((p) => p.id === id)?.[c.get('locale')] ?? ''
}

async function list(c: Request): Promise<Response> {
  return officePage(
    c,
    { title: texts.campaigns[c.get('locale')], crumbs: crumbs(c, null) },
    view(CampaignsPage, {
      campaigns: await campaignsOf(c.get('db'), actorOf(c).provinceId),
      programme: await programmeNames(c),
      mayOpen: canRunCampaigns(actorOf(c)),
    }),
  )
}

async function show(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const today = dayOf(c.get('now'))
  const { campaign, units } = await campaignProgress(c.get('db'), actor.provinceId, idOf(c), today)
  const { nameOf } = await unitsToday(c)
  return officePage(
    c,
    { title: campaign.name, crumbs: crumbs(c, campaign.name) },
    view(CampaignPage, {
      campaign,
      programme: (await programmeNames(c))(campaign.programmeId),
      units,
      unitName: nameOf,
      mine: writesFor(actor),
    }),
  )
}

async function fresh(c: Request, values: FormValues, faults: readonly Fault[]): Promise<Response> {
  const { provinceId } = actorOf(c)
  const db = c.get('db')
  const locale = c.get('locale')
  const programmes = await selectProgrammes(db, provinceId)
  const { plans } = await plansWhere(db, provinceId, {}, 100)
  const groups = await groupsAsOf(db, provinceId, dayOf(c.get('now')))
  const year = Number(dayOf(c.get('now')).slice(0, 4))
  const usual = { year: String(year + 1), opens: `01/10/${year}`, closes: `31/12/${year}` }
  return officePage(
    c,
    {
      title: texts.open[locale],
      crumbs: crumbs(c, texts.open[locale]),
      ...(faults.length > 0 ? { status: 422 as const } : {}),
    },
    view(NewCampaignPage, {
      programmes: programmes.map((p) => ({ value: String(p.id), label: p[locale] })),
      plans: plans.map((p) => ({
        value: String(p.id),
        label: [p.number, shownTitle(p.title)].filter(Boolean).join(' – '),
      })),
      units: planningUnits(await unitsToday(c)),
      groups: groups.map((g) => ({ value: String(g.id), label: g.name })),
      values: { ...usual, ...values },
      faults,
    }),
  )
}

async function create(c: Request): Promise<Response> {
  const v = await formOf(c)
  const actor = actorOf(c)
  const [opens, closes] = [parseDay(one(v, 'opens')), parseDay(one(v, 'closes'))]
  const year = Number(one(v, 'year'))
  const faults: Fault[] = []
  if (!one(v, 'name')) faults.push({ field: 'name', ...texts.needName })
  if (!Number.isInteger(year) || year < 2000) faults.push({ field: 'year', ...texts.needYear })
  if (!opens || !closes) faults.push({ field: opens ? 'closes' : 'opens', ...texts.needDays })
  if (faults.length > 0 || !opens || !closes) return fresh(c, v, faults)
  const unitIds = new Set(many(v, 'unitIds').map(Number))
  const today = dayOf(c.get('now'))
  for (const group of many(v, 'groupIds').map(Number)) {
    for (const unit of await membersOfGroup(c.get('db'), actor.provinceId, group, today)) unitIds.add(unit.id)
  }
  const campaign = {
    programmeId: Number(one(v, 'programmeId')),
    year,
    name: one(v, 'name'),
    opens,
    closes,
    parentPlanId: Number(one(v, 'parentPlanId')) || null,
    unitIds: [...unitIds],
  }
  try {
    const id = await c
      .get('db')
      .transaction()
      .execute((tx) => openCampaign(tx, actor, campaign, c.get('now')))
    return redirect(c, campaignAddress(id), texts.opened)
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.kind !== 'invalid') throw refusal
    return fresh(c, v, refusal.faults)
  }
}

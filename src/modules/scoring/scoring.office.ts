import { type Actor, reaches } from '../../lib/actor.ts'
import { dayOf, parseDay } from '../../lib/calendar/day.ts'
import { writeDocx } from '../../lib/documents/out/docx.ts'
import { type Fault, Refusal } from '../../lib/errors.ts'
import { sendBytes } from '../../lib/http/downloads.ts'
import { type FormValues, readForm } from '../../lib/http/forms.ts'
import { actorOf, type MenuItem, type Request, type Route } from '../../lib/http/route.ts'
import { officePage, redirect } from '../../ui/answer.tsx'
import { groupsAsOf, membersOfGroup } from '../organisations/organisations.ts'
import { programmesOf } from '../plans/plans.ts'
import { appraisalRoutes } from './appraisal.office.ts'
import { idOf, one } from './asking.ts'
import { criteriaRoutes } from './criteria.office.ts'
import { CampaignBoardPage } from './pages/board-page.tsx'
import { ScoringHomePage } from './pages/home-page.tsx'
import { NewScoringPage } from './pages/new-campaign-page.tsx'
import { ResultsPage } from './pages/results-page.tsx'
import { RisksPage } from './pages/risks-page.tsx'
import { view } from './pages/view.tsx'
import { campaignAddress, scoringAddress } from './score.ts'
import { resultsDocument } from './score-document.ts'
import { resultsWorkbook } from './score-sheet.ts'
import { computeAgain, openScoring, publishScores } from './scoring.campaigns.ts'
import { texts } from './scoring.texts.ts'
import { campaignSeenBy, criteriaOf, risksSeenBy, scoringHome } from './scoring.ts'
import { sheetRoutes } from './sheets.office.ts'

const lead = ['province_lead'] as const

/** Every door of the room. */
export const scoringRoutes: readonly Route[] = [
  { method: 'GET', path: '/scoring', who: 'signedIn', handle: home },
  { method: 'GET', path: '/scoring/campaigns/new', who: lead, handle: (c) => fresh(c, {}, []) },
  { method: 'POST', path: '/scoring/campaigns', who: lead, handle: create },
  { method: 'GET', path: '/scoring/campaigns/:id', who: 'signedIn', handle: board },
  { method: 'GET', path: '/scoring/campaigns/:id/risks', who: 'signedIn', handle: risks },
  {
    method: 'GET',
    path: '/scoring/campaigns/:id/results',
    who: 'signedIn',
    handle: (c) => results(c, []),
  },
  { method: 'GET', path: '/scoring/campaigns/:id/results.xlsx', who: 'signedIn', handle: xlsx },
  { method: 'GET', path: '/scoring/campaigns/:id/results.docx', who: 'signedIn', handle: docx },
  { method: 'POST', path: '/scoring/campaigns/:id/computing', who: lead, handle: compute },
  { method: 'POST', path: '/scoring/campaigns/:id/publication', who: lead, handle: publish },
  ...sheetRoutes,
  ...appraisalRoutes,
  ...criteriaRoutes,
]

export const scoringMenu: MenuItem = {
  label: texts.scoring,
  href: scoringAddress,
  icon: 'medal',
  who: 'signedIn',
}

function crumbs(c: Request, ...further: { label: string; href: string }[]) {
  return [{ label: texts.scoring[c.get('locale')], href: scoringAddress }, ...further]
}

async function home(c: Request): Promise<Response> {
  const props = await scoringHome(c.get('db'), actorOf(c))
  return officePage(
    c,
    { title: texts.scoring[c.get('locale')], crumbs: crumbs(c) },
    view(ScoringHomePage, props),
  )
}

async function board(c: Request): Promise<Response> {
  const seen = await campaignSeenBy(c.get('db'), actorOf(c), idOf(c), dayOf(c.get('now')))
  const { name, id } = seen.campaign
  const here = crumbs(c, { label: name, href: campaignAddress(id) })
  return officePage(c, { title: name, crumbs: here }, view(CampaignBoardPage, { seen }))
}

async function risks(c: Request): Promise<Response> {
  const seen = await risksSeenBy(c.get('db'), actorOf(c), idOf(c), dayOf(c.get('now')))
  const title = texts.atRisk[c.get('locale')]
  const { name, id } = seen.campaign
  const here = crumbs(c, { label: name, href: campaignAddress(id) }, { label: title, href: c.req.path })
  return officePage(
    c,
    { title: `${title}: ${name}`, crumbs: here },
    view(RisksPage, { seen, risks: seen.risks }),
  )
}

async function results(c: Request, faults: readonly Fault[]): Promise<Response> {
  const actor = actorOf(c)
  const seen = await campaignSeenBy(c.get('db'), actor, idOf(c), dayOf(c.get('now')), { results: true })
  const title = texts.results[c.get('locale')]
  const { name, id } = seen.campaign
  const facts = {
    title: `${title}: ${name}`,
    crumbs: crumbs(c, { label: name, href: campaignAddress(id) }, { label: title, href: c.req.path }),
    ...(faults.length > 0 ? { status: 422 as const } : {}),
  }
  const mayOpen = sheetsOpenTo(actor, seen)
  return officePage(c, facts, view(ResultsPage, { seen, mayOpen, faults }))
}

/** Whose sheets, and so whose points line by line, this person may open. */
function sheetsOpenTo(actor: Actor, { mayAppraise }: { mayAppraise: boolean }) {
  return (unitId: number) => mayAppraise || reaches(actor, unitId)
}

async function xlsx(c: Request): Promise<Response> {
  const today = dayOf(c.get('now'))
  const actor = actorOf(c)
  const seen = await campaignSeenBy(c.get('db'), actor, idOf(c), today, { results: true })
  const mime = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return sendBytes(await resultsWorkbook(seen, sheetsOpenTo(actor, seen)), mime, `${seen.campaign.name}.xlsx`)
}

async function docx(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const today = dayOf(c.get('now'))
  const seen = await campaignSeenBy(c.get('db'), actor, idOf(c), today, { results: true })
  const issuer = actor.grants[0]?.unitId ?? 0
  const document = await resultsDocument(c.get('db'), actor.provinceId, seen, issuer, today)
  const mime = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  return sendBytes(await writeDocx(document), mime, `${seen.campaign.name}.docx`)
}

async function compute(c: Request): Promise<Response> {
  const n = await c
    .get('db')
    .transaction()
    .execute((tx) => computeAgain(tx, actorOf(c), idOf(c), c.get('now')))
  const said = { vi: texts.computed.vi(n), en: texts.computed.en(n) }
  return redirect(c, campaignAddress(idOf(c)), said)
}

async function publish(c: Request): Promise<Response> {
  const values = await readForm(c)
  const input = { decision: one(values, 'decision').slice(0, 300) || null }
  await c
    .get('db')
    .transaction()
    .execute((tx) => publishScores(tx, actorOf(c), idOf(c), input, c.get('now')))
  return redirect(c, `${campaignAddress(idOf(c))}/results`, texts.publishedNow)
}

async function fresh(c: Request, values: FormValues, faults: readonly Fault[]): Promise<Response> {
  const { provinceId } = actorOf(c)
  const [db, locale, today] = [c.get('db'), c.get('locale'), dayOf(c.get('now'))]
  const programmes = await programmesOf(db, provinceId)
  const versions = await criteriaOf(db, provinceId)
  const groups = await groupsAsOf(db, provinceId, today)
  const year = today.slice(0, 4)
  const usual = { year, opens: today, selfDue: `20/12/${year}`, explainDue: `15/01/${Number(year) + 1}` }
  const facts = {
    title: texts.openCampaign[locale],
    crumbs: crumbs(c, { label: texts.openCampaign[locale], href: c.req.path }),
    ...(faults.length > 0 ? { status: 422 as const } : {}),
  }
  const props = {
    programmes: programmes.map((p) => ({ value: p.code, label: p[locale] })),
    versions: versions.map((v) => ({
      value: String(v.id),
      label: `${v.setName} (${v.year}${v.number > 1 ? `, ${v.number}` : ''})`,
    })),
    groups: groups.map((g) => ({ value: String(g.id), label: g.name })),
    values: { ...usual, ...values },
    faults,
  }
  return officePage(c, facts, view(NewScoringPage, props))
}

async function create(c: Request): Promise<Response> {
  const values = await readForm(c)
  const actor = actorOf(c)
  const days = ['opens', 'selfDue', 'explainDue'].map((name) => parseDay(one(values, name)))
  const [opens, selfDue, explainDue] = days
  const year = Number(one(values, 'year'))
  const faults: Fault[] = []
  if (one(values, 'name').length < 5) faults.push({ field: 'name', ...texts.needName })
  if (!Number.isInteger(year) || year < 2000 || year > 2100) faults.push({ field: 'year', ...texts.needYear })
  for (const [i, name] of ['opens', 'selfDue', 'explainDue'].entries())
    if (!days[i]) faults.push({ field: name, ...texts.needDays })
  if (faults.length > 0 || !opens || !selfDue || !explainDue) return fresh(c, values, faults)
  const today = dayOf(c.get('now'))
  const members = await membersOfGroup(
    c.get('db'),
    actor.provinceId,
    Number(one(values, 'groupId')) || 0,
    today,
  )
  const programmes = await programmesOf(c.get('db'), actor.provinceId)
  const input = {
    name: one(values, 'name').slice(0, 300),
    year,
    programmeCode:
      programmes.find((p) => p.code === one(values, 'programme'))?.code ?? programmes[0]?.code ?? '',
    versionId: Number(one(values, 'versionId')) || 0,
    opens,
    selfDue,
    explainDue,
    unitIds: members.map((u) => u.id),
  }
  try {
    const id = await c
      .get('db')
      .transaction()
      .execute((tx) => openScoring(tx, actor, input, c.get('now')))
    return redirect(c, campaignAddress(id), texts.openedNow)
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.kind !== 'invalid') throw refusal
    return fresh(c, values, refusal.faults)
  }
}

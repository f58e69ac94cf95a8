import { dayOf } from '../../lib/calendar/day.ts'
import { type Fault, notFound, Refusal } from '../../lib/errors.ts'
import { type FormValues, readForm } from '../../lib/http/forms.ts'
import { actorOf, type Request, type Route } from '../../lib/http/route.ts'
import { officePage, redirect } from '../../ui/answer.tsx'
import { dayAsked, idAsked } from './asked.ts'
import { estateOf } from './estate.sql.ts'
import { type ReadGroup, readGroup, readGroupEnd, readStanding } from './group-forms.ts'
import { groupsOn, membersOn } from './groups.ts'
import { holdsOn, viewOn } from './history.ts'
import { treeAddress } from './organisation.ts'
import { carryOut } from './organisations.changes.ts'
import { canOrganise, organisers } from './organisations.policy.ts'
import { functionsIn } from './organisations.sql.ts'
import { texts } from './organisations.texts.ts'
import { fieldTexts } from './organisations-forms.texts.ts'
import { GroupFormPage } from './pages/group-form-page.tsx'
import { GroupPage } from './pages/group-page.tsx'
import { GroupsPage } from './pages/groups-page.tsx'

export const groupRoutes: readonly Route[] = [
  { method: 'GET', path: '/organisations/groups', who: 'signedIn', handle: showGroups },
  { method: 'GET', path: '/organisations/groups/new', who: organisers, handle: (c) => groupForm(c, null) },
  { method: 'POST', path: '/organisations/groups', who: organisers, handle: (c) => takeGroup(c, null) },
  { method: 'GET', path: '/organisations/groups/:id', who: 'signedIn', handle: (c) => showGroup(c) },
  {
    method: 'GET',
    path: '/organisations/groups/:id/revision',
    who: organisers,
    handle: (c) => groupForm(c, idAsked(c)),
  },
  {
    method: 'POST',
    path: '/organisations/groups/:id/revision',
    who: organisers,
    handle: (c) => takeGroup(c, idAsked(c)),
  },
  {
    method: 'POST',
    path: '/organisations/groups/:id/members',
    who: organisers,
    handle: takeStanding,
  },
  { method: 'POST', path: '/organisations/groups/:id/end', who: organisers, handle: takeEnd },
]

function crumbs(c: Request, label: string) {
  const locale = c.get('locale')
  return [
    { label: texts.title[locale], href: treeAddress() },
    { label: texts.menuGroups[locale], href: '/organisations/groups' },
    ...(label ? [{ label, href: '' }] : []),
  ]
}

async function estateFor(c: Request) {
  const { provinceId } = actorOf(c)
  const estate = await estateOf(c.get('db'), provinceId)
  const { day, today } = dayAsked(c)
  return { estate, day, today, rows: viewOn(estate.history, day) }
}

async function functionNames(c: Request): Promise<ReadonlyMap<string, string>> {
  const functions = await functionsIn(c.get('db'), actorOf(c).provinceId)
  return new Map(functions.map((f) => [f.code, f.name]))
}

async function showGroups(c: Request): Promise<Response> {
  const { estate, day, today, rows } = await estateFor(c)
  const names = await functionNames(c)
  const groups = groupsOn(estate.groups, day).map((g) => ({
    ...g,
    count: membersOn(estate.groups, g.id, rows, day).length,
    rule: estate.groups.versions.find((v) => v.groupId === g.id && holdsOn(v, day)) ?? null,
  }))
  return officePage(
    c,
    { title: texts.menuGroups[c.get('locale')], crumbs: crumbs(c, '') },
    <GroupsPage
      day={day}
      today={today}
      groups={groups}
      functionNames={names}
      mayChange={canOrganise(actorOf(c))}
    />,
  )
}

async function showGroup(
  c: Request,
  values: FormValues = {},
  faults: readonly Fault[] = [],
): Promise<Response> {
  const { estate, day, today, rows } = await estateFor(c)
  const id = idAsked(c)
  const versions = estate.groups.versions.filter((v) => v.groupId === id)
  const current = versions.find((v) => holdsOn(v, day)) ?? versions.at(-1)
  if (!current) throw notFound()
  const names = await functionNames(c)
  return officePage(
    c,
    { title: current.name, crumbs: crumbs(c, current.name), status: faults.length > 0 ? 422 : 200 },
    <GroupPage
      id={id}
      day={day}
      today={today}
      version={current}
      versions={versions}
      members={membersOn(estate.groups, id, rows, day)}
      explicit={estate.groups.members.filter((m) => m.groupId === id && holdsOn(m, day))}
      units={rows}
      functionName={names.get(current.functionCode ?? '') ?? null}
      mayChange={canOrganise(actorOf(c))}
      values={{ day: today, standing: 'added', ...values }}
      faults={faults}
    />,
  )
}

async function groupForm(
  c: Request,
  id: number | null,
  given: FormValues | null = null,
  faults: readonly Fault[] = [],
): Promise<Response> {
  const { estate, rows, today } = await estateFor(c)
  const version = estate.groups.versions.find((v) => v.groupId === id && holdsOn(v, today))
  if (id !== null && !version) throw notFound()
  const values = given ?? {
    day: today,
    name: version?.name ?? '',
    types: [...(version?.types ?? [])],
    levels: [...(version?.levels ?? [])],
    underId: String(version?.underId ?? ''),
    childrenOnly: version?.childrenOnly ? 'yes' : '',
    functionCode: version?.functionCode ?? '',
  }
  const functions = await functionsIn(c.get('db'), actorOf(c).provinceId)
  return officePage(
    c,
    {
      title: texts.menuGroups[c.get('locale')],
      crumbs: crumbs(c, version?.name ?? ''),
      status: faults.length > 0 ? 422 : 200,
    },
    <GroupFormPage
      id={id}
      name={version?.name ?? null}
      units={rows}
      functions={functions}
      values={values}
      faults={faults}
    />,
  )
}

async function takeGroup(c: Request, id: number | null): Promise<Response> {
  const values = await readForm(c)
  const { estate } = await estateFor(c)
  const codes = new Set(estate.groups.groups.map((g) => g.code))
  return take(c, readGroup(values, codes, id), (faults) => groupForm(c, id, values, faults))
}

async function takeStanding(c: Request): Promise<Response> {
  const values = await readForm(c)
  return take(c, readStanding(values, idAsked(c)), (faults) => showGroup(c, values, faults))
}

async function takeEnd(c: Request): Promise<Response> {
  const values = await readForm(c)
  const read = readGroupEnd(values, idAsked(c), dayOf(c.get('now')))
  return take(c, read, (faults) => showGroup(c, values, faults))
}

async function take(
  c: Request,
  read: ReadGroup,
  again: (faults: readonly Fault[]) => Promise<Response>,
): Promise<Response> {
  if (!read.ok) return again(read.faults)
  try {
    const actor = actorOf(c)
    const id = await c
      .get('db')
      .transaction()
      .execute((tx) => carryOut(tx, actor, read.proposal, c.get('now')))
    return redirect(c, `/organisations/groups/${id}`, fieldTexts.done)
  } catch (refusal) {
    if (refusal instanceof Refusal && refusal.kind === 'invalid') return again(refusal.faults)
    throw refusal
  }
}

import { addDays } from '../../lib/calendar/day.ts'
import { notFound } from '../../lib/errors.ts'
import { actorOf, type MenuItem, type Request, type Route } from '../../lib/http/route.ts'
import { words } from '../../lib/text/words.ts'
import { officePage } from '../../ui/answer.tsx'
import { areaById } from './areas.sql.ts'
import { dayAsked, idAsked } from './asked.ts'
import { changeRoutes } from './changes.office.tsx'
import { changesById, closingChangeOf } from './changes.sql.ts'
import { estateOf } from './estate.sql.ts'
import { exchangeRoutes } from './exchange.office.tsx'
import { branchesOf } from './families.ts'
import { functionRoutes } from './functions.office.tsx'
import { groupRoutes } from './groups.office.tsx'
import { groupsOn, membersOn } from './groups.ts'
import { holdsOn, viewOn } from './history.ts'
import { bareKey, nameKey } from './names/name-key.ts'
import { aliasesIn } from './names/names.sql.ts'
import { namesRoutes } from './names.office.tsx'
import { treeAddress, type UnitRow } from './organisation.ts'
import { canOrganise } from './organisations.policy.ts'
import { functionsIn } from './organisations.sql.ts'
import { texts } from './organisations.texts.ts'
import { unitsAsOf } from './organisations.ts'
import { TreePage } from './pages/tree-page.tsx'
import { UnitPage } from './pages/unit-page.tsx'
import { changesIn, storyOf } from './story.ts'

export const organisationsMenu: MenuItem = {
  label: texts.title,
  href: '/organisations',
  icon: 'building',
  who: 'signedIn',
}

export const organisationsRoutes: readonly Route[] = [
  { method: 'GET', path: '/organisations', who: 'signedIn', handle: showTree },
  { method: 'GET', path: '/organisations/units/:id', who: 'signedIn', handle: showUnit },
  ...changeRoutes,
  ...groupRoutes,
  ...functionRoutes,
  ...namesRoutes,
  ...exchangeRoutes,
]

async function showTree(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const { day, today } = dayAsked(c)
  const q = (c.req.query('q') ?? '').trim().slice(0, 200)
  const type = c.req.query('type') ?? ''
  const rows = await unitsAsOf(c.get('db'), actor.provinceId, day)
  const wanted = q || type ? wantedOf(rows, q, type) : null
  const w = words(texts, c.get('locale'))
  return officePage(
    c,
    { title: w.title, crumbs: [{ label: w.title, href: treeAddress() }] },
    <TreePage
      day={day}
      today={today}
      count={wanted ? wanted.size : rows.length}
      branches={branchesOf(rows, wanted)}
      values={{ day, q, type }}
      mayChange={canOrganise(actor)}
    />,
  )
}

/** Units whose name or code holds what was typed, whatever its marks. */
function wantedOf(rows: readonly UnitRow[], q: string, type: string): Set<number> {
  const sought = bareKey(nameKey(q))
  const plain = bareKey(q.toLowerCase())
  const wanted = rows.filter((r) => {
    if (type && r.type !== type) return false
    const name = bareKey(nameKey(r.name))
    const typed = bareKey(`${r.name} ${r.shortName ?? ''} ${r.headName ?? ''} ${r.code}`.toLowerCase())
    return name.includes(sought) || typed.includes(plain)
  })
  return new Set(wanted.map((r) => r.id))
}

async function showUnit(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const { provinceId } = actor
  const { day, today } = dayAsked(c)
  const db = c.get('db')
  const id = idAsked(c)
  const estate = await estateOf(db, provinceId)
  const life = estate.history.units.get(id)
  if (!life) throw notFound()
  const near = holdsOn(life, day) ? day : day < life.from ? life.from : addDays(life.to ?? day, -1)
  const rows = viewOn(estate.history, near)
  const unit = rows.find((r) => r.id === id)
  if (!unit) throw notFound()
  const closing = await closingChangeOf(db, provinceId, id)
  const changes = await changesById(db, provinceId, [...changesIn(estate, id), ...(closing ? [closing] : [])])
  const functions = new Map((await functionsIn(db, provinceId)).map((f) => [f.code, f.name]))
  const above = unit.parentId === null ? [] : rows.filter((r) => r.id === unit.parentId)
  const w = words(texts, c.get('locale'))
  return officePage(
    c,
    {
      title: unit.name,
      crumbs: [
        { label: w.title, href: treeAddress(day === today ? undefined : day) },
        { label: unit.name, href: '' },
      ],
    },
    <UnitPage
      day={day}
      today={today}
      unit={unit}
      life={life}
      parents={above}
      children={rows.filter((r) => r.parentId === id)}
      story={storyOf(estate, changes, id, closing)}
      holdings={estate.groups.holdings
        .filter((h) => h.unitId === id)
        .map((h) => ({ ...h, name: functions.get(h.functionCode) ?? h.functionCode }))}
      groups={groupsOn(estate.groups, near).filter((g) =>
        membersOn(estate.groups, g.id, rows, near).some((r) => r.id === id),
      )}
      area={unit.areaId === null ? null : await areaById(db, provinceId, unit.areaId)}
      aliases={(await aliasesIn(db, provinceId)).filter((a) => a.unitId === id)}
      mayChange={canOrganise(actor)}
    />,
  )
}

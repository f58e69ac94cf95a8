import { dayOf } from '../../lib/calendar/day.ts'
import { actorOf, type MenuItem, type Request, type Route } from '../../lib/http/route.ts'
import { officePage } from '../../ui/answer.tsx'
import { unitsAsOf } from '../organisations/organisations.ts'
import { listColumns } from '../publishing/publishing.ts'
import { approvalLinkRoutes } from './approvals/links.office.ts'
import { collaboratorRoutes } from './collaborators/collaborators.office.ts'
import { columnRoutes } from './columns/columns.office.ts'
import { variantCorrectionRoutes } from './corrections/corrections.office.ts'
import { coverageRoutes } from './coverage/coverage.office.ts'
import { canWrite, deskRoles } from './editorial.policy.ts'
import { texts } from './editorial.texts.ts'
import { deskAddress, type ItemState, itemStates } from './item.ts'
import { attachmentRoutes } from './items/attachments.office.ts'
import { itemRoutes } from './items/items.office.ts'
import { lifeRoutes } from './items/life.office.ts'
import { readingRoutes } from './items/reading.office.ts'
import { itemsSeenBy, unitNames, waitingFor } from './items/showing.ts'
import { kitRoutes } from './kits/kits.office.ts'
import { modelRoutes } from './models/models.office.ts'
import { monitoringRoutes } from './monitoring/monitoring.office.ts'
import { DeskPage, forMe } from './pages/desk-page.tsx'
import { view } from './pages/view.tsx'
import { plainnessRoutes } from './plainness/plainness.office.ts'
import { correctionRoutes } from './press/corrections.office.ts'
import { orientationRoutes } from './press/orientations.office.ts'
import { outletRoutes } from './press/outlets.office.ts'
import { pressRoutes } from './press/press.office.ts'
import { webColumnRoutes } from './press/web-columns.office.ts'
import { questionRoutes } from './questions/questions.office.ts'
import { shortcomingRoutes } from './shortcomings/shortcomings.office.ts'
import { stageRoutes } from './stages/stages.office.ts'
import { unreachedRoutes } from './unreached/unreached.office.ts'
import { upkeepRoutes } from './upkeep/upkeep.office.ts'
import { variantRoutes } from './variants/variants.office.ts'

/** Every door of the room. */
export const editorialRoutes: readonly Route[] = [
  { method: 'GET', path: deskAddress, who: deskRoles, handle: desk },
  ...itemRoutes,
  ...attachmentRoutes,
  ...lifeRoutes,
  ...readingRoutes,
  ...variantRoutes,
  ...variantCorrectionRoutes,
  ...approvalLinkRoutes,
  ...coverageRoutes,
  ...columnRoutes,
  ...collaboratorRoutes,
  ...stageRoutes,
  ...pressRoutes,
  ...kitRoutes,
  ...modelRoutes,
  ...shortcomingRoutes,
  ...questionRoutes,
  ...monitoringRoutes,
  ...orientationRoutes,
  ...outletRoutes,
  ...webColumnRoutes,
  ...correctionRoutes,
  ...upkeepRoutes,
  ...plainnessRoutes,
  ...unreachedRoutes,
]

export const editorialMenu: MenuItem = {
  label: texts.desk,
  href: deskAddress,
  icon: 'edit',
  who: deskRoles,
}

const pageSize = 20

async function desk(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const db = c.get('db')
  const today = dayOf(c.get('now'))
  const query = c.req.query()
  const page = Math.max(1, Number(query['page']) || 1)
  const state = itemStates.find((s) => s === query['state'])
  const filter = {
    states: state ? [state] : (itemStates.filter((s) => s !== 'dropped') as ItemState[]),
    kind: query['kind'] || undefined,
    unitId: Number(query['unit']) || undefined,
    columnId: Number(query['column']) || undefined,
    taskId: Number(query['task']) || undefined,
    words: query['words'] || undefined,
  }
  const waiting = await waitingFor(db, actor, today)
  const mine = waiting.filter((w) => w.why === 'toApprove').map((w) => w.item.id)
  const asked = query['state'] === forMe ? { ...filter, ids: mine } : filter
  const found = await itemsSeenBy(db, actor, asked, page, pageSize)
  const units = await unitsAsOf(db, actor.provinceId, today)
  const props = {
    ...found,
    ...{ page, pageSize, values: query },
    pageAddress: (n: number) => `${deskAddress}?${new URLSearchParams({ ...query, page: String(n) })}#items`,
    waiting,
    unitNames: await unitNames(db, actor.provinceId, today),
    units: units.map((u) => ({ id: u.id, name: u.name })),
    columns: await listColumns(db, actor.provinceId),
    mayWrite: actor.grants.some((g) => canWrite(actor, g)),
  }
  return officePage(c, { title: texts.desk[c.get('locale')] }, view(DeskPage, props))
}

import type { Actor } from '../../../lib/actor.ts'
import { dayOf } from '../../../lib/calendar/day.ts'
import type { DbOrTx } from '../../../lib/db/db.ts'
import { openTasksOf } from '../../assignments/assignments.ts'
import { unitsAsOf } from '../../organisations/organisations.ts'
import { catalogueOf, offered } from '../../plans/plans.ts'
import { listColumns, listTopics } from '../../publishing/publishing.ts'
import { canWrite } from '../editorial.policy.ts'
import { type Item, itemStates } from '../item.ts'
import { orientationsInForce } from '../press/orientations.ts'
import { selectItems } from './lists.sql.ts'
import { reachOf } from './showing.ts'

interface Choice {
  code: string
  vi: string
  en: string
}

/** What forms about items let one choose from. */
export interface Choices {
  units: { id: number; name: string }[]
  columns: { id: number; vi: string; en: string }[]
  topics: Choice[]
  tasks: { id: number; content: string; planTitle: string }[]
  forms: Choice[]
  themes: (Choice & { under: string | null })[]
  audiences: Choice[]
  /** Orientations of the press that it may follow. */
  orientations: { id: number; title: string }[]
  /** What a new item may be a translation of, those touched last first. */
  masters: { id: number; title: string }[]
}

export async function choicesFor(
  db: DbOrTx,
  actor: Actor,
  item:
    | (Pick<Item, 'unitId' | 'taskId'> &
        Partial<Pick<Item, 'formCode' | 'themeCodes' | 'audienceCodes' | 'orientationId'>>)
    | null,
  now: Date,
): Promise<Choices> {
  const { provinceId } = actor
  const today = dayOf(now)
  const units = (await unitsAsOf(db, provinceId, today)).filter((u) => canWrite(actor, { unitId: u.id }))
  const { forms, themes, audiences } = await catalogueOf(db, provinceId)
  const masters = item ? [] : await mastersFor(db, actor)
  const unitId = item?.unitId ?? actor.grants[0]?.unitId ?? 0
  return {
    units: units.map((u) => ({ id: u.id, name: u.name })),
    columns: (await listColumns(db, provinceId)).filter((c) => !c.retired),
    topics: (await listTopics(db, provinceId)).filter((t) => !t.retired),
    tasks: await openTasksOf(db, provinceId, unitId, item?.taskId ?? null, today),
    forms: offered(forms, [item?.formCode ?? null]),
    themes: offered(themes, item?.themeCodes ?? []),
    audiences: offered(audiences, item?.audienceCodes ?? []),
    orientations: await orientationsInForce(db, provinceId, item?.orientationId),
    masters,
  }
}

/** What an item may be joined into: everything else that is public. */
export async function mergeTargets(db: DbOrTx, actor: Actor, id: number): Promise<Choices['masters']> {
  const { items } = await selectItems(db, actor.provinceId, { isPublic: true, isMaster: true }, mostMasters)
  return items.filter((i) => i.id !== id).map((i) => ({ id: i.id, title: i.title }))
}

const mostMasters = 300

async function mastersFor(db: DbOrTx, actor: Actor): Promise<Choices['masters']> {
  const filter = {
    unitIds: reachOf(actor),
    states: itemStates.filter((s) => s !== 'dropped'),
    isMaster: true,
  }
  const { items } = await selectItems(db, actor.provinceId, filter, mostMasters)
  return items.map((i) => ({ id: i.id, title: i.title }))
}

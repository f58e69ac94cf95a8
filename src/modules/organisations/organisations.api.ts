import { z } from 'zod'
import { notFound } from '../../lib/errors.ts'
import { type ApiCaller, type ApiRoute, apiRoute } from '../../lib/http/api-route.ts'
import { apiDay, apiId, asOfQuery, idParam, idQuery, none } from '../../lib/http/api-shapes.ts'
import { levels, type UnitRow, unitTypes } from './organisation.ts'
import { subtreeIds, unitsAsOf } from './organisations.ts'

const unit = z.object({
  id: apiId,
  code: z.string(),
  name: z.string(),
  short_name: z.string().nullable(),
  type: z.enum(unitTypes),
  level: z.enum(levels),
  parent_id: apiId.nullable(),
  invited: z.boolean().meta({ description: 'Asked, not ordered: never late' }),
  since: apiDay.meta({ description: 'First day of the unit' }),
})

export const organisationsApi: readonly ApiRoute[] = [
  apiRoute({
    path: '/api/v1/units',
    tag: 'Units',
    operation: 'listUnits',
    summary: { vi: 'Cơ quan, đơn vị như vào một ngày', en: 'Units as they were on a day, parents first' },
    params: none,
    query: z.object({
      as_of: asOfQuery,
      under: idQuery.meta({ description: 'This unit and all below it' }),
    }),
    answer: z.object({ as_of: apiDay, data: z.array(unit) }),
    async handle({ db, caller, query, today }) {
      const day = query.as_of ?? today
      const below = query.under ? await subtreeIds(db, caller.provinceId, query.under, day) : null
      const rows = await unitsAsOf(db, caller.provinceId, day)
      const data = rows.filter((u) => within(caller, u.id) && (!below || below.has(u.id))).map(asUnit)
      return { as_of: day, data }
    },
  }),
  apiRoute({
    path: '/api/v1/units/:id',
    tag: 'Units',
    operation: 'readUnit',
    summary: { vi: 'Một đơn vị', en: 'One unit' },
    params: idParam,
    query: z.object({ as_of: asOfQuery }),
    answer: unit,
    async handle({ db, caller, params, query, today }) {
      const rows = await unitsAsOf(db, caller.provinceId, query.as_of ?? today)
      const found = rows.find((u) => u.id === params.id)
      if (!found || !within(caller, found.id)) throw notFound()
      return asUnit(found)
    },
  }),
]

function within({ reach }: ApiCaller, unitId: number): boolean {
  return reach === 'province' || reach.has(unitId)
}

function asUnit(u: UnitRow): z.input<typeof unit> {
  const { id, code, name, type, level, invited } = u
  return {
    id,
    code,
    name,
    short_name: u.shortName,
    type,
    level,
    parent_id: u.parentId,
    invited,
    since: u.from,
  }
}

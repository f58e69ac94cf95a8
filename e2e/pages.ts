import { officeRoutes } from '../src/app/office.ts'
import type { Db } from '../src/lib/db/db.ts'

/** One page of the program with real things in it, and who of the demonstration opens it. */
export interface PageToSee {
  path: string
  /** Of the cast; '' for a visitor. */
  name: string
}

/** Addresses that answer with no page of their own: downloads, scraps for scripts, ways through. */
const noPage =
  /\.(docx|pdf|xlsx|csv)$|\/(progress|file|thumbnail|export|code)(\/|$)|^\/$|:format|\/removal$|^\/new-password$/

const lead = 'Nguyễn Minh Tâm'
const officer = 'Trần Hữu Phúc'
const administrator = 'Đỗ Anh Tuấn'

/** Every GET route that shows a page to somebody, with the ids of things that the demonstration holds. */
export async function pagesToSee(db: Db): Promise<PageToSee[]> {
  const ids = await samples(db)
  return officeRoutes
    .filter((r) => r.method === 'GET' && !noPage.test(r.path))
    .flatMap((r) => {
      const room = r.path.split('/').findLast((_, i, all) => all[i + 1]?.startsWith(':')) ?? ''
      const sample = r.path.endsWith('/editor') ? ids['draft'] : ids[room]
      const path = r.path.replace(/:form\b/, 'merger').replace(/:id(\{[^}]+\})?/, String(sample ?? ''))
      if (path.includes(':') || (r.path.includes(':id') && !sample)) return []
      const mayLead = typeof r.who === 'string' || r.who.includes('province_lead')
      const own = /^\/(my-work|activities)/.test(path)
      if (r.who === 'public') return [{ path, name: '' }]
      return [{ path, name: own ? officer : mayLead ? lead : administrator }]
    })
}

async function samples(db: Db): Promise<Record<string, number>> {
  const unit = await db
    .selectFrom('organisations.unit_version')
    .select('unit_id as id')
    .where('name', '=', 'UBND phường Chung An')
    .executeTakeFirst()
  const plan = await db
    .selectFrom('plans.plan')
    .select('id')
    .where('number', '=', '25/KH-UBND')
    .executeTakeFirst()
  const draft = await db
    .selectFrom('plans.plan')
    .select('id')
    .where('state', '=', 'CONSULTING')
    .executeTakeFirst()
  const first = async (
    table:
      | 'plans.campaign'
      | 'accounts.account'
      | 'organisations.unit_group'
      | 'assignments.obstacle'
      | 'assignments.letter',
  ) => (await db.selectFrom(table).select('id').orderBy('id').executeTakeFirst())?.id ?? 0
  const reading = await db
    .selectFrom('plans.reading')
    .select('id')
    .where('plan_id', '=', plan?.id ?? 0)
    .executeTakeFirst()
  const activity = await db
    .selectFrom('assignments.activity as a')
    .innerJoin('assignments.activity_assignment as s', 's.activity_id', 'a.id')
    .select(['a.id', 's.assignment_id'])
    .where('a.unit_id', '=', unit?.id ?? 0)
    .executeTakeFirst()
  return {
    accounts: await first('accounts.account'),
    units: unit?.id ?? 0,
    groups: await first('organisations.unit_group'),
    plans: plan?.id ?? 0,
    draft: draft?.id ?? 0,
    campaigns: await first('plans.campaign'),
    'planning-campaigns': await first('plans.campaign'),
    'plan-readings': reading?.id ?? 0,
    assignments: activity?.assignment_id ?? 0,
    activities: activity?.id ?? 0,
    obstacles: await first('assignments.obstacle'),
    letters: await first('assignments.letter'),
  }
}

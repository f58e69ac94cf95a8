import { dayOf } from '../../lib/calendar/day.ts'
import type { DbOrTx } from '../../lib/db/db.ts'
import { province, unitAsOf } from '../organisations/organisations.ts'
import type { Plan } from './plan.ts'
import type { PrintablePlan } from './printable-plan.ts'
import { selectGroups, selectTasks } from './tasks.sql.ts'
import { selectCitations, selectRecipients, selectSections } from './text.sql.ts'

/** Everything a plan is printed from; what the plan leaves open is taken from the unit that owns it. */
export async function printablePlan(db: DbOrTx, plan: Plan, now: Date): Promise<PrintablePlan> {
  const { provinceId, id } = plan
  const day = plan.issued ?? dayOf(now)
  const unit = await unitAsOf(db, provinceId, plan.unitId, day)
  const parent = unit?.parentId ? await unitAsOf(db, provinceId, unit.parentId, day) : null
  const where = (await province(db, provinceId))?.name.replace(/\s*\(.*\)/, '') ?? ''
  return {
    plan,
    sections: await selectSections(db, provinceId, id),
    basis: (await selectCitations(db, provinceId, id))
      .filter((c) => c.role === 'BASIS')
      .map((c) => c.asPrinted),
    groups: await selectGroups(db, provinceId, id),
    tasks: await selectTasks(db, provinceId, id),
    recipients: (await selectRecipients(db, provinceId, id)).map((r) => r.asPrinted),
    defaults: {
      issuingBody: inFull(unit?.name ?? '', where),
      parentBody: parent ? inFull(parent.name, where) : null,
      place: where.replace(/^(tỉnh|thành phố)\s+/iu, ''),
      headTitle: unit?.headTitle ?? null,
    },
  }
}

/** 'UBND tỉnh' in a head is written out, with the name of the province. */
function inFull(name: string, where: string): string {
  const full = name.replace(/^UBND\b/u, 'Ủy ban nhân dân')
  return /(tỉnh|thành phố)$/iu.test(full) ? full.replace(/(tỉnh|thành phố)$/iu, where) : full
}

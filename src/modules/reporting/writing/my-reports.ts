import type { Actor } from '../../../lib/actor.ts'
import { addDays, type Day, dayOf } from '../../../lib/calendar/day.ts'
import type { Db } from '../../../lib/db/db.ts'
import { unitsAsOf } from '../../organisations/organisations.ts'
import { type ObligationRow, selectObligations } from '../obligations/lists.sql.ts'
import { standingOf } from '../report.ts'
import { versionContent } from './content.ts'
import { judge } from './life.ts'
import { fileOf, workingVersion } from './opening.ts'
import type { MyReportsProps, OwedCard } from './pages/my-reports-page.tsx'
import { periodWords } from './showing.ts'
import { canWrite } from './writing.policy.ts'

/** Reports become work to do so many days before they are due; until then they are coming. */
const workDays = 31
const farDays = 120

/** What the actor's units owe, have handed in, and what they have to receive. */
export async function myReports(db: Db, actor: Actor, now: Date): Promise<MyReportsProps> {
  const today = dayOf(now)
  const units = await unitsAsOf(db, actor.provinceId, today)
  const mine = units.filter((u) => canWrite(actor, u.id)).map((u) => u.id)
  const several = mine.length > 1
  const owed = { unitIds: mine, open: true, dueTo: addDays(today, farDays) }
  const open = (await selectObligations(db, actor.provinceId, owed, 60)).rows
  const since = { unitIds: mine, dueFrom: addDays(today, -200) }
  const recent = (await selectObligations(db, actor.provinceId, since, 200)).rows.filter(isHandedIn)
  const isNear = (o: ObligationRow) => o.reportId !== null || o.dueDay <= addDays(today, workDays)
  const cards = (rows: readonly ObligationRow[]) =>
    Promise.all(rows.map((o) => cardOf(db, actor, o, several, today)))
  return {
    today,
    toDo: await cards(open.filter(isNear).slice(0, 30)),
    coming: await cards(open.filter((o) => !isNear(o)).slice(0, 12)),
    handedIn: await cards(recent.toReversed().slice(0, 12)),
    toReceive: await cards((await toReceive(db, actor, today)).slice(0, 30)),
  }
}

function isHandedIn(o: ObligationRow): boolean {
  return o.reportState !== null && o.reportState !== 'draft' && o.reportState !== 'returned'
}

/** Reports that were handed in and wait for somebody of the actor's unit, or for the lead of their programme. */
async function toReceive(db: Db, actor: Actor, today: Day): Promise<ObligationRow[]> {
  const at = actor.grants.filter((g) => ['agency_head', 'agency_officer', 'province_lead'].includes(g.role))
  if (at.length === 0) return []
  const filter = { receivedBy: at.map((g) => g.unitId), dueFrom: addDays(today, -400) }
  const own = new Set(at.map((g) => g.unitId))
  const received = (await selectObligations(db, actor.provinceId, filter, 2000)).rows
  return received.filter((o) => o.reportState === 'submitted' && !own.has(o.unitId))
}

async function cardOf(
  db: Db,
  actor: Actor,
  o: ObligationRow,
  several: boolean,
  today: Day,
): Promise<OwedCard> {
  const facts = { ...o, state: o.reportState, isNil: o.isNil }
  return {
    obligationId: o.id,
    reportId: o.reportId,
    title: o.dutyName,
    period: periodWords(o.period),
    unitName: several || !canWrite(actor, o.unitId) ? o.unitName : null,
    state: o.reportState ?? 'none',
    standing: standingOf(facts, today),
    dueDay: o.dueDay,
    invited: o.invited,
    submittedDay: o.submittedDay,
    completeness:
      o.reportState === 'draft' || o.reportState === 'returned' ? await draftShare(db, o) : o.completeness,
  }

  async function draftShare(d: Db, row: ObligationRow): Promise<number | null> {
    if (row.reportId === null) return null
    const file = await fileOf(d, actor.provinceId, row.reportId)
    const working = await workingVersion(d, file)
    if (!working) return null
    const content = await versionContent(d, actor.provinceId, working.id)
    return (await judge(d, file, content, null)).completeness.score
  }
}

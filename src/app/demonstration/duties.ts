import type { Actor } from '../../lib/actor.ts'
import { addDays, type Day, dayOf, showDay } from '../../lib/calendar/day.ts'
import { readDeadline } from '../../lib/calendar/read-deadline.ts'
import { workingDayUntil } from '../../lib/calendar/working-days.ts'
import { groupsAsOf } from '../../modules/organisations/organisations.ts'
import { selectCutoffSets } from '../../modules/reporting/obligations/cutoffs.sql.ts'
import { openCutoffs } from '../../modules/reporting/obligations/cutoffs.ts'
import { selectDuties, selectScopes } from '../../modules/reporting/obligations/duties.sql.ts'
import { addDuty, changeDuty, confirmDuties } from '../../modules/reporting/obligations/duties.ts'
import { makeObligations } from '../../modules/reporting/obligations/making.ts'
import { askOnce } from '../../modules/reporting/obligations/one-off.ts'
import { proposeDuties } from '../../modules/reporting/obligations/proposing.ts'
import { remindOfReports } from '../../modules/reporting/obligations/reminding.ts'
import { moment, type Stage } from './stage.ts'

/** The reports that a plan asks for, confirmed by its lead; where the plan prints no day, the lead sets one. */
export async function playDuties(stage: Stage, actor: Actor, planId: number, at: Date): Promise<void> {
  const { tx, provinceId } = stage
  const ids = await proposeDuties(tx, actor, planId, at)
  const duties = await selectDuties(tx, provinceId, { ids })
  const scopes = await selectScopes(tx, provinceId, ids)
  for (const duty of duties.filter((d) => d.dueRule === null)) {
    const gathers = duties.some((d) => d.consolidatedById === duty.id)
    const dueAsPrinted = gathers
      ? 'chậm nhất 05 ngày làm việc sau hạn của cấp dưới'
      : 'chậm nhất ngày 15 tháng cuối của kỳ báo cáo'
    const dueRule = readDeadline(dueAsPrinted, duty.periodKind === 'once' ? undefined : duty.periodKind)
    const input = { ...duty, dueAsPrinted, dueRule, scope: scopes.get(duty.id) ?? [] }
    await changeDuty(tx, actor, duty.id, duty.version, input, at)
  }
  await confirmDuties(tx, actor, ids, at, dayOf(at))
}

/** A letter of last year asked for reports too: a duty laid down by hand. */
export async function playLetter(stage: Stage): Promise<void> {
  const { tx, provinceId } = stage
  const day: Day = `${stage.year - 1}-07-05`
  const at = moment(stage, day)
  await openCutoffs(tx, provinceId)
  const cutoffs = (await selectCutoffSets(tx, provinceId)).find((s) => s.code === 'general')
  const groups = await groupsAsOf(tx, provinceId, day)
  const scope = ['departments', 'commune_committees'].flatMap((code) => {
    const groupId = groups.find((g) => g.code === code)?.id
    return groupId === undefined ? [] : [{ unitId: null, groupId, exempt: false }]
  })
  const lead = stage.unit('SNV')
  const common = {
    ...{ programmeCode: 'PAR_COMMUNICATION', templateId: null, cutoffSetId: cutoffs?.id ?? null },
    workingDays: 'next',
    ...{ toUnitId: lead, toName: null, viaUnitId: null, consolidatedById: null },
    newUnits: 'next',
    ...{ unverified: false, validFrom: day, validTo: `${stage.year}-01-01` },
    source: `Công văn số 812/SNV-CCHC ngày 05/7/${stage.year - 1} của Sở Nội vụ (minh họa)`,
    scope: [...scope, { unitId: lead, groupId: null, exempt: true }],
  } as const
  const subject = 'kết quả công tác thông tin, tuyên truyền cải cách hành chính'
  const printed = 'chậm nhất ngày 20 tháng cuối của kỳ báo cáo'
  for (const [periodKind, name] of [
    ['quarter', `Báo cáo quý ${subject} ${stage.year - 1}`],
    ['year', `Báo cáo năm ${subject} ${stage.year - 1}`],
  ] as const) {
    const dueRule = readDeadline(printed, periodKind)
    const parts = periodKind === 'quarter' ? [3] : null
    const duty = { ...common, name, periodKind, parts, dueAsPrinted: printed, dueRule }
    await addDuty(tx, stage.person('tam'), duty, at)
  }
}

/** A report asked for once, today: every commune finds it among its own, filled and due in a week. */
export async function playOnce(stage: Stage): Promise<void> {
  const { tx, provinceId, today } = stage
  const group = (await groupsAsOf(tx, provinceId, today)).find((g) => g.code === 'commune_committees')
  if (!group) return
  const request = {
    name: 'Báo cáo nhanh kết quả tuyên truyền dịch vụ công trực tuyến',
    source: `Công văn số 1520/UBND-NC ngày ${showDay(today)} của UBND tỉnh (minh họa)`,
    ...{ programmeCode: 'PAR_COMMUNICATION', templateId: null, toUnitId: stage.unit('SNV') },
    once: { from: `${today.slice(0, 4)}-01-01`, to: today, due: workingDayUntil(addDays(today, 7)) },
    scope: [{ unitId: null, groupId: group.id, exempt: false }],
  }
  await askOnce(tx, stage.person('tam'), request, stage.now)
}

/** What is owed, as it is on the day on which the demonstration begins. */
export async function bringUpToDate(stage: Stage): Promise<void> {
  await makeObligations(stage.tx, { provinceId: stage.provinceId, name: 'Chung Tay' }, stage.now)
  const lastWorkingDay = moment(stage, workingDayUntil(stage.today), '07:05')
  await remindOfReports(stage.tx, stage.provinceId, stage.config.baseUrl, lastWorkingDay)
}

import { addDays } from '../../../lib/calendar/day.ts'
import { addWorkingDays } from '../../../lib/calendar/working-days.ts'
import { approveResult, registerResults, retract } from '../../../modules/feedback/results/results.ts'
import { moment, type Stage } from '../stage.ts'
import { results, waiting } from './results.data.ts'

/** The register of handled feedback: most of it public, one retracted, two waiting for a second person. */
export async function playResults(stage: Stage): Promise<void> {
  const { tx, today } = stage
  const [writer, approver] = [stage.person('khanh'), stage.person('tam')]
  const ids: number[] = []
  for (const [index, row] of [...results, ...waiting].entries()) {
    const [ago, took, topic, unit, content, outcome, documentNumber] = row
    const receivedDay = addDays(today, -ago)
    const answeredDay = addDays(receivedDay, took)
    const facts = {
      ...{ code: `PAKN.MH.${String(index + 1).padStart(4, '0')}`, receivedDay, answeredDay, topic, content },
      ...{ unitId: stage.unit(unit), outcome, documentNumber, dueDay: addWorkingDays(receivedDay, 15) },
    }
    ids.push(...(await registerResults(tx, writer, [facts], moment(stage, answeredDay, '15:00'))))
    const at = moment(stage, addDays(answeredDay, 1), '08:30')
    if (index < results.length) await approveResult(tx, approver, ids[index] ?? 0, false, at)
  }
  const why = 'Đăng trùng với một kết quả khác (minh họa việc rút khỏi cổng).'
  await retract(tx, approver, ids[7] ?? 0, why, moment(stage, addDays(today, -20)))
}

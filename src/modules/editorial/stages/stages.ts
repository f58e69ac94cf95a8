import type { Actor } from '../../../lib/actor.ts'
import { recordChange } from '../../../lib/audit.ts'
import { dayOf } from '../../../lib/calendar/day.ts'
import type { Tx } from '../../../lib/db/db.ts'
import { forbidden, invalid, notFound } from '../../../lib/errors.ts'
import { unitAsOf } from '../../organisations/organisations.ts'
import { selectPlans } from '../columns/columns.sql.ts'
import { canSetStages } from '../editorial.policy.ts'
import { mostStages, type Stage, type StageRole } from './stage.ts'
import { deleteStage, insertStage, selectStages } from './stages.sql.ts'

export interface StageInput {
  vi: string
  en: string
  roles: readonly StageRole[]
  unitId: number | null
}

/**
 * Sets through which hands texts of a column, or of the province (null), go; an empty list is one approval again. A
 * stage that stays as it was keeps what it passed; one that is changed has passed nothing yet. The order is the list's.
 */
export async function setStages(
  tx: Tx,
  actor: Actor,
  columnId: number | null,
  input: readonly StageInput[],
  now: Date,
): Promise<void> {
  const plan =
    columnId === null ? null : (await selectPlans(tx, actor.provinceId)).find((p) => p.columnId === columnId)
  if (plan === undefined) throw notFound()
  if (!canSetStages(actor, plan))
    throw forbidden(
      'Chỉ lãnh đạo chương trình, hoặc người đứng đầu đơn vị phụ trách chuyên mục, đặt được các khâu duyệt.',
      'Only the lead of the programme, or the head of the column’s unit, sets the stages of review.',
    )
  await refuseWrong(tx, actor, input, now)
  const before = (await selectStages(tx, actor.provinceId)).filter((s) => s.columnId === columnId)
  const wanted = input.map((s, position) => ({ ...s, roles: [...s.roles], columnId, position }))
  for (const stage of before)
    if (!wanted.some((w) => isSame(w, stage))) await deleteStage(tx, actor.provinceId, stage.id)
  for (const stage of wanted)
    if (!before.some((b) => isSame(stage, b))) await insertStage(tx, actor.provinceId, stage)
  await recordChange(tx, actor, now, {
    verb: 'stages.set',
    subject:
      columnId === null ? { kind: 'province', id: actor.provinceId } : { kind: 'column', id: columnId },
    before: { stages: before.map(({ vi, roles, unitId }) => ({ vi, roles, unitId })) },
    after: { stages: input },
  })
}

function isSame(a: Omit<Stage, 'id'>, b: Omit<Stage, 'id'>): boolean {
  const plain = ({ position, vi, en, roles, unitId }: Omit<Stage, 'id'>) =>
    JSON.stringify([position, vi, en, roles.toSorted(), unitId])
  return plain(a) === plain(b)
}

async function refuseWrong(tx: Tx, actor: Actor, input: readonly StageInput[], now: Date): Promise<void> {
  const faults = []
  if (input.length > mostStages)
    faults.push({ field: 'vi0', vi: `Nhiều nhất ${mostStages} khâu.`, en: `${mostStages} stages at most.` })
  for (const [i, { vi, roles, unitId }] of input.entries()) {
    if (vi.length < 3 || vi.length > 80)
      faults.push({
        field: `vi${i}`,
        vi: 'Tên khâu dài từ 3 đến 80 ký tự.',
        en: 'A name has 3 to 80 characters.',
      })
    if (roles.length === 0)
      faults.push({
        field: `roles${i}`,
        vi: 'Chọn ai duyệt ở khâu này.',
        en: 'Choose who passes this stage.',
      })
    if (unitId !== null && !(await unitAsOf(tx, actor.provinceId, unitId, dayOf(now))))
      faults.push({
        field: `unitId${i}`,
        vi: 'Đơn vị này không còn hoạt động.',
        en: 'That unit is not there any more.',
      })
  }
  if (faults.length > 0) throw invalid(faults)
}

import type { Actor } from '../../lib/actor.ts'
import type { Tx } from '../../lib/db/db.ts'
import type { NewPlan } from './draft.sql.ts'
import type { TaskAgency } from './plan.ts'
import { emptyText, type PlanText, type TaskInput } from './plan-draft.ts'
import { openDraft } from './plans.drafting.ts'
import { issuePlan, signPlan, submitPlan } from './plans.life.ts'

export function agency(
  role: TaskAgency['role'],
  asPrinted: string,
  unitId: number | null = null,
): TaskAgency {
  return { role, asPrinted, unitId, groupId: null }
}

export function task(content: string, more: Partial<TaskInput> = {}): TaskInput {
  return { ordinal: '1', content, product: null, time: 'Thường xuyên', agencies: [], targets: [], ...more }
}

export const sampleText: PlanText = {
  ...emptyText,
  sections: [{ kind: 'OBJECTIVES', heading: 'Mục đích', body: 'Nâng cao nhận thức trong năm 2026.' }],
  recipients: [{ asPrinted: 'Bộ Nội vụ', unitId: null }],
  citations: [
    {
      type: 'Nghị quyết',
      number: '76/NQ-CP',
      issued: '2021-07-15',
      issuer: 'Chính phủ',
      title: null,
      role: 'BASIS',
      asPrinted: 'Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ',
    },
  ],
  groups: [
    {
      ordinal: 'I',
      title: 'Tuyên truyền trên báo, đài',
      place: 'ANNEX',
      tasks: [
        task('Đăng tải tin, bài về thủ tục hành chính trên cổng thông tin điện tử', { time: 'Quý II/2026' }),
        task('Tổ chức hội thi tìm hiểu cải cách hành chính', { ordinal: '2', time: 'Trước ngày 05/6' }),
      ],
    },
  ],
}

/** A plan of a unit, issued by an actor who may do all of it (the province's lead). */
export async function issuedPlan(
  tx: Tx,
  actor: Actor,
  plan: NewPlan,
  now: Date,
  text: PlanText = sampleText,
  number = '25/KH-UBND',
): Promise<number> {
  const id = await openDraft(tx, actor, plan, text, now)
  await submitPlan(tx, actor, id, now)
  await signPlan(tx, actor, id, { signer: 'Nguyễn Văn An', signerTitle: 'CHỦ TỊCH' }, now)
  await issuePlan(tx, actor, id, { number, issued: '2026-01-15' }, now)
  return id
}

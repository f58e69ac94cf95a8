import { addDays, dayOf, showDay } from '../../lib/calendar/day.ts'
import { giveTasks } from '../../modules/assignments/assignments.giving.ts'
import { emptyText, type PlanText } from '../../modules/plans/plan-draft.ts'
import { openCampaign } from '../../modules/plans/plans.campaigns.ts'
import { answerComment, commentOnPlan } from '../../modules/plans/plans.consultation.ts'
import { openDraft } from '../../modules/plans/plans.drafting.ts'
import { consultOnPlan, issuePlan, signPlan, startPlan, submitPlan } from '../../modules/plans/plans.life.ts'
import { copyPlan } from '../../modules/plans/plans.lineage.ts'
import { programmesOf, tasksOfPlan } from '../../modules/plans/plans.ts'
import { unitTasks } from './deeds.data.ts'
import { moment, type Stage } from './stage.ts'

const writers = ['SVHTTDL', 'STP', 'STC', 'X25-phường Chung An', 'X25-xã Thượng Lâm', 'X25-xã Cồn Sậy']
const others = [
  'SYT',
  'SGDDT',
  'SXD',
  'SCT',
  'SNNMT',
  'SDTTG',
  'X25-phường Đông Phố',
  'X25-xã Mỹ Xuân',
  'X25-xã Nam Phố',
]

/** A campaign for the plans of a year, and the plans that units made of the province's: some issued, some not. */
export async function playUnitPlans(stage: Stage, parentPlanId: number): Promise<void> {
  const campaignId = await campaign(stage, stage.year, parentPlanId)
  for (const [n, code] of writers.entries()) await unitPlan(stage, code, n, { parentPlanId, campaignId })
  for (const [n, code] of ['SYT', 'SGDDT', 'X25-phường Đông Phố', 'X25-xã Mỹ Xuân'].entries()) {
    await smallPlan(
      stage,
      code,
      { parentPlanId, campaignId },
      stage.year,
      `${stage.year - 1}-12-${10 + n * 4}`,
      n < 3,
    )
  }
  const next = await campaign(stage, stage.year + 1, null)
  if (stage.today < `${stage.year}-10-20`) return
  for (const [n, code] of ['STP', 'STC', 'X25-phường Đông Phố', 'SYT', 'SGDDT'].entries()) {
    const facts = { parentPlanId: null, campaignId: next }
    await smallPlan(stage, code, facts, stage.year + 1, addDays(stage.today, -12 + n * 2), n < 3)
  }
}

async function campaign(stage: Stage, year: number, parentPlanId: number | null): Promise<number> {
  const opens = `${year - 1}-10-01`
  const programmes = await programmesOf(stage.tx, stage.provinceId)
  const programmeId = programmes.find((p) => p.code === 'PAR_COMMUNICATION')?.id ?? 0
  const input = {
    programmeId,
    year,
    name: `Đợt lập kế hoạch tuyên truyền cải cách hành chính năm ${year} (minh họa)`,
    opens,
    closes: `${year - 1}-12-31`,
    parentPlanId,
    unitIds: [...writers, ...others].map(stage.unit),
  }
  return openCampaign(stage.tx, stage.person('tam'), input, moment(stage, opens))
}

type Above = { parentPlanId: number | null; campaignId: number }

async function unitPlan(stage: Stage, code: string, n: number, above: Above): Promise<void> {
  const unitId = stage.unit(code)
  const tasks = unitTasks.filter(([unit]) => unit === code)
  const text: PlanText = {
    ...emptyText,
    groups: [
      {
        ordinal: 'I',
        title: 'Nhiệm vụ trọng tâm',
        place: 'ANNEX',
        tasks: tasks.map(([, content, dueIn, product], i) => ({
          ordinal: String(i + 1),
          content,
          product,
          time: `Trước ngày ${showDay(addDays(stage.today, dueIn + 1))}`,
          agencies: [{ role: 'lead', asPrinted: stage.nameOf(unitId), unitId, groupId: null }],
          targets: [],
        })),
      },
    ],
  }
  const issued = `${stage.year - 1}-12-${12 + n * 2}`
  const planId = await issue(stage, code, above, stage.year, issued, text, true)
  if (planId) await giveTasks(stage.tx, stage.headAt(unitId), planId, moment(stage, issued, '15:00'))
}

async function smallPlan(
  stage: Stage,
  code: string,
  above: Above,
  year: number,
  day: string,
  done: boolean,
): Promise<void> {
  const unitId = stage.unit(code)
  const task = {
    ordinal: '1',
    content: `Tuyên truyền cải cách hành chính năm ${year} trong cơ quan và đến người dân`,
    product: 'Tin, bài, buổi nói chuyện',
    time: 'Thường xuyên',
    agencies: [{ role: 'lead', asPrinted: stage.nameOf(unitId), unitId, groupId: null }],
    targets: [],
  } as const
  const groups = [{ ordinal: 'I', title: 'Nhiệm vụ', place: 'ANNEX', tasks: [task] }] as const
  await issue(stage, code, above, year, day, { ...emptyText, groups }, done)
}

async function issue(
  stage: Stage,
  code: string,
  above: Above,
  year: number,
  day: string,
  text: PlanText,
  done: boolean,
): Promise<number | null> {
  const { tx } = stage
  const unitId = stage.unit(code)
  const head = stage.headAt(unitId)
  const programmes = await programmesOf(tx, stage.provinceId)
  const short = code.startsWith('X25-') ? 'UBND' : code
  const at = moment(stage, day)
  const planId = await openDraft(
    tx,
    head,
    {
      ...above,
      programmeId: programmes.find((p) => p.code === 'PAR_COMMUNICATION')?.id ?? 0,
      kind: 'UNIT',
      unitId,
      year,
      yearTo: year,
      title: `KẾ HOẠCH Tuyên truyền cải cách hành chính năm ${year} của ${stage.nameOf(unitId)} (minh họa)`,
      issuer: stage.nameOf(unitId),
      symbol: `KH-${short}`,
    },
    text,
    at,
  )
  if (!done) return null
  await submitPlan(tx, head, planId, at)
  await signPlan(tx, head, planId, { signer: head.name, signerTitle: 'THỦ TRƯỞNG ĐƠN VỊ' }, at)
  await issuePlan(tx, head, planId, { number: `${20 + (unitId % 70)}/KH-${short}`, issued: dayOf(at) }, at)
  await startPlan(tx, head, planId, at)
  return planId
}

/** Next year's plan, copied from this one and being asked about. */
export async function playConsultation(stage: Stage, planId: number): Promise<void> {
  const { tx } = stage
  const lead = stage.person('tam')
  const at = moment(stage, addDays(stage.today, -6))
  const draft = await copyPlan(tx, lead, planId, { year: stage.year + 1 }, at)
  const asked = ['STC', 'STP', 'SVHTTDL', 'SKHCN', 'X25-phường Chung An', 'X25-xã Thượng Lâm', 'BPTTH']
  await consultOnPlan(tx, lead, draft, { until: addDays(stage.today, 8), unitIds: asked.map(stage.unit) }, at)
  const { tasks } = await tasksOfPlan(tx, stage.provinceId, draft)
  const play = tasks.find((t) => t.content.startsWith('Dàn dựng'))?.id ?? null
  const budget = tasks.find((t) => t.content.startsWith('Lập dự toán'))?.id ?? null
  const later = (days: number) => moment(stage, addDays(stage.today, -days), '15:20')
  const agreed = { agrees: true, body: 'Nhất trí với dự thảo.', taskId: null }
  await commentOnPlan(tx, stage.person('mo'), draft, agreed, later(3))
  const play2 = { agrees: false, body: 'Đề nghị ghi rõ số buổi biểu diễn ở các xã miền núi.', taskId: play }
  const first = await commentOnPlan(tx, stage.person('huong'), draft, play2, later(4))
  await answerComment(
    tx,
    lead,
    draft,
    first,
    'Tiếp thu: bổ sung ít nhất 04 buổi ở các xã miền núi.',
    later(2),
  )
  const money = { agrees: false, body: 'Đề nghị nêu thời hạn gửi dự toán để kịp thẩm định.', taskId: budget }
  await commentOnPlan(tx, stage.person('long'), draft, money, later(1))
}

import { readFileSync } from 'node:fs'
import type { Actor } from '../../lib/actor.ts'
import { type Day, dayOf, showDay } from '../../lib/calendar/day.ts'
import type { SourceDocument } from '../../lib/documents/source.ts'
import { projectPath } from '../../lib/paths.ts'
import { giveTasks } from '../../modules/assignments/assignments.giving.ts'
import type { PlanKind } from '../../modules/plans/plan.ts'
import { editHead } from '../../modules/plans/plans.drafting.ts'
import {
  closePlan,
  issuePlan,
  reviewPlan,
  signPlan,
  startPlan,
  submitPlan,
} from '../../modules/plans/plans.life.ts'
import { programmesOf } from '../../modules/plans/plans.ts'
import { selectFlags, selectReading } from '../../modules/plans/review/review.sql.ts'
import { correctReading, keepReading, openReading } from '../../modules/plans/review/reviews.ts'
import { acceptFlags, makePlan } from '../../modules/plans/review/settling.ts'
import { playDuties } from './duties.ts'
import { moment, type Stage } from './stage.ts'

export interface Script {
  file: string
  programme: 'PAR_COMMUNICATION' | 'TTHC_CONTROL_COMMUNICATION'
  kind: PlanKind
  year: number
  number: string
  issued: Day
  /** Of the cast: who brings the plan in. */
  by: string
  /** Leads that the officer enters where the plan names none: words of the task → name of the unit. */
  leads?: readonly (readonly [words: string, lead: string])[]
  /** A plan of an earlier year, kept as a record: its work was done before the program came. */
  past?: boolean
}

/** The five plans, with the facts of the seeds: bodies by role, times, targets, duties to report. */
export function fivePlans(
  year: number,
): Record<'yearly' | 'control' | 'digital' | 'contest' | 'past', Script> {
  const par = { programme: 'PAR_COMMUNICATION', by: 'tam' } as const
  return {
    yearly: {
      ...par,
      file: '1-tuyen-truyen-cchc',
      kind: 'ANNUAL',
      year,
      number: '211/KH-UBND',
      issued: `${year - 1}-11-06`,
    },
    control: {
      file: '2-truyen-thong-kiem-soat-tthc',
      programme: 'TTHC_CONTROL_COMMUNICATION',
      kind: 'ANNUAL',
      year,
      number: '25/KH-UBND',
      issued: `${year}-02-15`,
      by: 'khanh',
      leads: [
        ['Gửi báo chí', 'Văn phòng UBND tỉnh'],
        ['Vận động người dân', 'Văn phòng UBND tỉnh'],
      ],
    },
    digital: {
      ...par,
      file: '3-tuyen-truyen-gan-chuyen-doi-so',
      kind: 'ANNUAL',
      year,
      number: '17/KH-UBND',
      issued: `${year}-01-12`,
    },
    contest: {
      ...par,
      file: '4-hoi-thi-tuyen-truyen-cchc',
      kind: 'EVENT',
      year,
      number: '44/KH-UBND',
      issued: `${year}-02-26`,
      leads: [
        ['Làm chuyên trang', 'Sở Nội vụ'],
        ['Tổ chức Hội thi', 'UBND các xã, phường'],
      ],
    },
    past: {
      ...par,
      file: '5-thong-tin-tuyen-truyen-cchc',
      kind: 'ANNUAL',
      year: year - 2,
      number: '54/KH-UBND',
      issued: `${year - 2}-02-08`,
      past: true,
    },
  }
}

/** Takes a document of the demonstration the way every plan goes: read, reviewed, made, signed, issued, given. */
export async function playPlan(stage: Stage, script: Script): Promise<number> {
  const { tx } = stage
  const actor = stage.person(script.by)
  const draftedAt = moment(stage, script.issued, '08:00')
  const readingId = await readScript(stage, script, actor, draftedAt)
  await review(stage, readingId, script, actor, draftedAt)
  const planId = await makePlan(
    tx,
    actor,
    readingId,
    {
      kind: script.kind,
      year: script.year,
      yearTo: script.year,
      parentPlanId: null,
      embeddedInPlanId: null,
      campaignId: null,
    },
    draftedAt,
  )
  await editHead(
    tx,
    actor,
    planId,
    { issuingBody: 'ỦY BAN NHÂN DÂN TỈNH CHUNG TAY', place: 'Chung Tay' },
    draftedAt,
  )
  await submitPlan(tx, actor, planId, draftedAt)
  await signPlan(
    tx,
    actor,
    planId,
    { signer: 'Trần Văn Khải', signerTitle: 'CHỦ TỊCH' },
    moment(stage, script.issued, '10:00'),
  )
  const issuedAt = moment(stage, script.issued, '14:00')
  await issuePlan(tx, actor, planId, { number: script.number, issued: dayOf(issuedAt) }, issuedAt)
  await startPlan(tx, actor, planId, issuedAt)
  if (script.past) await archive(stage, actor, planId, script.year)
  else {
    await giveTasks(tx, actor, planId, issuedAt)
    await playDuties(stage, actor, planId, issuedAt)
  }
  return planId
}

async function readScript(stage: Stage, script: Script, actor: Actor, at: Date): Promise<number> {
  const { tx, provinceId } = stage
  const programmes = await programmesOf(tx, provinceId)
  const programmeId = programmes.find((p) => p.code === script.programme)?.id ?? 0
  const source = {
    name: `${script.file}-${script.year}.md`,
    fileId: null,
    unitId: stage.unit('UBND'),
    programmeId,
  }
  const readingId = await openReading(tx, actor, source, at)
  const document: SourceDocument = { kind: 'text', text: scriptText(script), notes: [], pages: null }
  await keepReading(tx, provinceId, readingId, document, at)
  return readingId
}

/** The document as it came from the clerk: years, number and day filled in. */
export function scriptText(script: Script): string {
  const text = readFileSync(projectPath('src/app/demonstration/plans', `${script.file}.md`), 'utf8')
  const [dd, mm, yyyy] = showDay(script.issued).split('/')
  const blanks: Record<string, string | undefined> = {
    Y: String(script.year),
    number: script.number,
    day: dd,
    month: mm,
    dd,
    mm,
    year: yyyy,
  }
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => blanks[name] ?? whole)
}

/** The officer enters what the plan left out and lets the rest stand, each of it kept in the log of corrections. */
async function review(
  stage: Stage,
  readingId: number,
  script: Script,
  actor: Actor,
  at: Date,
): Promise<void> {
  const { tx, provinceId } = stage
  const tasks = (await selectReading(tx, provinceId, readingId))?.found?.tasks ?? []
  for (const [words, lead] of script.leads ?? []) {
    const task = tasks.find((t) => t.content.startsWith(words))
    if (!task) throw new Error(`the plan ${script.file} has no task that begins with ${words}`)
    const becomes = { ...task, lead: [lead] }
    await correctReading(tx, actor, readingId, { action: 'set', path: 'task', taskId: task.id, becomes }, at)
  }
  const open = (await selectFlags(tx, provinceId, readingId)).filter((f) => f.resolution === null)
  for (const code of new Set(open.map((f) => f.code))) await acceptFlags(tx, actor, readingId, { code }, at)
}

async function archive(stage: Stage, actor: Actor, planId: number, year: number): Promise<void> {
  const at = moment(stage, `${year}-12-28`)
  const conclusion = 'Đã tổng kết: các cơ quan, địa phương đều có kế hoạch riêng (số liệu minh họa).'
  await reviewPlan(stage.tx, actor, planId, conclusion, at)
  await closePlan(stage.tx, actor, planId, at)
}

import type { Actor } from '../../lib/actor.ts'
import { addDays, type Day } from '../../lib/calendar/day.ts'
import { recordActivity } from '../../modules/assignments/assignments.activities.ts'
import { climbLadder } from '../../modules/assignments/assignments.reminding.ts'
import { acknowledge, reportDone, returnWork, verify } from '../../modules/assignments/assignments.ts'
import { type AssignmentRow, selectRows } from '../../modules/assignments/lists.sql.ts'
import { contestShows, type Deed, deeds, type Plans } from './deeds.data.ts'
import { drawnPicture } from './pictures.ts'
import { lot, moment, type Stage } from './stage.ts'
import { askForTime, meetObstacles } from './troubles.ts'

/** Everything the units did since the plans were issued, in the order of time. */
export async function playYear(stage: Stage, plans: Plans): Promise<void> {
  await makeOwnPlans(stage, plans.yearly)
  await takeOn(stage, plans)
  await holdContest(stage, plans.contest)
  for (const [plan, words, share] of done) await finish(stage, plans[plan], words, share)
  let n = 0
  for (const deed of deeds.toSorted((a, b) => b.ago - a.ago)) await doDeed(stage, plans, deed, n++)
  await askForTime(stage)
  await meetObstacles(stage, plans)
  for (const ago of [9, 5, 2])
    await climbLadder(
      stage.tx,
      stage.provinceId,
      stage.config.baseUrl,
      ladderTime(stage, addDays(stage.today, -ago)),
    )
}

const ladderTime = (stage: Stage, day: Day) => moment(stage, day, '07:00')

async function rowsOf(stage: Stage, planId: number): Promise<AssignmentRow[]> {
  return (await selectRows(stage.tx, stage.provinceId, { planId }, stage.today, 5000)).rows
}

/** Plans of the units are due with the year before: most in time, some late, a few still missing. */
async function makeOwnPlans(stage: Stage, planId: number): Promise<void> {
  const rows = (await rowsOf(stage, planId)).filter((r) => r.content.startsWith('Xây dựng kế hoạch'))
  const y = stage.year - 1
  const fate = (r: AssignmentRow) => lot(`kế hoạch ${r.unitName}`)
  for (const row of rows.filter((r) => fate(r) < 0.74)) {
    const day = `${y}-12-${String(8 + Math.floor(fate(row) * 28)).padStart(2, '0')}`
    await report(stage, row, `Đã ban hành kế hoạch của ${row.unitName} và gửi Sở Nội vụ (minh họa).`, day)
    if (fate(row) < 0.7)
      await verify(stage.tx, stage.person('tam'), row.id, { note: null }, moment(stage, day, '16:30'))
  }
  for (const day of [`${y}-12-24`, `${y}-12-31`, `${y + 1}-01-01`, `${y + 1}-01-04`]) {
    await climbLadder(stage.tx, stage.provinceId, stage.config.baseUrl, ladderTime(stage, day))
  }
  for (const row of rows.filter((r) => fate(r) >= 0.74 && fate(r) < 0.9)) {
    await report(
      stage,
      row,
      `Ban hành chậm do kiện toàn nhân sự; đã gửi kế hoạch của ${row.unitName} (minh họa).`,
      `${y + 1}-01-08`,
    )
  }
  await climbLadder(stage.tx, stage.provinceId, stage.config.baseUrl, ladderTime(stage, `${y + 1}-01-12`))
}

/** Reports from assigned on; a unit that nobody works for stays silent. */
async function report(stage: Stage, row: AssignmentRow, note: string, day: Day): Promise<void> {
  const officer = stage.officerAt(row.unitId)
  if (!officer) return
  await acknowledge(stage.tx, officer, row.id, moment(stage, addDays(day, -5), '10:15'))
  await reportDone(stage.tx, officer, row.id, { note }, moment(stage, day, '14:00'))
}

/** Units take on what they were given: those that lead nearly always, the others when they come round to it. */
async function takeOn(stage: Stage, plans: Plans): Promise<void> {
  const issued: Record<Deed['plan'], Day> = {
    yearly: `${stage.year - 1}-11-10`,
    digital: `${stage.year}-01-16`,
    control: `${stage.year}-02-19`,
    contest: `${stage.year}-03-03`,
  }
  for (const [plan, planId] of Object.entries(plans) as [Deed['plan'], number][]) {
    for (const row of await rowsOf(stage, planId)) {
      const officer = stage.officerAt(row.unitId)
      const willing = row.role === 'lead' ? 0.93 : 0.3
      if (!officer || row.state !== 'assigned' || lot(`${plan} ${row.ordinal} ${row.unitName}`) > willing)
        continue
      await acknowledge(stage.tx, officer, row.id, moment(stage, issued[plan], '09:40'))
    }
  }
}

async function holdContest(stage: Stage, planId: number): Promise<void> {
  const rows = (await rowsOf(stage, planId)).filter((r) => r.content.startsWith('Tổ chức Hội thi'))
  for (const [n, row] of rows.entries()) {
    const officer = stage.officerAt(row.unitId)
    const fate = lot(`hội thi ${row.unitName}`)
    if (!officer || fate > 0.85) continue
    const day = `${stage.year}-0${4 + (n % 2)}-${String(5 + n).padStart(2, '0')}`
    const show = contestShows[n % contestShows.length] ?? ''
    const figures = { quantity: 1, people: 120 + ((n * 37) % 300) }
    await record(
      stage,
      officer,
      row,
      { what: `${show} (minh họa)`, form: 'contest', theme: 'procedures', place: 'Nhà văn hóa', figures },
      day,
      n % 3 === 0 ? n : null,
    )
    await reportDone(
      stage.tx,
      officer,
      row.id,
      { note: `Đã tổ chức vòng thi cơ sở, có ảnh kèm theo (minh họa).` },
      moment(stage, addDays(day, 2), '15:00'),
    )
    if (fate < 0.7)
      await verify(stage.tx, stage.person('tam'), row.id, { note: null }, moment(stage, addDays(day, 6)))
  }
  for (const day of ['05-25', '06-01', '06-04']) {
    await climbLadder(
      stage.tx,
      stage.provinceId,
      stage.config.baseUrl,
      ladderTime(stage, `${stage.year}-${day}`),
    )
  }
}

/** Work that many have behind them by now: plan, words of the task, the share of units that are done. */
const done: readonly (readonly [Deed['plan'], string, number])[] = [
  ['control', 'Niêm yết tại trụ sở', 0.6],
  ['yearly', 'Mở chuyên mục CCHC', 0.55],
  ['digital', 'Theo sát nhiệm vụ', 0.5],
  ['contest', 'Dựa vào Kế hoạch', 0.35],
]

async function finish(stage: Stage, planId: number, words: string, share: number): Promise<void> {
  const lead = stage.person('tam')
  const told = new Set(deeds.map((d) => stage.unit(d.unit)))
  for (const row of (await rowsOf(stage, planId)).filter((r) => r.content.startsWith(words))) {
    const officer = stage.officerAt(row.unitId)
    const fate = lot(`${words} ${row.unitName}`)
    if (!officer || fate > share || told.has(row.unitId) || row.state !== 'acknowledged') continue
    const day = addDays(stage.today, -Math.round(20 + fate * 160))
    const note = `${row.unitName} đã làm xong, hồ sơ lưu tại đơn vị (minh họa).`
    await reportDone(stage.tx, officer, row.id, { note }, moment(stage, day, '14:20'))
    await verify(stage.tx, lead, row.id, { note: null }, moment(stage, addDays(day, 4)))
  }
}

type Doing = Pick<Deed, 'what' | 'form' | 'theme' | 'place' | 'figures'> & { link?: string }

async function record(
  stage: Stage,
  officer: Actor,
  row: AssignmentRow,
  doing: Doing,
  day: Day,
  picture: number | null,
): Promise<void> {
  const at = moment(stage, day, '16:10')
  const files = picture === null ? [] : [await drawnPicture(stage, picture, officer.accountId, at)]
  const none = { quantity: null, copies: null, people: null, minutes: null, views: null }
  const input = {
    what: doing.what,
    fromDay: day,
    toDay: day,
    place: doing.place || null,
    formCode: doing.form,
    themeCodes: [doing.theme],
    audienceCodes: [doing.form === 'training' ? 'officials' : 'citizens'],
    note: 'Dữ liệu minh họa.',
    ...none,
    ...doing.figures,
    assignmentIds: [row.id],
    evidenceIds: [],
    links: doing.link ? [doing.link] : [],
    submissionKey: undefined,
  }
  await recordActivity(stage.tx, officer, row.unitId, input, { files }, at)
}

async function doDeed(stage: Stage, plans: Plans, deed: Deed, n: number): Promise<void> {
  const unitId = stage.unit(deed.unit)
  const row = (
    await selectRows(
      stage.tx,
      stage.provinceId,
      { planId: plans[deed.plan], unitIds: [unitId], words: deed.words },
      stage.today,
      1,
    )
  ).rows[0]
  const officer = stage.officerAt(unitId) ?? stage.person(deed.unit === 'SNV' ? 'tam' : 'khanh')
  if (!row)
    throw new Error(`the demonstration has no assignment of ${deed.unit} with the words ${deed.words}`)
  const day = addDays(stage.today, -deed.ago)
  await record(stage, officer, row, deed, day, n)
  if (!deed.outcome) return
  const note = 'Hoàn thành theo kế hoạch, minh chứng kèm theo hoạt động (minh họa).'
  await reportDone(stage.tx, officer, row.id, { note }, moment(stage, addDays(day, 1), '08:30'))
  const lead = stage.person(deed.plan === 'control' ? 'khanh' : 'tam')
  const checkedAt = moment(stage, addDays(day, 3), '10:00')
  if (deed.outcome === 'verified')
    await verify(stage.tx, lead, row.id, { note: 'Đã đối chiếu minh chứng.' }, checkedAt)
  if (deed.outcome === 'returned') {
    const reasons = 'Ảnh chụp chưa rõ nội dung, đề nghị bổ sung ảnh và đường dẫn bài đăng.'
    await returnWork(stage.tx, lead, row.id, { reasons }, checkedAt)
  }
}

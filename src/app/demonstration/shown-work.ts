import { addDays, type Day } from '../../lib/calendar/day.ts'
import { finishMany, type ShownDeed, writeShownDeeds } from '../../modules/assignments/demonstration.sql.ts'
import { type AssignmentRow, selectRows } from '../../modules/assignments/lists.sql.ts'
import { unitsAsOf } from '../../modules/organisations/organisations.ts'
import { deeds as told } from './deeds.data.ts'
import { lot, type Stage } from './stage.ts'

/** What any unit does: form, theme, audience, words, the share of units that do it. */
const usual = [
  [
    'meeting',
    'online_services',
    'citizens',
    'Hướng dẫn nộp hồ sơ trực tuyến tại hội nghị với người dân',
    0.92,
  ],
  [
    'portal',
    'procedures',
    'citizens',
    'Đăng bài về thủ tục hành chính mới trên trang thông tin điện tử',
    0.84,
  ],
  ['electronic_board', 'one_stop', 'citizens', 'Chạy chữ bảng điện tử tại bộ phận tiếp nhận hồ sơ', 0.52],
  ['loudspeaker', 'procedures', 'citizens', 'Phát thanh cơ sở về dịch vụ công trực tuyến', 0.6],
] as const

/**
 * What units did besides the stories that are told one by one: most show their ongoing work with a link, and many
 * have their dated tasks behind them. Units with a story of their own are left as they are.
 */
export async function playShownWork(stage: Stage): Promise<void> {
  const { tx, provinceId, today } = stage
  const ownStory = new Set(told.map((d) => stage.unit(d.unit)))
  const units = await unitsAsOf(tx, provinceId, today)
  const plain = units.filter((u) => {
    const isScored = u.level === 'commune' ? u.type === 'people_committee' : u.type === 'department'
    return isScored && stage.officerAt(u.id) !== null && !ownStory.has(u.id)
  })
  const unitIds = plain.map((u) => u.id)
  const open = {
    unitIds,
    roles: ['lead'] as const,
    states: ['assigned', 'acknowledged', 'in_progress'] as const,
  }
  const { rows } = await selectRows(tx, provinceId, open, today, 5000)
  const byUnit = Map.groupBy(rows, (r) => r.unitId)
  const deeds: ShownDeed[] = []
  const finished: Parameters<typeof finishMany>[2][number][] = []
  for (const unit of plain) {
    const diligence = lot(`siêng năm nay ${unit.name}`)
    const own = byUnit.get(unit.id) ?? []
    const ongoing = own.filter((r) => r.dueDay === null)
    if (diligence < 0.88) deeds.push(...deedsOf(stage, unit, ongoing, diligence))
    const left = diligence < 0.25 ? 0 : diligence < 0.75 ? 1 : 3
    finished.push(
      ...finishedOf(
        stage,
        unit.id,
        own.filter((r) => r.dueDay !== null),
        left,
      ),
    )
  }
  await writeShownDeeds(tx, provinceId, deeds)
  await finishMany(tx, provinceId, finished)
}

function deedsOf(
  stage: Stage,
  unit: { id: number; name: string },
  ongoing: readonly AssignmentRow[],
  diligence: number,
): ShownDeed[] {
  const byName = stage.officerAt(unit.id)?.name ?? ''
  // The careful serve all ongoing tasks, the others the first of them.
  const served = diligence < 0.7 ? ongoing : ongoing.slice(0, 2)
  return usual
    .filter(([form, , , , share]) => lot(`${form} ${unit.name}`) < share)
    .map(([formCode, themeCode, audienceCode, what], n): ShownDeed => {
      const ago = 15 + Math.floor(lot(`ngày ${formCode} ${unit.name}`) * 200)
      return {
        ...{ unitId: unit.id, formCode, themeCode, audienceCode, byName },
        what: `${what} (minh họa)`,
        day: sinceNewYear(stage, ago),
        people: 40 + Math.floor(lot(`người ${formCode} ${unit.name}`) * 400),
        url: `https://minhhoa.chungtay.invalid/${unit.id}/${formCode}`,
        assignmentIds: n === 0 ? served.map((r) => r.id) : [],
      }
    })
}

function sinceNewYear(stage: Stage, ago: number): Day {
  const day = addDays(stage.today, -ago)
  return day < `${stage.year}-01-05` ? `${stage.year}-01-05` : day
}

function finishedOf(stage: Stage, unitId: number, dated: readonly AssignmentRow[], left: number) {
  const [byName, checkedBy] = [stage.officerAt(unitId)?.name ?? '', stage.person('tam').name]
  return dated.slice(0, Math.max(0, dated.length - left)).map((row) => {
    const early = addDays(
      row.dueDay ?? stage.today,
      -2 - Math.floor(lot(`sớm ${row.id} ${row.unitName}`) * 9),
    )
    const day = early < stage.today ? early : addDays(stage.today, -5)
    const note = 'Đã hoàn thành, hồ sơ lưu tại đơn vị (minh họa).'
    return { assignmentId: row.id, day, note, byName, checkedBy }
  })
}

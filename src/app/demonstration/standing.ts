import { addDays } from '../../lib/calendar/day.ts'
import { communeName } from '../../modules/publishing/reach/commune-name.ts'
import type { PublicationBrief } from '../../modules/publishing/reach/reach.sql.ts'
import type { Commune } from '../../modules/publishing/reach/reach-shown.ts'
import { addSet, moveOn, planStop } from '../../modules/publishing/standing/library.ts'
import { addStanding, takeDown, visitStanding } from '../../modules/publishing/standing/standing.ts'
import { drawnPicture } from './pictures.ts'
import { moment, type Stage } from './stage.ts'

/** kind, what, place, quantity, from, to, has a photo, was taken down with so many readers. */
const stands = [
  ['panel', 'Pa nô “Nộp hồ sơ trực tuyến, không phải đi lại”', 'Ngã tư trung tâm', 2, -40, 20, true, null],
  ['banner', 'Băng rôn hưởng ứng cải cách hành chính', 'Trước trụ sở UBND', 4, -50, -12, true, null],
  ['led', 'Chữ chạy: tra cứu hồ sơ bằng mã QR', 'Bộ phận Một cửa', 1, -30, 30, true, null],
  ['bookcase', 'Tủ sách pháp luật, 30 cuốn sổ tay thủ tục', 'Nhà văn hóa thôn', 30, -60, 60, true, null],
  ['poster', 'Áp phích “Đánh giá cán bộ, công chức khi làm thủ tục”', 'Cổng chợ', 6, -25, 35, false, null],
  ['post_office', 'Kệ tài liệu dịch vụ công', 'Điểm bưu điện văn hóa xã', 50, -35, 55, false, null],
  ['banner', 'Băng rôn ra mắt Bộ phận Một cửa', 'Trục đường chính', 3, -75, -45, true, 0],
] as const

export async function playStanding(
  stage: Stage,
  item: PublicationBrief,
  communes: readonly Commune[],
): Promise<void> {
  const { tx, today } = stage
  for (const [i, [kind, what, place, quantity, from, to, hasPhoto, readers]] of stands.entries()) {
    const unit = communes[i]
    const officer = unit && stage.officerAt(unit.id)
    if (!unit || !officer) continue
    const fromDay = addDays(today, from)
    const at = moment(stage, fromDay)
    const photo = hasPhoto ? await drawnPicture(stage, 30 + i, officer.accountId, at) : null
    const days = { fromDay, toDay: addDays(today, to) }
    const facts = {
      ...{ kind, what: `${what} (minh họa)`, place: `${place}, ${unit.short}`, quantity, unitId: unit.id },
      ...{ placeUnitId: unit.id, publicationId: item.id, visitors: kind === 'bookcase' ? 64 : null },
      ...{ photoId: photo?.id ?? null, note: '' },
    }
    const id = await addStanding(tx, officer, { ...facts, ...days }, at)
    if (i === 0) {
      const seen = { day: addDays(today, -10), note: 'Pa nô còn tốt, chữ rõ, không bị che khuất (minh họa).' }
      await visitStanding(tx, officer, id, { ...seen, photoId: null }, moment(stage, seen.day))
    }
    const down = { day: days.toDay, visitors: null, photoId: photo?.id ?? null }
    if (readers !== null) await takeDown(tx, officer, id, down, moment(stage, days.toDay))
  }
}

/** Two sets of books under way: one in time, one that should have moved on. */
export async function playLibrary(
  stage: Stage,
  item: PublicationBrief,
  communes: readonly Commune[],
): Promise<void> {
  const { tx, today } = stage
  const lead = stage.person('tam')
  const sets = [
    ['Bộ sách cải cách hành chính số 1 (minh họa)', 120, -60, -14, 6],
    ['Bộ sách dịch vụ công cho vùng cao số 2 (minh họa)', 80, -75, -40, -9],
  ] as const
  for (const [i, [name, volumes, first, second, until]] of sets.entries()) {
    const [a, b, c] = communes.slice(10 + i * 3)
    if (!a || !b || !c) return
    const facts = { name, volumes, unitId: lead.grants[0]?.unitId ?? 0, publicationId: item.id, note: '' }
    const id = await addSet(tx, lead, facts, moment(stage, addDays(today, first - 5)))
    const none = { visitors: null, photoId: null }
    const stop = (u: Commune, place: string) => ({
      place: `${place}, ${communeName(u.name)}`,
      placeUnitId: u.id,
    })
    const from = { ...stop(a, 'Trường THCS'), toDay: addDays(today, second) }
    const begun = { day: addDays(today, first), ...none }
    await moveOn(tx, lead, id, begun, from, moment(stage, addDays(today, first)))
    const down = { day: addDays(today, second), visitors: 86 + 40 * i, photoId: null }
    const to = { ...stop(b, 'Nhà văn hóa'), toDay: addDays(today, until) }
    await moveOn(tx, lead, id, down, to, moment(stage, down.day))
    const next = { fromDay: addDays(today, until + 1), toDay: addDays(today, until + 22) }
    await planStop(tx, lead, id, { ...stop(c, 'Điểm bưu điện văn hóa'), ...next }, moment(stage, down.day))
  }
}

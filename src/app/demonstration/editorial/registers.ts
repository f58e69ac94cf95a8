import { addDays } from '../../../lib/calendar/day.ts'
import { selectItems } from '../../../modules/editorial/items/lists.sql.ts'
import type { Adoption } from '../../../modules/editorial/models/model.ts'
import {
  callForModel,
  registerFromItem,
  registerModel,
  tellAdoption,
} from '../../../modules/editorial/models/models.ts'
import { mendShortcoming, registerShortcoming } from '../../../modules/editorial/shortcomings/shortcomings.ts'
import { unitsAsOf } from '../../../modules/organisations/organisations.ts'
import { lot, moment, type Stage } from '../stage.ts'

/** The registers of models and shortcomings: the articles that are public, and some that nobody has written about. */
export async function playRegisters(stage: Stage): Promise<void> {
  const { tx, provinceId, today } = stage
  const hong = stage.person('hong')
  const public_ = { kind: 'exemplar', isPublic: true, isMaster: true } as const
  const { items } = await selectItems(tx, provinceId, public_, 20)
  const models: { id: number; unitId: number }[] = []
  for (const item of items.toReversed()) {
    const id = await registerFromItem(tx, hong, item.id, moment(stage, addDays(today, -9)))
    models.push({ id, unitId: item.unitId })
  }
  const night = {
    ...{
      kind: 'practice' as const,
      name: 'Ca trực tối thứ Năm cho người đi làm ca',
      sinceDay: addDays(today, -120),
    },
    ...{ subject: 'Bộ phận Một cửa phường Chung An', unitId: stage.unit('X25-phường Chung An') },
    ...{ topic: 'one_stop', result: '380 hồ sơ nhận sau giờ hành chính trong quý', address: null },
    about:
      'Công nhân hai khu nhà trọ không nghỉ được giờ hành chính.\n\nTối thứ Năm, hai người trực từ 18 giờ đến 20 giờ 30; hồ sơ đơn giản trả ngay, còn lại hẹn qua tin nhắn.',
  }
  const id = await registerModel(tx, hong, night, moment(stage, addDays(today, -30)))
  await playAdoptions(stage, [...models, { id, unitId: night.unitId }])
  await playShortcomings(stage)
}

const results = [
  'Đã giảm một nửa số lượt đi lại; cần thêm một người trực buổi tối.',
  'Người dân hỏi nhiều, tuần sau mở rộng ra ba thôn.',
  'Thuận lợi, chưa phát sinh kinh phí.',
]

async function playAdoptions(stage: Stage, models: readonly { id: number; unitId: number }[]): Promise<void> {
  const { tx, provinceId, today } = stage
  const hong = stage.person('hong')
  const all = await unitsAsOf(tx, provinceId, today)
  const communes = all.filter((u) => u.type === 'people_committee' && u.level === 'commune')
  for (const { id, unitId } of models) {
    const others = communes.filter((u) => u.id !== unitId)
    const eager = others.filter((u) => lot(`học theo ${id} ${u.id}`) < 0.09)
    for (const [n, unit] of eager.entries()) {
      const chance = lot(`mức ${id} ${unit.id}`)
      const stageNow: Adoption['stage'] = chance < 0.5 ? 'in_use' : chance < 0.8 ? 'trying' : 'studying'
      const sinceDay = addDays(today, -Math.round(10 + 90 * lot(`từ ${id} ${unit.id}`)))
      const told = { unitId: unit.id, stage: stageNow, sinceDay, result: results[n % 3] ?? '', address: null }
      await tellAdoption(tx, hong, id, told, moment(stage, addDays(today, -6)))
    }
  }
  const [first] = models
  if (!first) return
  const asked = communes.filter((u) => lot(`đề nghị ${u.id}`) > 0.9).map((u) => u.id)
  const answerBy = addDays(today, 12)
  const call = { unitIds: asked.length > 0 ? asked : communes.slice(0, 3).map((u) => u.id), answerBy }
  await callForModel(tx, hong, first.id, call, moment(stage, addDays(today, -3)))
}

const found = [
  ['Bảng niêm yết ở ba thôn còn thủ tục đã bãi bỏ', 'X25-xã Thượng Lâm', 'procedures', -24, -6, null],
  ['Phiếu hướng dẫn tự soạn, không giống nhau giữa các quầy', 'SNV', 'one_stop', -13, 17, null],
  ['Trang thông tin của xã ba tháng không có bài mới', 'X25-xã Cồn Sậy', 'digital_government', -4, 26, null],
  [
    'Thông báo thuê nhà văn hóa bị hiểu là bắt buộc',
    'SVHTTDL',
    'procedures',
    -40,
    -12,
    'Đã đính chính trên chuyên trang và gửi lại thông báo tới 45 xã, phường.',
  ],
] as const

async function playShortcomings(stage: Stage): Promise<void> {
  const { tx, today } = stage
  const tam = stage.person('tam')
  for (const [title, unit, topic, since, due, done] of found) {
    const facts = {
      ...{ title, topic, unitId: stage.unit(unit), dueDay: addDays(today, due), personName: '', place: '' },
      about: 'Đoàn kiểm tra cải cách hành chính của tỉnh ghi nhận (nội dung minh họa).',
      remedy: 'Rà soát, sửa ngay và báo lại kèm ảnh hoặc liên kết.',
    }
    const id = await registerShortcoming(tx, tam, facts, moment(stage, addDays(today, since)))
    if (!done) continue
    const day = addDays(today, due - 3)
    await mendShortcoming(tx, tam, id, { what: done, day }, moment(stage, day))
  }
}

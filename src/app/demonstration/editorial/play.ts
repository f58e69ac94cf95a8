import type { Actor } from '../../../lib/actor.ts'
import { addDays } from '../../../lib/calendar/day.ts'
import { openTasksOf } from '../../../modules/assignments/assignments.ts'
import { selectEpisodes } from '../../../modules/editorial/columns/columns.sql.ts'
import { beginColumn, changeEpisode, planEpisodes } from '../../../modules/editorial/columns/columns.ts'
import { countPublication } from '../../../modules/editorial/counting/counting.ts'
import {
  assignCoverage,
  beginCoverage,
  planEvent,
  produce,
} from '../../../modules/editorial/coverage/coverage.ts'
import { selectItem } from '../../../modules/editorial/items/items.sql.ts'
import { selectOrientations } from '../../../modules/editorial/press/orientations.sql.ts'
import {
  acknowledge,
  correctOrientation,
  sendOrientation,
} from '../../../modules/editorial/press/orientations.ts'
import { addOutlet, retireOutlet } from '../../../modules/editorial/press/outlets.ts'
import {
  completePress,
  noteWebCheck,
  registerPress,
  setFollowUp,
} from '../../../modules/editorial/press/press.ts'
import { remindOfOrientations } from '../../../modules/editorial/press/silence.ts'
import { lot, moment, type Stage } from '../stage.ts'
import { playCollaborators } from './collaborators.ts'
import { playMonitoring } from './monitoring.ts'
import { news } from './news.data.ts'
import { papers } from './papers.data.ts'
import { playItem } from './play-item.ts'
import { entries, events, outlets } from './press.data.ts'
import { playRegisters } from './registers.ts'
import { stories } from './stories.data.ts'
import { playTranslation } from './translation.ts'

/** The desk of the demonstration: columns, outlets, some forty items in all states, the press and two events. */
export async function playDesk(stage: Stage): Promise<void> {
  const outletIds = await playOutlets(stage)
  const columns = await playColumns(stage, outletIds)
  const items = new Map<string, number>()
  const all = [...papers(stage.today, stage.year), ...stories, ...news].sort((a, b) => b.daysAgo - a.daysAgo)
  for (const [n, shown] of all.entries())
    items.set(shown.title, await playItem(stage, shown, columns, items, n))
  const translated = items.get('Tổng đài cải cách hành chính trả lời 1.204 cuộc gọi trong quý')
  if (translated !== undefined) await playTranslation(stage, translated)
  await playEpisodes(stage, columns)
  await playEvents(stage)
  await playPress(stage, outletIds)
  await countAll(stage, [...items.values()])
  await playRegisters(stage)
  await playMonitoring(stage)
  await playCollaborators(stage)
}

async function playOutlets(stage: Stage): Promise<Map<string, number>> {
  const hong = stage.person('hong')
  const ids = new Map<string, number>()
  for (const [key, kind, name, unit, webAddress, editions] of outlets) {
    const outlet = {
      ...{ kind, name, webAddress, editions: [...editions] },
      unitId: unit === null ? null : stage.unit(unit),
      email: unit === null ? `${key}@chungtay.invalid` : null,
    }
    ids.set(key, await addOutlet(stage.tx, hong, outlet, moment(stage, addDays(stage.today, -200))))
  }
  const orientation = {
    title: 'Tuyên truyền nộp hồ sơ không phụ thuộc địa giới',
    body: 'Đề nghị các cơ quan báo chí tập trung: (1) người dân nộp hồ sơ ở xã, phường nào cũng được; (2) gương đơn vị làm tốt; (3) phản ánh nơi còn từ chối vì “không đúng địa bàn”.',
    ...{ fromDay: addDays(stage.today, -20), toDay: addDays(stage.today, 40) },
    ...{ taskIds: await tasksOfPress(stage), silentDays: 3 },
    outletIds: [...ids.values()].slice(0, 4),
  }
  const tam = stage.person('tam')
  const id = await sendOrientation(stage.tx, tam, orientation, moment(stage, addDays(stage.today, -20)))
  const more = `${orientation.body} (4) cách trả kết quả tại nhà qua bưu chính.`
  const better = { ...orientation, body: more, outletIds: [] }
  const reason = { why: 'Bổ sung nội dung trả kết quả tại nhà', seen: 0 }
  await correctOrientation(stage.tx, tam, id, better, reason, moment(stage, addDays(stage.today, -16)))
  for (const key of ['bao', 'nhip'])
    await acknowledge(stage.tx, tam, id, ids.get(key) ?? 0, moment(stage, addDays(stage.today, -15)))
  await playRetired(stage)
  return ids
}

/** Two tasks of the press that the orientation serves. */
async function tasksOfPress({ tx, provinceId, today, unit }: Stage): Promise<number[]> {
  return (await openTasksOf(tx, provinceId, unit('BPTTH'), null, today)).slice(0, 2).map((task) => task.id)
}

/** A newspaper that was merged: its pieces stay, no form offers it. */
async function playRetired(stage: Stage): Promise<void> {
  const hong = stage.person('hong')
  const merged = {
    ...{ name: 'Tạp chí Nông thôn mới (minh họa)', kind: 'newspaper' as const, editions: ['Bản in tháng'] },
    ...{ unitId: null, email: null, webAddress: null },
  }
  const id = await addOutlet(stage.tx, hong, merged, moment(stage, addDays(stage.today, -200)))
  const reason = { why: 'Đã sáp nhập vào Báo của tỉnh', seen: 0 }
  await retireOutlet(stage.tx, hong, id, true, reason, moment(stage, addDays(stage.today, -40)))
}

const columnFacts = [
  ['together', 'Chung tay cải cách thủ tục hành chính', 'Together for simpler procedures', 'weekly', 3, null],
  ['answers', 'Hỏi – đáp thủ tục', 'Procedures: questions and answers', 'fortnightly', 5, null],
  ['radio', 'Chung tay trên sóng', 'Together on air', 'monthly', 15, 'dai'],
] as const

async function playColumns(stage: Stage, outletIds: ReadonlyMap<string, number>) {
  const ids = new Map<string, number>()
  const starts = addDays(stage.today, -84)
  for (const [key, vi, en, cadence, onDay, outlet] of columnFacts) {
    const column = {
      ...{ vi, en, cadence, onDay, starts, ends: null },
      aboutVi: 'Chuyên mục minh họa của chuyên trang cải cách hành chính.',
      unitId: stage.unit(outlet ? 'BPTTH' : 'CTTDT'),
      outletId: outlet ? (outletIds.get(outlet) ?? null) : null,
    }
    ids.set(key, await beginColumn(stage.tx, stage.person('hong'), column, moment(stage, starts)))
  }
  return ids
}

/** Each item of a column is the episode whose day it met; of the others some were missed, some ran in an outlet. */
async function playEpisodes(stage: Stage, columns: ReadonlyMap<string, number>): Promise<void> {
  const { tx, provinceId, today } = stage
  const hong = stage.person('hong')
  await planEpisodes(tx, provinceId, today)
  const items = await tx
    .selectFrom('editorial.item')
    .select(['id', 'column_id as columnId', 'title'])
    .where('column_id', 'is not', null)
    .orderBy('id')
    .execute()
  for (const columnId of columns.values()) {
    const own = items.filter((i) => i.columnId === columnId)
    const range = { columnId, from: addDays(today, -84), to: today }
    const days = await selectEpisodes(tx, provinceId, range)
    for (const [n, episode] of days.toReversed().entries()) {
      const item = own.at(-1 - n)
      const address =
        item || lot(`kỳ ${columnId} ${episode.day}`) < 0.25
          ? null
          : `https://bao.chungtay.invalid/ky/${episode.id}`
      const set = {
        topic: item?.title ?? '',
        itemId: item?.id ?? null,
        address: episode.day < today ? address : null,
        excuse: null,
      }
      await changeEpisode(tx, hong, episode.id, set, stage.now)
    }
  }
}

async function playEvents(stage: Stage): Promise<void> {
  const { tx, today } = stage
  const hong = stage.person('hong')
  for (const [title, about, place, inDays, time, unit, coverage] of events) {
    const day = addDays(today, inDays)
    const at = moment(stage, addDays(today, Math.min(inDays - 5, -1)))
    const event = {
      title,
      about,
      place,
      starts: `${day}T${time}`,
      ends: null,
      unitId: stage.unit(unit),
      taskId: null,
      themeCodes: ['procedures'],
      audienceCodes: ['citizens'],
    }
    const eventId = await planEvent(tx, hong, event, at)
    for (const [medium, personName, of] of coverage) {
      const wanted = { medium, personName, unitId: stage.unit(of), note: '', dueDay: addDays(day, 1) }
      const id = await assignCoverage(tx, hong, eventId, wanted, at)
      if (inDays < 0 && medium === 'video') await playBroadcast(stage, id, hong)
    }
  }
}

async function playBroadcast(stage: Stage, coverageId: number, actor: Actor): Promise<void> {
  const itemId = await beginCoverage(stage.tx, actor, coverageId, moment(stage, addDays(stage.today, -11)))
  for (const [n, step] of (['script', 'recording', 'edit'] as const).entries()) {
    const doneDay = addDays(stage.today, n - 10)
    await produce(
      stage.tx,
      actor,
      itemId,
      { step, doneDay, note: '', address: null, noAddressWhy: null },
      moment(stage, doneDay),
    )
  }
}

/** What was written after the orientation; the broadcaster has written nothing, and is reminded. */
const following = [
  'Một cửa sáng thứ Bảy: thêm bốn giờ cho dân',
  'Xã vùng cao bỏ bảy loại bản sao',
  'Công bố 118 thủ tục phi địa giới',
  'Phiếu hướng dẫn mỗi nơi một kiểu',
  'Chuyến ghe chở Một cửa qua sông',
]

async function playPress(stage: Stage, outletIds: ReadonlyMap<string, number>): Promise<void> {
  const { tx, today } = stage
  const hong = stage.person('hong')
  const [orientation] = await selectOrientations(tx, stage.provinceId)
  for (const [n, [outlet, daysAgo, title, stance, unit]] of entries.entries()) {
    const day = addDays(today, -daysAgo)
    const at = moment(stage, day, '15:00')
    const entry = {
      ...{ day, title, stance, edition: '', summary: '', outletId: outletIds.get(outlet) ?? 0 },
      address: `${outlets.find(([key]) => key === outlet)?.[4]}/bai/${n + 100}`,
      unitId: unit ? stage.unit(unit) : null,
      itemId: null,
      orientationId: following.includes(title) ? (orientation?.id ?? null) : null,
    }
    const id = await registerPress(tx, hong, entry, at)
    if (id === null || stance !== 'not_yet' || !unit) continue
    const wanted = 'Kiểm tra, trả lời báo và thông báo kết quả khắc phục trên chuyên trang.'
    const dueDay = addDays(day, 14)
    const followUp = { unitId: stage.unit(unit), personName: stage.nameOf(stage.unit(unit)), wanted, dueDay }
    await setFollowUp(tx, hong, id, followUp, at)
    const what = 'Đã kiểm tra, chấn chỉnh và gửi văn bản trả lời tòa soạn.'
    if (daysAgo > 25) await completePress(tx, hong, id, { what }, moment(stage, addDays(day, 9)))
  }
  await remindOfOrientations(tx, stage.provinceId, moment(stage, addDays(today, -1), '07:20'))
  await playWebChecks(stage)
}

async function playWebChecks(stage: Stage): Promise<void> {
  const { tx, today } = stage
  const hong = stage.person('hong')
  for (const code of [
    'SNV',
    'STC',
    'SVHTTDL',
    'VPUB',
    'X25-phường Chung An',
    'X25-xã Thượng Lâm',
    'X25-xã Cồn Sậy',
  ]) {
    const fed = lot(`cột ${code}`)
    const check = {
      ...{ unitId: stage.unit(code), address: `https://${stage.unit(code)}.chungtay.invalid/cchc`, note: '' },
      hasColumn: fed > 0.15,
      newestDay: fed > 0.15 ? addDays(today, -Math.round((1 - fed) * 120)) : null,
    }
    await noteWebCheck(tx, hong, check, moment(stage, addDays(today, -6)))
  }
}

/** What the worker would do with the news of each publication, done at once: the year's figures are whole. */
async function countAll(stage: Stage, itemIds: readonly number[]): Promise<void> {
  const program = { provinceId: stage.provinceId, accountId: null, name: 'Chung Tay' } as const
  for (const id of itemIds) {
    const item = await selectItem(stage.tx, stage.provinceId, id)
    if (item?.publicationId)
      await countPublication(stage.tx, program, item.publicationId, stage.config.baseUrl, stage.now)
  }
}

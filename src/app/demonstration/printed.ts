import { addDays, type Day } from '../../lib/calendar/day.ts'
import { makeScript, planSlot } from '../../modules/publishing/broadcast/broadcast.ts'
import { handOver, makePackage, takePackage } from '../../modules/publishing/broadcast/packages.ts'
import { addRun, handOut, makeProduct } from '../../modules/publishing/printed/printed.ts'
import { addCounts } from '../../modules/publishing/reach/counts.sql.ts'
import { insertFigures } from '../../modules/publishing/reach/figures.sql.ts'
import { shortLinksFor } from '../../modules/publishing/reach/links.ts'
import { type PublicationBrief, selectBrief, selectBriefs } from '../../modules/publishing/reach/reach.sql.ts'
import type { ReachCount } from '../../modules/publishing/reach/reach.ts'
import { type Commune, communesOf } from '../../modules/publishing/reach/reach-shown.ts'
import { lot, moment, type Stage } from './stage.ts'
import { playLibrary, playStanding } from './standing.ts'

/**
 * Sixty days of readers, a leaflet with its ledger, panels, a script and a package for the loudspeakers. The figures
 * are invented, as everything of the demonstration; what reached nobody is left so that its page has something to say.
 */
export async function playPrinted(stage: Stage): Promise<void> {
  const { tx, provinceId, today } = stage
  const items: PublicationBrief[] = []
  for (const { id } of await selectBriefs(tx, provinceId)) {
    const item = await selectBrief(tx, provinceId, id)
    if (item) items.push(item)
  }
  const told = items.filter((i) => ['news', 'question_answer'].includes(i.kind))
  const main = items.find((i) => i.title.includes('Nộp hồ sơ')) ?? told[0] ?? items[0]
  const communes = await communesOf(tx, provinceId, today)
  if (!main || communes.length === 0) return
  await playReach(stage, items, communes)
  await playLeaflet(stage, main, communes)
  await playStanding(stage, main, communes)
  await playLibrary(stage, main, communes)
  await playBroadcast(stage, told.length > 0 ? told : items, communes)
}

/** More at the start and on working days; a few texts nobody reads. */
async function playReach(
  { tx, provinceId, today, now }: Stage,
  items: readonly PublicationBrief[],
  communes: readonly Commune[],
) {
  const counts: ReachCount[] = []
  for (const item of items) {
    const love = lot(`bạn đọc ${item.id}`)
    if (love < 0.08) continue
    const first = [addDays(today, -59), item.publishedAt.toISOString().slice(0, 10)].sort()[1] ?? today
    let age = 0
    for (let day: Day = first; day < today; day = addDays(day, 1), age += 1) {
      const amount = Math.round(240 * love * Math.exp(-age / 18) * (0.5 + lot(`${item.id} ${day}`)))
      const counted = { provinceId, publicationId: item.id, day, channelKind: 'portal', place: '' }
      if (amount > 0) counts.push({ ...counted, metric: 'view', amount })
    }
  }
  const [main] = items
  if (main) {
    const places = communes.slice(0, 40).map((u) => u.short)
    await shortLinksFor(
      tx,
      provinceId,
      { publicationId: main.id, channelKind: 'notice_board' },
      places,
      new Date(now.getTime() - 30 * 86_400_000),
    )
    for (const place of places.slice(0, 17)) {
      const amount = 1 + Math.floor(64 * lot(`quét ${place}`) ** 3)
      const scanned = {
        provinceId,
        publicationId: main.id,
        channelKind: 'notice_board',
        place,
        metric: 'scan',
      } as const
      counts.push({ ...scanned, day: addDays(today, -1 - Math.floor(14 * lot(place))), amount })
    }
  }
  if (counts.length > 0) await addCounts(tx, counts)
  const given = items
    .slice(0, 6)
    .flatMap((item, i) => [
      figure(
        item.id,
        addDays(today, -6 - i),
        'newspaper',
        'circulation',
        Math.round(1900 + 5600 * lot(`báo ${item.id}`)),
      ),
      figure(
        item.id,
        addDays(today, -4 - i),
        'radio',
        'audience',
        100 * Math.round(34 + 160 * lot(`đài ${item.id}`) ** 2),
      ),
    ])
  const source = { origin: 'typed' as const, fileId: null, byName: 'Bùi Thị Hồng (minh họa)', now }
  await insertFigures(tx, provinceId, given, source)
}

function figure(publicationId: number, day: Day, channelKind: string, metric: string, amount: number) {
  const note = 'Số liệu minh họa'
  return { publicationId, day, channelKind, place: '', audience: 'citizens', metric, amount, note }
}

/** 2,000 copies, sent to eighteen communes; some have handed theirs out. */
async function playLeaflet(
  stage: Stage,
  item: PublicationBrief,
  communes: readonly Commune[],
): Promise<void> {
  const { tx, today } = stage
  const lead = stage.person('tam')
  const id = await makeProduct(
    tx,
    lead,
    { publicationId: item.id, kind: 'leaflet' },
    moment(stage, addDays(today, -24)),
  )
  await makeProduct(
    tx,
    lead,
    { publicationId: item.id, kind: 'poster_a3' },
    moment(stage, addDays(today, -23)),
  )
  const run = { copies: 2000, day: addDays(today, -20), printer: 'Nhà in tỉnh (minh họa)', note: '' }
  await addRun(tx, lead, id, run, moment(stage, addDays(today, -20)))
  const served = communes.slice(0, 18)
  const base = { receiver: '', photoId: null, note: 'Minh họa' }
  const sent = served.map((u) => ({
    ...base,
    fromUnitId: null,
    toUnitId: u.id,
    place: '',
    copies: 90,
    day: addDays(today, -17),
  }))
  await handOut(tx, lead, id, sent, moment(stage, addDays(today, -17)))
  for (const unit of served) {
    const officer = stage.officerAt(unit.id)
    if (!officer || lot(`phát ${unit.name}`) < 0.3) continue
    const place = lot(`nơi ${unit.name}`) < 0.5 ? 'Bộ phận Một cửa' : 'Nhà văn hóa thôn'
    const copies = 9 + Math.floor(81 * lot(`bản ${unit.name}`) ** 1.6)
    const out = {
      ...base,
      fromUnitId: unit.id,
      toUnitId: null,
      place: `${place}, ${unit.short}`,
      copies,
      day: addDays(today, -9),
    }
    await handOut(tx, officer, id, [out], moment(stage, addDays(today, -9)))
  }
}

async function playBroadcast(
  stage: Stage,
  items: readonly PublicationBrief[],
  communes: readonly Commune[],
): Promise<void> {
  const { tx, today } = stage
  const lead = stage.person('tam')
  const scriptIds: number[] = []
  for (const item of items.slice(0, 2)) {
    const input = { publicationId: item.id, station: 'Đài truyền thanh cơ sở', rate: 180, slotSeconds: 300 }
    scriptIds.push(await makeScript(tx, lead, input, moment(stage, addDays(today, -12))))
  }
  const [first] = scriptIds
  if (first === undefined) return
  const slot = { station: 'Đài Phát thanh tỉnh (minh họa)', day: addDays(today, 2), starts: '17:30' }
  await planSlot(tx, lead, first, slot, moment(stage, addDays(today, -10)))
  const days = { firstDay: addDays(today, -7), lastDay: addDays(today, 7), hours: ['05:30', '17:00'] }
  const title = 'Tuần phát thanh dịch vụ công trực tuyến (minh họa)'
  const id = await makePackage(tx, lead, { title, ...days, scriptIds }, moment(stage, addDays(today, -9)))
  const ten = communes.slice(0, 10)
  await handOver(
    tx,
    lead,
    id,
    ten.map((u) => u.id),
    moment(stage, addDays(today, -9)),
  )
  for (const unit of ten.slice(0, 6)) {
    const officer = stage.officerAt(unit.id)
    if (officer) await takePackage(tx, officer, id, unit.id, moment(stage, addDays(today, -8)))
  }
}

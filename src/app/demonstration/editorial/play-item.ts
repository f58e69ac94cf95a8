import { Readable } from 'node:stream'
import sharp from 'sharp'
import type { Actor } from '../../../lib/actor.ts'
import { addDays } from '../../../lib/calendar/day.ts'
import { insertFile } from '../../../lib/files/files.ts'
import { keepArrival, writeArrival } from '../../../lib/files/store.ts'
import { richTextFromPlain } from '../../../lib/richtext/plain.ts'
import { forcePublish } from '../../../modules/editorial/items/forcing.ts'
import { selectItem } from '../../../modules/editorial/items/items.sql.ts'
import { addImage } from '../../../modules/editorial/items/labelling.ts'
import {
  approve,
  dropItem,
  giveBack,
  mergeItem,
  publishNow,
  schedule,
  submitItem,
  withdrawItem,
} from '../../../modules/editorial/items/life.ts'
import { selectVersion } from '../../../modules/editorial/items/versions.sql.ts'
import { createItem, editAgain, saveContent, textOf } from '../../../modules/editorial/items/writing.ts'
import { moment, type Stage } from '../stage.ts'
import { addMedia } from './media.ts'
import { sceneSvg } from './scenes.ts'
import type { ShownItem } from './shown-item.ts'

const mark = 'Nội dung minh họa của chương trình, không phải tin tức thật.'

/** Takes an item through the verbs to where it stands. Returns its id. */
export async function playItem(
  stage: Stage,
  shown: ShownItem,
  columns: ReadonlyMap<string, number>,
  before: ReadonlyMap<string, number>,
  n: number,
): Promise<number> {
  const { tx } = stage
  const day = addDays(stage.today, -shown.daysAgo)
  const at = (days: number, time: string) => moment(stage, addDays(day, days), time)
  const writer = stage.person(shown.by)
  const item = {
    ...{ kind: shown.kind, title: shown.title, language: 'vi', translationOf: null },
    ...{ unitId: stage.unit(shown.unit), topics: shown.topics, taskId: await taskOf(stage, shown) },
    columnId: (shown.column && columns.get(shown.column)) ?? null,
    ...{
      formCode: null,
      themeCodes: themesOf(shown),
      audienceCodes: ['citizens'],
      reviewBy: reviewOf(stage, shown),
    },
  }
  const content = {
    ...{ lead: shown.lead, body: richTextFromPlain(`${shown.text}\n\n${mark}`).doc, byline: writer.name },
    facts: shown.facts ?? {},
  }
  const id = await createItem(tx, writer, item, at(-2, '09:00'), content)
  if (shown.picture) await illustrate(stage, id, { writer, when: at(-2, '10:00') }, shown.picture, n)
  if (shown.media) await addMedia(stage, id, writer, shown.media)
  await live(stage, shown, id, writer, at, before)
  return id
}

type At = (days: number, time: string) => Date

async function live(
  stage: Stage,
  shown: ShownItem,
  id: number,
  writer: Actor,
  at: At,
  before: ReadonlyMap<string, number>,
): Promise<void> {
  const { tx } = stage
  const second = stage.person(shown.by === 'tam' ? 'khanh' : 'tam')
  const { state, note = '' } = shown
  if (state === 'draft') return
  if (state === 'dropped') return dropItem(tx, writer, id, at(-1, '10:00'))
  if (state === 'forced')
    return forcePublish(tx, stage.person('hong'), id, { reason: note }, stage.config.baseUrl, at(0, '17:30'))
  await submitItem(tx, writer, id, { note: null }, at(-1, '14:00'))
  if (state === 'submitted') return
  if (state === 'returned') return giveBack(tx, second, id, { reasons: note }, at(-1, '16:00'))
  const { digest = '' } = (await selectVersion(tx, stage.provinceId, id, 1)) ?? {}
  await approve(tx, second, id, { digest, note: null }, at(-1, '16:30'))
  if (state === 'approved') return
  if (state === 'scheduled') {
    const to = new Date(stage.now.getTime() + 2 * 86_400_000)
    return schedule(tx, second, id, { at: to }, at(0, '07:00'))
  }
  await publishNow(tx, second, id, stage.config.baseUrl, at(0, '07:30'))
  if (state === 'withdrawn')
    return withdrawItem(tx, second, id, { notice: note, inError: false }, at(3, '08:00'))
  if (state === 'merged') {
    const intoId =
      before.get('Bộ phận Một cửa phường Chung An nhận hồ sơ cả sáng thứ Bảy') ?? [...before.values()][0] ?? 0
    return mergeItem(tx, second, id, { intoId }, stage.now)
  }
  if (state === 'revised') await revise(stage, id, writer, at(2, '09:00'))
}

/** A published text that is being mended: readers see the first version meanwhile. */
async function revise(stage: Stage, id: number, writer: Actor, when: Date): Promise<void> {
  const { tx, provinceId } = stage
  await editAgain(tx, writer, id, when)
  const item = await selectItem(tx, provinceId, id)
  const version = item && (await selectVersion(tx, provinceId, id, item.currentVersion))
  if (!item || !version) return
  const content = { ...textOf(version), lead: `${version.lead} Danh sách đầy đủ đăng kèm bài.` }
  await saveContent(tx, writer, id, { content, revision: item.revision }, when)
}

async function illustrate(
  stage: Stage,
  id: number,
  { writer, when }: { writer: Actor; when: Date },
  [scene, alt]: NonNullable<ShownItem['picture']>,
  n: number,
): Promise<void> {
  const { tx, provinceId, config } = stage
  const bytes = await sharp(Buffer.from(sceneSvg(scene, n)))
    .jpeg({ quality: 82 })
    .toBuffer()
  const arrived = await writeArrival(config.dataDir, Readable.from([bytes]))
  await keepArrival(config.dataDir, arrived)
  const facts = {
    sha256: arrived.sha256,
    bytes: arrived.bytes,
    kind: 'jpg',
    name: `minh-hoa-${n + 1}.jpg`,
  } as const
  const file = await insertFile(tx, provinceId, writer.accountId, when, facts)
  const told = `Tranh minh họa: ${alt}`
  await addImage(tx, writer, id, { fileId: file.id, alt: told }, when)
  const version = await selectVersion(tx, provinceId, id, 1)
  const item = await selectItem(tx, provinceId, id)
  if (!version || !item) return
  const content = { ...textOf(version), leadImageId: file.id, leadImageAlt: told }
  await saveContent(tx, writer, id, { content, revision: item.revision }, when)
}

/** By their titles: which field of procedures these texts help with (HN-08). */
const fieldWords: readonly [code: string, words: RegExp][] = [
  ['land', /đất đai|đổi thông tin/],
  ['civil_status', /khai sinh|căn cước|trẻ em/],
  ['certification', /bản sao/],
]

function themesOf(shown: ShownItem): string[] {
  const themes = [
    'procedures',
    'one_stop',
    'online_services',
    'organisation',
    'civil_service',
    'public_finance',
    'indices',
    'digital_government',
  ]
  const topics = shown.topics.filter((t) => themes.includes(t))
  const fields = fieldWords.flatMap(([code, words]) => (words.test(shown.title) ? [code] : []))
  const named = fields.length > 0 ? [...new Set([...topics, 'procedures', ...fields])] : topics
  return shown.kind === 'exemplar' ? [...named, 'good_models'] : named
}

function reviewOf(stage: Stage, shown: ShownItem): string | null {
  if (shown.kind === 'question_answer' || shown.kind === 'infographic')
    return addDays(stage.today, shown.daysAgo > 10 ? -2 : 90)
  return null
}

/** The first task of the year that the unit works on: what is published serves it. */
async function taskOf(stage: Stage, shown: ShownItem): Promise<number | null> {
  const row = await stage.tx
    .selectFrom('assignments.assignment')
    .select('task_id as taskId')
    .where('province_id', '=', stage.provinceId)
    .where('unit_id', '=', stage.unit(shown.unit))
    .where('state', 'in', ['assigned', 'acknowledged', 'in_progress'])
    .where('due_day', 'is', null)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row?.taskId ?? null
}

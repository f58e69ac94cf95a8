import { Readable } from 'node:stream'
import { createCanvas, GlobalFonts, loadImage } from '@napi-rs/canvas'
import type { Actor } from '../../lib/actor.ts'
import { addDays, dayOf } from '../../lib/calendar/day.ts'
import { writeDocxExcerpt } from '../../lib/documents/out/docx.ts'
import { insertFile } from '../../lib/files/files.ts'
import type { FileKind } from '../../lib/files/kinds.ts'
import { keepArrival, writeArrival } from '../../lib/files/store.ts'
import { projectPath } from '../../lib/paths.ts'
import {
  addVersion,
  askForKit,
  keepKit,
  keepPart,
  retireKit,
  tellAdoption,
} from '../../modules/brand/brand.ts'
import { unitsAsOf } from '../../modules/organisations/organisations.ts'
import { brandKit, brandParts, type PlayedPart } from './brand.data.ts'
import { drawnPicture } from './pictures.ts'
import { lot, moment, type Stage } from './stage.ts'

/** A set of brand files with an older version, one that is not used any more, and who uses it: some late, some without a photo. */
export async function playBrand(stage: Stage): Promise<void> {
  const { tx, today } = stage
  const lead = stage.person('tam')
  const opened = addDays(today, -210)
  const facts = { ...brandKit, documentId: null, documentDay: addDays(opened, -12), isPublic: true }
  const id = await keepKit(tx, lead, facts, null, moment(stage, opened))
  for (const part of brandParts) await playPart(stage, lead, id, part)
  await playAdoptions(stage, lead, id)
  const old = {
    ...{ name: 'Bộ nhận diện Một cửa cấp huyện (minh họa)', about: '', documentId: null, documentDay: null },
    ...{ documentWords: '', isPublic: false },
  }
  const oldId = await keepKit(tx, lead, old, null, moment(stage, opened))
  await retireKit(tx, lead, oldId, 'Không còn cấp huyện từ 01/7/2025.', moment(stage, opened))
}

async function playPart(stage: Stage, lead: Actor, kitId: number, part: PlayedPart): Promise<void> {
  const { tx, today } = stage
  const { versions, ...facts } = part
  const first = addDays(today, -(versions[0]?.daysAgo ?? 64))
  const partId = await keepPart(tx, lead, kitId, facts, null, moment(stage, first))
  for (const { note, name, svgs, daysAgo, withPage } of versions) {
    const at = moment(stage, addDays(today, -daysAgo))
    const fileIds: number[] = []
    for (const [i, svg] of svgs.entries()) {
      const called = svgs.length > 1 ? `${name}-${i + 1}` : name
      fileIds.push(await stored(stage, lead, await pngOf(svg), 'png', `${called}.png`, at))
      fileIds.push(await stored(stage, lead, Buffer.from(svg), 'svg', `${called}.svg`, at))
    }
    if (withPage) fileIds.push(await stored(stage, lead, await noticePage(at), 'docx', `${name}.docx`, at))
    await addVersion(tx, lead, { kitId, partId }, { note, fileIds }, at)
  }
}

/** Asked for twice: by a day that is past, and by one that comes. */
async function playAdoptions(stage: Stage, lead: Actor, id: number): Promise<void> {
  const { tx, today, provinceId } = stage
  const communes = (await unitsAsOf(tx, provinceId, today))
    .filter((u) => u.level === 'commune' && u.type === 'people_committee')
    .map((u) => u.id)
  const groups = [
    { unitIds: communes.slice(0, 14), answerBy: addDays(today, -9), asked: addDays(today, -60) },
    { unitIds: communes.slice(14, 30), answerBy: addDays(today, 30), asked: addDays(today, -20) },
  ]
  for (const { asked, ...call } of groups) await askForKit(tx, lead, id, call, moment(stage, asked))
  let photos = 0
  for (const [i, unitId] of communes.slice(0, 22).entries()) {
    const officer = stage.officerAt(unitId)
    if (!officer || lot(`nhận diện ${unitId}`) < 0.3) continue
    const sinceDay = addDays(today, -3 - Math.floor(15 * lot(`từ ${unitId}`)))
    const at = moment(stage, addDays(sinceDay, 2))
    const photo = photos < 5 ? await drawnPicture(stage, 60 + i, officer.accountId, at) : null
    photos += 1
    const input = { unitId, sinceDay, note: 'Đã thay biển hiệu, biển số quầy (minh họa).' }
    await tellAdoption(tx, officer, id, { ...input, photoFileId: photo?.id ?? null }, at)
  }
}

const fonts = ['400Regular/BeVietnamPro_400Regular', '600SemiBold/BeVietnamPro_600SemiBold']
let ready = false

/** The picture of a drawing, set in our own typeface whatever the machine has. */
async function pngOf(svg: string): Promise<Buffer> {
  const folder = projectPath('node_modules/@expo-google-fonts/be-vietnam-pro')
  if (!ready)
    for (const font of fonts) GlobalFonts.registerFromPath(`${folder}/${font}.ttf`, 'Be Vietnam Pro')
  ready = true
  const image = await loadImage(Buffer.from(svg))
  const canvas = createCanvas(image.width, image.height)
  canvas.getContext('2d').drawImage(image, 0, 0)
  return canvas.encode('png')
}

function noticePage(at: Date): Promise<Uint8Array> {
  const text =
    '[Tên đơn vị] tạm ngừng tiếp nhận hồ sơ từ [giờ, ngày] đến [giờ, ngày] vì [lý do]. Hồ sơ nộp trực tuyến vẫn được nhận bình thường.'
  return writeDocxExcerpt('THÔNG BÁO (minh họa)', [{ kind: 'paragraph', text }], dayOf(at))
}

async function stored(
  stage: Stage,
  by: Actor,
  bytes: Uint8Array,
  kind: FileKind,
  name: string,
  at: Date,
): Promise<number> {
  const arrived = await writeArrival(stage.config.dataDir, Readable.from([Buffer.from(bytes)]))
  await keepArrival(stage.config.dataDir, arrived)
  const { sha256 } = arrived
  const file = { sha256, bytes: arrived.bytes, kind, name }
  return (await insertFile(stage.tx, stage.provinceId, by.accountId, at, file)).id
}

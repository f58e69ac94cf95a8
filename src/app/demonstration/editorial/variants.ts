import { addDays } from '../../../lib/calendar/day.ts'
import { selectItem } from '../../../modules/editorial/items/items.sql.ts'
import {
  approve,
  publishNow,
  schedule,
  submitItem,
  withdrawItem,
} from '../../../modules/editorial/items/life.ts'
import { selectVersion } from '../../../modules/editorial/items/versions.sql.ts'
import { editAgain, saveContent, textOf } from '../../../modules/editorial/items/writing.ts'
import { selectVariants } from '../../../modules/editorial/variants/variants.sql.ts'
import { chooseChannels, saveVariant } from '../../../modules/editorial/variants/variants.ts'
import type { SendFault } from '../../../modules/publishing/channel.ts'
import { beginAttempt } from '../../../modules/publishing/channels/attempts.sql.ts'
import { updateMessage } from '../../../modules/publishing/channels/messages.sql.ts'
import { messagesOfSource } from '../../../modules/publishing/publishing.ts'
import { moment, type Stage } from '../stage.ts'

interface Channels {
  zalo: number
  page: number
  lotus: number
  briefing: number
}

/** Items on their way by the channels of the demonstration: written, waiting, sent, refused, to be taken down. */
export async function playVariants(stage: Stage, channels: Channels): Promise<void> {
  const { zalo, page, lotus, briefing } = channels
  const [draft] = await itemsIn(stage, 'draft')
  if (draft) await written(stage, draft, channels)
  const [scheduled] = await itemsIn(stage, 'scheduled')
  if (scheduled) {
    const to = new Date(stage.now.getTime() + 2 * 86_400_000)
    await again(stage, scheduled, [page, lotus, briefing], moment(stage, addDays(stage.today, -1), '08:00'))
    await schedule(stage.tx, stage.person('tam'), scheduled, { at: to }, moment(stage, stage.today, '07:00'))
  }
  const [one, two] = await itemsIn(stage, 'published')
  if (one) {
    await published(stage, one, [zalo, page, lotus], 6)
    await left(stage, one, zalo, 'https://rd.zapps.vn/detail/minh-hoa')
    await refused(stage, one, page)
    await handed(stage, one, lotus)
  }
  if (two) {
    await published(stage, two, [zalo, page, briefing], 9)
    await left(stage, two, page, 'https://www.facebook.com/p/minh-hoa')
    const notice = 'Bài được gỡ để đối chiếu lại số liệu (minh họa).'
    const at = moment(stage, addDays(stage.today, -8), '16:00')
    await withdrawItem(stage.tx, stage.person('tam'), two, { notice, inError: false }, at)
  }
}

/** Items with a picture, which Zalo needs; those with a history of their own are left alone. */
async function itemsIn({ tx, provinceId }: Stage, state: string): Promise<number[]> {
  const rows = await tx
    .selectFrom('editorial.item as i')
    .innerJoin('editorial.item_version as v', (j) =>
      j
        .onRef('v.province_id', '=', 'i.province_id')
        .onRef('v.item_id', '=', 'i.id')
        .onRef('v.number', '=', 'i.current_version'),
    )
    .select('i.id')
    .where('i.province_id', '=', provinceId)
    .where('i.state', '=', state)
    .where('i.current_version', '=', 1)
    .where('i.kind', 'in', ['news', 'article', 'reportage', 'video'])
    .orderBy((e) => e('v.lead_image_id', 'is', null))
    .orderBy('i.id')
    .execute()
  return rows.map((r) => r.id)
}

/** The text at work has a post written by hand, and a master that changed afterwards. */
async function written(stage: Stage, id: number, { page, lotus }: Channels): Promise<void> {
  const { tx, provinceId } = stage
  const writer = stage.person('hong')
  const at = moment(stage, addDays(stage.today, -1), '10:00')
  await chooseChannels(tx, writer, id, [page, lotus], at)
  const [own] = (await selectVariants(tx, provinceId, id, 1)).filter((v) => v.channelId === page)
  if (!own) return
  const text = `Bà con lưu ý nhé!\n\n${own.content.text}\n\n#ChungTayCaiCach (minh họa)`
  const content = { ...own.content, text }
  await saveVariant(tx, writer, id, page, { content, sendAt: null }, stage.config.baseUrl, at)
  const item = await selectItem(tx, provinceId, id)
  const version = await selectVersion(tx, provinceId, id, 1)
  if (!item || !version) return
  const lead = `${version.lead} Bài đang được bổ sung số liệu.`.trim()
  await saveContent(tx, writer, id, { content: { ...textOf(version), lead }, revision: item.revision }, at)
}

/** A new version that leaves by these channels, approved by a second person. */
async function again(stage: Stage, id: number, channelIds: readonly number[], at: Date): Promise<void> {
  const { tx, provinceId } = stage
  const writer = stage.person('hong')
  await editAgain(tx, writer, id, at)
  await chooseChannels(tx, writer, id, channelIds, at)
  await submitItem(tx, writer, id, { note: null }, at)
  const { digest = '' } = (await selectVersion(tx, provinceId, id, 2)) ?? {}
  await approve(tx, stage.person('tam'), id, { digest, note: null }, at)
}

async function published(
  stage: Stage,
  id: number,
  channelIds: readonly number[],
  daysAgo: number,
): Promise<void> {
  const at = moment(stage, addDays(stage.today, -daysAgo), '09:00')
  await again(stage, id, channelIds, at)
  await publishNow(stage.tx, stage.person('tam'), id, stage.config.baseUrl, at)
}

async function left(stage: Stage, id: number, channelId: number, remoteUrl: string): Promise<void> {
  const message = await messageOn(stage, id, channelId)
  if (!message) return
  await updateMessage(stage.tx, stage.provinceId, message.id, {
    state: 'sent',
    sentAt: message.dueAt,
    remoteUrl,
  })
}

async function refused(stage: Stage, id: number, channelId: number): Promise<void> {
  const message = await messageOn(stage, id, channelId)
  if (message)
    await updateMessage(stage.tx, stage.provinceId, message.id, { state: 'failed', lastError: fault })
}

/** People have it, and have brought no proof so far. */
async function handed(stage: Stage, id: number, channelId: number): Promise<void> {
  const message = await messageOn(stage, id, channelId)
  if (!message) return
  await beginAttempt(stage.tx, stage.provinceId, message.id, 1, 'hand', message.dueAt)
  const progress = { step: 'hand' }
  await updateMessage(stage.tx, stage.provinceId, message.id, { state: 'sending', attempts: 1, progress })
}

async function messageOn({ tx, provinceId }: Stage, id: number, channelId: number) {
  return (await messagesOfSource(tx, provinceId, `editorial:${id}`)).find((m) => m.channelId === channelId)
}

const fault: SendFault = {
  code: 'content',
  who: 'desk',
  vi: 'Facebook không nhận nội dung này (tham số, ảnh hoặc đường dẫn sai). Hãy sửa bản cho kênh rồi gửi lại.',
  en: 'Facebook does not take this content (a parameter, image or link). Mend the variant and send again.',
  said: '(#100) Invalid parameter (mô phỏng)',
}

import { addDays, type Day } from '../../lib/calendar/day.ts'
import {
  type ChannelKind,
  type SendFault,
  type Variant,
  variantDigest,
  variantFromMaster,
} from '../../modules/publishing/channel.ts'
import { beginAttempt, endAttempt } from '../../modules/publishing/channels/attempts.sql.ts'
import { updateChannel } from '../../modules/publishing/channels/channels.sql.ts'
import { makeChannel } from '../../modules/publishing/channels/channels.ts'
import { type MessageChange, updateMessage } from '../../modules/publishing/channels/messages.sql.ts'
import { proveMessage } from '../../modules/publishing/channels/messages.ts'
import { publicationsToShow } from '../../modules/publishing/channels/publications.sql.ts'
import { queueMessage } from '../../modules/publishing/publishing.ts'
import { shortLinkFor } from '../../modules/publishing/reach/links.ts'
import { playConversations } from './conversations.ts'
import { playVariants } from './editorial/variants.ts'
import { moment, type Stage } from './stage.ts'

type Shown = Awaited<ReturnType<typeof publicationsToShow>>[number]

/**
 * Channels of the province and what left by them. The services are simulated: they are joined to no real account,
 * marked as such and switched off, so that nothing of the demonstration ever leaves this machine.
 */
export async function playChannels(stage: Stage): Promise<void> {
  const { tx, config } = stage
  const by = stage.person('hong')
  const at = moment(stage, `${stage.year}-01-15`)
  const service = async (
    kind: 'zalo' | 'facebook' | 'webhook',
    name: string,
    settings: Record<string, string>,
  ) => {
    const secrets = {
      appSecret: 'minh họa',
      webhookSecret: 'minh họa',
      pageToken: 'minh họa',
      key: 'minh họa',
    }
    const input = { kind, name, unitId: by.grants[0]?.unitId ?? 0, settings, secrets }
    const id = await makeChannel(tx, by, input, config.secret, at)
    await updateChannel(tx, stage.provinceId, id, { state: 'off', settings: { ...settings, simulated: '1' } })
    return id
  }
  const hand = (name: string, about: string) =>
    makeChannel(
      tx,
      by,
      { kind: 'manual', name, unitId: by.grants[0]?.unitId ?? 0, settings: { about }, secrets: {} },
      config.secret,
      at,
    )
  const zalo = await service('zalo', 'Zalo OA Cải cách hành chính tỉnh', {
    appId: '0000000000000000000',
    author: 'Sở Nội vụ',
  })
  const page = await service('facebook', 'Trang Facebook Chung tay cải cách', { pageId: '100000000000000' })
  await service('webhook', 'Cổng thông tin điện tử tỉnh', { url: 'https://portal.invalid/tin-cchc' })
  const lotus = await hand(
    'Mạng xã hội Lotus',
    'Đăng bằng tài khoản của Sở, chọn chủ đề Cải cách hành chính; nộp đường dẫn bài đăng.',
  )
  const briefing = await hand(
    'Giao ban, sinh hoạt đoàn thể',
    'Đọc tại buổi giao ban đầu tháng; nộp ảnh chụp hoặc biên bản, ghi số người dự.',
  )
  await playConversations(stage, zalo)
  await playVariants(stage, { zalo, page, lotus, briefing })
  const shown = await publicationsToShow(tx, stage.provinceId, 6)
  const [one, two, three, four, five] = shown
  if (!one || !two || !three || !four || !five) return
  for (const [p, n] of [
    [five, 12],
    [four, 6],
    [three, 3],
  ] as const) {
    await message(stage, zalo, 'zalo', p, { day: addDays(stage.today, -n), end: 'sent' })
    await message(stage, page, 'facebook', p, { day: addDays(stage.today, -n), end: 'sent' })
  }
  await message(stage, zalo, 'zalo', two, { day: addDays(stage.today, -1), end: 'unsure' })
  await message(stage, page, 'facebook', two, { day: addDays(stage.today, -1), end: 'failed' })
  await message(stage, zalo, 'zalo', one, { day: addDays(stage.today, 1), end: 'waiting' })
  await message(stage, page, 'facebook', one, { day: addDays(stage.today, 2), end: 'waiting' })
  for (const channel of [lotus, briefing]) {
    await message(stage, channel, 'manual', three, { day: addDays(stage.today, -2), end: 'proved' })
    await message(stage, channel, 'manual', two, { day: stage.today, end: 'to do' })
  }
}

type End = 'sent' | 'unsure' | 'failed' | 'waiting' | 'proved' | 'to do'

async function message(
  stage: Stage,
  channelId: number,
  kind: ChannelKind,
  p: Shown,
  { day, end }: { day: Day; end: End },
): Promise<void> {
  const { tx, provinceId } = stage
  const by = stage.person('hong')
  const at = moment(stage, day < stage.today ? day : addDays(stage.today, -1), '08:05')
  const link = await shortLinkFor(tx, provinceId, { publicationId: p.id, channelKind: kind }, at)
  const variant: Variant = variantFromMaster(kind, {
    ...{ title: p.title, lead: p.lead, text: p.text, unitName: p.unitName },
    link: new URL(`/s/${link.code}`, stage.config.baseUrl).href,
    images: p.imageId === null ? [] : [{ fileId: p.imageId, alt: p.imageAlt }],
  })
  const input = {
    channelId,
    publicationId: p.id,
    source: `demonstration:${p.id}`,
    sendKey: `demonstration:${p.id}:${channelId}`,
    ...{ variant, approvedDigest: variantDigest(variant) },
    dueAt: new Date(`${day}T09:00:00+07:00`),
  }
  const id = await queueMessage(tx, by, input, at)
  if (end === 'waiting') return
  const step = kind === 'manual' ? 'hand' : kind === 'zalo' ? 'notice' : 'post'
  const sentAt = moment(stage, day, '09:00')
  await beginAttempt(tx, provinceId, id, 1, step, sentAt)
  await updateMessage(tx, provinceId, id, { attempts: 1, progress: { step }, ...changeFor(end, sentAt) })
  if (end === 'proved') {
    const proof = {
      day,
      link: 'https://lotus.invalid/bai-dang',
      words: 'Đã đăng, 1.250 lượt xem.',
      fileId: null,
    }
    await proveMessage(tx, by, id, proof, sentAt)
  } else if (end !== 'to do') {
    const outcome = end === 'sent' ? 'done' : end === 'unsure' ? 'lost' : 'refused'
    const fault = end === 'unsure' ? lost : end === 'failed' ? refused : null
    await endAttempt(tx, provinceId, id, 1, step, { at: sentAt, outcome, fault })
  }
}

function changeFor(end: End, sentAt: Date): MessageChange {
  if (end === 'sent') return { state: 'sent', sentAt }
  if (end === 'unsure') return { state: 'unsure', lastError: lost, lookAt: null }
  if (end === 'failed') return { state: 'failed', lastError: refused }
  return { state: 'sending', leaseUntil: null }
}

const lost: SendFault = {
  code: 'lost',
  who: 'nobody',
  vi: 'Chương trình bị ngắt trong lúc gửi, nên chưa rõ dịch vụ đã nhận hay chưa.',
  en: 'The program was cut off while sending, so nobody knows whether the service took the message.',
}
const refused: SendFault = {
  code: 'content',
  who: 'desk',
  vi: 'Facebook không nhận nội dung này (tham số, ảnh hoặc đường dẫn sai). Hãy sửa bản cho kênh rồi gửi lại.',
  en: 'Facebook does not take this content (a parameter, image or link). Mend the variant and send again.',
  said: '(#100) Invalid parameter (mô phỏng)',
}

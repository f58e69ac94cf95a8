import { z } from 'zod'
import type { Actor } from '../../../lib/actor.ts'
import { recordChange } from '../../../lib/audit.ts'
import { dayOf } from '../../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import { conflict, type Fault, forbidden, invalid, notFound } from '../../../lib/errors.ts'
import { queueJob } from '../../../lib/jobs/jobs.ts'
import { unitAsOf } from '../../organisations/organisations.ts'
import { type ChannelKind, madeKinds } from '../channel.ts'
import { channelDue } from './channels.jobs.ts'
import { canRunChannel, canSeeChannels } from './channels.policy.ts'
import {
  type Channel,
  type ChannelChange,
  holdChannel,
  insertChannel,
  peopleOfChannel,
  selectChannel,
  selectChannels,
  updateChannel,
} from './channels.sql.ts'
import { channelFields, isOptional } from './fields.ts'
import { serviceNumbers } from './numbers.data.ts'
import { openSecret, sealSecret } from './sealed.ts'

const text = (most: number) =>
  z
    .string()
    .transform((s) => s.normalize('NFC').trim())
    .pipe(z.string().max(most))

/** A channel as it is typed. Secrets left empty stay as they are. */
export const channelSchema = z.object({
  kind: z.enum(madeKinds),
  name: text(120).pipe(z.string().min(1)),
  unitId: z.coerce.number().int().positive(),
  settings: z.record(z.string(), text(500)).default({}),
  secrets: z.record(z.string(), z.string().trim().max(4_000)).default({}),
})
export type ChannelInput = z.infer<typeof channelSchema>

export async function listChannels(db: DbOrTx, provinceId: number): Promise<Channel[]> {
  return selectChannels(db, provinceId)
}

/** The channel, for who may see channels. */
export async function channelById(db: DbOrTx, actor: Actor, id: number): Promise<Channel> {
  const channel = await selectChannel(db, actor.provinceId, id)
  if (!channel || !canSeeChannels(actor)) throw notFound()
  return channel
}

/** Sets a channel up. It begins switched off where it still lacks the consent of a service. */
export async function makeChannel(
  tx: Tx,
  actor: Actor,
  input: ChannelInput,
  key: string,
  now: Date,
): Promise<number> {
  await refuseWrong(tx, actor, input, {}, now)
  const id = await insertChannel(
    tx,
    actor.provinceId,
    { ...input, settings: settingsOf(input) },
    actor.name,
    now,
  )
  const secret = sealSecret(key, { provinceId: actor.provinceId, channelId: id }, secretsOf(input))
  await updateChannel(tx, actor.provinceId, id, {
    secret,
    ...(input.kind === 'zalo' ? { state: 'off' as const } : {}),
  })
  await note(tx, actor, id, 'channel.make', null, { kind: input.kind, name: input.name }, now)
  return id
}

export async function changeChannel(
  tx: Tx,
  actor: Actor,
  id: number,
  version: number,
  input: ChannelInput,
  key: string,
  now: Date,
): Promise<void> {
  const channel = await toChange(tx, actor, id)
  if (channel.version !== version)
    throw conflict(
      'Kênh vừa được người khác sửa. Hãy tải lại trang.',
      'Somebody changed this channel just now. Load the page again.',
    )
  const of = { provinceId: actor.provinceId, channelId: id }
  const had = openSecret(key, of, channel.secret) ?? {}
  await refuseWrong(tx, actor, { ...input, kind: channel.kind as ChannelInput['kind'] }, had, now)
  const given = secretsOf(input)
  const change: ChannelChange = {
    name: input.name,
    unitId: input.unitId,
    settings: settingsOf(input),
    ...(Object.keys(given).length > 0 ? { secret: sealSecret(key, of, { ...had, ...given }) } : {}),
  }
  if (channel.state === 'needs_attention') Object.assign(change, { state: 'on', trouble: null })
  // A new token: what was known of the old one is over, its warning as well.
  if (given['pageToken']) Object.assign(change, { trouble: null, tokenExpiresAt: null })
  await updateChannel(tx, actor.provinceId, id, change)
  await wake(tx, actor, id, now)
  const before = { name: channel.name, settings: channel.settings }
  const after = { name: input.name, settings: settingsOf(input), secrets: Object.keys(given) }
  await note(tx, actor, id, 'channel.change', before, after, now)
}

/** on: what waits goes out; off: it waits. Also how somebody says that the trouble of a channel is over. */
export async function switchChannel(
  tx: Tx,
  actor: Actor,
  id: number,
  to: 'on' | 'off',
  now: Date,
): Promise<void> {
  const channel = await toChange(tx, actor, id)
  if (channel.state === to) return
  await updateChannel(tx, actor.provinceId, id, { state: to, ...(to === 'on' ? { trouble: null } : {}) })
  if (to === 'on') await wake(tx, actor, id, now)
  await note(tx, actor, id, 'channel.switch', { state: channel.state }, { state: to }, now)
}

/** What a test of the connection found. */
export async function recordTest(
  tx: Tx,
  actor: Actor,
  id: number,
  found: {
    good: boolean
    name: string
    trouble: Channel['trouble']
    tokenExpiresAt?: Date | null | undefined
  },
  now: Date,
): Promise<void> {
  const channel = await toChange(tx, actor, id)
  const health = { ...channel.health, testedAt: now.toISOString(), testedName: found.name, good: found.good }
  const mended = found.good && channel.state === 'needs_attention'
  await updateChannel(tx, actor.provinceId, id, {
    health,
    trouble: found.trouble,
    ...(found.tokenExpiresAt === undefined ? {} : { tokenExpiresAt: found.tokenExpiresAt }),
    ...(mended ? { state: 'on' as const } : {}),
  })
  if (mended) await wake(tx, actor, id, now)
  await note(tx, actor, id, 'channel.test', null, { good: found.good }, now)
}

/** Who is told of the trouble of a channel, and what the channel is called. */
export async function whoRuns(
  db: DbOrTx,
  provinceId: number,
  channelId: number,
  now: Date,
): Promise<{ channel: Channel; people: { accountId: number; email: string; name: string }[] } | null> {
  const channel = await selectChannel(db, provinceId, channelId)
  if (!channel) return null
  return { channel, people: await peopleOfChannel(db, provinceId, channel.unitId, dayOf(now)) }
}

async function toChange(tx: Tx, actor: Actor, id: number): Promise<Channel> {
  const channel = await holdChannel(tx, actor.provinceId, id, true)
  if (!channel) throw notFound()
  if (!canRunChannel(actor, channel.unitId))
    throw forbidden(
      'Chỉ người quản lý kênh, cơ quan chủ trì và quản trị hệ thống được sửa kênh này.',
      'Only those who run this channel, the leading agency and administrators may change it.',
    )
  return channel
}

async function refuseWrong(
  tx: Tx,
  actor: Actor,
  input: ChannelInput,
  had: Record<string, string>,
  now: Date,
): Promise<void> {
  if (!canRunChannel(actor, input.unitId))
    throw forbidden('Bạn không quản lý kênh của đơn vị này.', 'You do not run the channels of this unit.')
  const faults: Fault[] = []
  if (!(await unitAsOf(tx, actor.provinceId, input.unitId, dayOf(now))))
    faults.push({
      field: 'unitId',
      vi: 'Hãy chọn đơn vị quản lý kênh.',
      en: 'Choose the unit that runs the channel.',
    })
  const fields = channelFields[input.kind]
  for (const name of fields.settings)
    if (!isOptional(input.kind, name) && !input.settings[name]) faults.push(missing(name))
  for (const name of fields.secrets)
    if (!isOptional(input.kind, name) && !input.secrets[name] && !had[name]) faults.push(missing(name))
  faults.push(...wrongNumbers(input))
  const url = input.settings['url']
  if (input.kind === 'webhook' && url && (!/^https?:\/\//.test(url) || !URL.canParse(url)))
    faults.push({
      field: 'url',
      vi: 'Địa chỉ phải bắt đầu bằng https://.',
      en: 'The address begins with https://.',
    })
  else if (input.kind === 'webhook' && url && (new URL(url).username || new URL(url).password))
    faults.push({
      field: 'url',
      vi: 'Địa chỉ không được chứa tên đăng nhập hoặc mật khẩu; hệ thống nhận kiểm tra bằng khóa ký.',
      en: 'The address may not carry a name or password; the receiver checks the signature instead.',
    })
  if (faults.length > 0) throw invalid(faults)
}

function wrongNumbers({ kind, settings }: ChannelInput): Fault[] {
  const faults: Fault[] = []
  for (const { name, least, most } of serviceNumbers[kind] ?? []) {
    const typed = settings[name]
    const number = Number(typed)
    if (typed && !(Number.isInteger(number) && number >= least && number <= most))
      faults.push({
        field: name,
        vi: `Nhập số nguyên từ ${least} đến ${most}, hoặc để trống.`,
        en: `A whole number from ${least} to ${most}, or nothing.`,
      })
  }
  const version = settings['graphVersion']
  if (kind === 'facebook' && version && !/^v\d{1,3}\.\d$/.test(version))
    faults.push({ field: 'graphVersion', vi: 'Nhập dạng v25.0.', en: 'Of the form v25.0.' })
  return faults
}

function missing(field: string): Fault {
  return { field, vi: 'Mục này cần có.', en: 'This is needed.' }
}

function settingsOf(input: ChannelInput): Record<string, string> {
  const names = channelFields[input.kind].settings
  return Object.fromEntries(names.map((n) => [n, input.settings[n] ?? '']).filter(([, v]) => v !== ''))
}

function secretsOf(input: ChannelInput): Record<string, string> {
  const names = channelFields[input.kind].secrets
  return Object.fromEntries(names.map((n) => [n, input.secrets[n] ?? '']).filter(([, v]) => v !== ''))
}

function wake(tx: Tx, actor: Actor, channelId: number, now: Date): Promise<void> {
  return queueJob(tx, actor.provinceId, channelDue, { channelId }, { startAfter: now })
}

function note(
  tx: Tx,
  actor: Actor,
  id: number,
  verb: string,
  before: object | null,
  after: object,
  now: Date,
): Promise<void> {
  return recordChange(tx, actor, now, { verb, subject: { kind: 'channel', id }, before, after })
}

export function isMadeKind(kind: string): kind is (typeof madeKinds)[number] {
  return (madeKinds as readonly ChannelKind[]).includes(kind as ChannelKind)
}

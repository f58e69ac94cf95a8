import { createHash, randomBytes } from 'node:crypto'
import type { Actor } from '../../../lib/actor.ts'
import { recordChange } from '../../../lib/audit.ts'
import { showTime } from '../../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import { conflict, invalid, notFound } from '../../../lib/errors.ts'
import { sendMail } from '../../../lib/mail/mail.ts'
import { canWrite, whyNotMove } from '../editorial.policy.ts'
import type { Version } from '../item.ts'
import { digestOf } from '../items/digest.ts'
import { selectItem, selectItemForChange } from '../items/items.sql.ts'
import { approveVersion, returnItem } from '../items/life.ts'
import { itemForChange, type LoadedItem, noteStep, refuseUnless, versionOf } from '../items/loading.ts'
import { wayOfVersion } from '../stages/ways.ts'
import { boundVariants } from '../variants/variants.sql.ts'
import {
  type ApprovalLink,
  hasAccount,
  insertLink,
  selectLink,
  selectLinkForChange,
  selectLinks,
  updateLink,
} from './approvals.sql.ts'

const days = 7

/** '7.Zk3…': the province, which tells where to look, and 32 random bytes. */
function newSecret(provinceId: number): string {
  return `${provinceId}.${randomBytes(32).toString('base64url')}`
}

function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}

/**
 * Sends a leader without account a link to read and decide about the version that was submitted. The secret goes by
 * mail to the leader alone: whoever asks (and may have written the text) never sees it.
 */
export async function askOutside(
  tx: Tx,
  actor: Actor,
  itemId: number,
  input: { name: string; email: string },
  baseUrl: string,
  now: Date,
): Promise<number> {
  const item = await itemForChange(tx, actor, itemId)
  refuseUnless(canWrite(actor, item))
  const why = item.state === 'submitted' ? null : whyNotMove(item.state, 'approved')
  if (why) throw conflict(why.vi, why.en)
  const way = await wayOfVersion(tx, item, await versionOf(tx, item, item.currentVersion))
  if (way.next && !way.isLast) throw conflict(notYet.vi(way.next.vi), notYet.en(way.next.en))
  refuseBadAddressee(input)
  if (await hasAccount(tx, actor.provinceId, input.email)) throw invalid([signsIn])
  const { provinceId } = actor
  const version = await versionOf(tx, item, item.currentVersion)
  const secret = newSecret(provinceId)
  const expiresAt = new Date(now.getTime() + days * 86_400_000)
  const made = { madeAt: now, madeBy: actor.accountId, madeByName: actor.name, expiresAt }
  const about = { itemId, number: version.number, digest: version.digest, hash: hashOf(secret) }
  const id = await insertLink(tx, provinceId, {
    ...about,
    ...made,
    forName: input.name,
    forEmail: input.email,
  })
  await sendMail(tx, provinceId, now, {
    to: input.email,
    subject: `Xin ý kiến duyệt: ${version.title}`,
    body: `Kính gửi ${input.name},\n\n${actor.name} kính trình nội dung “${version.title}” để xin ý kiến duyệt trước khi đăng.\n\nMở liên kết sau để đọc và quyết định (không cần tài khoản, dùng một lần, hết hạn ${showTime(expiresAt)}):\n${new URL(`/approvals/${secret}`, baseUrl).href}\n\nKhông chuyển tiếp thư này: ai có liên kết đều quyết định được thay anh/chị.`,
  })
  await noteStep(tx, actor, item, { verb: 'ask_outside', note: input.name }, now)
  await recordChange(tx, actor, now, {
    verb: 'item.ask_outside',
    subject: { kind: 'item', id: itemId },
    before: null,
    after: { linkId: id, version: version.number, name: input.name, email: input.email, expiresAt },
  })
  return id
}

const notYet = {
  vi: (stage: string) =>
    `Bài còn chờ khâu “${stage}”. Liên kết riêng dành cho khâu cuối: gửi khi các khâu trước đã duyệt.`,
  en: (stage: string) =>
    `The item still waits at “${stage}”. A private link is for the last stage: send it when the others have passed it.`,
}

/** A writer with an account could send the link to himself; and whoever has one decides under their own name. */
const signsIn = {
  field: 'leaderEmail',
  vi: 'Người dùng địa chỉ này đã có tài khoản: nhờ người ấy đăng nhập để duyệt. Liên kết riêng chỉ dành cho lãnh đạo chưa có tài khoản.',
  en: 'Whoever has this address has an account and approves after signing in. A private link is for a leader without one.',
}

function refuseBadAddressee({ name, email }: { name: string; email: string }): void {
  const faults = []
  if (name.length < 5 || name.length > 200)
    faults.push({
      field: 'leaderName',
      vi: 'Nhập họ tên, chức vụ người duyệt.',
      en: 'Enter the approver’s name and post.',
    })
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) || email.length > 200)
    faults.push({ field: 'leaderEmail', vi: 'Nhập một địa chỉ thư điện tử.', en: 'Enter an e-mail address.' })
  if (faults.length > 0) throw invalid(faults)
}

export async function revokeLink(
  tx: Tx,
  actor: Actor,
  itemId: number,
  linkId: number,
  now: Date,
): Promise<void> {
  const item = await itemForChange(tx, actor, itemId)
  refuseUnless(canWrite(actor, item))
  const link = (await selectLinks(tx, actor.provinceId, itemId)).find((l) => l.id === linkId)
  if (!link) throw notFound()
  if (link.decidedAt !== null || link.revokedAt !== null) return
  await updateLink(tx, actor.provinceId, linkId, { revoked_at: now })
  await recordChange(tx, actor, now, {
    verb: 'item.revoke_link',
    subject: { kind: 'item', id: itemId },
    before: { linkId, name: link.forName },
    after: null,
  })
}

export interface OpenLink {
  provinceId: number
  link: ApprovalLink
  item: LoadedItem
  version: Version
}

/** What a secret opens; null where it opens nothing (any more), without a word why. */
export async function openLink(db: DbOrTx, secret: string, now: Date): Promise<OpenLink | null> {
  const provinceId = provinceIn(secret)
  const link = provinceId === null ? null : await selectLink(db, provinceId, hashOf(secret))
  return provinceId === null || !link ? null : opened(db, provinceId, link, now)
}

function provinceIn(secret: string): number | null {
  const match = /^(\d{1,9})\.[\w-]{43}$/.exec(secret)
  return match ? Number(match[1]) : null
}

async function opened(
  db: DbOrTx,
  provinceId: number,
  link: ApprovalLink,
  now: Date,
): Promise<OpenLink | null> {
  if (link.decidedAt || link.revokedAt || link.expiresAt.getTime() <= now.getTime()) return null
  const found = await selectItem(db, provinceId, link.itemId)
  if (found?.state !== 'submitted' || found.currentVersion !== link.number) return null
  const item = { ...found, provinceId }
  const version = await versionOf(db, item, link.number)
  const variants = await boundVariants(db, provinceId, item.id, version.number)
  if (digestOf(item, version, variants) !== link.digest) return null
  // A leader decides last: while stages before are open, and after one was added, the link opens nothing.
  const way = await wayOfVersion(db, item, version)
  if (way.next && !way.isLast) return null
  return { provinceId, link, item, version }
}

/** The leader has looked: kept, so that whoever asked knows. */
export async function noteSeen(tx: Tx, { provinceId, link }: OpenLink, now: Date): Promise<void> {
  if (link.seenAt === null) await updateLink(tx, provinceId, link.id, { seen_at: now })
}

/** The one decision of a link, under the name that was given. Returns false where the link opens nothing any more. */
export async function decideByLink(
  tx: Tx,
  secret: string,
  input: { agrees: boolean; name: string; note: string | null },
  now: Date,
): Promise<boolean> {
  const provinceId = provinceIn(secret)
  const link = provinceId === null ? null : await selectLinkForChange(tx, provinceId, hashOf(secret))
  if (provinceId === null || !link) return false
  await selectItemForChange(tx, provinceId, link.itemId)
  const open = await opened(tx, provinceId, link, now)
  if (!open) return false
  refuseNameless(input)
  const by = { provinceId, accountId: null, name: `${input.name} (${link.forName}, liên kết riêng)` }
  const { item } = open
  if (input.agrees) await approveVersion(tx, by, item, { digest: link.digest, note: input.note }, now)
  else await returnItem(tx, by, item, { reasons: input.note ?? '' }, now)
  const decision = input.agrees ? 'approved' : 'returned'
  const set = { decided_at: now, decision, decided_name: input.name, note: input.note }
  await updateLink(tx, provinceId, link.id, set)
  return true
}

function refuseNameless({
  agrees,
  name,
  note,
}: {
  agrees: boolean
  name: string
  note: string | null
}): void {
  const faults = []
  if (name.trim().length < 3) faults.push({ field: 'name', vi: 'Nhập họ và tên.', en: 'Enter your name.' })
  if (!agrees && (note ?? '').trim().length < 10)
    faults.push({
      field: 'note',
      vi: 'Ghi rõ cần sửa gì (từ 10 ký tự).',
      en: 'Say what has to be changed (10 characters or more).',
    })
  if (faults.length > 0) throw invalid(faults)
}

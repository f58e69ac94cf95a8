import { z } from 'zod'
import type { Locale } from '../../../lib/actor.ts'
import type { Config } from '../../../lib/config.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import { invalid } from '../../../lib/errors.ts'
import { bareHost } from '../../../lib/http/outside.ts'
import { hide, mac, reveal } from '../../../lib/http/seal.ts'
import { type PushKeys, readPushKeys } from '../../../lib/webpush/encrypt.ts'
import { newVapidPair, type VapidPair } from '../../../lib/webpush/vapid.ts'
import * as sql from './push.sql.ts'
import { texts } from './push.texts.ts'

/** Where a push service takes messages for one browser, and what only that browser can read them with. */
export const targetInput = z.object({
  endpoint: z.string().max(1_000).default(''),
  p256dh: z.string().max(120).default(''),
  auth: z.string().max(60).default(''),
})
export type Target = z.infer<typeof targetInput>

type Secrets = Pick<Config, 'secret' | 'privateHosts'>

/**
 * The pair of keys of this portal, made when it is asked for first. Where SECRET has changed it does not open any more,
 * and neither do the subscriptions: all are deleted and a new pair is made; browsers that come back subscribe anew.
 */
export async function pushPair(tx: Tx, secret: string, provinceId: number, now: Date): Promise<VapidPair> {
  const kept = await openPair(tx, secret, provinceId)
  if (kept) return kept
  await sql.deleteKey(tx, provinceId)
  const pair = newVapidPair()
  const sealed = hide(secret, keyPlace(provinceId), pair.privateKey.toString('base64url'))
  await sql.insertKey(tx, provinceId, { publicKey: pair.publicKey, sealed }, now)
  return (await openPair(tx, secret, provinceId)) ?? pair
}

/** The pair as it is kept; null where there is none, or it does not open. */
export async function openPair(db: DbOrTx, secret: string, provinceId: number): Promise<VapidPair | null> {
  const kept = await sql.selectKey(db, provinceId)
  const text = kept && reveal(secret, keyPlace(provinceId), kept.sealed)
  return kept && text ? { publicKey: kept.publicKey, privateKey: Buffer.from(text, 'base64url') } : null
}

function keyPlace(provinceId: number) {
  return { purpose: 'push key', of: String(provinceId) }
}

/** A browser asks to be told, or changes what about. Refuses (`invalid`) what cannot be called or encrypted for. */
export async function subscribe(
  tx: Tx,
  config: Secrets,
  provinceId: number,
  locale: Locale,
  input: Target & { topics: string[]; columns: string[] },
  now: Date,
): Promise<void> {
  await sql.saveSubscription(
    tx,
    provinceId,
    {
      ...sealedTarget(config, provinceId, input),
      locale,
      topics: input.topics,
      columnIds: input.columns.map(Number).filter(Number.isSafeInteger),
      consent: texts.consent[locale],
    },
    now,
  )
}

/** The browser's maker gave it another endpoint; who knows the old one is that browser. False: nothing was known. */
export async function renew(
  tx: Tx,
  config: Secrets,
  provinceId: number,
  oldEndpoint: string,
  target: Target,
): Promise<boolean> {
  const to = sealedTarget(config, provinceId, target)
  return sql.moveSubscription(tx, provinceId, hashOf(config.secret, provinceId, oldEndpoint), to)
}

/** Ends a subscription: all that was kept of it is deleted. */
export async function endPushes(tx: Tx, secret: string, provinceId: number, endpoint: string): Promise<void> {
  await sql.deleteByHash(tx, provinceId, hashOf(secret, provinceId, endpoint))
}

/** What a browser chose; null where it is not subscribed (any more). */
export function choiceOf(
  db: DbOrTx,
  secret: string,
  provinceId: number,
  endpoint: string,
): Promise<sql.PushChoice | null> {
  return sql.choiceByHash(db, provinceId, hashOf(secret, provinceId, endpoint))
}

function sealedTarget(config: Secrets, provinceId: number, target: Target) {
  if (!isPushService(target.endpoint, config.privateHosts) || !readPushKeys(target.p256dh, target.auth))
    throw invalid([{ field: 'endpoint', ...texts.badTarget }])
  const hash = hashOf(config.secret, provinceId, target.endpoint)
  const { endpoint, p256dh, auth } = target
  const sealed = hide(
    config.secret,
    { purpose: 'push subscription', of: String(provinceId) },
    JSON.stringify({ endpoint, p256dh, auth }),
  )
  return { hash, sealed }
}

/** Where and for whom to encrypt; null when it does not open: SECRET has changed. */
export function openTarget(
  secret: string,
  provinceId: number,
  sealed: Buffer,
): { endpoint: string; keys: PushKeys } | null {
  const text = reveal(secret, { purpose: 'push subscription', of: String(provinceId) }, sealed)
  const target = text ? targetInput.parse(JSON.parse(text)) : null
  const keys = target && readPushKeys(target.p256dh, target.auth)
  return target && keys ? { endpoint: target.endpoint, keys } : null
}

function hashOf(secret: string, provinceId: number, endpoint: string): Buffer {
  return mac(secret, 'push endpoint', `${provinceId} ${endpoint}`)
}

/** Push services speak HTTPS (RFC 8030 section 8); others only where the installation names them. */
function isPushService(endpoint: string, privateHosts: readonly string[]): boolean {
  const url = URL.parse(endpoint)
  if (!url || url.username || url.password) return false
  return (
    url.protocol === 'https:' || (url.protocol === 'http:' && privateHosts.includes(bareHost(url.hostname)))
  )
}

import { randomInt } from 'node:crypto'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import { notFound } from '../../../lib/errors.ts'
import {
  insertAccountLink,
  insertLinkAhead,
  insertLinks,
  type LinkToMake,
  type ShortLink,
  selectAccountLink,
  selectHost,
  selectLink,
  selectLinks,
  takenCodes,
} from './links.sql.ts'
import { shortAddress } from './reach.ts'

/** Without letters that are taken for others when somebody types what stands under a code: 0/o, 1/i/l. */
const letters = '23456789abcdefghjkmnpqrstuvwxyz'
const length = 7

export interface LinkInput {
  /** Null: leads to `target`, and is counted for nothing. */
  publicationId: number | null
  /** Where it leads while it belongs to no publication; a publication is found by itself. */
  target?: string
  channelKind: string
  place?: string
  /** Of paper: the version of the text that stands on it. */
  printedVersion?: number
}

/**
 * The short link of one publication × channel × place: made when it is asked for first, the same for ever after.
 * Put it (`linkAddress`) into what leaves on a channel, so that what comes back is counted for it.
 */
export async function shortLinkFor(
  tx: Tx,
  provinceId: number,
  input: LinkInput,
  now: Date,
): Promise<ShortLink> {
  const [link] = await shortLinksFor(tx, provinceId, input, [input.place ?? ''], now)
  if (!link) throw notFound()
  return link
}

/**
 * The short link of a publication for one account of a service: its own, even where another has the same name, and the
 * same after the account is called otherwise. `name` is the place that it counts for.
 */
export async function accountLinkFor(
  tx: Tx,
  provinceId: number,
  of: { publicationId: number; channelId: number; channelKind: string; name: string },
  now: Date,
): Promise<ShortLink> {
  const { name: place, ...account } = of
  const known = await selectAccountLink(tx, provinceId, { ...account, place })
  if (known) return known
  const [code = ''] = await freeCodes(tx, 1)
  const make = (at: string) => insertAccountLink(tx, provinceId, { ...account, place: at, code }, now)
  const link = (await make(place)) ?? (await make(`${place} (kênh ${of.channelId})`))
  if (!link) throw notFound()
  return link
}

/** The same for many places at once, such as all communes; in the order of the places. */
export async function shortLinksFor(
  tx: Tx,
  provinceId: number,
  input: Omit<LinkInput, 'place'>,
  places: readonly string[],
  now: Date,
): Promise<ShortLink[]> {
  const { publicationId, channelKind, target = '', printedVersion = null } = input
  const wanted = [...new Set(places)]
  const codes = await freeCodes(tx, wanted.length)
  const make = wanted.map(
    (place, i): LinkToMake => ({ code: codes[i] ?? '', target, channelKind, place, printedVersion }),
  )
  await insertLinks(tx, provinceId, publicationId, make, now)
  if (publicationId === null) return make.map((l, i) => ({ ...l, id: -i, publicationId }))
  const all = await selectLinks(tx, provinceId, publicationId)
  const byPlace = new Map(all.filter((l) => l.channelKind === channelKind).map((l) => [l.place, l]))
  return wanted.flatMap((place) => byPlace.get(place) ?? [])
}

/** The short link of something made of a prepared text: it leads nowhere until that is public, and then there. */
export async function shortLinkAhead(
  tx: Tx,
  provinceId: number,
  input: { preparedId: number; channelKind: string; place: string },
  now: Date,
): Promise<ShortLink> {
  const [code = ''] = await freeCodes(tx, 1)
  const link = await insertLinkAhead(tx, provinceId, { ...input, code }, now)
  if (!link) throw notFound()
  return link
}

async function freeCodes(tx: Tx, many: number): Promise<string[]> {
  const free = new Set<string>()
  while (free.size < many) {
    const drawn = Array.from({ length: many - free.size }, drawCode)
    const taken = await takenCodes(tx, drawn)
    for (const code of drawn) if (!taken.has(code)) free.add(code)
  }
  return [...free]
}

function drawCode(): string {
  return Array.from({ length }, () => letters[randomInt(letters.length)]).join('')
}

/** The whole address to print or send: under the portal's own name where it has one. */
export async function linkAddress(
  db: DbOrTx,
  provinceId: number,
  baseUrl: string,
  link: Pick<ShortLink, 'code'>,
): Promise<string> {
  return `${await originOf(db, provinceId, baseUrl)}${shortAddress(link.code)}`
}

/** 'https://cchc.tinh.gov.vn', without a '/' at the end. */
export async function originOf(db: DbOrTx, provinceId: number, baseUrl: string): Promise<string> {
  const host = await selectHost(db, provinceId)
  return host ? `${new URL(baseUrl).protocol}//${host}` : baseUrl.replace(/\/+$/, '')
}

export async function linkById(db: DbOrTx, provinceId: number, id: number): Promise<ShortLink> {
  const link = await selectLink(db, provinceId, id)
  if (!link) throw notFound()
  return link
}

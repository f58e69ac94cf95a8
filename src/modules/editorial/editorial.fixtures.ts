import type { Browser } from '../../../test/web.ts'
import type { World } from '../../../test/world.ts'
import type { Actor } from '../../lib/actor.ts'
import type { Tx } from '../../lib/db/db.ts'
import { richTextFromPlain } from '../../lib/richtext/plain.ts'
import { openPortal } from '../publishing/publishing.columns.ts'
import type { Content } from './item.ts'
import type { NewItem } from './items/items.sql.ts'
import { createItem } from './items/writing.ts'

export const now = new Date('2026-11-22T02:00:00Z')
/** Where the program is found. */
export const base = 'https://cchc.anhoa.invalid'

/** An item of a unit with a whole text; the portal of the province is open. */
export async function writtenItem(
  tx: Tx,
  world: World,
  actor: Actor,
  more: Partial<NewItem> = {},
  content: Partial<Content> = {},
): Promise<number> {
  await openPortal(tx, world.provinceId)
  return createItem(tx, actor, newsOf(actor, more), now, { ...goodContent, ...content })
}

export function newsOf(actor: Actor, more: Partial<NewItem> = {}): NewItem {
  return {
    ...{ kind: 'news', title: 'Bộ phận Một cửa làm việc sáng thứ Bảy', language: 'vi', translationOf: null },
    ...{ unitId: actor.grants[0]?.unitId ?? 0, columnId: null, topics: ['one_stop'], taskId: null },
    ...{ formCode: null, themeCodes: [], audienceCodes: [], reviewBy: null },
    ...more,
  }
}

export const goodContent: Partial<Content> = {
  lead: 'Từ tháng 11, người dân có thể nộp hồ sơ vào sáng thứ Bảy hằng tuần.',
  body: richTextFromPlain(
    'Bộ phận Một cửa tiếp nhận hồ sơ đất đai, hộ tịch và chứng thực.\n\n## Giờ làm việc\n\n- Từ 7 giờ 30 đến 11 giờ 30.',
  ).doc,
  byline: 'Lê Thị Thu',
}

/** Fields of the text at work are written over by its form; the others stay as they are. */
export async function writtenOver(by: Browser, at: string, fields: Record<string, string>): Promise<void> {
  const { _csrf: _, ...values } = (await by.get(`${at}/edit`)).form(at).values
  await by.submit(at, { ...values, ...fields })
}

/** Handed in by one person, approved and published by another, all by the pages. */
export async function putOut(by: Browser, second: Browser, at: string): Promise<void> {
  await by.submit(`${at}/submission`, {})
  const { digest = '' } = (await second.get(at)).form(`${at}/approval`).values
  await second.submit(`${at}/approval`, { digest, next: 'publish' })
}

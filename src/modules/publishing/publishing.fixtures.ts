import type { Insertable } from 'kysely'
import type { DbOrTx } from '../../lib/db/db.ts'
import type { Tables } from '../../lib/schema.ts'

let made = 0

/** A publication that is live; no more than the tests of what hangs on it need. */
export async function addPublication(
  db: DbOrTx,
  unitId: number,
  more: Partial<Insertable<Tables['publishing.publication']>> = {},
): Promise<{ id: number; slug: string }> {
  made += 1
  const text = 'Nộp hồ sơ trực tuyến ở nhà, không phải đi lại.'
  return db
    .insertInto('publishing.publication')
    .values({
      province_id: 1,
      source: `test:${made}`,
      slug: `nop-ho-so-truc-tuyen-${made}`,
      kind: 'article',
      state: 'live',
      title: 'Nộp hồ sơ trực tuyến: năm bước, làm ở nhà',
      lead: text,
      body: JSON.stringify({
        type: 'doc',
        content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
      }),
      body_html: `<p>${text}</p>`,
      body_text: text,
      unit_id: unitId,
      unit_name: 'Sở Nội vụ',
      first_published_at: new Date('2026-10-01T01:00:00Z'),
      published_at: new Date('2026-10-01T01:00:00Z'),
      digest: 'a',
      ...more,
    })
    .returning(['id', 'slug'])
    .executeTakeFirstOrThrow()
}

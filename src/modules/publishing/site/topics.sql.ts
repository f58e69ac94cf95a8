import { sql } from 'kysely'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import type { Topic } from '../publication.ts'

/** What an office says of a topic. */
export type TopicFacts = Omit<Topic, 'code' | 'retired' | 'successor' | 'isReformField'>

function columnsOf(t: TopicFacts) {
  return {
    ...{ name_vi: t.vi, name_en: t.en, about_vi: t.aboutVi, about_en: t.aboutEn },
    ...{ is_shown: t.isShown, image_id: t.imageId, image_alt: t.imageAlt },
  }
}

export async function insertTopic(
  tx: Tx,
  provinceId: number,
  code: string,
  topic: TopicFacts,
): Promise<void> {
  await tx
    .insertInto('publishing.topic')
    .values((e) => ({
      ...{ province_id: provinceId, code, ...columnsOf(topic) },
      position: e
        .selectFrom('publishing.topic')
        .select((t) => t.fn.coalesce(t(t.fn.max('position'), '+', 1), t.lit(0)).as('next'))
        .where('province_id', '=', provinceId),
    }))
    .execute()
}

export async function updateTopic(
  tx: Tx,
  provinceId: number,
  code: string,
  topic: TopicFacts,
): Promise<void> {
  await tx
    .updateTable('publishing.topic')
    .set(columnsOf(topic))
    .where('province_id', '=', provinceId)
    .where('code', '=', code)
    .execute()
}

export async function retireTopicRow(
  tx: Tx,
  provinceId: number,
  code: string,
  to: { retired: boolean; successor: string | null },
): Promise<void> {
  await tx
    .updateTable('publishing.topic')
    .set(to)
    .where('province_id', '=', provinceId)
    .where('code', '=', code)
    .execute()
}

/** Topics in this order from now on. */
export async function placeTopics(tx: Tx, provinceId: number, codes: readonly string[]): Promise<void> {
  await sql`update publishing.topic t set position = o.position - 1
    from unnest(${codes}::text[]) with ordinality as o (code, position)
    where t.province_id = ${provinceId} and t.code = o.code`.execute(tx)
}

/** Whoever follows the one topic follows the other too: letters and messages to browsers. */
export async function followSuccessor(tx: Tx, provinceId: number, was: string, is: string): Promise<void> {
  for (const table of ['publishing.subscriber', 'publishing.push_subscription'])
    await sql`update ${sql.table(table)} set topics = array_append(topics, ${is})
      where province_id = ${provinceId} and topics @> array[${was}] and not topics @> array[${is}]`.execute(
      tx,
    )
}

/** How many live texts are filed under each topic. */
export async function countByTopic(db: DbOrTx, provinceId: number): Promise<Map<string, number>> {
  const { rows } = await sql<{ code: string; amount: number }>`
    select code, count(*)::int as amount from publishing.publication p, unnest(p.topics) as code
    where p.province_id = ${provinceId} and p.state = 'live' and p.translation_of is null
    group by code`.execute(db)
  return new Map(rows.map((r) => [r.code, r.amount]))
}

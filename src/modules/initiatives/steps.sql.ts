import type { DbOrTx, Tx } from '../../lib/db/db.ts'
import type { InitiativeState, InitiativeStep } from './initiative.ts'

export async function insertStep(
  tx: Tx,
  provinceId: number,
  initiativeId: number,
  step: Omit<InitiativeStep, 'isPublic'>,
): Promise<void> {
  await tx
    .insertInto('initiatives.step')
    .values({
      ...{ province_id: provinceId, initiative_id: initiativeId, state: step.state },
      ...{ at: step.at, by_name: step.byName, words: step.words },
    })
    .execute()
}

export async function selectSteps(db: DbOrTx, provinceId: number, id: number): Promise<InitiativeStep[]> {
  const rows = await db
    .selectFrom('initiatives.step')
    .select(['state', 'at', 'by_name as byName', 'words', 'is_public as isPublic'])
    .where('province_id', '=', provinceId)
    .where('initiative_id', '=', id)
    .orderBy('id')
    .execute()
  return rows.map((r) => ({ ...r, state: r.state as InitiativeState }))
}

/** Everything answered until now is for everybody. Returns how many answers were not yet. */
export async function publishWords(tx: Tx, provinceId: number, initiativeId: number): Promise<number> {
  const [done] = await tx
    .updateTable('initiatives.step')
    .set({ is_public: true })
    .where('province_id', '=', provinceId)
    .where('initiative_id', '=', initiativeId)
    .where('words', '<>', '')
    .where('is_public', '=', false)
    .execute()
  return Number(done?.numUpdatedRows ?? 0)
}

/** What was said last of each of these, for lists; to the public only what a second person has published. */
export async function selectLastWords(
  db: DbOrTx,
  provinceId: number,
  ids: readonly number[],
  readers: 'office' | 'public',
): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('initiatives.step')
    .distinctOn('initiative_id')
    .select(['initiative_id as initiativeId', 'words'])
    .where('province_id', '=', provinceId)
    .where('initiative_id', 'in', [...ids])
    .where('words', '<>', '')
    .$if(readers === 'public', (q) => q.where('is_public', '=', true))
    .orderBy('initiative_id')
    .orderBy('id', 'desc')
    .execute()
  return new Map(rows.map((r) => [r.initiativeId, r.words]))
}

export async function insertLetter(
  tx: Tx,
  provinceId: number,
  initiativeId: number,
  letterId: number,
): Promise<void> {
  await tx
    .insertInto('initiatives.letter')
    .values({ province_id: provinceId, initiative_id: initiativeId, letter_id: letterId })
    .execute()
}

export async function takeLetters(tx: Tx, provinceId: number, initiativeId: number): Promise<number[]> {
  const rows = await tx
    .deleteFrom('initiatives.letter')
    .where('province_id', '=', provinceId)
    .where('initiative_id', '=', initiativeId)
    .returning('letter_id as id')
    .execute()
  return rows.map((r) => r.id)
}

/** Of what their sender takes back, the steps lose what was said. */
export async function wipeSteps(tx: Tx, provinceId: number, initiativeId: number): Promise<void> {
  await tx
    .updateTable('initiatives.step')
    .set({ words: '' })
    .where('province_id', '=', provinceId)
    .where('initiative_id', '=', initiativeId)
    .execute()
}

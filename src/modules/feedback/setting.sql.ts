import type { DbOrTx, Tx } from '../../lib/db/db.ts'
import { type Setting, usualSetting } from './contacts/contact.ts'

export async function selectSetting(db: DbOrTx, provinceId: number): Promise<Setting> {
  const row = await db
    .selectFrom('feedback.setting')
    .select(['keep_days as keepDays', 'answer_days as answerDays'])
    .where('province_id', '=', provinceId)
    .executeTakeFirst()
  return row ?? usualSetting
}

export async function upsertSetting(tx: Tx, provinceId: number, setting: Setting): Promise<void> {
  const row = { keep_days: setting.keepDays, answer_days: setting.answerDays }
  await tx
    .insertInto('feedback.setting')
    .values({ province_id: provinceId, ...row })
    .onConflict((c) => c.column('province_id').doUpdateSet(row))
    .execute()
}

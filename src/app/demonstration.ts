import type { Db } from '../lib/db/db.ts'

/**
 * Fills an empty database with the demonstration province, in one transaction. Does nothing and answers false
 * where there is a province already.
 */
export async function seedDemonstration(_db: Db, _now: Date): Promise<boolean> {
  return false
}

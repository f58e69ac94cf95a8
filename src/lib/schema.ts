// Generated from the migrated database by `npm run schema`. Do not edit.
import type { ColumnType, Generated } from 'kysely'

/** A jsonb column: read as a value, written as JSON text. */
export type Json = ColumnType<unknown, string | null, string | null>

export interface Tables {
  'audit.entry': {
    province_id: number
    id: Generated<number>
    at: Date
    account_id: number | null
    actor_name: string
    verb: string
    subject_kind: string
    subject_id: string
    before: Json
    after: Json
  }
  'jobs.job': {
    province_id: number
    id: Generated<number>
    name: string
    payload: Json
    key: string | null
    state: Generated<string>
    start_after: Generated<Date>
    attempts: Generated<number>
    locked_until: Date | null
    last_error: string | null
    progress: Json
    created_at: Generated<Date>
    finished_at: Date | null
  }
}

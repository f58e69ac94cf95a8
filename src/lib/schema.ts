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
  'organisations.alias': {
    province_id: number
    id: Generated<number>
    text: string
    key: string
    unit_id: number | null
    group_id: number | null
    valid_from: string | null
    valid_to: string | null
  }
  'organisations.area': {
    province_id: number
    id: Generated<number>
    code: string
    name: string
    type: string
    parent_id: number | null
    valid_from: string
    valid_to: string | null
  }
  'organisations.change': {
    province_id: number
    id: Generated<number>
    kind: string
    day: string
    document_symbol: string | null
    document_day: string | null
    document_issuer: string | null
    note: string | null
    unverified: Generated<boolean>
  }
  'organisations.function_holder': {
    province_id: number
    id: Generated<number>
    function_code: string
    sole: boolean
    programme: Generated<string>
    unit_id: number
    valid_from: string
    valid_to: string | null
    change_id: number
  }
  'organisations.group_member': {
    province_id: number
    group_id: number
    unit_id: number
    valid_from: string
    valid_to: string | null
    excluded: Generated<boolean>
  }
  'organisations.group_version': {
    province_id: number
    group_id: number
    valid_from: string
    valid_to: string | null
    name: string
    types: string[] | null
    levels: string[] | null
    under_id: number | null
    children_only: Generated<boolean>
    function_code: string | null
    change_id: number
  }
  'organisations.province': {
    province_id: number
    code: string
    name: string
    short_name: string
    is_demonstration: Generated<boolean>
  }
  'organisations.succession': {
    province_id: number
    id: Generated<number>
    kind: string
    day: string
    predecessor_id: number
    successor_id: number
    function_code: string | null
    share: string | null
    change_id: number
  }
  'organisations.unit': {
    province_id: number
    id: Generated<number>
    code: string
    valid_from: string
    valid_to: string | null
    closing_change_id: number | null
  }
  'organisations.unit_function': {
    province_id: number
    code: string
    name: string
    sole: Generated<boolean>
  }
  'organisations.unit_group': {
    province_id: number
    id: Generated<number>
    code: string
  }
  'organisations.unit_version': {
    province_id: number
    unit_id: number
    valid_from: string
    valid_to: string | null
    name: string
    short_name: string | null
    type: string
    level: string
    parent_id: number | null
    area_id: number | null
    position: Generated<number>
    invited: Generated<boolean>
    head_title: string | null
    head_name: string | null
    phone: string | null
    email: string | null
    change_id: number
  }
  'organisations.unknown_name': {
    province_id: number
    key: string
    text: string
    source: string
    times: Generated<number>
    last_seen: Date
    dismissed: Generated<boolean>
  }
}

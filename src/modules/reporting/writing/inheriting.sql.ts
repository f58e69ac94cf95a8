import { sql } from 'kysely'
import type { Tx } from '../../../lib/db/db.ts'

/** Whose heirs' reports are looked at: those of these obligations, or of those that took these over. */
export type Handed = { heirs: readonly number[] } | { origins: readonly number[] }

/**
 * Lays what units that are gone had written, and nobody had settled, beside the words of the heir's open report:
 * each text once, and none that stands there already. The old reports stay as they are. Returns what each report got.
 */
export async function layInherited(
  tx: Tx,
  provinceId: number,
  handed: Handed,
): Promise<{ reportId: number; sections: number }[]> {
  const asked =
    'heirs' in handed
      ? sql`x.obligation_id = any(${[...handed.heirs]}::bigint[])`
      : sql`x.origin_id = any(${[...handed.origins]}::bigint[])`
  const { rows } = await sql<{ reportId: number; sections: number }>`
    with recursive line(heir_id, origin_id) as (
      select x.obligation_id, x.origin_id from reporting.obligation_origin x
      where x.province_id = ${provinceId} and ${asked}
      union
      select l.heir_id, x.origin_id from line l
        join reporting.obligation_origin x on x.province_id = ${provinceId} and x.obligation_id = l.origin_id
    ),
    written as (
      select l.heir_id, o.unit_id, n.section_code, n.text, n.changed_at as at
      from line l
        join reporting.obligation o on o.province_id = ${provinceId} and o.id = l.origin_id
        join reporting.report r on r.province_id = ${provinceId} and r.obligation_id = o.id
        join reporting.report_version v on v.province_id = ${provinceId} and v.report_id = r.id
          and v.number = r.latest_number
        join reporting.narrative n on n.province_id = ${provinceId} and n.version_id = v.id
      where not n.proposed and n.text <> ''
    ),
    laid as (
      insert into reporting.narrative_copy (province_id, version_id, section_code, text, kept_at, by_name, from_unit_id)
      select ${provinceId}, hv.id, w.section_code, w.text, w.at, u.name, w.unit_id
      from written w
        join reporting.report hr on hr.province_id = ${provinceId} and hr.obligation_id = w.heir_id
        join reporting.report_version hv on hv.province_id = ${provinceId} and hv.report_id = hr.id
          and hv.state = 'working'
        cross join lateral (select uv.name from organisations.unit_version uv where uv.province_id = ${provinceId}
          and uv.unit_id = w.unit_id order by uv.valid_from desc limit 1) u
      where not exists (select from reporting.narrative_copy c
          join reporting.report_version cv on cv.province_id = ${provinceId} and cv.id = c.version_id
          where c.province_id = ${provinceId} and cv.report_id = hr.id and c.section_code = w.section_code
            and c.text = w.text)
        and not exists (select from reporting.narrative h where h.province_id = ${provinceId}
          and h.version_id = hv.id and h.section_code = w.section_code and h.text = w.text)
      returning version_id
    )
    select v.report_id as "reportId", count(*)::int as sections from laid
      join reporting.report_version v on v.province_id = ${provinceId} and v.id = laid.version_id
    group by v.report_id`.execute(tx)
  return rows
}

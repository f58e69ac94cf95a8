import { sql } from 'kysely'
import type { Day } from '../../../lib/calendar/day.ts'
import type { DbOrTx } from '../../../lib/db/db.ts'

/** Something that somebody has to do by a day: what it is, whose, and where. */
export interface Due {
  what: 'shortcoming' | 'call' | 'note' | 'answer'
  /** Where it is done: of a call the model. */
  pageId: number
  title: string
  unitId: number
  dueDay: Day
}

/**
 * What is not done and was due by this day: shortcomings and notes of monitoring to be mended, calls for replication to
 * be answered, and answers to notes that whoever wrote them has not looked at for a week.
 */
export async function selectDue(db: DbOrTx, provinceId: number, until: Day): Promise<Due[]> {
  const { rows } = await sql<Due>`
    select what, "pageId", title, "unitId", due_day::text as "dueDay" from (
      select 'shortcoming' as what, s.id as "pageId", s.title, s.unit_id as "unitId", s.due_day
      from editorial.shortcoming s
      where s.province_id = ${provinceId} and s.done_day is null and s.withdrawn_at is null
      union all
      select 'call', m.id, m.name, a.unit_id, a.answer_by
      from editorial.adoption a
      join editorial.model m on m.province_id = a.province_id and m.id = a.model_id
      where a.province_id = ${provinceId} and a.stage = 'called' and a.answer_by is not null
        and m.withdrawn_at is null
      union all
      select case when n.answer_day is null then 'note' else 'answer' end, n.id, n.title,
        case when n.answer_day is null then n.unit_id else n.author_unit_id end, coalesce(n.answer_day + 7, n.due_day)
      from editorial.monitoring_note n
      where n.province_id = ${provinceId} and n.finding = 'mend' and n.closed_day is null and n.withdrawn_at is null
        and (n.answer_day is not null or n.unit_id is not null)
    ) d where due_day <= ${until} order by due_day, what, "pageId", "unitId"`.execute(db)
  return rows
}

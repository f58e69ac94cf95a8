import { type Actor, hasRole } from '../../lib/actor.ts'
import { recordChange } from '../../lib/audit.ts'
import type { Tx } from '../../lib/db/db.ts'
import { forbidden, invalid, notFound } from '../../lib/errors.ts'
import { bare } from '../../lib/text/bare.ts'
import { insertLabel, updateLabel } from './catalogue.sql.ts'
import { catalogueOf } from './catalogue.ts'
import type { CatalogueList, Label } from './plan.ts'

/** An entry as its form gives it; `online` is read for forms of communication only. */
export interface LabelInput {
  vi: string
  en: string
  online: boolean
}

const longestName = 200

export function keepsCatalogue(actor: Actor): boolean {
  return hasRole(actor, 'province_lead', 'administrator')
}

/**
 * A theme, form or audience of the province's own, offered from now on wherever tasks, activities, items and reports
 * are labelled (HN-08, HG-02 to HG-04, QNG-18, QNG-20). Returns its id.
 */
export async function addLabel(
  tx: Tx,
  actor: Actor,
  list: CatalogueList,
  input: LabelInput,
  now: Date,
): Promise<number> {
  const all = await listFor(tx, actor, list)
  const named = readName(input, all)
  const code = freeCode(named.vi, new Set(all.map((l) => l.code)))
  const id = await insertLabel(tx, actor.provinceId, list, { ...named, code })
  await recordChange(tx, actor, now, {
    verb: 'catalogue.add',
    subject: { kind: 'catalogue', id },
    before: null,
    after: { list, code, ...named },
  })
  return id
}

/** Another name, or out of use: what carries the entry keeps it, and it is offered no more. */
export async function changeLabel(
  tx: Tx,
  actor: Actor,
  list: CatalogueList,
  id: number,
  input: LabelInput & { active: boolean },
  now: Date,
): Promise<void> {
  const all = await listFor(tx, actor, list)
  const was = all.find((l) => l.id === id)
  if (!was) throw notFound()
  const named = readName(
    input,
    all.filter((l) => l.id !== id),
  )
  if (!input.active && !all.some((l) => l.active && l.id !== id))
    throw invalid([
      { field: 'active', vi: 'Danh mục phải còn ít nhất một mục dùng.', en: 'One entry has to stay in use.' },
    ])
  await updateLabel(tx, actor.provinceId, list, id, { ...named, active: input.active })
  await recordChange(tx, actor, now, {
    verb: 'catalogue.change',
    subject: { kind: 'catalogue', id },
    before: { list, vi: was.vi, en: was.en, online: was.online, active: was.active },
    after: { list, ...named, active: input.active },
  })
}

async function listFor(tx: Tx, actor: Actor, list: CatalogueList): Promise<readonly Label[]> {
  if (!keepsCatalogue(actor))
    throw forbidden(
      'Chỉ cơ quan chủ trì của tỉnh và quản trị sửa danh mục.',
      'Only the lead agency and administrators keep these lists.',
    )
  return (await catalogueOf(tx, actor.provinceId))[list]
}

function readName(input: LabelInput, others: readonly Label[]): LabelInput {
  const [vi, en] = [input.vi.trim(), input.en.trim() || input.vi.trim()]
  if (vi.length < 2 || vi.length > longestName || en.length > longestName)
    throw invalid([
      { field: 'vi', vi: `Ghi tên, từ 2 đến ${longestName} ký tự.`, en: `2 to ${longestName} characters.` },
    ])
  if (others.some((l) => bare(l.vi) === bare(vi)))
    throw invalid([{ field: 'vi', vi: 'Đã có mục tên này.', en: 'There is an entry of this name.' }])
  return { vi, en, online: input.online }
}

/** 'Sân khấu hóa' → 'san_khau_hoa': kept for ever, as reports and activities carry it. */
function freeCode(name: string, taken: ReadonlySet<string>): string {
  const code =
    bare(name)
      .replace(/[^a-z0-9]+/g, '_')
      .replace(/^_+|_+$/g, '')
      .slice(0, 40) || 'own'
  if (!taken.has(code)) return code
  for (let n = 2; ; n++) if (!taken.has(`${code}_${n}`)) return `${code}_${n}`
}

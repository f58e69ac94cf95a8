import { type Actor, hasRole } from '../../lib/actor.ts'
import { recordChange } from '../../lib/audit.ts'
import type { Tx } from '../../lib/db/db.ts'
import { forbidden, invalid, notFound } from '../../lib/errors.ts'
import { bare } from '../../lib/text/bare.ts'
import { renameTheme, setAudienceNames, setNeededFields } from '../publishing/publishing.ts'
import { insertLabel, placeTheme, updateLabel } from './catalogue.sql.ts'
import { catalogueOf } from './catalogue.ts'
import type { CatalogueList, Label, Theme } from './plan.ts'

/** An entry as its form gives it: `online` is read for forms of communication only, the last two for themes. */
export interface LabelInput {
  vi: string
  en: string
  online: boolean
  /** The theme that it is part of. */
  parentId: number | null
  /** Needed by many (HN-08): the portal leads to what carries it. */
  priority: boolean
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
  if (list === 'themes') refuseWrongPlace(all, null, input)
  const id = await insertLabel(tx, actor.provinceId, list, { ...named, code })
  if (list === 'themes') await setPlace(tx, actor.provinceId, id, input)
  if (list === 'audiences') await handDownAudiences(tx, actor.provinceId)
  await recordChange(tx, actor, now, {
    verb: 'catalogue.add',
    subject: { kind: 'catalogue', id },
    before: null,
    after: { list, code, ...named, ...placeOf(list, input) },
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
  if (list === 'themes') refuseWrongPlace(all, was, input)
  await updateLabel(tx, actor.provinceId, list, id, { ...named, active: input.active })
  if (list === 'themes') {
    if (was.vi !== named.vi) await renameTheme(tx, actor.provinceId, was.vi, named.vi)
    await setPlace(tx, actor.provinceId, id, input)
  }
  if (list === 'audiences') await handDownAudiences(tx, actor.provinceId)
  await recordChange(tx, actor, now, {
    verb: 'catalogue.change',
    subject: { kind: 'catalogue', id },
    before: { list, vi: was.vi, en: was.en, online: was.online, active: was.active, ...placeOf(list, was) },
    after: { list, ...named, active: input.active, ...placeOf(list, input) },
  })
}

type Place = Partial<Pick<Theme, 'parentId' | 'priority'>>

function placeOf(list: CatalogueList, { parentId = null, priority = false }: Place): Place {
  return list === 'themes' ? { parentId, priority } : {}
}

/** Two steps and no more: a part has no parts. What is a theme of its own is told by its topic, not as a need. */
function refuseWrongPlace(all: readonly (Label & Place)[], was: Label | null, input: LabelInput): void {
  const parent = all.find((l) => l.id === input.parentId)
  if (input.priority && input.parentId === null)
    throw invalid([
      {
        field: 'priority',
        vi: 'Chỉ lĩnh vực thuộc một nội dung khác mới đánh dấu ưu tiên. Chọn “Thuộc nội dung” trước.',
        en: 'Only a part of a theme can have priority. Choose what it is part of.',
      },
    ])
  if (input.parentId === null) return
  const hasParts = was !== null && all.some((l) => l.parentId === was.id)
  if (!parent || parent.parentId !== null || parent.id === was?.id || hasParts)
    throw invalid([
      {
        field: 'parentId',
        vi: 'Chọn một nội dung cấp trên; nội dung đã có lĩnh vực thì không xếp dưới nội dung khác.',
        en: 'Choose a theme of the first step; what has parts cannot become a part.',
      },
    ])
}

/** Puts the theme in its place, and hands down what the portal shows as procedures to know. */
async function setPlace(tx: Tx, provinceId: number, id: number, { parentId, priority }: LabelInput) {
  await placeTheme(tx, provinceId, id, { parentId, priority })
  const { themes } = await catalogueOf(tx, provinceId)
  await setNeededFields(
    tx,
    provinceId,
    themes.filter((t) => t.priority && t.active && t.parentId !== null),
  )
}

async function handDownAudiences(tx: Tx, provinceId: number): Promise<void> {
  await setAudienceNames(tx, provinceId, (await catalogueOf(tx, provinceId)).audiences)
}

async function listFor(tx: Tx, actor: Actor, list: CatalogueList): Promise<readonly (Label & Place)[]> {
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
  return { ...input, vi, en }
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

import { z } from 'zod'
import { onePoint, type Points } from './points.ts'
import { isExtra, type Rule, ruleSchema } from './rule.ts'

/**
 * A criteria table as data: fields (lĩnh vực), criteria (tiêu chí), and the lines that are scored (tiêu chí thành
 * phần; a criterion without parts is scored itself). In the order in which it is printed; the level tells the tree.
 */
const row = z.object({
  /** As printed: 'I', '4', '4.1'. Unique in the table. */
  code: z.string().min(1).max(20),
  level: z.enum(['field', 'criterion', 'item']),
  name: z.string().min(1).max(1000),
  most: z.number().int().min(0).max(10_000_000),
  /** Of lines that are scored; null: a heading whose points are the sum of what stands below. */
  rule: ruleSchema.nullable(),
  evidence: z.string().max(1000),
  evidenceRequired: z.boolean(),
  note: z.string().max(2000),
})
export type CriteriaRow = z.infer<typeof row>

const grade = z.object({
  code: z.string(),
  name: z.object({ vi: z.string(), en: z.string() }),
  /** From this share of the maximum on, in hundredths of a percent. */
  from: z.number().int().min(0).max(10_000),
})
export type Grade = z.infer<typeof grade>

export const criteriaTable = z.object({
  rows: z.array(row).min(1).max(400),
  /** Highest first; the last begins at 0. */
  grades: z.array(grade).min(1).max(10),
  rounding: z.object({
    decimals: z.number().int().min(0).max(4),
    mode: z.enum(['half_up', 'down']),
    /** The imported table says nothing of rounding: this is the program's own, and is shown as such. */
    assumed: z.boolean().optional(),
  }),
})
export type CriteriaTable = z.infer<typeof criteriaTable>

/** A line that is scored. */
export type CriteriaItem = CriteriaRow & { rule: Rule }

export function itemsOf(table: Pick<CriteriaTable, 'rows'>): CriteriaItem[] {
  return table.rows.filter((r): r is CriteriaItem => r.rule !== null)
}

/** The maximum of the whole table; bonus and penalty stand outside of it. */
export function mostOf(table: Pick<CriteriaTable, 'rows'>): Points {
  return itemsOf(table).reduce((sum, i) => sum + (isExtra(i.rule) ? 0 : i.most), 0)
}

/** Khánh Hòa grades its units in these four (domain.md 5); the thresholds are only where a table begins. */
export const usualGrades: readonly Grade[] = [
  { code: 'good', name: { vi: 'Tốt', en: 'Good' }, from: 9000 },
  { code: 'fair', name: { vi: 'Khá', en: 'Fair' }, from: 7000 },
  { code: 'average', name: { vi: 'Trung bình', en: 'Average' }, from: 5000 },
  { code: 'weak', name: { vi: 'Yếu', en: 'Weak' }, from: 0 },
]

export const usualRounding: CriteriaTable['rounding'] = { decimals: 2, mode: 'half_up' }

/** The grade of a total; compared without dividing, so that exactly 90 % is 90 %. */
export function gradeOf(table: CriteriaTable, total: Points): Grade | null {
  const most = mostOf(table)
  if (most <= 0) return null
  return table.grades.find((g) => total * onePoint >= g.from * most) ?? table.grades.at(-1) ?? null
}

/** A set of criteria for one kind of units, and its version for one year. */
export interface CriteriaVersion {
  id: number
  setId: number
  setCode: string
  setName: string
  year: number
  number: number
  /** The document that the table was taken from. */
  source: string
  note: string
  unverified: boolean
  table: CriteriaTable
  madeAt: Date
  madeByName: string
}

export function criteriaAddress(id: number): string {
  return `/scoring/criteria/${id}`
}

import type { Fault } from '../../../lib/errors.ts'
import { FormulaFault, figuresIn } from '../formula.ts'
import type { ActivityFilter, FigureDefinition, SectionDefinition, TemplateDefinition } from '../template.ts'

/** Codes that tables of the catalogue and forms, themes, audiences know: what filters may name. */
export interface KnownCodes {
  forms: readonly { code: string }[]
  themes: readonly { code: string }[]
  audiences: readonly { code: string }[]
}

/**
 * What is wrong with a template before it is published: codes that come twice, formulas that cannot be read or name
 * figures that are not there or come after, filters of labels that the province does not know, nothing required.
 */
export function templateFaults(definition: TemplateDefinition, known: KnownCodes): Fault[] {
  const { sections } = definition
  const singles = sections.flatMap((s) => s.figures)
  const columns = sections.flatMap((s) => s.table?.columns ?? [])
  const all = [...singles, ...columns]
  return [
    ...twice(sections.map((s) => s.code)).map((c) =>
      fault(`Mã phần “${c}” bị trùng.`, `The section code “${c}” comes twice.`),
    ),
    ...twice(all.map((f) => f.code)).map((c) =>
      fault(`Mã số liệu “${c}” bị trùng.`, `The figure code “${c}” comes twice.`),
    ),
    ...singles.flatMap((f, i) => formulaFaults(f, singles.slice(0, i), sections)),
    ...sections.flatMap((s) =>
      (s.table?.columns ?? []).flatMap((f, i, of) => formulaFaults(f, [...of.slice(0, i), ...singles], [])),
    ),
    ...all.flatMap((f) => comparisonFaults(f, all)),
    ...all.flatMap((f) =>
      f.source.kind === 'activities' ? filterFaults(f.label, f.source.where, known) : [],
    ),
    ...sections.flatMap((s) => (s.draft ? filterFaults(s.heading, s.draft.where, known) : [])),
    ...sections.flatMap((s) =>
      s.table?.rows.kind === 'fixed'
        ? s.table.rows.rows.flatMap((r) => filterFaults(r.label, r.where, known))
        : [],
    ),
    ...(sections[0]?.level === 2
      ? [fault('Phần đầu tiên phải là phần lớn.', 'The first section must be of the first level.')]
      : []),
    ...(sections.some((s) => s.narrative === 'required' || s.figures.some((f) => f.required))
      ? []
      : [fault('Mẫu chưa yêu cầu nội dung hay số liệu nào.', 'The template asks for nothing.')]),
  ]
}

function twice(codes: readonly string[]): string[] {
  return [...new Set(codes.filter((c, i) => codes.indexOf(c) !== i))]
}

function formulaFaults(
  f: FigureDefinition,
  before: readonly FigureDefinition[],
  sections: readonly SectionDefinition[],
): Fault[] {
  if (f.source.kind !== 'formula') return []
  const sums = sections.flatMap((s) => s.table?.columns.map((c) => `${s.table?.code}.${c.code}`) ?? [])
  try {
    const unknown = figuresIn(f.source.expression).filter(
      (code) => !sums.includes(code) && !before.some((b) => b.code === code),
    )
    return unknown.map((code) =>
      fault(
        `Công thức của “${f.label.vi}” dùng “${code}”, không có trong mẫu hoặc đứng sau nó.`,
        `The formula of “${f.label.en}” uses “${code}”, which is not there or comes after it.`,
      ),
    )
  } catch (error) {
    if (!(error instanceof FormulaFault)) throw error
    return [
      fault(
        `Không đọc được công thức của “${f.label.vi}”: ${f.source.expression}`,
        `The formula of “${f.label.en}” cannot be read: ${f.source.expression}`,
      ),
    ]
  }
}

function comparisonFaults(f: FigureDefinition, all: readonly FigureDefinition[]): Fault[] {
  return f.checks.flatMap((check) =>
    check.kind !== 'compare' || all.some((x) => x.code === check.figure)
      ? []
      : [
          fault(
            `Phép kiểm tra của “${f.label.vi}” so với “${check.figure}”, không có trong mẫu.`,
            `A check of “${f.label.en}” compares with “${check.figure}”, which is not there.`,
          ),
        ],
  )
}

function filterFaults(of: { vi: string; en: string }, where: ActivityFilter, known: KnownCodes): Fault[] {
  const kinds = ['forms', 'themes', 'audiences'] as const
  return kinds.flatMap((kind) =>
    (where[kind] ?? [])
      .filter((code) => !known[kind].some((k) => k.code === code))
      .map((code) =>
        fault(
          `“${of.vi}” lọc theo “${code}”, không có trong danh mục của tỉnh.`,
          `“${of.en}” filters by “${code}”, which the province’s lists do not know.`,
        ),
      ),
  )
}

function fault(vi: string, en: string): Fault {
  return { field: null, vi, en }
}

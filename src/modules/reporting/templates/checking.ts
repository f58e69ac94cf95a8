import type { Fault } from '../../../lib/errors.ts'
import { FormulaFault, figuresIn } from '../formula.ts'
import type { FigureDefinition, SectionDefinition, TemplateDefinition } from '../template.ts'

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
    ...all.flatMap((f) => filterFaults(f, known)),
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

function filterFaults(f: FigureDefinition, known: KnownCodes): Fault[] {
  if (f.source.kind !== 'activities') return []
  const { where } = f.source
  const kinds = ['forms', 'themes', 'audiences'] as const
  return kinds.flatMap((kind) =>
    (where[kind] ?? [])
      .filter((code) => !known[kind].some((k) => k.code === code))
      .map((code) =>
        fault(
          `“${f.label.vi}” lọc theo “${code}”, không có trong danh mục của tỉnh.`,
          `“${f.label.en}” filters by “${code}”, which the province’s lists do not know.`,
        ),
      ),
  )
}

function fault(vi: string, en: string): Fault {
  return { field: null, vi, en }
}

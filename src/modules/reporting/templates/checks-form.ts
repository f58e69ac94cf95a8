import type { Fault } from '../../../lib/errors.ts'
import type { FormValues } from '../../../lib/http/forms.ts'
import type { CheckDefinition } from '../template.ts'
import { texts } from './templates.texts.ts'

/** How many checks the form of a figure has room for. */
export const checkPlaces = 4
export const operators = ['>=', '<=', '<', '=', '>'] as const

/** The checks of a figure as its form holds them: operator, number or code, and how bad it is. */
export function checkValues(checks: readonly CheckDefinition[]): Record<string, string> {
  return Object.fromEntries(
    checks.flatMap((check, i) => {
      const against = check.kind === 'compare' ? check.figure : String(check.value).replace('.', ',')
      const operator = check.kind === 'compare' ? check.operator : check.kind === 'at_least' ? '>=' : '<='
      return [
        [`check-op-${i}`, operator],
        [`check-to-${i}`, against],
        [`check-as-${i}`, check.severity],
      ]
    }),
  )
}

/** Reads them back; an empty line is none. */
export function readChecks(values: FormValues): { checks: CheckDefinition[]; faults: Fault[] } {
  const checks: CheckDefinition[] = []
  const faults: Fault[] = []
  for (let i = 0; i < checkPlaces; i++) {
    const to = String(values[`check-to-${i}`] ?? '').trim()
    if (to === '') continue
    const operator = operators.find((o) => o === values[`check-op-${i}`])
    const severity = values[`check-as-${i}`] === 'error' ? 'error' : 'warning'
    const number = /^-?\d+(?:[.,]\d+)?$/.test(to) ? Number(to.replace(',', '.')) : null
    if (number !== null && (operator === '>=' || operator === '<='))
      checks.push({ kind: operator === '>=' ? 'at_least' : 'at_most', value: number, severity })
    else if (number === null && operator && /^[a-z][a-z0-9_]{0,59}$/.test(to))
      checks.push({ kind: 'compare', operator, figure: to, severity })
    else faults.push({ field: `check-to-${i}`, ...texts.wrongCheck })
  }
  return { checks, faults }
}

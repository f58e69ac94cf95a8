import { invalid } from '../../lib/errors.ts'

/** Why something that stands in a register is changed or taken out: without its spaces. Throws `invalid`. */
export function reasonIn(why: string): string {
  const said = why.trim()
  if (said.length >= 5 && said.length <= 500) return said
  throw invalid([
    { field: 'why', vi: 'Ghi lý do, từ 5 đến 500 ký tự.', en: 'Say why, in 5 to 500 characters.' },
  ])
}

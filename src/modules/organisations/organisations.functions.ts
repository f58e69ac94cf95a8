import type { Actor } from '../../lib/actor.ts'
import { recordChange } from '../../lib/audit.ts'
import type { Tx } from '../../lib/db/db.ts'
import { invalid } from '../../lib/errors.ts'
import { bareKey } from './names/name-key.ts'
import { mustOrganise } from './organisations.policy.ts'
import { functionsIn, insertFunctions } from './organisations.sql.ts'

/** A function of the province's own, beside those that the program asks for. `sole`: one holder at a time. */
export async function defineFunction(
  tx: Tx,
  actor: Actor,
  input: { name: string; sole: boolean },
  now: Date,
): Promise<void> {
  mustOrganise(actor)
  const { provinceId } = actor
  const words = bareKey(input.name.toLowerCase()).match(/[a-z0-9]+/g) ?? []
  const code = words.join('_').slice(0, 60)
  if (code === '')
    throw invalid([{ field: 'name', vi: 'Ghi tên chức năng.', en: 'Give the function’s name.' }])
  const known = await functionsIn(tx, provinceId)
  if (known.some((f) => f.code === code || f.name === input.name)) {
    throw invalid([{ field: 'name', vi: 'Chức năng này đã có.', en: 'This function is there already.' }])
  }
  await insertFunctions(tx, provinceId, [{ ...input, code }])
  const subject = { kind: 'function', id: code }
  await recordChange(tx, actor, now, {
    verb: 'organisation.define_function',
    subject,
    before: null,
    after: input,
  })
}

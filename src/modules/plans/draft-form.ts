import type { Tx } from '../../lib/db/db.ts'
import { type Fault, Refusal } from '../../lib/errors.ts'
import type { FormValues } from '../../lib/http/forms.ts'
import type { Request, Route } from '../../lib/http/route.ts'
import { redirect } from '../../ui/answer.tsx'
import { formOf, idOf } from './asking.ts'
import { planAddress } from './plan.ts'
import { texts } from './plans.texts.ts'

/** A form that came back: which one, what was typed, what was wrong. */
export interface Kept {
  form: string
  values: FormValues
  faults: readonly Fault[]
}

export type DraftVerb = (tx: Tx, c: Request, planId: number, values: FormValues) => Promise<unknown>

interface DraftForm {
  /** Below the plan: 'tasks/:taskId/labels'. */
  resource: string
  verb: DraftVerb
  /** Where it leads, below the plan. */
  back: string
  /** The page that shows the form again. */
  again: (c: Request, kept: Kept) => Promise<Response>
}

/** A change of a draft: a small resource below the plan. */
export function draftForm({ resource, verb, back, again }: DraftForm): Route {
  return {
    method: 'POST',
    path: `/plans/:id{[0-9]+}/${resource}`,
    who: ['province_lead', 'agency_head', 'agency_officer'],
    handle: async (c) => {
      const values = await formOf(c)
      try {
        await c
          .get('db')
          .transaction()
          .execute((tx) => verb(tx, c, idOf(c), values))
      } catch (refusal) {
        if (!(refusal instanceof Refusal) || refusal.kind !== 'invalid') throw refusal
        return again(c, { form: resource, values, faults: refusal.faults })
      }
      return redirect(c, `${planAddress(idOf(c))}${back}`, texts.saved)
    },
  }
}

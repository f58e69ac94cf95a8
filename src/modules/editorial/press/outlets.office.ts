import type { Tx } from '../../../lib/db/db.ts'
import { readForm } from '../../../lib/http/forms.ts'
import { actorOf, type Request, type Route } from '../../../lib/http/route.ts'
import { orBack } from '../asking.ts'
import { showOrientations } from './orientations.office.ts'
import { readOutlet } from './outlet-form.ts'
import { addOutlet } from './outlets.ts'
import { keepers } from './press.policy.ts'
import { texts } from './press.texts.ts'

export const outletRoutes: readonly Route[] = [
  { method: 'POST', path: '/desk/outlets', who: keepers, handle: add },
]

/** Outlets stand below the orientations that go to them. */
async function add(c: Request): Promise<Response> {
  const values = await readForm(c)
  const body = async (tx: Tx) => {
    await addOutlet(tx, actorOf(c), readOutlet(values), c.get('now'))
  }
  return orBack(c, '/desk/orientations', texts.outletAdded, body, ({ faults }) =>
    showOrientations(c, values, faults),
  )
}

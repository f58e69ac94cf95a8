import { z } from 'zod'
import { periodTitle } from '../../../lib/calendar/period.ts'
import type { Tx } from '../../../lib/db/db.ts'
import { Refusal } from '../../../lib/errors.ts'
import { type FormValues, readForm } from '../../../lib/http/forms.ts'
import { actorOf, type Request, type Route } from '../../../lib/http/route.ts'
import { words } from '../../../lib/text/words.ts'
import { officePage, redirect } from '../../../ui/answer.tsx'
import { obligationAddress } from '../obligation.ts'
import {
  idOf,
  inTransaction,
  parsed,
  todayOf,
  typedDay,
  typedNote,
  typedReason,
  unitsToday,
} from './asking.ts'
import { selectDueChanges, selectExtensions, selectRelatives } from './extensions.sql.ts'
import { countObligations, selectObligations } from './lists.sql.ts'
import { historyOf } from './obligation-history.ts'
import { canAsk, canDecide, canWaive } from './obligations.policy.ts'
import { texts } from './obligations.texts.ts'
import { askMoreTime, decideMoreTime, obligationSeenBy, reinstate, waive } from './obligations.ts'
import { ObligationPage } from './pages/obligation-page.tsx'
import { view } from './pages/view.tsx'
import { remindersOf } from './reminders.sql.ts'
import { rungWords } from './reminders.texts.ts'
import { saidOf } from './reminding.office.ts'
import { remindByHand } from './reminding-by-hand.ts'

type Kept = { form: string; values: FormValues; faults: Refusal['faults'] }

const workers = ['agency_officer', 'agency_head', 'province_lead'] as const

/** One owed report: its page, more time, letting off. */
export const obligationRoutes: readonly Route[] = [
  { method: 'GET', path: '/obligations/:id{[0-9]+}', who: 'signedIn', handle: (c) => show(c) },
  change('extension-requests', 'extension', texts.sent, (tx, c, id, v) =>
    askMoreTime(
      tx,
      actorOf(c),
      id,
      parsed(z.object({ wantedDay: typedDay, reason: typedReason }), v),
      c.get('now'),
    ),
  ),
  change('extension-decision', 'decision', texts.decided, (tx, c, id, v) => {
    const input = parsed(
      z.object({ decision: z.enum(['granted', 'refused']), note: typedNote.default('') }),
      v,
    )
    return decideMoreTime(tx, actorOf(c), id, { ...input, note: input.note || null }, c.get('now'))
  }),
  change('waiver', 'waiver', texts.waiveDone, (tx, c, id, v) =>
    waive(tx, actorOf(c), id, parsed(z.object({ reason: typedReason }), v), c.get('now')),
  ),
  change('reinstatement', 'reinstatement', texts.reinstated, (tx, c, id) =>
    reinstate(tx, actorOf(c), id, c.get('now')),
  ),
  { method: 'POST', path: '/obligations/:id{[0-9]+}/reminders', who: workers, handle: remind },
]

async function remind(c: Request): Promise<Response> {
  const { note } = parsed(z.object({ note: typedNote.default('') }), await readForm(c))
  const { baseUrl } = c.get('config')
  const done = await inTransaction(c, (tx) =>
    remindByHand(tx, actorOf(c), idOf(c), { note: note || null }, baseUrl, c.get('now')),
  )
  return redirect(c, obligationAddress(idOf(c)), saidOf(done))
}

/** A small resource of an obligation that one form changes; faults bring the page back with what was typed. */
function change(
  resource: string,
  form: string,
  done: { vi: string; en: string },
  verb: (tx: Tx, c: Request, id: number, values: FormValues) => Promise<void>,
): Route {
  const handle = async (c: Request) => {
    const values = await readForm(c)
    try {
      await inTransaction(c, (tx) => verb(tx, c, idOf(c), values))
    } catch (refusal) {
      if (refusal instanceof Refusal && refusal.kind === 'invalid')
        return show(c, { form, values, faults: refusal.faults })
      throw refusal
    }
    return redirect(c, obligationAddress(idOf(c)), { tone: 'good', ...done })
  }
  return { method: 'POST', path: `/obligations/:id{[0-9]+}/${resource}`, who: workers, handle }
}

async function show(c: Request, kept?: Kept): Promise<Response> {
  const actor = actorOf(c)
  const db = c.get('db')
  const today = todayOf(c)
  const locale = c.get('locale')
  const { obligation: o, leadUnitId } = await obligationSeenBy(db, actor, idOf(c), today)
  const { nameOf } = await unitsToday(c)
  const { provinceId } = actor
  const extensions = await selectExtensions(db, provinceId, o.id)
  const reminders = await remindersOf(db, provinceId, o.id)
  const parents = o.parentId === null ? null : await selectObligations(db, provinceId, { ids: [o.parentId] })
  const body = view(ObligationPage, {
    obligation: o,
    periodName: periodTitle(o.period),
    toName: nameOf(o.toUnitId) ?? o.toName,
    viaName: nameOf(o.viaUnitId),
    parent: parents?.rows[0] ?? null,
    children: await countObligations(db, provinceId, { parentId: o.id }),
    ...(await selectRelatives(db, provinceId, o.id)),
    history: historyOf({
      obligation: o,
      changes: await selectDueChanges(db, provinceId, o.id),
      extensions,
      reminders: reminders.map((r) => ({ ...r, rung: rungWords[r.rung], to: r.toName ?? r.toAddress })),
    }),
    waiting: extensions.find((e) => e.decision === null) ?? null,
    may: {
      write: canAsk(actor, o),
      ask: canAsk(actor, o),
      decide: canDecide(actor, o, leadUnitId),
      waive: canWaive(actor, o, leadUnitId),
      reinstate: o.state === 'waived' && canWaive(actor, o, leadUnitId),
    },
    today,
    kept,
  })
  const title = `${o.dutyName}, ${o.period}`
  const crumbs = [{ href: '/reporting/calendar', label: words(texts, locale).calendar }]
  return officePage(c, { title, crumbs, status: kept ? 422 : 200 }, body)
}

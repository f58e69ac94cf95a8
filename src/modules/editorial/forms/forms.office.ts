import { addDays, dayOf, showDay } from '../../../lib/calendar/day.ts'
import { type Fault, Refusal } from '../../../lib/errors.ts'
import { type FormValues, readForm } from '../../../lib/http/forms.ts'
import { actorOf, type Request } from '../../../lib/http/route.ts'
import { redirect } from '../../../ui/answer.tsx'
import { isFormKind, readPackageSpan } from '../../publishing/publishing.ts'
import { goodNews, idOf, inTransaction, many, one } from '../asking.ts'
import type { LoadedItem } from '../items/loading.ts'
import { texts } from './forms.texts.ts'
import { allowForms, formLines, prepareForms } from './forms.ts'
import type { FormsProps } from './pages/forms-panel.tsx'

export interface FormsAgain {
  values: FormValues
  faults: readonly Fault[]
}

/** What the panel shows of an item; `again`: as typed, with what is wrong. */
export async function formsPanel(
  c: Request,
  item: LoadedItem,
  may: Pick<FormsProps, 'mayPrepare' | 'mayAllow'>,
  title: string,
  again?: FormsAgain,
): Promise<FormsProps> {
  const from = addDays(dayOf(item.publishAt ?? c.get('now')), 1)
  const usual = { title, firstDay: showDay(from), lastDay: showDay(addDays(from, 6)), hours: '05:30, 17:00' }
  return {
    ...(await formLines(c.get('db'), item)),
    ...{ itemId: item.id, ...may },
    values: again?.values ?? usual,
    faults: again?.faults ?? [],
  }
}

/** Prepares what was chosen; faults bring the page back by `show`. */
export async function prepare(c: Request, show: (again: FormsAgain) => Promise<Response>): Promise<Response> {
  const values = await readForm(c)
  const forms = many(values, 'forms').filter(isFormKind)
  const { span, faults } = forms.includes('loudspeaker')
    ? readPackageSpan(values)
    : { span: null, faults: [] }
  if (faults.length > 0) return show({ values, faults })
  try {
    await inTransaction(c, (tx) => prepareForms(tx, actorOf(c), idOf(c), { forms, span }, c.get('now')))
    return redirect(c, `/desk/items/${idOf(c)}/channels#forms`, goodNews(texts.prepared))
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.kind !== 'invalid') throw refusal
    return show({ values, faults: refusal.faults })
  }
}

/** Who approves lets what was prepared leave before its text, or takes that back. */
export async function allow(c: Request): Promise<Response> {
  const allowed = one(await readForm(c), 'allowed') === 'yes'
  const input = { preparedId: idOf(c, 'preparedId'), allowed }
  await inTransaction(c, (tx) => allowForms(tx, actorOf(c), idOf(c), input, c.get('now')))
  const said = allowed ? texts.allowed : texts.forbidden
  return redirect(c, `/desk/items/${idOf(c)}/channels#forms`, goodNews(said))
}

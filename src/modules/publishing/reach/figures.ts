import type { Actor } from '../../../lib/actor.ts'
import { recordChange } from '../../../lib/audit.ts'
import { type Day, parseDay, showDay } from '../../../lib/calendar/day.ts'
import type { Tx } from '../../../lib/db/db.ts'
import { type Fault, forbidden, notFound } from '../../../lib/errors.ts'
import { typedCount } from '../typed.ts'
import { deleteTyped, insertFigures, type TypedFigure } from './figures.sql.ts'
import { figureTexts as t } from './figures.texts.ts'
import { mayWork } from './reach.policy.ts'
import { selectBrief } from './reach.sql.ts'
import { type AudienceWords, typedChannels, typedMetrics } from './reach.ts'

export interface FigureForm {
  day: string
  channel: string
  place: string
  audience: string
  metric: string
  amount: string
  note: string
}

/** Figures as typed; every fault says what to write instead. A day that has not come has no figures yet. */
export function readFigure(
  form: FigureForm,
  today: Day,
  audiences: AudienceWords,
): { figure: Omit<TypedFigure, 'publicationId'> | null; faults: Fault[] } {
  const faults: Fault[] = []
  const day = parseDay(form.day)
  const amount = typedCount(form.amount)
  if (!day) faults.push({ field: 'day', ...t.needDay })
  else if (day > today) faults.push({ field: 'day', ...t.dayToCome })
  if (!typedChannels.includes(form.channel)) faults.push({ field: 'channel', ...t.needChannel })
  if (!(typedMetrics as readonly string[]).includes(form.metric))
    faults.push({ field: 'metric', ...t.needMetric })
  if (amount === null || amount === undefined) faults.push({ field: 'amount', ...t.needAmount })
  if (form.audience !== '' && !(form.audience in audiences))
    faults.push({ field: 'audience', ...t.needAudience })
  if (faults.length > 0 || !day || amount === null || amount === undefined) return { figure: null, faults }
  const figure = {
    day,
    amount,
    channelKind: form.channel,
    place: form.place.slice(0, 200),
    audience: form.audience,
    metric: form.metric,
    note: form.note.slice(0, 1000) || null,
  }
  return { figure, faults }
}

/** Keeps a figure that somebody gives, with the file that proves it. */
export async function typeFigure(
  tx: Tx,
  actor: Actor,
  publicationId: number,
  figure: Omit<TypedFigure, 'publicationId'>,
  fileId: number | null,
  now: Date,
): Promise<void> {
  if (!mayWork(actor)) throw forbidden(t.notYours.vi, t.notYours.en)
  if (!(await selectBrief(tx, actor.provinceId, publicationId))) throw notFound()
  const source = { origin: 'typed' as const, fileId, byName: actor.name, now }
  await insertFigures(tx, actor.provinceId, [{ ...figure, publicationId }], source)
  await recordChange(tx, actor, now, {
    verb: 'reach.type',
    subject: { kind: 'publication', id: publicationId },
    before: null,
    after: { ...figure, fileId },
  })
}

/** Takes back a figure that somebody gave; what was counted by the program stays. The log keeps it. */
export async function strikeFigure(tx: Tx, actor: Actor, id: number, now: Date): Promise<number> {
  if (!mayWork(actor)) throw forbidden(t.notYours.vi, t.notYours.en)
  const was = await deleteTyped(tx, actor.provinceId, id)
  if (!was) throw notFound()
  await recordChange(tx, actor, now, {
    verb: 'reach.strike',
    subject: { kind: 'publication', id: was.publicationId },
    before: { ...was, day: showDay(was.day) },
    after: null,
  })
  return was.publicationId
}

import { z } from 'zod'
import { type Day, parseDay } from '../../../lib/calendar/day.ts'
import type { Tx } from '../../../lib/db/db.ts'
import { Refusal } from '../../../lib/errors.ts'
import { type FormValues, parseForm, readForm } from '../../../lib/http/forms.ts'
import { actorOf, type Request, type Route } from '../../../lib/http/route.ts'
import { redirect } from '../../../ui/answer.tsx'
import { reportAddress } from '../report.ts'
import { acceptReport, correctReport, returnReport, sendReport, signReport, submitReport } from './life.ts'
import { good, inTransaction, reportIdOf, showReport } from './writing.office.ts'
import { texts } from './writing.texts.ts'

const writers = ['agency_officer', 'agency_head', 'province_lead'] as const
const at = '/reports/:id{[0-9]+}'

export const reportLifeRoutes: readonly Route[] = [
  { method: 'POST', path: `${at}/submission`, who: writers, handle: submit },
  { method: 'POST', path: `${at}/acceptance`, who: writers, handle: accept },
  { method: 'POST', path: `${at}/return`, who: writers, handle: giveBack },
  { method: 'POST', path: `${at}/signature`, who: writers, handle: sign },
  { method: 'POST', path: `${at}/sending`, who: writers, handle: send },
  { method: 'POST', path: `${at}/correction`, who: writers, handle: correct },
]

async function submit(c: Request): Promise<Response> {
  const values = await readForm(c)
  const nilReason = values['nilReason'] === undefined ? null : String(values['nilReason'])
  const input = { note: String(values['note'] ?? '').slice(0, 1000) || null, nilReason }
  return orBack(c, 'submission', values, async (tx) => {
    const { isEmpty } = await submitReport(tx, actorOf(c), reportIdOf(c), input, c.get('now'))
    return isEmpty ? ({ ...texts.submittedEmpty, tone: 'warn' } as const) : good('submitted')
  })
}

async function accept(c: Request): Promise<Response> {
  await readForm(c)
  return orBack(c, 'acceptance', {}, async (tx) => {
    await acceptReport(tx, actorOf(c), reportIdOf(c), { note: null }, c.get('now'))
    return good('acceptedReport')
  })
}

async function giveBack(c: Request): Promise<Response> {
  const values = await readForm(c)
  const remarks = Object.fromEntries(
    Object.entries(values).flatMap(([name, text]) =>
      name.startsWith('remark-') ? [[name.slice('remark-'.length), String(text).slice(0, 500)]] : [],
    ),
  )
  const input = { reasons: String(values['reasons'] ?? '').slice(0, 1000), remarks }
  return orBack(c, 'return', values, async (tx) => {
    await returnReport(tx, actorOf(c), reportIdOf(c), input, c.get('now'))
    return good('returned')
  })
}

const day = z.string().transform((text, ctx): Day => {
  const parsed = parseDay(text)
  if (parsed) return parsed
  ctx.addIssue({ code: 'custom', message: 'Nhập ngày theo dạng 22/11/2026 / Enter the day like 22/11/2026' })
  return z.NEVER
})

const named = z
  .string()
  .min(2, 'Nhập họ tên / Enter a name')
  .max(200, 'Dài quá 200 ký tự / At most 200 characters')

const signature = z.object({
  symbol: z
    .string()
    .regex(
      /^\d+\/[\p{L}\d-]+$/u,
      'Nhập số, ký hiệu theo dạng 125/BC-UBND / Enter number and symbol like 125/BC-UBND',
    )
    .max(60, 'Số, ký hiệu quá dài / The number is too long'),
  issuedDay: day,
  signer: named,
  signerTitle: named,
})

async function sign(c: Request): Promise<Response> {
  const values = await readForm(c)
  const input = parseForm(signature, values)
  if (!input.ok) return showReport(c, { form: 'signature', values, faults: input.faults })
  return orBack(c, 'signature', values, async (tx) => {
    await signReport(tx, actorOf(c), reportIdOf(c), input.value, c.get('now'))
    return good('signed')
  })
}

async function send(c: Request): Promise<Response> {
  await readForm(c)
  return orBack(c, 'sending', {}, async (tx) => {
    await sendReport(tx, actorOf(c), reportIdOf(c), c.get('now'))
    return good('sent')
  })
}

async function correct(c: Request): Promise<Response> {
  const values = await readForm(c)
  const input = { reason: String(values['reason'] ?? '').slice(0, 1000) }
  return orBack(c, 'correction', values, async (tx) => {
    await correctReport(tx, actorOf(c), reportIdOf(c), input, c.get('now'))
    return good('correcting')
  })
}

type Notice = ReturnType<typeof good> | { tone: 'warn'; vi: string; en: string }

/** Does it and goes to the report; faults of the form bring the page back with what was typed. */
async function orBack(
  c: Request,
  form: string,
  values: FormValues,
  body: (tx: Tx) => Promise<Notice>,
): Promise<Response> {
  try {
    const notice = await inTransaction(c, body)
    return redirect(c, reportAddress(reportIdOf(c)), notice)
  } catch (refusal) {
    if (refusal instanceof Refusal && refusal.kind === 'invalid')
      return showReport(c, { form, values, faults: refusal.faults })
    throw refusal
  }
}

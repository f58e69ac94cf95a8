import { dayOf, parseDay } from '../../../lib/calendar/day.ts'
import type { Tx } from '../../../lib/db/db.ts'
import { type Fault, notFound, Refusal } from '../../../lib/errors.ts'
import { audioKinds } from '../../../lib/files/kinds.ts'
import { sendBytes, sendFile } from '../../../lib/http/downloads.ts'
import { type FormValues, readForm } from '../../../lib/http/forms.ts'
import { actorOf, type MenuItem, type Request, type Route } from '../../../lib/http/route.ts'
import { receiveUpload } from '../../../lib/http/uploads.ts'
import { defaultRate } from '../../../lib/text/spoken/reading-time.ts'
import { isWebAddress } from '../../../lib/text/web-address.ts'
import { officePage, redirect } from '../../../ui/answer.tsx'
import { unitAsOf } from '../../organisations/organisations.ts'
import { texts as prepares } from '../prepared/prepared.texts.ts'
import { mayLeave } from '../prepared/readiness.ts'
import { readDayUpTo } from '../printed/asked.ts'
import { maySeeMade, mayWork, mayWorkFor, workers } from '../reach/reach.policy.ts'
import { selectBriefs } from '../reach/reach.sql.ts'
import { idOf, one, typedCount } from '../typed.ts'
import { view } from '../view.tsx'
import { type Script, selectScripts, selectSlots } from './broadcast.sql.ts'
import { texts as t } from './broadcast.texts.ts'
import { addAudio, editScript, makeScript, markAired, planSlot, scriptById } from './broadcast.ts'
import { packageRoutes, seenPackages } from './packages.office.ts'
import { selectHandOvers } from './packages.sql.ts'
import { BroadcastPage } from './pages/broadcast-page.tsx'
import { NewScriptPage, ScriptPage } from './pages/script-page.tsx'
import { printScript } from './script.ts'
import { scriptDocx, scriptPdf } from './script-files.ts'
import { findSpeech } from './speech.ts'

const script = '/broadcast/scripts/:id{[0-9]+}'

export const broadcastRoutes: readonly Route[] = [
  { method: 'GET', path: '/broadcast', who: 'signedIn', handle: home },
  { method: 'GET', path: '/broadcast/scripts/new', who: workers, handle: (c) => fresh(c, {}, []) },
  { method: 'POST', path: '/broadcast/scripts', who: workers, handle: make },
  { method: 'GET', path: script, who: 'signedIn', handle: (c) => show(c, {}, []) },
  { method: 'POST', path: script, who: workers, handle: edit },
  { method: 'GET', path: `${script}/script.pdf`, who: 'signedIn', handle: (c) => file(c, 'pdf') },
  { method: 'GET', path: `${script}/script.docx`, who: 'signedIn', handle: (c) => file(c, 'docx') },
  { method: 'POST', path: `${script}/recording`, who: workers, handle: record, upload: true },
  { method: 'GET', path: `${script}/recording/file`, who: 'signedIn', handle: recording },
  { method: 'GET', path: `${script}/speech.wav`, who: workers, handle: speech },
  { method: 'POST', path: `${script}/slots`, who: workers, handle: plan },
  { method: 'POST', path: `${script}/slots/:slot/airing`, who: workers, handle: aired },
  ...packageRoutes,
]

export const broadcastMenu: MenuItem = {
  label: t.broadcast,
  href: '/broadcast',
  icon: 'megaphone',
  who: 'signedIn',
}

function crumbs(c: Request, ...further: { label: string; href: string }[]) {
  return [{ label: t.broadcast[c.get('locale')], href: '/broadcast' }, ...further]
}

function inTransaction<T>(c: Request, verb: (tx: Tx) => Promise<T>): Promise<T> {
  return c.get('db').transaction().execute(verb)
}

async function orAgain(
  again: (faults: readonly Fault[]) => Promise<Response>,
  verb: () => Promise<Response>,
) {
  try {
    return await verb()
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.kind !== 'invalid') throw refusal
    return again(refusal.faults)
  }
}

async function home(c: Request): Promise<Response> {
  const { provinceId } = actorOf(c)
  const handed = Map.groupBy(await selectHandOvers(c.get('db'), provinceId), (h) => h.packageId)
  const packages = (await seenPackages(c)).map((p) => {
    const rows = handed.get(p.id) ?? []
    const counts = { handed: rows.length, taken: rows.filter((r) => r.takenAt).length }
    return { ...p, ...counts, aired: rows.filter((r) => r.airedFrom).length }
  })
  const props = {
    scripts: (await selectScripts(c.get('db'), provinceId)).filter((s) => maySeeMade(actorOf(c), s)),
    packages,
    mayWork: mayWork(actorOf(c)),
  }
  return officePage(c, { title: t.broadcast[c.get('locale')], crumbs: crumbs(c) }, view(BroadcastPage, props))
}

async function fresh(c: Request, values: FormValues, faults: readonly Fault[]): Promise<Response> {
  const items = await selectBriefs(c.get('db'), actorOf(c).provinceId)
  const title = t.newScript[c.get('locale')]
  const facts = { title, crumbs: crumbs(c), ...(faults.length > 0 ? { status: 422 as const } : {}) }
  const usual = { rate: String(defaultRate), slot: '5', item: c.req.query('publication') ?? '' }
  return officePage(c, facts, view(NewScriptPage, { items, values: { ...usual, ...values }, faults }))
}

/** Rate and slot as typed, the slot in seconds. */
function readPace(values: FormValues): { rate: number; slotSeconds: number; faults: Fault[] } {
  const [rate, slot] = [typedCount(one(values, 'rate')) ?? 0, typedCount(one(values, 'slot')) ?? 0]
  const faults: Fault[] = []
  if (rate < 60 || rate > 400) faults.push({ field: 'rate', ...t.needRate })
  if (slot < 1 || slot > 120) faults.push({ field: 'slot', ...t.needSlot })
  return { rate, slotSeconds: slot * 60, faults }
}

async function make(c: Request): Promise<Response> {
  const values = await readForm(c)
  const { rate, slotSeconds, faults } = readPace(values)
  const [publicationId, station] = [Number(one(values, 'item')) || 0, one(values, 'station').slice(0, 120)]
  if (publicationId === 0) faults.push({ field: 'item', ...t.needItem })
  if (station === '') faults.push({ field: 'station', ...t.needStation })
  const again = (all: readonly Fault[]) => fresh(c, values, all)
  if (faults.length > 0) return again(faults)
  return orAgain(again, async () => {
    const input = { publicationId, station, rate, slotSeconds }
    const id = await inTransaction(c, (tx) => makeScript(tx, actorOf(c), input, c.get('now')))
    return redirect(c, `/broadcast/scripts/${id}`, t.made)
  })
}

async function show(c: Request, values: FormValues, faults: readonly Fault[]): Promise<Response> {
  const actor = actorOf(c)
  const found = await seenScript(c)
  const facts = {
    title: found.title,
    crumbs: crumbs(c, { label: found.title, href: `/broadcast/scripts/${found.id}` }),
    ...(faults.length > 0 ? { status: 422 as const } : {}),
  }
  const usual = {
    text: printScript(found.lines),
    rate: String(found.rate),
    slot: String(Math.round(found.slotSeconds / 60)),
  }
  const props = {
    script: found,
    slots: await selectSlots(c.get('db'), actor.provinceId, found.id),
    speech: (await findSpeech())?.version ?? null,
    mayWork: mayWorkFor(actor, found.unitId),
    values: { ...usual, ...values },
    faults,
  }
  return officePage(c, facts, view(ScriptPage, props))
}

/** The script, where the person may know of it. */
async function seenScript(c: Request): Promise<Script> {
  const found = await scriptById(c.get('db'), actorOf(c).provinceId, idOf(c))
  if (!maySeeMade(actorOf(c), found)) throw notFound()
  return found
}

async function edit(c: Request): Promise<Response> {
  const values = await readForm(c)
  const { rate, slotSeconds, faults } = readPace(values)
  const again = (all: readonly Fault[]) => show(c, values, all)
  if (faults.length > 0) return again(faults)
  return orAgain(again, async () => {
    const input = { text: one(values, 'text').slice(0, 60_000), rate, slotSeconds }
    await inTransaction(c, (tx) => editScript(tx, actorOf(c), idOf(c), input, c.get('now')))
    return redirect(c, `/broadcast/scripts/${idOf(c)}`, t.saved)
  })
}

async function file(c: Request, kind: 'pdf' | 'docx'): Promise<Response> {
  const { provinceId } = actorOf(c)
  const found = await seenScript(c)
  const day = dayOf(found.madeAt)
  const unit = await unitAsOf(c.get('db'), provinceId, found.unitId, day)
  const held = mayLeave(found) ? '' : prepares.notReleased.vi
  const toPrint = { ...found, owner: unit?.name ?? '', day, held }
  if (kind === 'pdf')
    return sendBytes(await scriptPdf(toPrint), 'application/pdf', `Kịch bản – ${found.title}.pdf`)
  const mime = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  return sendBytes(await scriptDocx(toPrint), mime, `Kịch bản – ${found.title}.docx`)
}

async function record(c: Request): Promise<Response> {
  const limits = { maxFiles: 1, maxBytes: 200 * 1024 * 1024, types: audioKinds }
  const { files, faults } = await receiveUpload(c, limits)
  const [audio] = files
  if (!audio || faults.length > 0)
    return show(c, {}, faults.length > 0 ? faults : [{ field: 'audio', ...t.audioHint }])
  await inTransaction(c, (tx) => addAudio(tx, actorOf(c), idOf(c), audio.id, c.get('now')))
  return redirect(c, `/broadcast/scripts/${idOf(c)}`, t.uploaded)
}

async function recording(c: Request): Promise<Response> {
  const { provinceId } = actorOf(c)
  const { audioId } = await seenScript(c)
  if (audioId === null) throw notFound()
  return sendFile(c, provinceId, audioId)
}

async function speech(c: Request): Promise<Response> {
  const found = await seenScript(c)
  const voice = await findSpeech()
  if (!voice) throw notFound()
  return sendBytes(await voice.say(found.lines, found.rate), 'audio/wav', `${found.title}.wav`)
}

async function plan(c: Request): Promise<Response> {
  const values = await readForm(c)
  const [day, starts] = [parseDay(one(values, 'day')), one(values, 'starts')]
  const station = one(values, 'station').slice(0, 120)
  const faults: Fault[] = []
  if (station === '') faults.push({ field: 'station', ...t.needStation })
  if (!day) faults.push({ field: 'day', ...t.needDay })
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(starts)) faults.push({ field: 'starts', ...t.needHour })
  if (faults.length > 0 || !day) return show(c, values, faults)
  await inTransaction(c, (tx) => planSlot(tx, actorOf(c), idOf(c), { station, day, starts }, c.get('now')))
  return redirect(c, `/broadcast/scripts/${idOf(c)}#slots`, t.slotSaved)
}

async function aired(c: Request): Promise<Response> {
  const values = await readForm(c)
  const day = readDayUpTo(one(values, 'airedDay'), dayOf(c.get('now')))
  const [web, why] = [one(values, 'web').slice(0, 500), one(values, 'noAddressWhy').slice(0, 500)]
  const faults: Fault[] = []
  if (!day) faults.push({ field: 'airedDay', ...t.needAiredDay })
  if (web !== '' ? !isWebAddress(web) : why.length < 5) faults.push({ field: 'web', ...t.needWeb })
  if (faults.length > 0 || !day) return show(c, { ...values, slot: c.req.param('slot') ?? '' }, faults)
  const input = {
    day,
    webAddress: web || null,
    noAddressWhy: web === '' ? why : null,
    listeners: typedCount(one(values, 'listeners')) ?? null,
  }
  await inTransaction(c, (tx) => markAired(tx, actorOf(c), idOf(c), idOf(c, 'slot'), input, c.get('now')))
  return redirect(c, `/broadcast/scripts/${idOf(c)}#slots`, t.airedSaved)
}

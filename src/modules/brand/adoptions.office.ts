import { dayOf, parseDay } from '../../lib/calendar/day.ts'
import { type Fault, notFound, Refusal } from '../../lib/errors.ts'
import { imageKinds } from '../../lib/files/kinds.ts'
import { sendFile } from '../../lib/http/downloads.ts'
import { type FormValues, readForm } from '../../lib/http/forms.ts'
import { actorOf, type Request, type Route } from '../../lib/http/route.ts'
import { receiveUpload } from '../../lib/http/uploads.ts'
import { redirect } from '../../ui/answer.tsx'
import { unitsAsOf } from '../organisations/organisations.ts'
import { idOf, idsIn, one } from './asked.ts'
import { keepers, seesAdoption, tellers } from './brand.policy.ts'
import { texts } from './brand.texts.ts'
import { adoptionsOf, askForKit, kitById, tellAdoption } from './brand.ts'
import { kitAddress, kitsAddress } from './kit.ts'

const at = `${kitsAddress}/:id{[0-9]+}`

const agencyTypes: readonly string[] = ['department', 'office', 'board']

/** The page of the set, with what was typed and what was wrong with it. */
type Again = (c: Request, values: FormValues, faults: readonly Fault[]) => Promise<Response>

export function adoptionRoutes(again: Again): readonly Route[] {
  return [
    { method: 'POST', path: `${at}/calls`, who: keepers, handle: (c) => ask(c, again) },
    { method: 'POST', path: `${at}/adoptions`, who: tellers, handle: (c) => tell(c, again), upload: true },
    { method: 'GET', path: `${at}/adoptions/:unit{[0-9]+}/file`, who: 'signedIn', handle: photo },
  ]
}

async function ask(c: Request, again: Again): Promise<Response> {
  const actor = actorOf(c)
  const values = await readForm(c)
  const units = await unitsAsOf(c.get('db'), actor.provinceId, dayOf(c.get('now')), actor.treeRevision)
  const groups = [values['groups'] ?? []].flat()
  const inGroup = units.filter(
    (u) =>
      (groups.includes('communes') && u.level === 'commune' && u.type === 'people_committee') ||
      (groups.includes('agencies') && u.level === 'province' && agencyTypes.includes(u.type)),
  )
  const input = {
    unitIds: [...inGroup.map((u) => u.id), ...idsIn(values, 'unitIds')],
    answerBy: parseDay(one(values, 'answerBy')),
  }
  try {
    const asked = await c
      .get('db')
      .transaction()
      .execute((tx) => askForKit(tx, actor, idOf(c), input, c.get('now')))
    const said = { tone: 'good', vi: texts.asked.vi(asked), en: texts.asked.en(asked) } as const
    return redirect(c, `${kitAddress(idOf(c))}#adoption`, said)
  } catch (refusal) {
    if (refusal instanceof Refusal && refusal.kind === 'invalid') return again(c, values, refusal.faults)
    throw refusal
  }
}

async function tell(c: Request, again: Again): Promise<Response> {
  const limits = { maxFiles: 1, maxBytes: 20 * 1024 * 1024, types: imageKinds }
  const { fields, files, faults } = await receiveUpload(c, limits)
  await kitById(c.get('db'), actorOf(c).provinceId, idOf(c))
  const unitId = idsIn(fields, 'unitId')[0]
  const sinceDay = parseDay(one(fields, 'sinceDay'))
  const wrong: Fault[] = [...faults]
  if (!unitId) wrong.push({ field: 'unitId', ...texts.needUnit })
  if (!sinceDay) wrong.push({ field: 'sinceDay', ...texts.needDay })
  if (!unitId || !sinceDay || wrong.length > 0) return again(c, fields, wrong)
  const note = one(fields, 'note').slice(0, 1_000)
  const input = { unitId, sinceDay, note, photoFileId: files[0]?.id ?? null }
  try {
    await c
      .get('db')
      .transaction()
      .execute((tx) => tellAdoption(tx, actorOf(c), idOf(c), input, c.get('now')))
  } catch (refusal) {
    if (refusal instanceof Refusal && refusal.kind === 'invalid') return again(c, fields, refusal.faults)
    throw refusal
  }
  return redirect(c, `${kitAddress(idOf(c))}#adoption`, texts.told)
}

async function photo(c: Request): Promise<Response> {
  const actor = actorOf(c)
  const { provinceId } = actor
  if (!seesAdoption(actor, idOf(c, 'unit'))) throw notFound()
  const adoptions = await adoptionsOf(c.get('db'), provinceId, [idOf(c)])
  const fileId = adoptions.find((a) => a.unitId === idOf(c, 'unit'))?.photoFileId
  if (!fileId) throw notFound()
  return sendFile(c, provinceId, fileId, { inline: true })
}

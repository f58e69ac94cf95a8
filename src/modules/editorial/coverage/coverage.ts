import type { Actor } from '../../../lib/actor.ts'
import { recordChange } from '../../../lib/audit.ts'
import { type Day, dayOf } from '../../../lib/calendar/day.ts'
import type { Tx } from '../../../lib/db/db.ts'
import { conflict, invalid, notFound } from '../../../lib/errors.ts'
import { tellUnits } from '../../assignments/assignments.ts'
import { canWrite } from '../editorial.policy.ts'
import { refuseUnknownLabels } from '../items/known-labels.ts'
import { itemForChange, type LoadedItem, noteStep, refuseUnless } from '../items/loading.ts'
import { createItem } from '../items/writing.ts'
import {
  dropEventRow,
  insertCoverage,
  insertEvent,
  selectCoverage,
  selectCoverages,
  selectEvent,
  selectProduced,
  updateCoverage,
  updateEvent,
  writeProduced,
} from './coverage.sql.ts'
import {
  type Coverage,
  type DeskEvent,
  eventAddress,
  formOfMedium,
  kindOfMedium,
  type Produced,
  productionSteps,
} from './event.ts'

/** An event that the desk will cover. Returns its id. */
export async function planEvent(
  tx: Tx,
  actor: Actor,
  input: Omit<DeskEvent, 'id' | 'madeByName'>,
  now: Date,
): Promise<number> {
  refuseUnless(canWrite(actor, input))
  await refuseUnknownLabels(tx, actor.provinceId, input, null)
  const id = await insertEvent(tx, actor.provinceId, { ...input, madeByName: actor.name }, now)
  await recordChange(tx, actor, now, {
    verb: 'desk_event.plan',
    subject: { kind: 'desk_event', id },
    before: null,
    after: input,
  })
  return id
}

/** Time, place or what it serves has changed; those who cover it are told. */
export async function changeEvent(
  tx: Tx,
  actor: Actor,
  id: number,
  input: Omit<DeskEvent, 'id' | 'madeByName'>,
  now: Date,
): Promise<void> {
  const was = await eventForChange(tx, actor, id)
  refuseUnless(canWrite(actor, input))
  await refuseUnknownLabels(tx, actor.provinceId, input, was)
  await updateEvent(tx, actor.provinceId, id, input)
  const moved = was.starts !== input.starts || was.place !== input.place
  if (moved) await tellCoverers(tx, actor, { ...was, ...input }, 'moved', now)
  await recordChange(tx, actor, now, {
    verb: 'desk_event.change',
    subject: { kind: 'desk_event', id },
    before: was,
    after: input,
  })
}

/** The event is not held. What was begun for it stays with its writers. */
export async function dropEvent(tx: Tx, actor: Actor, id: number, now: Date): Promise<void> {
  const event = await eventForChange(tx, actor, id)
  await dropEventRow(tx, actor.provinceId, id)
  await tellCoverers(tx, actor, event, 'dropped', now)
  await recordChange(tx, actor, now, {
    verb: 'desk_event.drop',
    subject: { kind: 'desk_event', id },
    before: { title: event.title, starts: event.starts },
    after: null,
  })
}

const changes = {
  moved: { vi: 'Sự kiện đổi giờ hoặc địa điểm', en: 'Event moved' },
  dropped: { vi: 'Sự kiện không tổ chức nữa', en: 'Event not held' },
} as const

async function tellCoverers(
  tx: Tx,
  actor: Actor,
  event: DeskEvent,
  what: keyof typeof changes,
  now: Date,
): Promise<void> {
  const units = (await selectCoverages(tx, actor.provinceId, [event.id])).filter((c) => !c.dropped)
  const news = {
    kind: 'editorial.coverage',
    vi: `${changes[what].vi}: ${event.title}`,
    en: `${changes[what].en}: ${event.title}`,
    href: eventAddress(event.id),
  }
  const ids = [...new Set(units.map((c) => c.unitId))]
  if (ids.length > 0)
    await tellUnits(tx, actor.provinceId, ids, ['agency_officer', 'agency_head', 'editor'], news, now)
}

/** Who covers an event in a medium, and by when. The people of the unit are told. */
export async function assignCoverage(
  tx: Tx,
  actor: Actor,
  eventId: number,
  input: Pick<Coverage, 'medium' | 'personName' | 'unitId' | 'note' | 'dueDay'>,
  now: Date,
): Promise<number> {
  const event = await eventForChange(tx, actor, eventId)
  const id = await insertCoverage(tx, actor.provinceId, { eventId, ...input })
  const news = {
    kind: 'editorial.coverage',
    vi: `Phân công đưa tin: ${event.title} (${input.personName})`,
    en: `Coverage assigned: ${event.title} (${input.personName})`,
    href: eventAddress(eventId),
  }
  await tellUnits(
    tx,
    actor.provinceId,
    [input.unitId],
    ['agency_officer', 'agency_head', 'editor'],
    news,
    now,
  )
  await recordChange(tx, actor, now, {
    verb: 'desk_event.assign',
    subject: { kind: 'desk_event', id: eventId },
    before: null,
    after: input,
  })
  return id
}

export async function dropCoverage(tx: Tx, actor: Actor, id: number, now: Date): Promise<number> {
  const coverage = await coverageForChange(tx, actor, id)
  await updateCoverage(tx, actor.provinceId, id, { dropped: true })
  await recordChange(tx, actor, now, {
    verb: 'desk_event.unassign',
    subject: { kind: 'desk_event', id: coverage.eventId },
    before: { medium: coverage.medium, person: coverage.personName },
    after: null,
  })
  return coverage.eventId
}

/** The item that an assignment asks for, joined to the event's task; begun once. Returns its id. */
export async function beginCoverage(tx: Tx, actor: Actor, id: number, now: Date): Promise<number> {
  const coverage = await coverageForChange(tx, actor, id)
  if (coverage.itemId !== null) return coverage.itemId
  const event = await selectEvent(tx, actor.provinceId, coverage.eventId)
  if (!event) throw notFound()
  const item = {
    ...{ kind: kindOfMedium[coverage.medium], title: event.title, language: 'vi', translationOf: null },
    ...{ unitId: coverage.unitId, columnId: null, topics: [], taskId: event.taskId, reviewBy: null },
    formCode: formOfMedium[coverage.medium],
    ...{ themeCodes: event.themeCodes, audienceCodes: event.audienceCodes },
  }
  const itemId = await createItem(tx, actor, item, now, { byline: coverage.personName, lead: event.about })
  await updateCoverage(tx, actor.provinceId, id, { itemId })
  return itemId
}

/** A step of production is done. Steps come in their order, and aired needs the address of what was broadcast (YB-23). */
export async function produce(
  tx: Tx,
  actor: Actor,
  itemId: number,
  input: Omit<Produced, 'byName'>,
  now: Date,
): Promise<void> {
  const item = await itemForChange(tx, actor, itemId)
  refuseUnless(canWrite(actor, item))
  const done = new Set((await selectProduced(tx, actor.provinceId, itemId)).map((p) => p.step))
  const before = productionSteps.slice(0, productionSteps.indexOf(input.step))
  if (!before.every((step) => done.has(step)))
    throw conflict(
      'Ghi các khâu theo thứ tự: kịch bản, ghi hình, dựng, phát sóng.',
      'Record the steps in their order.',
    )
  if (input.doneDay > dayOf(now))
    throw invalid([
      { field: 'doneDay', vi: 'Ngày xong không thể ở tương lai.', en: 'That day is still to come.' },
    ])
  if (input.step === 'aired' && !input.address && !input.noAddressWhy)
    throw invalid([
      {
        field: 'address',
        vi: 'Nhập địa chỉ xem, nghe lại trên mạng, hoặc ghi lý do vì sao không có, thì mới ghi là đã phát sóng.',
        en: 'Enter the web address of what was broadcast, or why there is none; without it, it is not aired.',
      },
    ])
  await writeProduced(tx, actor.provinceId, itemId, { ...input, byName: actor.name })
  await noteStep(
    tx,
    actor,
    item,
    { verb: 'produce', note: [input.step, input.address].filter(Boolean).join(' ') },
    now,
  )
  await recordChange(tx, actor, now, {
    verb: 'item.produce',
    subject: { kind: 'item', id: itemId },
    before: null,
    after: input,
  })
}

async function eventForChange(tx: Tx, actor: Actor, id: number): Promise<DeskEvent> {
  const event = await selectEvent(tx, actor.provinceId, id)
  if (!event) throw notFound()
  refuseUnless(canWrite(actor, event))
  return event
}

async function coverageForChange(tx: Tx, actor: Actor, id: number): Promise<Coverage> {
  const coverage = await selectCoverage(tx, actor.provinceId, id)
  if (!coverage) throw notFound()
  const event = await selectEvent(tx, actor.provinceId, coverage.eventId)
  refuseUnless(canWrite(actor, coverage) || (event !== null && canWrite(actor, event)))
  return coverage
}

/**
 * A slot of a station was aired: so is what is broadcast of the item, and every step before has been taken, whoever
 * forgot to write it down. What somebody wrote of a step stays.
 */
export async function noteAired(
  tx: Tx,
  item: LoadedItem,
  slot: {
    airedDay: Day
    station: string
    webAddress: string | null
    noAddressWhy: string | null
    byName: string
  },
  now: Date,
): Promise<void> {
  const was = new Map((await selectProduced(tx, item.provinceId, item.id)).map((p) => [p.step, p]))
  const aired = was.get('aired')
  // A second airing with an address mends a first one without.
  if (aired && (aired.address !== null || slot.webAddress === null)) return
  const done = { doneDay: slot.airedDay, byName: slot.byName, note: slot.station }
  for (const step of productionSteps) {
    if (step !== 'aired' && was.has(step)) continue
    const { webAddress, noAddressWhy } = slot
    const where =
      step === 'aired' ? { address: webAddress, noAddressWhy } : { address: null, noAddressWhy: null }
    await writeProduced(tx, item.provinceId, item.id, { step, ...done, ...where })
  }
  const program = { provinceId: item.provinceId, accountId: null, name: 'Chung Tay' }
  await recordChange(tx, program, now, {
    verb: 'item.produce',
    subject: { kind: 'item', id: item.id },
    before: null,
    after: { step: 'aired', ...done, address: slot.webAddress, noAddressWhy: slot.noAddressWhy },
  })
}

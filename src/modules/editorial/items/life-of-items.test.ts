import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, inRolledBack } from '../../../../test/database.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import type { Actor } from '../../../lib/actor.ts'
import type { Db, Tx } from '../../../lib/db/db.ts'
import { Refusal } from '../../../lib/errors.ts'
import { richTextToText } from '../../../lib/richtext/blocks.ts'
import { richTextFromPlain } from '../../../lib/richtext/plain.ts'
import { actorOf } from '../../assignments/assignments.fixtures.ts'
import { publicationById } from '../../publishing/publishing.ts'
import { askOutside, decideByLink } from '../approvals/approvals.ts'
import { base, now, writtenItem } from '../editorial.fixtures.ts'
import { setStages } from '../stages/stages.ts'
import { forcePublish, lookAgain } from './forcing.ts'
import { selectItem } from './items.sql.ts'
import { selectCopies, selectLooks } from './kept.sql.ts'
import {
  approve,
  dropItem,
  giveBack,
  mergeItem,
  publishNow,
  publishScheduled,
  schedule,
  submitItem,
  unschedule,
  withdrawItem,
} from './life.ts'
import { selectVersion } from './versions.sql.ts'
import { editAgain, saveContent, settle, textOf } from './writing.ts'

/**
 * Any sequence of what people may try at the desk, against a model that knows nothing of steps and states: every
 * sentence that is written names its writer, so that what readers see says itself who must not have been the only one.
 */

const who = ['thu', 'hung', 'lan', 'ngoc', 'minh', 'phuc'] as const
type Who = (typeof who)[number]

const verbs = [
  ...(['write', 'write', 'cut', 'writeLate', 'settle', 'submit', 'submit', 'submit', 'giveBack'] as const),
  ...(['approve', 'approve', 'approve', 'approveStale', 'decideByLink', 'publish', 'publish'] as const),
  ...(['schedule', 'unschedule', 'tick', 'force', 'forceMutely', 'look', 'withdraw', 'merge'] as const),
  ...(['drop', 'editAgain', 'editAgain'] as const),
  ...Array.from({ length: 26 }, () => 'goOn' as const),
]
interface Try {
  verb: (typeof verbs)[number]
  by: Who
  on: 0 | 1
}

interface Known {
  id: number
  /** Texts that were approved, each with who said so and who had written at it since the approval before. */
  approved: { text: string; by: string; writers: ReadonlySet<string> }[]
  /** Stages before the last: which version, and who. */
  passes: { number: number; by: Who }[]
  forced: { text: string; by: Who; number: number }[]
  /** Who touched the text at work since it was last approved. */
  writers: Set<string>
  /** Writers of copies that stand beside the text. */
  copies: Map<number, Who>
  staleDigest: string
}
interface Model {
  items: [Known, Known]
  clock: Date
  sentence: number
  /** Texts go through three hands before they are public. */
  staged: boolean
}

let db: Db
let close: () => Promise<void>
let world: World
let actors: Record<Who, Actor>
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  actors = Object.fromEntries(who.map((name) => [name, actorOf(world[name])])) as Record<Who, Actor>
})
afterAll(() => close())

const program = { provinceId: 1, accountId: null, name: 'Chung Tay' } as const
const hour = 3_600_000

async function at(tx: Tx, { id }: Known) {
  const item = await selectItem(tx, 1, id)
  const version = item && (await selectVersion(tx, 1, id, item.currentVersion))
  if (!item || !version) throw new Error(`no item ${id}`)
  return { item, version, text: richTextToText(version.body).trim() }
}

/** Writes and notes who did it, as the model sees it: only where the text is another one afterwards. */
async function write(
  tx: Tx,
  model: Model,
  known: Known,
  by: Who,
  make: (text: string) => string,
  late = false,
) {
  const { item, version, text } = await at(tx, known)
  const content = { ...textOf(version), body: richTextFromPlain(make(text)).doc }
  const revision = late ? item.revision - 1 : item.revision
  const saved = await saveContent(tx, actors[by], known.id, { content, revision }, model.clock)
  if (saved.outcome === 'saved') {
    if ((await at(tx, known)).text !== text) known.writers.add(by)
    return
  }
  const [copy] = await selectCopies(tx, 1, known.id)
  if (copy && !known.copies.has(copy.id)) known.copies.set(copy.id, by)
}

function sentenceOf(model: Model, by: Who): string {
  model.sentence += 1
  return `Câu ${model.sentence} do ${by} viết, nói rõ giờ làm việc và nơi nộp hồ sơ.`
}

async function approved(tx: Tx, known: Known, by: string) {
  const { text } = await at(tx, known)
  known.approved.push({ text, by, writers: known.writers })
  known.writers = new Set()
}

/** What each try does; a refusal is thrown. */
const does: Record<
  Try['verb'],
  (tx: Tx, model: Model, known: Known, by: Who, other: Known) => Promise<void>
> = {
  write: (tx, model, known, by) =>
    write(tx, model, known, by, (text) => `${text}\n\n${sentenceOf(model, by)}`),
  cut: (tx, model, known, by) =>
    write(tx, model, known, by, (text) => text.split('\n').slice(0, -1).join('\n\n') || text),
  writeLate: (tx, model, known, by) =>
    write(tx, model, known, by, (text) => `${text}\n\n${sentenceOf(model, by)}`, true),
  settle: async (tx, model, known, by) => {
    const [copy] = await selectCopies(tx, 1, known.id)
    if (!copy) return
    await settle(tx, actors[by], known.id, copy.id, true, model.clock)
    for (const name of [by, known.copies.get(copy.id)]) if (name) known.writers.add(name)
  },
  submit: async (tx, model, known, by) => {
    known.staleDigest ||= (await at(tx, known)).version.digest
    await submitItem(tx, actors[by], known.id, { note: null }, model.clock)
  },
  giveBack: (tx, model, known, by) =>
    giveBack(tx, actors[by], known.id, { reasons: 'Bổ sung số điện thoại liên hệ.' }, model.clock),
  approve: async (tx, model, known, by) => {
    const { version } = await at(tx, known)
    const input = { digest: version.digest, note: null }
    const outcome = await approve(tx, actors[by], known.id, input, model.clock)
    if (outcome === 'passed') known.passes.push({ number: version.number, by })
    else await approved(tx, known, by)
  },
  approveStale: async (tx, model, known, by) => {
    const { version } = await at(tx, known)
    const input = { digest: known.staleDigest, note: null }
    const outcome = await approve(tx, actors[by], known.id, input, model.clock)
    expect(known.staleDigest).toBe(version.digest)
    if (outcome === 'passed') known.passes.push({ number: version.number, by })
    else await approved(tx, known, by)
  },
  decideByLink: async (tx, model, known, by) => {
    const leader = { name: 'Phạm Quang Vinh, Phó Chủ tịch', email: 'vinh@anhoa.invalid' }
    await askOutside(tx, actors[by], known.id, leader, base, model.clock)
    const letters = tx.selectFrom('mail.letter').select('body').orderBy('id', 'desc')
    const [, secret = ''] =
      /\/approvals\/(\S+)/.exec((await letters.executeTakeFirstOrThrow()).body ?? '') ?? []
    const input = { agrees: true, name: 'Phạm Quang Vinh', note: null }
    if (await decideByLink(tx, secret, input, model.clock)) await approved(tx, known, 'leader')
    expect(await decideByLink(tx, secret, input, model.clock)).toBe(false)
  },
  publish: async (tx, model, known, by) => {
    await publishNow(tx, actors[by], known.id, base, model.clock)
  },
  schedule: (tx, model, known, by) =>
    schedule(tx, actors[by], known.id, { at: new Date(model.clock.getTime() + hour) }, model.clock),
  unschedule: (tx, model, known, by) => unschedule(tx, actors[by], known.id, model.clock),
  tick: async (tx, model, known) => {
    model.clock = new Date(model.clock.getTime() + 2 * hour)
    for (let number = 1; number <= (await at(tx, known)).item.currentVersion; number++)
      await publishScheduled(tx, program, known.id, number, base, model.clock)
  },
  force: async (tx, model, known, by) => {
    const { item, text } = await at(tx, known)
    await forcePublish(
      tx,
      actors[by],
      known.id,
      { reason: 'Bão đổ bộ trong đêm, cần báo ngay' },
      base,
      model.clock,
    )
    known.forced.push({ text, by, number: item.currentVersion })
  },
  forceMutely: async (tx, model, known, by) => {
    await forcePublish(tx, actors[by], known.id, { reason: ' gấp ' }, base, model.clock)
    throw new Error('went out without a reason')
  },
  look: async (tx, model, known, by) => {
    const open = (await selectLooks(tx, 1, known.id)).find((l) => l.lookedAt === null)
    if (!open) return
    await lookAgain(tx, actors[by], known.id, open.number, { isGood: true, note: null }, model.clock)
    expect(known.forced.find((f) => f.number === open.number)?.by).not.toBe(by)
  },
  withdraw: (tx, model, known, by) =>
    withdrawItem(tx, actors[by], known.id, { notice: 'Gỡ để sửa số liệu.', inError: false }, model.clock),
  merge: (tx, model, known, by, other) =>
    mergeItem(tx, actors[by], known.id, { intoId: other.id }, model.clock),
  drop: (tx, model, known, by) => dropItem(tx, actors[by], known.id, model.clock),
  goOn,
  editAgain: (tx, model, known, by) => editAgain(tx, actors[by], known.id, model.clock),
}

/** What usually comes next, by somebody with the role for it: chance alone hardly gets as far as the portal. */
async function goOn(tx: Tx, model: Model, known: Known, by: Who, other: Known): Promise<void> {
  const { item } = await at(tx, known)
  const head = by === 'thu' || by === 'hung' || by === 'minh' ? 'hung' : 'lan'
  const writes = by === 'hung' || by === 'lan'
  const passed = known.passes.filter((one) => one.number === item.currentVersion).length
  const next = model.staged ? (stagePeople[passed] ?? 'lan') : head
  const [verb, person]: [Exclude<Try['verb'], 'goOn'>, Who] = {
    draft: writes ? (['write', by] as const) : (['submit', 'thu'] as const),
    returned: ['submit', 'thu'] as const,
    submitted: ['approve', next] as const,
    approved: [by === 'lan' ? 'schedule' : 'publish', 'lan'] as const,
    scheduled: ['tick', 'lan'] as const,
    published: [by === 'minh' ? 'merge' : by === 'phuc' ? 'withdraw' : 'editAgain', 'ngoc'] as const,
    withdrawn: ['editAgain', 'thu'] as const,
    merged: ['write', 'thu'] as const,
    dropped: ['editAgain', 'thu'] as const,
  }[item.state] as [Exclude<Try['verb'], 'goOn'>, Who]
  await does[verb](tx, model, known, person, other)
}

/** Everything of the desk and of the portal, as one string. */
async function dump(tx: Tx): Promise<string> {
  const tables = [
    ...['editorial.item', 'editorial.item_version', 'editorial.step', 'editorial.kept_copy'],
    ...[
      'editorial.stage_pass',
      'editorial.second_look',
      'editorial.approval_link',
      'publishing.publication',
      'audit.entry',
    ],
  ]
  const parts = tables.map(
    (t) => sql`(select md5(coalesce(string_agg(x::text, '|' order by x::text), '')) from ${sql.table(t)} x)`,
  )
  const { rows } = await sql<
    Record<string, string>
  >`select ${sql.join(parts.map((p, i) => sql`${p} as ${sql.ref(`t${i}`)}`))}`.execute(tx)
  return JSON.stringify(rows[0])
}

/** Letters alone: the two ways in which a list becomes plain text differ in their signs. */
function words(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
}

/** What must hold after whatever was tried. */
async function holds(tx: Tx, known: Known, staged: boolean): Promise<void> {
  const { item } = await at(tx, known)
  const head = item.publicationId === null ? null : await publicationById(tx, 1, item.publicationId)
  const isLive = head?.state === 'live'
  expect(item.publishedVersion !== null).toBe(isLive)
  expect([item.state, head?.state ?? null]).toEqual([item.state, headOf(item.state, head?.state ?? null)])
  if (item.state === 'scheduled') expect(item.publishAt).not.toBeNull()
  if (!isLive || item.publishedVersion === null) return
  const version = await selectVersion(tx, 1, known.id, item.publishedVersion)
  const row = tx.selectFrom('publishing.publication').select(['body_text', 'title']).where('id', '=', head.id)
  const shown = await row.executeTakeFirstOrThrow()
  expect([shown.title, words(shown.body_text)]).toEqual([
    version?.title,
    words(version ? richTextToText(version.body) : ''),
  ])
  const seen = words(shown.body_text)
  const forced = known.forced.find((f) => words(f.text) === seen && f.number === item.publishedVersion)
  if (forced) {
    const looks = await selectLooks(tx, 1, known.id)
    expect(looks.find((l) => l.number === forced.number)?.reason.length).toBeGreaterThanOrEqual(20)
    return
  }
  const approvals = known.approved.filter((a) => words(a.text) === seen)
  expect(approvals.length).toBeGreaterThan(0)
  for (const approval of approvals) expect(approval.writers).not.toContain(approval.by)
  if (!staged) return
  // Three hands, each another one, none of them a writer's: of this very version.
  const [approval] = approvals.toReversed()
  const hands = known.passes.filter((one) => one.number === item.publishedVersion).map((one) => one.by)
  expect(new Set([...hands, approval?.by]).size).toBe(3)
  for (const by of hands) expect(approval?.writers).not.toContain(by)
}

/** The state in which the publication of an item in this state has to be. */
function headOf(state: string, head: string | null): string | null {
  if (state === 'published') return 'live'
  if (state === 'merged') return 'merged'
  if (state === 'withdrawn') return 'withdrawn'
  return state === 'dropped' && head === 'live' ? 'withdrawn' : head
}

async function attempt(tx: Tx, model: Model, { verb, by, on }: Try): Promise<void> {
  const known = model.items[on]
  const other = model.items[on === 0 ? 1 : 0]
  const before = await dump(tx)
  await sql`savepoint attempt`.execute(tx)
  try {
    await does[verb](tx, model, known, by, other)
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal
    // Without the roll-back that a request would bring: the verb itself has changed nothing.
    if (refusesFirst.has(verb)) expect([verb, await dump(tx)]).toEqual([verb, before])
    await sql`rollback to savepoint attempt`.execute(tx)
    expect(await dump(tx)).toBe(before)
  }
  for (const one of model.items) await holds(tx, one, model.staged)
}

/** Verbs of the desk alone: those that also ask the portal may find its refusal late, and are rolled back. */
const refusesFirst = new Set<Try['verb']>([
  'write',
  'settle',
  'submit',
  'giveBack',
  'approve',
  'schedule',
  'drop',
])

/** Editing, then the head of the unit, then the lead of the programme. */
const stagePeople = ['ngoc', 'hung', 'lan'] as const
const hands = [
  { vi: 'Biên tập', en: 'Editing', roles: ['editor', 'province_lead'], unitId: null },
  { vi: 'Lãnh đạo đơn vị', en: 'Head', roles: ['agency_head', 'province_lead'], unitId: null },
  { vi: 'Duyệt đăng', en: 'Approval', roles: ['province_lead', 'agency_head'], unitId: null },
] as const

test.each([
  ['with one approval', false],
  ['with three stages of review', true],
] as const)(
  'no way through the desk makes public what only its writers have seen, %s',
  async (_, staged) => {
    const tries = fc.array(
      fc.record<Try>({
        verb: fc.constantFrom(...verbs),
        by: fc.constantFrom(...who),
        on: fc.constantFrom(0, 1),
      }),
      { maxLength: 45, size: 'max' },
    )
    const fresh = (id: number): Known => ({
      ...{
        id,
        approved: [],
        passes: [],
        forced: [],
        writers: new Set(['thu']),
        copies: new Map(),
        staleDigest: '',
      },
    })
    await fc.assert(
      fc.asyncProperty(tries, (all) =>
        inRolledBack(db, async (tx) => {
          const make = async () => fresh(await writtenItem(tx, world, actors.thu))
          if (staged) await setStages(tx, actors.lan, null, hands, now)
          const model: Model = { items: [await make(), await make()], clock: now, sentence: 0, staged }
          for (const one of all) await attempt(tx, model, one)
        }),
      ),
      { numRuns: Number(process.env['DESK_RUNS'] ?? (staged ? 10 : 15)) },
    )
  },
  300_000,
)

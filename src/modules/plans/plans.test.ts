import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase, inRolledBack } from '../../../test/database.ts'
import { makeWorld, type Person, type World } from '../../../test/world.ts'
import type { Actor } from '../../lib/actor.ts'
import type { Db, Tx } from '../../lib/db/db.ts'
import { openCatalogue } from './catalogue.ts'
import { campaignProgress, openCampaign } from './plans.campaigns.ts'
import { answerComment, commentOnPlan } from './plans.consultation.ts'
import { openDraft } from './plans.drafting.ts'
import { agency, issuedPlan, sampleText, task } from './plans.fixtures.ts'
import { planIssued, planWithdrawn } from './plans.jobs.ts'
import {
  cancelPlan,
  closePlan,
  consultOnPlan,
  issuePlan,
  returnToDraft,
  reviewPlan,
  signPlan,
  startPlan,
  submitPlan,
} from './plans.life.ts'
import { amendmentChanges, amendPlan, copyPlan, lineageOf } from './plans.lineage.ts'
import { addTask, editTask, moveTask, removeTask } from './plans.tasks.ts'
import { planById, plansWhere, programmesOf, tasksOfPlan } from './plans.ts'

let db: Db
let close: () => Promise<void>
let world: World
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  await db.transaction().execute((tx) => openCatalogue(tx, world.provinceId))
})
afterAll(() => close())

const now = new Date('2026-01-20T02:00:00Z')

function actorOf(person: Person, reach: Actor['reach'] = new Set([person.unitId])): Actor {
  const { provinceId, accountId, name, role, unitId } = person
  const wide = role === 'province_lead' || role === 'auditor'
  return {
    provinceId,
    accountId,
    name,
    locale: 'vi',
    grants: [{ role, unitId }],
    reach: wide ? 'province' : reach,
  }
}

async function newPlan(tx: Tx, unitId: number) {
  const [programme] = await programmesOf(tx, world.provinceId)
  return {
    programmeId: programme?.id ?? 0,
    kind: 'ANNUAL' as const,
    unitId,
    year: 2026,
    yearTo: 2026,
    title: 'Kế hoạch tuyên truyền cải cách hành chính năm 2026',
  }
}

describe('the life of a plan', () => {
  test('goes from draft to closed, every step remembered with its person', async () => {
    await inRolledBack(db, async (tx) => {
      const lan = actorOf(world.lan)
      const id = await issuedPlan(tx, lan, await newPlan(tx, world.units.ubnd), now)
      await startPlan(tx, lan, id, now)
      await reviewPlan(tx, lan, id, 'Hoàn thành 100% nhiệm vụ', now)
      await closePlan(tx, lan, id, now)
      const steps = await tx
        .selectFrom('plans.state_change')
        .select(['to_state', 'actor_name'])
        .where('plan_id', '=', id)
        .orderBy('id')
        .execute()
      expect(steps.map((s) => s.to_state)).toEqual([
        'DRAFT',
        'SUBMITTED',
        'SIGNED',
        'ISSUED',
        'IN_PROGRESS',
        'REVIEWED',
        'CLOSED',
      ])
      expect(new Set(steps.map((s) => s.actor_name))).toEqual(new Set(['Nguyễn Thị Lan']))
    })
  })

  test('an officer writes and submits but does not sign', async () => {
    await inRolledBack(db, async (tx) => {
      const thu = actorOf(world.thu)
      const id = await openDraft(tx, thu, await newPlan(tx, world.units.vanHoa), sampleText, now)
      await submitPlan(tx, thu, id, now)
      const sign = { signer: 'Trần Quốc Hùng', signerTitle: 'GIÁM ĐỐC' }
      await expect(signPlan(tx, thu, id, sign, now)).rejects.toMatchObject({ kind: 'forbidden' })
      await signPlan(tx, actorOf(world.hung), id, sign, now)
      expect((await planById(tx, 1, id)).state).toBe('SIGNED')
    })
  })

  test('an officer of another unit cannot write it', async () => {
    await inRolledBack(db, async (tx) => {
      const plan = await newPlan(tx, world.units.vanHoa)
      await expect(openDraft(tx, actorOf(world.minh), plan, sampleText, now)).rejects.toMatchObject({
        kind: 'forbidden',
      })
    })
  })

  test('a submitted plan is not changed until it is taken back, with a reason', async () => {
    await inRolledBack(db, async (tx) => {
      const lan = actorOf(world.lan)
      const id = await openDraft(tx, lan, await newPlan(tx, world.units.ubnd), sampleText, now)
      await submitPlan(tx, lan, id, now)
      await expect(addTask(tx, lan, id, null, task('Thêm'), now)).rejects.toMatchObject({ kind: 'conflict' })
      await expect(returnToDraft(tx, lan, id, ' ', now)).rejects.toMatchObject({ kind: 'invalid' })
      await returnToDraft(tx, lan, id, 'Bổ sung kinh phí', now)
      await addTask(tx, lan, id, null, task('Thêm'), now)
    })
  })

  test('issuing wants a number and a day that has come, and tells the rooms above', async () => {
    await inRolledBack(db, async (tx) => {
      const lan = actorOf(world.lan)
      const id = await openDraft(tx, lan, await newPlan(tx, world.units.ubnd), sampleText, now)
      const issue = (number: string, issued: string) => issuePlan(tx, lan, id, { number, issued }, now)
      await expect(issue('', '2026-02-01')).rejects.toMatchObject({
        faults: [{ field: null }, { field: 'number' }, { field: 'issued' }],
      })
      await submitPlan(tx, lan, id, now)
      await signPlan(tx, lan, id, { signer: 'Nguyễn Văn An', signerTitle: 'CHỦ TỊCH' }, now)
      await issue('25/KH-UBND', '2026-01-15')
      const jobs = await tx.selectFrom('jobs.job').select(['name', 'payload']).execute()
      expect(jobs).toEqual([{ name: planIssued.name, payload: { planId: id } }])
      expect(await planById(tx, 1, id)).toMatchObject({
        state: 'ISSUED',
        number: '25/KH-UBND',
        issued: '2026-01-15',
      })
    })
  })

  test('cancelling a draft is no news; cancelling an issued plan is', async () => {
    await inRolledBack(db, async (tx) => {
      const lan = actorOf(world.lan)
      const draft = await openDraft(tx, lan, await newPlan(tx, world.units.ubnd), sampleText, now)
      await cancelPlan(tx, lan, draft, 'Trùng', now)
      const issued = await issuedPlan(tx, lan, await newPlan(tx, world.units.ubnd), now)
      await cancelPlan(tx, lan, issued, 'Sai thẩm quyền', now)
      const jobs = await tx
        .selectFrom('jobs.job')
        .select(['name', 'payload'])
        .where('name', '=', planWithdrawn.name)
        .execute()
      expect(jobs).toEqual([{ name: planWithdrawn.name, payload: { planId: issued } }])
    })
  })
})

describe('what was issued', () => {
  const changes: [string, (tx: Tx, id: number) => Promise<unknown>][] = [
    [
      'the title',
      (tx, id) => tx.updateTable('plans.plan').set({ title: 'Khác' }).where('id', '=', id).execute(),
    ],
    [
      'the number',
      (tx, id) => tx.updateTable('plans.plan').set({ number: '1/KH' }).where('id', '=', id).execute(),
    ],
    [
      'a task',
      (tx, id) => tx.updateTable('plans.task').set({ content: 'Khác' }).where('plan_id', '=', id).execute(),
    ],
    ['an agency', (tx, id) => tx.deleteFrom('plans.task_agency').where('plan_id', '=', id).execute()],
    [
      'a date',
      (tx, id) =>
        tx.updateTable('plans.schedule').set({ due: '2030-01-01' }).where('plan_id', '=', id).execute(),
    ],
    ['the legal basis', (tx, id) => tx.deleteFrom('plans.citation').where('plan_id', '=', id).execute()],
    ['the plan itself', (tx, id) => tx.deleteFrom('plans.plan').where('id', '=', id).execute()],
  ]
  test.each(changes)('cannot be rewritten even in the database: %s', async (_, change) => {
    await inRolledBack(db, async (tx) => {
      const text = {
        ...sampleText,
        groups: [
          {
            ordinal: 'I',
            title: 'Nhóm',
            place: 'ANNEX' as const,
            tasks: [
              task('Việc', { time: 'Quý I', agencies: [agency('lead', 'Sở Nội vụ', world.units.noiVu)] }),
            ],
          },
        ],
      }
      const id = await issuedPlan(tx, actorOf(world.lan), await newPlan(tx, world.units.ubnd), now, text)
      await expect(change(tx, id)).rejects.toThrow(/issued/)
    })
  })
})

describe('tasks of a draft', () => {
  test('keep agencies, the time as printed and its occurrences', async () => {
    await inRolledBack(db, async (tx) => {
      const lan = actorOf(world.lan)
      const id = await openDraft(tx, lan, await newPlan(tx, world.units.ubnd), sampleText, now)
      const { groups, tasks } = await tasksOfPlan(tx, 1, id)
      const input = task('Tổ chức hội thi', {
        time: 'Tháng 6, tháng 12',
        agencies: [agency('lead', 'Sở Nội vụ', world.units.noiVu), agency('coordinating', 'Báo')],
      })
      await editTask(tx, lan, id, tasks[1]?.id ?? 0, { ...input, groupId: groups[0]?.id ?? null }, now)
      const after = (await tasksOfPlan(tx, 1, id)).tasks[1]
      expect(after).toMatchObject({ time: 'Tháng 6, tháng 12', agencies: input.agencies })
      expect(after?.schedules.map((s) => s.due)).toEqual(['2026-06-30', '2026-12-31'])
    })
  })

  test('are moved and removed', async () => {
    await inRolledBack(db, async (tx) => {
      const lan = actorOf(world.lan)
      const id = await openDraft(tx, lan, await newPlan(tx, world.units.ubnd), sampleText, now)
      const [first, second] = (await tasksOfPlan(tx, 1, id)).tasks
      await moveTask(tx, lan, id, second?.id ?? 0, 'up', now)
      expect((await tasksOfPlan(tx, 1, id)).tasks.map((t) => t.id)).toEqual([second?.id, first?.id])
      await removeTask(tx, lan, id, first?.id ?? 0, now)
      expect((await tasksOfPlan(tx, 1, id)).tasks).toHaveLength(1)
    })
  })

  test('are labelled from their words, so that the coverage matrix begins full', async () => {
    await inRolledBack(db, async (tx) => {
      const id = await openDraft(tx, actorOf(world.lan), await newPlan(tx, world.units.ubnd), sampleText, now)
      const [first] = (await tasksOfPlan(tx, 1, id)).tasks
      expect(first?.themes.length).toBeGreaterThan(0)
      expect(first?.forms.length).toBeGreaterThan(0)
    })
  })
})

describe('plans among plans', () => {
  test('a copy for the next year moves title, text and times, and leaves the number open', async () => {
    await inRolledBack(db, async (tx) => {
      const lan = actorOf(world.lan)
      const id = await issuedPlan(tx, lan, await newPlan(tx, world.units.ubnd), now)
      const copy = await copyPlan(tx, lan, id, { year: 2027 }, now)
      expect(await planById(tx, 1, copy)).toMatchObject({
        state: 'DRAFT',
        number: null,
        year: 2027,
        title: 'Kế hoạch tuyên truyền cải cách hành chính năm 2027',
      })
      const { tasks } = await tasksOfPlan(tx, 1, copy)
      expect(tasks.map((t) => t.schedules[0]?.due)).toEqual(['2027-06-30', '2027-06-04'])
    })
  })

  test('an amendment is a new document; what it changes is told task by task', async () => {
    await inRolledBack(db, async (tx) => {
      const lan = actorOf(world.lan)
      const id = await issuedPlan(tx, lan, await newPlan(tx, world.units.ubnd), now)
      const amendment = await amendPlan(tx, lan, id, 'AMENDS', now)
      const { tasks } = await tasksOfPlan(tx, 1, amendment)
      const [first, second] = tasks
      await editTask(
        tx,
        lan,
        amendment,
        first?.id ?? 0,
        { ...task(first?.content ?? ''), time: 'Quý III/2026', groupId: null },
        now,
      )
      await removeTask(tx, lan, amendment, second?.id ?? 0, now)
      await addTask(tx, lan, amendment, null, task('Việc mới'), now)
      const kinds = (await amendmentChanges(tx, 1, amendment)).map((c) =>
        c.was && c.becomes ? c.changes.map((f) => f.field).join() : c.was ? 'left out' : 'added',
      )
      expect(kinds).toEqual(['time', 'added', 'left out'])
      await submitPlan(tx, lan, amendment, now)
      await signPlan(tx, lan, amendment, { signer: 'Nguyễn Văn An', signerTitle: 'CHỦ TỊCH' }, now)
      await issuePlan(tx, lan, amendment, { number: '60/KH-UBND', issued: '2026-01-18' }, now)
      expect((await planById(tx, 1, id)).state).toBe('AMENDED')
    })
  })

  test('the five-year plan, the plan of the year and the plans of units form one line', async () => {
    await inRolledBack(db, async (tx) => {
      const lan = actorOf(world.lan)
      const period = await openDraft(
        tx,
        lan,
        { ...(await newPlan(tx, world.units.ubnd)), kind: 'PERIOD', year: 2026, yearTo: 2030 },
        sampleText,
        now,
      )
      const annual = await openDraft(
        tx,
        lan,
        { ...(await newPlan(tx, world.units.ubnd)), parentPlanId: period },
        sampleText,
        now,
      )
      const unit = await openDraft(
        tx,
        lan,
        { ...(await newPlan(tx, world.units.vanHoa)), kind: 'UNIT', parentPlanId: annual },
        sampleText,
        now,
      )
      const line = await lineageOf(tx, lan, await planById(tx, 1, annual))
      expect([line.above.map((p) => p.id), line.below.map((p) => p.id)]).toEqual([[period], [unit]])
      expect((await plansWhere(tx, 1, { year: 2028 })).plans.map((p) => p.id)).toEqual([period])
    })
  })

  test('a campaign tells who has issued and who has not', async () => {
    await inRolledBack(db, async (tx) => {
      const lan = actorOf(world.lan)
      const { programmeId } = await newPlan(tx, world.units.ubnd)
      const { vanHoa, taiChinh, binhMinh } = world.units
      const id = await openCampaign(
        tx,
        lan,
        {
          programmeId,
          year: 2026,
          name: 'Quý IV/2025',
          opens: '2025-10-01',
          closes: '2026-01-31',
          parentPlanId: null,
          unitIds: [vanHoa, taiChinh, binhMinh],
        },
        now,
      )
      await issuedPlan(tx, lan, { ...(await newPlan(tx, vanHoa)), kind: 'UNIT' }, now)
      await openDraft(
        tx,
        actorOf(world.minh),
        { ...(await newPlan(tx, binhMinh)), kind: 'UNIT' },
        sampleText,
        now,
      )
      const standing = async (day: string) =>
        Object.fromEntries((await campaignProgress(tx, 1, id, day)).units.map((u) => [u.unitId, u.standing]))
      expect(await standing('2026-01-31')).toEqual({
        [vanHoa]: 'ISSUED',
        [taiChinh]: 'NOTHING',
        [binhMinh]: 'WRITING',
      })
      expect(await standing('2026-02-01')).toEqual({
        [vanHoa]: 'ISSUED',
        [taiChinh]: 'LATE',
        [binhMinh]: 'LATE',
      })
    })
  })
})

test('units that were asked comment while the consultation is open, and are answered', async () => {
  await inRolledBack(db, async (tx) => {
    const lan = actorOf(world.lan)
    const id = await openDraft(tx, lan, await newPlan(tx, world.units.ubnd), sampleText, now)
    await consultOnPlan(tx, lan, id, { until: '2026-01-25', unitIds: [world.units.vanHoa] }, now)
    const opinion = { agrees: false, body: 'Đề nghị lùi hội thi sang quý III', taskId: null }
    const comment = await commentOnPlan(tx, actorOf(world.thu), id, opinion, now)
    await expect(commentOnPlan(tx, actorOf(world.minh), id, opinion, now)).rejects.toMatchObject({
      kind: 'forbidden',
    })
    await expect(
      commentOnPlan(tx, actorOf(world.thu), id, opinion, new Date('2026-01-26T02:00:00Z')),
    ).rejects.toMatchObject({ kind: 'conflict' })
    await answerComment(tx, lan, id, comment, 'Tiếp thu', now)
  })
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, inRolledBack } from '../../../test/database.ts'
import { makeWorld, type World } from '../../../test/world.ts'
import type { Db, Tx } from '../../lib/db/db.ts'
import { actorOf } from '../assignments/assignments.fixtures.ts'
import { onePoint } from './points.ts'
import { selectScores } from './scores.sql.ts'
import { endExplanation, endRound, explainScores, saveAppraisal } from './scoring.appraisal.ts'
import { extendSelfScore, publishScores } from './scoring.campaigns.ts'
import { computeSheets } from './scoring.compute.ts'
import { didSomething, openedCampaign, type ScoringOfTest } from './scoring.fixtures.ts'
import { proofsOfSheet } from './scoring.proofs.ts'
import { lockSheet, saveSelfScore } from './scoring.self.ts'
import { selectSheet, selectSteps } from './sheets.sql.ts'

let db: Db
let close: () => Promise<void>
let world: World
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
})
afterAll(() => close())

const september = new Date('2026-09-10T02:00:00Z')
const december = new Date('2026-12-10T02:00:00Z')
const january = new Date('2027-01-05T02:00:00Z')
const none = { typed: {}, self: null, note: null }

async function played(body: (tx: Tx, facts: ScoringOfTest) => Promise<void>): Promise<void> {
  await inRolledBack(db, async (tx) => body(tx, await openedCampaign(tx, world)))
}

async function lineOf(tx: Tx, sheetId: number, code: string) {
  const line = (await selectScores(tx, 1, [sheetId])).get(sheetId)?.get(code)
  if (!line) throw new Error(`no line ${code}`)
  return line
}

async function sheetOf(tx: Tx, id: number) {
  const sheet = await selectSheet(tx, 1, id)
  if (!sheet) throw new Error('no sheet')
  return sheet
}

async function assignmentAt(tx: Tx, unitId: number): Promise<number> {
  const row = await tx
    .selectFrom('assignments.assignment')
    .select('id')
    .where('unit_id', '=', unitId)
    .executeTakeFirstOrThrow()
  return row.id
}

/** The task of the unit is done and shown, and every group of forms has evidence. */
async function doEverything(tx: Tx, unitId: number): Promise<void> {
  const assignmentId = await assignmentAt(tx, unitId)
  await tx
    .updateTable('assignments.assignment')
    .set({ state: 'verified', reported_day: '2026-08-01' })
    .where('id', '=', assignmentId)
    .execute()
  await didSomething(tx, { unitId, form: 'conference', assignmentId })
  await didSomething(tx, { unitId, form: 'portal' })
  await didSomething(tx, { unitId, form: 'electronic_board' })
}

test('a sheet is filled when the campaign opens, and says what would win points', () =>
  played(async (tx, { sheetIds }) => {
    const ratio = await lineOf(tx, sheetIds.binhMinh, '4.1')
    expect(ratio.computed).toBe(0)
    expect(ratio.why.vi.replaceAll('\u00a0', ' ')).toBe('Đã làm 0/1 nhiệm vụ = 0,00 %, dưới 90 % → 0 điểm')
    expect(ratio.winnable).toBe(onePoint)
    expect(ratio.hints[0]?.links[0]?.label).toContain('Niêm yết công khai')
    expect((await lineOf(tx, sheetIds.binhMinh, '4.2')).hints).toHaveLength(3)
  }))

test('work and evidence raise the score, also those of a division below the commune', () =>
  played(async (tx, { campaignId, sheetIds }) => {
    await doEverything(tx, world.units.binhMinh)
    await didSomething(tx, { unitId: world.units.tanLap, form: 'portal', link: false })
    await didSomething(tx, { unitId: world.units.tanLap, form: 'portal', day: '2025-08-12' })
    await tx
      .updateTable('assignments.activity')
      .set({ unit_id: world.units.binhMinhVanHoa })
      .where('form_code', '=', 'conference')
      .execute()
    await computeSheets(tx, 1, campaignId, september)
    expect(await sheetOf(tx, sheetIds.binhMinh)).toMatchObject({ selfTotal: 2 * onePoint, winnableTotal: 0 })
    const forms = await lineOf(tx, sheetIds.tanLap, '4.2')
    expect(forms.computed).toBe(0)
    expect(forms.why.vi).toContain('chưa có minh chứng')
  }))

test('the unit scores, explains what differs and locks; afterwards not even the database changes it', () =>
  played(async (tx, { sheetIds }) => {
    const minh = actorOf(world.minh)
    await doEverything(tx, world.units.binhMinh)
    const id = sheetIds.binhMinh
    const version = (await sheetOf(tx, id)).version
    const lower = { itemCode: '4.2', typed: {}, self: 7500, note: null }
    await saveSelfScore(tx, minh, id, { version, lines: [lower], chosen: [] }, september)
    await expect(lockSheet(tx, minh, id, { signedFileId: null }, september)).rejects.toMatchObject({
      kind: 'invalid',
      faults: [{ vi: expect.stringContaining('Mục 4.2: điểm tự chấm khác') }],
    })
    const reason = { ...lower, note: 'Bảng điện tử hỏng từ tháng 9' }
    const again = { version: version + 1, lines: [reason], chosen: [] }
    await saveSelfScore(tx, minh, id, again, september)
    await expect(saveSelfScore(tx, minh, id, again, september)).rejects.toMatchObject({ kind: 'conflict' })
    await lockSheet(tx, minh, id, { signedFileId: null }, september)
    expect(await sheetOf(tx, id)).toMatchObject({ state: 'self_locked', selfTotal: 17_500 })
    const { byItem } = await proofsOfSheet(tx, 1, await sheetOf(tx, id), '2026-09-10')
    expect([byItem.get('4.1')?.length, byItem.get('4.2')?.length]).toEqual([1, 3])
    await expect(saveSelfScore(tx, minh, id, again, september)).rejects.toMatchObject({ kind: 'conflict' })
    const byHand = tx.updateTable('scoring.score').set({ self: '1' }).where('sheet_id', '=', id).execute()
    await expect(byHand).rejects.toThrow('locked')
  }))

test('mandatory evidence: without it a line is not locked unless the unit says why', () =>
  played(async (tx, { sheetIds }) => {
    const minh = actorOf(world.minh)
    const id = sheetIds.binhMinh
    await tx
      .updateTable('assignments.assignment')
      .set({ state: 'verified' })
      .where('unit_id', '=', world.units.binhMinh)
      .execute()
    const locking = () => lockSheet(tx, minh, id, { signedFileId: null }, september)
    await expect(locking()).rejects.toMatchObject({
      faults: [{ vi: expect.stringContaining('bắt buộc có minh chứng') }],
    })
    const note = 'Hồ sơ giấy lưu tại văn phòng, chưa số hóa'
    const { version } = await sheetOf(tx, id)
    await saveSelfScore(
      tx,
      minh,
      id,
      { version, lines: [{ itemCode: '4.1', ...none, note }], chosen: [] },
      september,
    )
    await locking()
    expect((await sheetOf(tx, id)).state).toBe('self_locked')
  }))

test('only the unit itself scores, and evidence of others cannot be pointed at', () =>
  played(async (tx, { sheetIds }) => {
    const foreign = await didSomething(tx, { unitId: world.units.tanLap, form: 'portal' })
    const own = await didSomething(tx, { unitId: world.units.binhMinh, form: 'hotline' })
    const id = sheetIds.binhMinh
    const input = {
      version: 1,
      lines: [],
      chosen: [{ itemCode: '4.1', evidenceIds: [foreign ?? 0, own ?? 0] }],
    }
    await expect(saveSelfScore(tx, actorOf(world.tam), id, input, september)).rejects.toMatchObject({
      kind: 'not_found',
    })
    await expect(saveSelfScore(tx, actorOf(world.lan), id, input, september)).rejects.toMatchObject({
      kind: 'forbidden',
    })
    await saveSelfScore(tx, actorOf(world.minh), id, input, september)
    const { byItem } = await proofsOfSheet(tx, 1, await sheetOf(tx, id), '2026-09-10')
    expect(byItem.get('4.1')?.map((p) => p.id)).toEqual([own])
  }))

test('appraisal, explanation, second appraisal, publication: each in its own columns', () =>
  played(async (tx, { campaignId, sheetIds }) => {
    const [lan, minh, tam] = [actorOf(world.lan), actorOf(world.minh), actorOf(world.tam)]
    await doEverything(tx, world.units.binhMinh)
    const id = sheetIds.binhMinh
    await lockSheet(tx, minh, id, { signedFileId: null }, december)
    const appraise = async (lines: { itemCode: string; points: number; note: string | null }[]) =>
      saveAppraisal(tx, lan, id, { version: (await sheetOf(tx, id)).version, lines }, december)
    const lower = { itemCode: '4.2', points: 5000, note: null }
    await expect(appraise([lower])).rejects.toMatchObject({ faults: [{ field: 'note-4.2' }] })
    await appraise([
      { itemCode: '4.1', points: onePoint, note: null },
      { ...lower, note: 'Ảnh bảng điện tử của năm trước' },
    ])
    expect(await endRound(tx, lan, id, december)).toBe('explanation')
    await expect(explainScores(tx, minh, id, [], december)).rejects.toMatchObject({
      faults: [{ field: 'explain-4.2' }],
    })
    await explainScores(tx, minh, id, [{ itemCode: '4.2', text: 'Đã bổ sung ảnh chụp ngày 02/12' }], december)
    await appraise([{ itemCode: '4.2', points: 7500, note: 'Chấp nhận ảnh bổ sung' }])
    await endRound(tx, lan, id, december)
    const line = await lineOf(tx, id, '4.2')
    expect([line.computed, line.self, line.first, line.second]).toEqual([onePoint, null, 5000, 7500])
    await expect(publishScores(tx, lan, campaignId, { decision: null }, december)).rejects.toMatchObject({
      kind: 'conflict',
    })
    // Nobody of the other unit came: after the last day the lead locks it as computed.
    await expect(lockSheet(tx, lan, sheetIds.tanLap, { signedFileId: null }, december)).rejects.toMatchObject(
      { kind: 'conflict' },
    )
    await lockSheet(tx, lan, sheetIds.tanLap, { signedFileId: null }, january)
    const zero = [
      { itemCode: '4.1', points: 0, note: null },
      { itemCode: '4.2', points: 0, note: null },
    ]
    await saveAppraisal(
      tx,
      lan,
      sheetIds.tanLap,
      { version: (await sheetOf(tx, sheetIds.tanLap)).version, lines: zero },
      january,
    )
    expect(await endRound(tx, lan, sheetIds.tanLap, january)).toBe('appraisal_2')
    await publishScores(tx, lan, campaignId, { decision: 'Quyết định số 12/QĐ-UBND' }, january)
    expect(await sheetOf(tx, id)).toMatchObject({ state: 'published', finalTotal: 17_500 })
    expect((await selectSteps(tx, 1, id)).map((s) => s.to)).toEqual([
      'self_locked',
      'appraisal_1',
      'explanation',
      'appraisal_2',
      'published',
    ])
    await expect(lockSheet(tx, tam, sheetIds.tanLap, { signedFileId: null }, december)).rejects.toMatchObject(
      { kind: 'conflict' },
    )
  }))

test('more time for one unit, with a reason; and after the last day the round goes on without an explanation', () =>
  played(async (tx, { sheetIds }) => {
    const [lan, minh] = [actorOf(world.lan), actorOf(world.minh)]
    const id = sheetIds.binhMinh
    const late = new Date('2026-12-28T02:00:00Z')
    await doEverything(tx, world.units.binhMinh)
    const lock = () => lockSheet(tx, minh, id, { signedFileId: null }, late)
    await expect(lock()).rejects.toMatchObject({ kind: 'conflict' })
    await expect(extendSelfScore(tx, lan, id, { day: '2026-12-19', reason: '' }, late)).rejects.toMatchObject(
      { kind: 'invalid' },
    )
    await extendSelfScore(tx, lan, id, { day: '2026-12-31', reason: 'Mất điện do bão nhiều ngày' }, late)
    await lock()
    const lines = [
      { itemCode: '4.1', points: 0, note: 'Chưa có báo cáo' },
      { itemCode: '4.2', points: onePoint, note: null },
    ]
    await saveAppraisal(tx, lan, id, { version: (await sheetOf(tx, id)).version, lines }, late)
    await endRound(tx, lan, id, late)
    await expect(endExplanation(tx, lan, id, late)).rejects.toMatchObject({ kind: 'conflict' })
    await endExplanation(tx, lan, id, new Date('2027-01-11T02:00:00Z'))
    expect((await sheetOf(tx, id)).state).toBe('appraisal_2')
  }))

test('nobody appraises the own unit; a unit with the function appraises others', () =>
  played(async (tx, { sheetIds }) => {
    const minh = actorOf(world.minh)
    await doEverything(tx, world.units.binhMinh)
    await lockSheet(tx, minh, sheetIds.binhMinh, { signedFileId: null }, december)
    const own = {
      ...actorOf(world.lan),
      grants: [{ role: 'province_lead' as const, unitId: world.units.binhMinh }],
    }
    const input = { version: 0, lines: [] }
    await expect(saveAppraisal(tx, own, sheetIds.binhMinh, input, december)).rejects.toMatchObject({
      kind: 'forbidden',
    })
    await expect(
      saveAppraisal(tx, actorOf(world.thu), sheetIds.binhMinh, input, december),
    ).rejects.toMatchObject({ kind: 'forbidden' })
    await giveFunction(tx, world.units.vanHoa)
    const { version } = await sheetOf(tx, sheetIds.binhMinh)
    await saveAppraisal(tx, actorOf(world.thu), sheetIds.binhMinh, { version, lines: [] }, december)
    expect((await sheetOf(tx, sheetIds.binhMinh)).state).toBe('appraisal_1')
  }))

async function giveFunction(tx: Tx, unitId: number): Promise<void> {
  const code = 'appraise_scores'
  await tx
    .insertInto('organisations.unit_function')
    .values({ province_id: 1, code, name: code, sole: false })
    .execute()
  const change = await tx
    .insertInto('organisations.change')
    .values({ province_id: 1, kind: 'alter', day: '2026-01-01' })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('organisations.function_holder')
    .values({
      province_id: 1,
      function_code: code,
      sole: false,
      unit_id: unitId,
      valid_from: '2026-01-01',
      change_id: change.id,
    })
    .execute()
}

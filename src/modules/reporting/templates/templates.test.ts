import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { type TestWeb, testWeb } from '../../../../test/web.ts'
import { makeWorld, type World } from '../../../../test/world.ts'
import type { Db } from '../../../lib/db/db.ts'
import { actorOf } from '../../assignments/assignments.fixtures.ts'
import { catalogueOf } from '../../plans/plans.ts'
import { owes, reportDuty } from '../reporting.fixtures.ts'
import { templateDefinition } from '../template.ts'
import { definitionOf } from '../writing/content.ts'
import { openReport } from '../writing/opening.ts'
import { templateFaults } from './checking.ts'
import { shippedTemplates } from './shipped.data.ts'
import { openTemplates } from './shipping.ts'
import { selectTemplates, selectTemplateVersions } from './templates.sql.ts'

let db: Db
let close: () => Promise<void>
let world: World
let web: TestWeb
let duty: { dutyId: number; templateIds: Record<string, number> }
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
  world = await makeWorld(db)
  web = testWeb(db)
  duty = await db.transaction().execute((tx) => reportDuty(tx, world))
})
afterAll(() => close())

test.each(shippedTemplates.map((t) => [t.code, t] as const))(
  'the shipped template %s has no fault',
  async (_, t) => {
    const lists = await catalogueOf(db, 1)
    expect(templateFaults(templateDefinition.parse(t.definition), lists)).toEqual([])
  },
)

test('shipping again changes nothing', async () => {
  await db.transaction().execute((tx) => openTemplates(tx, 1, new Date()))
  expect(await selectTemplates(db, 1)).toHaveLength(shippedTemplates.length)
})

test('what is wrong with a template is said: codes, formulas, filters', async () => {
  const figure = { label: { vi: 'Số', en: 'No' }, unit: null, rollUp: 'sum', required: true } as const
  const definition = templateDefinition.parse({
    title: { vi: 'Mẫu', en: 'Template' },
    sections: [
      {
        ...{ code: 'a', level: 1, heading: { vi: 'A', en: 'A' }, guidance: null, narrative: 'none' },
        figures: [
          { ...figure, code: 'x', source: { kind: 'formula', expression: 'y / 2' } },
          { ...figure, code: 'y', source: { kind: 'formula', expression: '1 +' } },
          {
            ...figure,
            code: 'y',
            source: { kind: 'activities', measure: 'count', where: { forms: ['nothing'] } },
          },
        ],
      },
    ],
  })
  const faults = templateFaults(definition, await catalogueOf(db, 1)).map((f) => f.en)
  expect(faults.join('\n')).toMatch(
    /“y” comes twice[\s\S]*“y”, which is not there or comes after[\s\S]*cannot be read[\s\S]*“nothing”/,
  )
})

test('a new version is drafted, mended and published in the browser; reports begun keep theirs', async () => {
  const before = await db.transaction().execute(async (tx) => {
    const obligationId = await owes(tx, world, duty.dutyId, world.units.binhMinh)
    return openReport(tx, actorOf(world.minh), obligationId, new Date('2026-06-01T02:00:00Z'))
  })
  const id = duty.templateIds['communication'] ?? 0
  const at = `/reporting/templates/${id}`
  const lan = await web.signedIn(world.lan)
  expect((await lan.get('/reporting/templates')).text).toContain('Báo cáo công tác tuyên truyền')
  await lan.submit(`${at}/draft`)
  const section = {
    headingVi: 'Kinh phí và nguồn lực',
    headingEn: 'Money',
    narrative: 'required',
    leastSyllables: '15',
    evidence: 'optional',
  }
  expect((await lan.submit(`${at}/sections/budget/edit`, section)).text).toContain('Kinh phí và nguồn lực')
  const figure = { labelVi: 'Tỷ lệ giải ngân', labelEn: 'Share spent', unitVi: '%', source: 'formula' }
  const wrong = { ...figure, code: 'spent_share', expression: 'spent / budget_given * 100' }
  await lan.submit(`${at}/sections/budget/figures/new`, wrong)
  const refused = await lan.post(`${at}/publication`, { note: '' })
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('dùng “spent”')
  const right = { ...figure, expression: 'budget_spent / budget_given * 100' }
  await lan.submit(`${at}/sections/budget/figures/spent_share/edit`, right)
  await lan.submit(`${at}/sections/budget/move`, { by: '-1' })
  await lan.submit(`${at}/publication`, { note: 'Thêm tỷ lệ giải ngân' })
  const versions = await selectTemplateVersions(db, 1, id)
  expect(versions.map((v) => [v.number, v.state])).toEqual([
    [2, 'published'],
    [1, 'published'],
  ])
  const codes = async (reportId: number) =>
    (await definitionOf(db, 1, reportId)).sections.flatMap((s) => s.figures).map((f) => f.code)
  expect(await codes(before)).not.toContain('spent_share')
  const after = await db.transaction().execute(async (tx) => {
    const obligationId = await owes(tx, world, duty.dutyId, world.units.tanLap)
    return openReport(tx, actorOf(world.tam), obligationId, new Date('2026-06-02T02:00:00Z'))
  })
  expect(await codes(after)).toContain('spent_share')
  await lan.submit(`${at}/copies`, { nameVi: 'Mẫu riêng của tỉnh', nameEn: 'Our own' })
  const minh = await web.signedIn(world.minh)
  expect((await minh.get(at)).status).toBe(200)
  expect((await minh.post(`${at}/draft`)).status).toBe(403)
})

test('title, levels, draft sources, tables, columns and checks are data too', async () => {
  const id = duty.templateIds['communication'] ?? 0
  const at = `/reporting/templates/${id}`
  const lan = await web.signedIn(world.lan)
  await lan.submit(`${at}/draft`)
  await lan.submit(`${at}/title`, { titleVi: 'Kết quả truyền thông {period}', titleEn: 'Results, {period}' })
  const section = {
    ...{ headingVi: 'Kinh phí', headingEn: 'Money', narrative: 'optional', leastSyllables: '10' },
    ...{ evidence: 'none', level: '2', draftFrom: 'activities', forms: 'leaflet' },
  }
  await lan.submit(`${at}/sections/budget/edit`, section)
  const table = { code: 'money', titleVi: 'Kinh phí theo nguồn', titleEn: 'Money by source', rows: 'fixed' }
  const wrong = await lan.post(`${at}/sections/budget/table`, { ...table, fixed: 'Ngân sách' })
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('Dòng 1 chưa đúng')
  const fixed = 'state | Ngân sách | Budget\nothers | Nguồn khác | Others | forms=leaflet themes=par_general'
  await lan.submit(`${at}/sections/budget/table`, { ...table, fixed })
  expect((await lan.get(`${at}/sections/budget/table`)).text).toContain('others | Nguồn khác | Others')
  const column = { code: 'spent_by', labelVi: 'Đã chi', labelEn: 'Spent', source: 'manual', rollUp: 'sum' }
  const checks = { 'check-op-0': '>=', 'check-to-0': '0', 'check-as-0': 'error' }
  const against = { 'check-op-1': '<=', 'check-to-1': 'money_count', 'check-as-1': 'warning' }
  const unread = await lan.post(`${at}/sections/budget/columns/new`, { ...column, 'check-to-0': 'Số lớn' })
  expect(unread.status).toBe(422)
  const made = { ...column, ...checks, ...against, decimals: '2' }
  await lan.submit(`${at}/sections/budget/columns/new`, made)
  const [draft] = await selectTemplateVersions(db, 1, id)
  const budget = draft?.definition.sections.find((s) => s.code === 'budget')
  expect(draft?.definition.title.vi).toBe('Kết quả truyền thông {period}')
  expect([budget?.level, budget?.draft?.from, budget?.draft?.where.forms]).toEqual([
    2,
    'activities',
    ['leaflet'],
  ])
  expect(budget?.table?.columns.map((f) => [f.code, f.decimals, f.checks])).toEqual([
    ['money_count', 0, []],
    [
      'spent_by',
      2,
      [
        { kind: 'at_least', value: 0, severity: 'error' },
        { kind: 'compare', operator: '<=', figure: 'money_count', severity: 'warning' },
      ],
    ],
  ])
  await lan.submit(`${at}/sections/budget/columns/money_count/removal`, {})
  const last = await lan.post(`${at}/sections/budget/columns/spent_by/removal`, {})
  expect(last.status).toBe(422)
  const refused = await lan.post(`${at}/publication`, { note: '' })
  expect(refused.text).toContain('so với “money_count”, không có trong mẫu')
  await lan.submit(`${at}/sections/budget/table/removal`, {})
  expect(
    (await selectTemplateVersions(db, 1, id))[0]?.definition.sections.find((s) => s.code === 'budget')?.table,
  ).toBe(null)
})

import { addDays, type Day } from '../../lib/calendar/day.ts'
import { groupsAsOf, membersOfGroup } from '../../modules/organisations/organisations.ts'
import { type CriteriaItem, itemsOf } from '../../modules/scoring/criteria.ts'
import { playPastCampaign } from '../../modules/scoring/demonstration.ts'
import { onePoint } from '../../modules/scoring/points.ts'
import { isComputed, isExtra, typedNumbers } from '../../modules/scoring/rule.ts'
import { type SelfLine, selectScores } from '../../modules/scoring/scores.sql.ts'
import { endRound, saveAppraisal } from '../../modules/scoring/scoring.appraisal.ts'
import { openScoring, publishScores } from '../../modules/scoring/scoring.campaigns.ts'
import { campaignWithTable, computeSheets } from '../../modules/scoring/scoring.compute.ts'
import { takeShipped } from '../../modules/scoring/scoring.criteria.ts'
import { lockSheet, saveSelfScore } from '../../modules/scoring/scoring.self.ts'
import { selectSheet, selectSheets } from '../../modules/scoring/sheets.sql.ts'
import { lot, moment, type Stage } from './stage.ts'

/** Last year's scores, published; and this year's, under way: communes and departments. */
export async function playScoring(stage: Stage): Promise<void> {
  const { year } = stage
  const past = await open(stage, 'communes', year - 1, `${year - 1}-11-15`)
  const settled = { locked: moment(stage, `${year - 1}-12-18`), settled: moment(stage, `${year}-01-12`) }
  await playPastCampaign(stage.tx, stage.person('tam'), past, settled, lot)
  const decision = `Quyết định số 86/QĐ-UBND ngày 20/01/${year} (minh họa)`
  await publishScores(stage.tx, stage.person('tam'), past, { decision }, moment(stage, `${year}-01-20`))
  const begun = stage.today < `${year}-09-15` ? addDays(stage.today, -20) : `${year}-09-15`
  const communes = await open(stage, 'communes', year, begun)
  const departments = await open(stage, 'departments', year, begun)
  for (const id of [communes, departments]) await computeSheets(stage.tx, stage.provinceId, id, stage.now)
  await scoreEarly(stage, communes, 8)
  await scoreEarly(stage, departments, 4)
}

const groupCodes = { communes: 'commune_committees', departments: 'departments' } as const
const names = { communes: 'cấp xã', departments: 'sở, ban, ngành' } as const

async function open(stage: Stage, set: keyof typeof groupCodes, year: number, day: Day): Promise<number> {
  const { tx, provinceId } = stage
  const lead = stage.person('tam')
  const at = moment(stage, day)
  const versionId = await takeShipped(tx, lead, { code: set, year }, at)
  const asOf = day < stage.today ? day : stage.today
  const groups = await groupsAsOf(tx, provinceId, asOf)
  const group = groups.find((g) => g.code === groupCodes[set])
  const units = await membersOfGroup(tx, provinceId, group?.id ?? 0, asOf)
  const input = {
    programmeCode: 'PAR_COMMUNICATION',
    year,
    name: `Chấm điểm tuyên truyền CCHC ${names[set]} năm ${year} (minh họa)`,
    versionId,
    opens: asOf,
    selfDue: `${year}-12-20`,
    explainDue: `${year + 1}-01-15`,
    unitIds: units.map((u) => u.id),
  }
  return openScoring(tx, lead, input, at)
}

/** Some units do not wait for the last day: they lock, and a few are appraised already. */
async function scoreEarly(stage: Stage, campaignId: number, many: number): Promise<void> {
  const { tx, provinceId, year } = stage
  const { version } = await campaignWithTable(tx, provinceId, campaignId)
  const items = itemsOf(version.table).filter((i) => !isExtra(i.rule))
  const early = (await selectSheets(tx, provinceId, { campaignId }))
    .filter((s) => stage.officerAt(s.unitId))
    .toSorted((a, b) => lot(`chấm sớm ${a.unitName}`) - lot(`chấm sớm ${b.unitName}`))
    .slice(0, many)
  const ids = early.map((s) => s.id)
  const computed = await selectScores(tx, provinceId, ids)
  const day = addDays(stage.today, -3)
  const at = moment(stage, day < `${year}-12-20` ? day : `${year}-12-19`)
  for (const [n, sheet] of early.entries()) {
    const officer = stage.officerAt(sheet.unitId)
    if (!officer) continue
    const known = (code: string) => computed.get(sheet.id)?.get(code)?.computed ?? null
    const lines = items.map((item) => selfLine(item, sheet.unitName, known(item.code)))
    await saveSelfScore(tx, officer, sheet.id, { version: sheet.version, lines, chosen: [] }, at)
    if (n % 4 !== 0) await lockSheet(tx, officer, sheet.id, { signedFileId: null }, at)
    if (n % 4 === 3) await appraise(stage, sheet.id, items, n % 8 === 3, at)
  }
}

function selfLine(item: CriteriaItem, name: string, computed: number | null): SelfLine {
  const of = 6 + Math.floor(lot(`tổng ${item.code} ${name}`) * 9)
  const done = Math.max(1, Math.floor(of * (0.15 + lot(`đạt ${item.code} ${name}`) * 0.5)))
  const numbers: Record<string, number> = { done, of, part1: done, part2: Math.min(2, of - done) }
  const typed = Object.fromEntries(typedNumbers(item.rule).map(({ key }) => [key, numbers[key] ?? 0]))
  const judged = Math.floor(lot(`sáng kiến ${name}`) * 4) * 2500
  const isKnown = computed !== null || Object.keys(typed).length > 0
  const self = item.rule.kind === 'manual' ? judged : isKnown ? null : 0
  const note = isComputed(item.rule)
    ? 'Theo số liệu của chương trình (minh họa).'
    : 'Hồ sơ lưu tại đơn vị (minh họa).'
  return { itemCode: item.code, typed, self, note }
}

async function appraise(
  stage: Stage,
  sheetId: number,
  items: readonly CriteriaItem[],
  disputes: boolean,
  at: Date,
): Promise<void> {
  const { tx, provinceId } = stage
  const lead = stage.person('khanh')
  const sheet = await selectSheet(tx, provinceId, sheetId)
  const scores = (await selectScores(tx, provinceId, [sheetId])).get(sheetId)
  const before = (code: string) => scores?.get(code)?.self ?? scores?.get(code)?.computed ?? 0
  const most = items.toSorted((a, b) => before(b.code) - before(a.code))[0]
  const lines = items.map((item) => {
    const points = before(item.code)
    const lower = disputes && item.code === most?.code && points >= onePoint / 4
    if (!lower) return { itemCode: item.code, points, note: null }
    const note = 'Ảnh chụp của năm trước, đề nghị bổ sung minh chứng của năm nay (minh họa).'
    return { itemCode: item.code, points: points - onePoint / 4, note }
  })
  await saveAppraisal(tx, lead, sheetId, { version: sheet?.version ?? 0, lines }, at)
  await endRound(tx, lead, sheetId, at)
}

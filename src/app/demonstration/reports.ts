import type { Actor } from '../../lib/actor.ts'
import { addDays, type Day } from '../../lib/calendar/day.ts'
import { type ObligationRow, selectObligations } from '../../modules/reporting/obligations/lists.sql.ts'
import { selectNarratives, writeNarrative } from '../../modules/reporting/writing/content.sql.ts'
import { definitionOf } from '../../modules/reporting/writing/content.ts'
import {
  acceptReport,
  correctReport,
  returnReport,
  submitReport,
} from '../../modules/reporting/writing/life.ts'
import {
  countTables,
  type Likeness,
  writeLikenesses,
} from '../../modules/reporting/writing/likenesses.sql.ts'
import { openReport } from '../../modules/reporting/writing/opening.ts'
import { selectVersions } from '../../modules/reporting/writing/versions.sql.ts'
import { nilReasons, returnReasons, sayings } from './reports.data.ts'
import { lot, moment, type Stage } from './stage.ts'

/** How a unit fares with one report. */
type Fate = 'on_time' | 'late' | 'nil' | 'empty' | 'returned' | 'missing'

/** Units hand in what was due: most in time, some late, empty or never; some reports come back. */
export async function playReports(stage: Stage): Promise<void> {
  const due = { dueTo: addDays(stage.today, -1) }
  const { rows } = await selectObligations(stage.tx, stage.provinceId, due, 5000)
  const gathered = new Set(rows.map((o) => o.parentId))
  const busy = new Set(told.map((code) => stage.unit(code)))
  const groups = Map.groupBy(
    rows.filter((o) => !gathered.has(o.id) && stage.officerAt(o.unitId) !== null),
    (o) => `${o.dutyId} ${o.period}`,
  )
  await countTables(stage.tx)
  const models: Models = new Map()
  for (const owed of groups.values()) await playPeriod(stage, owed, busy, models)
  await countTables(stage.tx)
  for (const { id, like, receiver } of models.values())
    await writeLikenesses(stage.tx, stage.provinceId, id, like, receiver)
  await correctOne(stage)
  await beginDrafts(stage)
}

/** Units of the cast: their reports are written one by one, from what they did. */
const told = ['X25-phường Chung An', 'X25-xã Thượng Lâm', 'X25-xã Cồn Sậy', 'SVHTTDL', 'STC', 'BPTTH']

/** Reports of units without activities, by template and fate: the others of their kind hold the same. */
type Models = Map<string, { id: number; like: Likeness[]; receiver: string }>

const wellTold = /-Q3$/

async function playPeriod(
  stage: Stage,
  owed: readonly ObligationRow[],
  busy: ReadonlySet<number>,
  models: Models,
): Promise<void> {
  for (const o of owed) {
    const fate = fateOf(o)
    if (fate === 'missing') continue
    const key = `${o.templateId} ${o.programmeCode} ${fate}`
    const model = models.get(key)
    const isTold =
      wellTold.test(o.period) &&
      o.year === stage.year &&
      (busy.has(o.unitId) || (fate === 'returned' && !o.invited))
    if (!isTold && model) model.like.push(likenessOf(stage, o, fate))
    else if (isTold) await playReport(stage, o, fate)
    else if (fate !== 'returned' && !busy.has(o.unitId)) {
      const id = await playReport(stage, o, fate)
      models.set(key, { id, like: [], receiver: receiverOf(stage, o).name })
    }
  }
}

function fateOf(o: ObligationRow): Fate {
  const n = lot(`báo cáo ${o.dutyId} ${o.period} ${o.unitName}`)
  if (n < 0.62) return 'on_time'
  if (n < 0.76) return 'late'
  if (n < 0.83) return 'nil'
  if (n < 0.89) return 'empty'
  return n < 0.92 ? 'returned' : 'missing'
}

function dayOfHandingIn(o: ObligationRow, fate: Fate): Day {
  const n = lot(`ngày ${o.dutyId} ${o.period} ${o.unitName}`)
  return fate === 'late' ? addDays(o.dueDay, 1 + Math.floor(n * 9)) : addDays(o.dueDay, -Math.floor(n * 5))
}

function likenessOf(stage: Stage, o: ObligationRow, fate: Fate): Likeness {
  const day = dayOfHandingIn(o, fate)
  const isAccepted = fate !== 'empty' && lot(`nhận ${o.id}`) > 0.12
  return {
    obligationId: o.id,
    submittedAt: moment(stage, day, '10:20'),
    submittedDay: day,
    byName: stage.officerAt(o.unitId)?.name ?? '',
    acceptedAt: isAccepted ? moment(stage, addDays(day, 2), '15:10') : null,
  }
}

/** Writes, hands in, and has it accepted or returned. Returns the report's id. */
async function playReport(stage: Stage, owed: ObligationRow, fate: Fate): Promise<number> {
  const officer = stage.officerAt(owed.unitId)
  if (!officer) throw new Error(`nobody works for ${owed.unitName}`)
  const day = dayOfHandingIn(owed, fate)
  const at = moment(stage, day, '10:20')
  const id = await openReport(stage.tx, officer, owed.id, at)
  const hasDone = fate === 'nil' && (await hasActivities(stage, id))
  const nilReason = fate === 'nil' && !hasDone ? (nilReasons[owed.unitId % nilReasons.length] ?? '') : null
  if (fate !== 'empty' && nilReason === null) await write(stage, officer, owed, id, at)
  await submitReport(stage.tx, officer, id, { note: null, nilReason }, at)
  const later = moment(stage, addDays(day, 2), '15:10')
  const receiver = receiverOf(stage, owed)
  if (fate === 'returned') {
    const reasons = returnReasons[owed.unitId % returnReasons.length] ?? ''
    const remarks = { shortcomings: 'Nêu rõ nguyên nhân khách quan, chủ quan (minh họa).' }
    await returnReport(stage.tx, receiver, id, { reasons, remarks }, later)
  } else if (fate !== 'empty') await acceptReport(stage.tx, receiver, id, { note: null }, later)
  return id
}

async function hasActivities(stage: Stage, id: number): Promise<boolean> {
  const [version] = await selectVersions(stage.tx, stage.provinceId, id)
  const proposed = await selectNarratives(stage.tx, stage.provinceId, version?.id ?? 0)
  return proposed.some((n) => n.sectionCode === 'themes' || n.sectionCode === 'communication')
}

/** Fills what the program could not compose, each unit in its own words. */
async function write(stage: Stage, officer: Actor, owed: ObligationRow, id: number, at: Date): Promise<void> {
  const definition = await definitionOf(stage.tx, stage.provinceId, id)
  const [version] = await selectVersions(stage.tx, stage.provinceId, id)
  const there = await selectNarratives(stage.tx, stage.provinceId, version?.id ?? 0)
  for (const { code, narrative } of definition.sections) {
    const before = there.find((n) => n.sectionCode === code)
    const known = code === 'communication' ? sayings.themes : sayings[code as keyof typeof sayings]
    if (!known || (before && !before.text.includes('…')) || narrative === 'none') continue
    if (narrative === 'optional' && lot(`${code} ${owed.unitName}`) > 0.5) continue
    const said = known[Math.floor(lot(`${code} ${owed.period} ${owed.unitName}`) * known.length)] ?? ''
    const text = before ? before.text.replace('…', said) : said
    const change = { text, drafted: false, proposed: false, at, by: officer.accountId, byName: officer.name }
    await writeNarrative(stage.tx, stage.provinceId, version?.id ?? 0, code, before?.revision ?? 0, change)
  }
}

function receiverOf(stage: Stage, owed: ObligationRow): Actor {
  const isControl = owed.programmeCode === 'TTHC_CONTROL_COMMUNICATION'
  const own = owed.unitId === stage.unit(isControl ? 'VPUB' : 'SNV')
  return stage.person(isControl === own ? 'tam' : 'khanh')
}

/** One report is corrected after it was accepted: both versions are kept. */
async function correctOne(stage: Stage): Promise<void> {
  const unitIds = told.map((code) => stage.unit(code))
  const filter = { unitIds, periods: [`${stage.year}-Q3`], programme: 'PAR_COMMUNICATION' }
  const { rows } = await selectObligations(stage.tx, stage.provinceId, filter)
  const owed = rows.find((o) => o.reportState === 'accepted')
  const officer = owed && stage.officerAt(owed.unitId)
  if (!owed?.reportId || !officer) return
  const at = moment(stage, addDays(stage.today, -12), '09:05')
  const reason =
    'Bổ sung mô hình hướng dẫn người cao tuổi nộp hồ sơ trực tuyến, kỳ trước chưa kịp nêu (minh họa).'
  await correctReport(stage.tx, officer, owed.reportId, { reason }, at)
  const [working] = await selectVersions(stage.tx, stage.provinceId, owed.reportId)
  const there = await selectNarratives(stage.tx, stage.provinceId, working?.id ?? 0)
  const before = there.find((n) => n.sectionCode === 'direction')
  const text =
    `${before?.text ?? ''} Đơn vị đã lập tổ 05 người hướng dẫn người cao tuổi nộp hồ sơ trực tuyến (minh họa).`.trim()
  const change = { text, drafted: false, proposed: false, at, by: officer.accountId, byName: officer.name }
  await writeNarrative(
    stage.tx,
    stage.provinceId,
    working?.id ?? 0,
    'direction',
    before?.revision ?? 0,
    change,
  )
  await submitReport(stage.tx, officer, owed.reportId, { note: null, nilReason: null }, at)
  await acceptReport(stage.tx, receiverOf(stage, owed), owed.reportId, { note: null }, at)
}

/** A few units have begun the report that is due next. */
async function beginDrafts(stage: Stage): Promise<void> {
  const filter = { open: true, dueFrom: stage.today, dueTo: addDays(stage.today, 30) }
  const { rows } = await selectObligations(stage.tx, stage.provinceId, filter, 500)
  const begun = ['UBND phường Chung An', 'UBND xã Thượng Lâm', 'Sở Văn hóa, Thể thao và Du lịch']
  for (const owed of rows.filter((o) => begun.includes(o.unitName) && o.reportId === null).slice(0, 4)) {
    const officer = stage.officerAt(owed.unitId)
    if (officer) await openReport(stage.tx, officer, owed.id, moment(stage, stage.today, '08:15'))
  }
  const gatherer = stage.person('tam')
  const consolidated = rows.find((o) => o.unitId === stage.unit('SNV') && o.dutyName.includes('tổng hợp'))
  if (consolidated) await openReport(stage.tx, gatherer, consolidated.id, moment(stage, stage.today, '08:40'))
}

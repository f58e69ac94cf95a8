import { type Actor, reaches } from '../../lib/actor.ts'
import type { Day } from '../../lib/calendar/day.ts'
import type { DbOrTx } from '../../lib/db/db.ts'
import { notFound } from '../../lib/errors.ts'
import { type CampaignTally, selectCampaigns, selectTallies } from './campaigns.sql.ts'
import { selectVersion, selectVersions } from './criteria.sql.ts'
import { type CriteriaItem, type CriteriaVersion, itemsOf } from './criteria.ts'
import type { UnitFacts } from './facts.ts'
import type { Hint } from './outcome.ts'
import type { Points } from './points.ts'
import { isExtra } from './rule.ts'
import { type Campaign, isUnlocked, ranksOf, type Score, type Sheet } from './score.ts'
import { selectScores, selectStanding, selectWinnable } from './scores.sql.ts'
import { appraisersOn } from './scoring.appraisal.ts'
import { campaignWithTable, computeNow } from './scoring.compute.ts'
import { canAppraise, canRun, canScore, canSee, isAppraiser } from './scoring.policy.ts'
import { proofsOfSheet, type SheetProofs } from './scoring.proofs.ts'
import { type Step, selectSheet, selectSheets, selectSteps } from './sheets.sql.ts'

export interface ScoringHome {
  campaigns: (Campaign & { tally: CampaignTally })[]
  /** Sheets of the units for which this person scores. */
  mine: (Sheet & { campaign: Campaign })[]
  mayRun: boolean
}

/** Where scoring stands for this person: the campaigns of the province and the own sheets. */
export async function scoringHome(db: DbOrTx, actor: Actor): Promise<ScoringHome> {
  const campaigns = await selectCampaigns(db, actor.provinceId)
  const tallies = await selectTallies(db, actor.provinceId)
  const none = { sheets: 0, locked: 0, settled: 0, winnable: 0 }
  const byId = new Map(campaigns.map((c) => [c.id, c]))
  const ownUnits = actor.grants.map((g) => g.unitId).filter((id) => canScore(actor, id))
  const sheets = await selectSheets(db, actor.provinceId, { unitIds: ownUnits })
  return {
    campaigns: campaigns.map((c) => ({ ...c, tally: tallies.get(c.id) ?? none })),
    mine: sheets
      .flatMap((s) => {
        const campaign = byId.get(s.campaignId)
        return campaign ? [{ ...s, campaign }] : []
      })
      .toReversed(),
    mayRun: canRun(actor),
  }
}

/** Made once: a comparison that makes its own is a thousand times slower. */
const inVietnamese = new Intl.Collator('vi')

export interface BoardRow {
  sheet: Sheet
  /** Final where there is one, else what stands now. */
  total: Points
  /** Among all units of the campaign, also those that the reader does not see. */
  rank: number
  points: ReadonlyMap<string, Points | null>
}

export interface CampaignSeen {
  campaign: Campaign
  version: CriteriaVersion
  /** Highest first. */
  rows: BoardRow[]
  /** Units of the campaign in all, and how far all of them are. */
  tally: CampaignTally
  mayRun: boolean
  mayAppraise: boolean
}

/**
 * A campaign with the sheets that this person may see: those in reach, all of them for who appraises, and totals of
 * all once they are published.
 */
export async function campaignSeenBy(
  db: DbOrTx,
  actor: Actor,
  id: number,
  today: Day,
  { results = false }: { results?: boolean } = {},
): Promise<CampaignSeen> {
  const { campaign, version } = await campaignWithTable(db, actor.provinceId, id)
  const all = await selectSheets(db, actor.provinceId, { campaignId: id })
  const standing = await selectStanding(db, actor.provinceId, id)
  const mayAppraise = isAppraiser(actor, await appraisersOn(db, actor.provinceId, today))
  const points = new Map<number, Map<string, Points | null>>(all.map((s) => [s.id, new Map()]))
  for (const s of standing) points.get(s.sheetId)?.set(s.itemCode, s.points)
  const totals = all.map((s) => s.finalTotal ?? sumOf(points.get(s.id)))
  const ranks = ranksOf(totals)
  const rows = all.map((sheet, i) => {
    const total = totals[i] ?? 0
    return { sheet, total, rank: ranks[i] ?? 0, points: points.get(sheet.id) ?? new Map() }
  })
  const isOpen = results && campaign.publishedAt !== null
  const seen = rows.filter((r) => isOpen || mayAppraise || reaches(actor, r.sheet.unitId))
  return {
    campaign,
    version,
    rows: seen.toSorted(
      (a, b) => b.total - a.total || inVietnamese.compare(a.sheet.unitName, b.sheet.unitName),
    ),
    tally: {
      sheets: all.length,
      locked: all.filter((s) => !isUnlocked(s.state)).length,
      settled: all.filter((s) => s.settledAt !== null).length,
      winnable: all.reduce((sum, s) => sum + (isUnlocked(s.state) ? s.winnableTotal : 0), 0),
    },
    mayRun: canRun(actor),
    mayAppraise,
  }
}

function sumOf(points: ReadonlyMap<string, Points | null> | undefined): Points {
  let sum = 0
  for (const value of points?.values() ?? []) sum += value ?? 0
  return sum
}

export interface RiskLine {
  item: CriteriaItem
  winnable: Points
  hints: readonly Hint[]
}

export interface RiskRow {
  sheet: Sheet
  winnable: Points
  lines: RiskLine[]
}

/** Points at risk: unit by unit, the most first, with what would win them. */
export async function risksSeenBy(
  db: DbOrTx,
  actor: Actor,
  id: number,
  today: Day,
): Promise<CampaignSeen & { risks: RiskRow[] }> {
  const seen = await campaignSeenBy(db, actor, id, today)
  const items = new Map(itemsOf(seen.version.table).map((i) => [i.code, i]))
  const lines = Map.groupBy(await selectWinnable(db, actor.provinceId, id), (l) => l.sheetId)
  const risks = seen.rows.flatMap(({ sheet }) => {
    const own = (lines.get(sheet.id) ?? []).flatMap((l) => {
      const item = items.get(l.itemCode)
      return item ? [{ item, winnable: l.winnable, hints: l.hints }] : []
    })
    const winnable = own.reduce((sum, l) => sum + l.winnable, 0)
    return own.length > 0 ? [{ sheet, winnable, lines: own }] : []
  })
  return { ...seen, risks: risks.toSorted((a, b) => b.winnable - a.winnable) }
}

export interface SheetLine {
  item: CriteriaItem
  score: Score
}

export interface SheetSeen {
  sheet: Sheet
  campaign: Campaign
  version: CriteriaVersion
  lines: SheetLine[]
  facts: UnitFacts
  proofs: SheetProofs
  steps: (Omit<Step, 'accountId'> & { id: number })[]
  mayScore: boolean
  mayAppraise: boolean
  mayRun: boolean
}

const untouched = {
  typed: {},
  self: null,
  selfNote: null,
  selfByName: null,
  first: null,
  firstNote: null,
  firstByName: null,
  explanation: null,
  explainedByName: null,
  second: null,
  secondNote: null,
  secondByName: null,
}

/** One sheet with everything on it. While it is open its computed scores are those of this moment. */
export async function sheetSeenBy(db: DbOrTx, actor: Actor, id: number, today: Day): Promise<SheetSeen> {
  const sheet = await selectSheet(db, actor.provinceId, id)
  const appraisers = await appraisersOn(db, actor.provinceId, today)
  if (!sheet || !canSee(actor, sheet.unitId, appraisers)) throw notFound()
  const held = await campaignWithTable(db, actor.provinceId, sheet.campaignId)
  const scores = (await selectScores(db, actor.provinceId, [id])).get(id)
  const { facts, outcomes } = await computeNow(db, actor.provinceId, held, [sheet], today)
  const now = new Map(outcomes.map((o) => [o.itemCode, o.outcome]))
  const isOpen = isUnlocked(sheet.state)
  const lines = itemsOf(held.version.table).map((item): SheetLine => {
    const kept = scores?.get(item.code)
    const outcome = now.get(item.code)
    const live = outcome && {
      computed: outcome.points,
      why: outcome.why,
      winnable: outcome.winnable,
      hints: outcome.hints,
    }
    const frozen = { computed: null, why: { vi: '', en: '' }, winnable: 0, hints: [] }
    const score = { itemCode: item.code, ...untouched, ...frozen, ...kept, ...(isOpen ? live : {}) }
    return { item, score: isExtra(item.rule) ? { ...score, computed: null } : score }
  })
  return {
    sheet,
    ...held,
    lines,
    facts: facts(sheet.unitId),
    proofs: await proofsOfSheet(db, actor.provinceId, sheet, today),
    steps: await selectSteps(db, actor.provinceId, id),
    mayScore: canScore(actor, sheet.unitId),
    mayAppraise: canAppraise(actor, sheet.unitId, appraisers),
    mayRun: canRun(actor),
  }
}

/** All criteria tables of the province, the newest year first. */
export function criteriaOf(db: DbOrTx, provinceId: number): Promise<CriteriaVersion[]> {
  return selectVersions(db, provinceId)
}

export async function criteriaById(db: DbOrTx, provinceId: number, id: number): Promise<CriteriaVersion> {
  const version = await selectVersion(db, provinceId, id)
  if (!version) throw notFound()
  return version
}

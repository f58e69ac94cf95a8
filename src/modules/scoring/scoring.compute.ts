import type { Day } from '../../lib/calendar/day.ts'
import { dayOf } from '../../lib/calendar/day.ts'
import type { DbOrTx, Tx } from '../../lib/db/db.ts'
import { notFound } from '../../lib/errors.ts'
import { unitsAsOf } from '../organisations/organisations.ts'
import { catalogueOf } from '../plans/plans.ts'
import { selectCampaign, updateCampaign } from './campaigns.sql.ts'
import { selectVersion } from './criteria.sql.ts'
import type { CriteriaItem } from './criteria.ts'
import { type CriteriaVersion, itemsOf } from './criteria.ts'
import { evaluate } from './evaluate.ts'
import { type Belonging, selectFacts } from './facts.sql.ts'
import { noFacts, type UnitFacts } from './facts.ts'
import type { Outcome, Setting } from './outcome.ts'
import type { Proof } from './proofs.sql.ts'
import { type Campaign, isUnlocked, type Sheet } from './score.ts'
import { type ComputedLine, saveComputed, selectTyped } from './scores.sql.ts'
import { selectSheets } from './sheets.sql.ts'

/** The campaign with its table; refuses with not_found. */
export async function campaignWithTable(
  db: DbOrTx,
  provinceId: number,
  id: number,
): Promise<{ campaign: Campaign; version: CriteriaVersion }> {
  const campaign = await selectCampaign(db, provinceId, id)
  const version = campaign && (await selectVersion(db, provinceId, campaign.versionId))
  if (!campaign || !version) throw notFound()
  return { campaign, version }
}

/** The day as of which a campaign looks at units: today, or the end of its year when that lies behind. */
export function countingDay(campaign: Pick<Campaign, 'year'>, today: Day): Day {
  const end = `${campaign.year}-12-31`
  return today < end ? today : end
}

/**
 * Whose work counts for whom: a unit's own, and that of the units below it that have no sheet themselves (a
 * division of a commune, a branch of a department).
 */
export async function belongingsOf(
  db: DbOrTx,
  provinceId: number,
  unitIds: readonly number[],
  day: Day,
): Promise<Belonging[]> {
  const scored = new Set(unitIds)
  const found = new Map(unitIds.map((id) => [id, id]))
  // Parents come before children.
  for (const unit of await unitsAsOf(db, provinceId, day)) {
    const above = unit.parentId === null ? undefined : found.get(unit.parentId)
    if (!scored.has(unit.id) && above !== undefined) found.set(unit.id, above)
  }
  return [...found].map(([unitId, forUnitId]) => ({ unitId, forUnitId }))
}

export interface Computing {
  facts: (unitId: number) => UnitFacts
  outcomes: readonly ComputedLine[]
}

/** What the program makes of these sheets today: every line with its points and why. Writes nothing. */
export async function computeNow(
  db: DbOrTx,
  provinceId: number,
  { campaign, version }: { campaign: Campaign; version: CriteriaVersion },
  sheets: readonly Pick<Sheet, 'id' | 'unitId'>[],
  today: Day,
): Promise<Computing> {
  const unitIds = sheets.map((s) => s.unitId)
  const belongings = await belongingsOf(db, provinceId, unitIds, countingDay(campaign, today))
  const asked = { programmeCode: campaign.programmeCode, year: campaign.year, today, belongings }
  const facts = await selectFacts(db, provinceId, asked)
  const typed = await selectTyped(
    db,
    provinceId,
    sheets.map((s) => s.id),
  )
  const { forms } = await catalogueOf(db, provinceId)
  const setting: Setting = {
    year: campaign.year,
    today,
    rounding: version.table.rounding,
    formNames: new Map(forms.map((f) => [f.code, f.vi])),
  }
  const items = itemsOf(version.table)
  const outcomes = sheets.flatMap((sheet) =>
    items.map((item) => ({
      sheetId: sheet.id,
      itemCode: item.code,
      outcome: outcomeOf(item, facts(sheet.unitId), typed.get(`${sheet.id} ${item.code}`) ?? {}, setting),
    })),
  )
  return { facts, outcomes }
}

function outcomeOf(
  item: CriteriaItem,
  facts: UnitFacts,
  typed: Readonly<Record<string, number>>,
  setting: Setting,
): Outcome {
  return evaluate(item.rule, item.most, facts, typed, setting)
}

/**
 * Brings the computed scores of the sheets that are still open up to date, whole sets at a time. Answers how many,
 * and what was found.
 */
export async function computeSheets(
  tx: Tx,
  provinceId: number,
  campaignId: number,
  now: Date,
  only?: readonly number[],
): Promise<Computing & { sheets: number }> {
  const held = await campaignWithTable(tx, provinceId, campaignId)
  const all = await selectSheets(tx, provinceId, { campaignId })
  const sheets = all.filter((s) => isUnlocked(s.state) && (only === undefined || only.includes(s.id)))
  if (sheets.length === 0) return { sheets: 0, facts: () => noFacts, outcomes: [] }
  const computing = await computeNow(tx, provinceId, held, sheets, dayOf(now))
  await saveComputed(tx, provinceId, computing.outcomes)
  if (only === undefined) await updateCampaign(tx, provinceId, campaignId, { computedAt: now })
  return { ...computing, sheets: sheets.length }
}

/** Which of the unit's uploaded evidence shows this line, without anybody choosing it. */
export function proofsFor(item: CriteriaItem, proofs: readonly Proof[]): Proof[] {
  const { rule } = item
  if (rule.kind === 'forms') {
    const codes = new Set(rule.groups.flatMap((g) => g.forms))
    return proofs.filter((p) => p.formCode !== null && codes.has(p.formCode))
  }
  const isWork = (rule.kind === 'ratio' || rule.kind === 'steps') && rule.source !== 'typed'
  return isWork ? proofs.filter((p) => p.forWork) : []
}

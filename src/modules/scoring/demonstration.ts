import type { Actor } from '../../lib/actor.ts'
import type { Tx } from '../../lib/db/db.ts'
import { type CriteriaItem, itemsOf } from './criteria.ts'
import { type PastLine, writePast } from './demonstration.sql.ts'
import { evaluate } from './evaluate.ts'
import { noFacts, type UnitFacts } from './facts.ts'
import type { Setting } from './outcome.ts'
import { isExtra } from './rule.ts'
import { campaignWithTable } from './scoring.compute.ts'
import { insertSteps, selectSheets } from './sheets.sql.ts'

/** A number from 0 to 1 that is always the same for the same words. */
export type Lot = (words: string) => number

/**
 * Plays a campaign of the past to its end, from invented facts through the real rules: most units did their work,
 * some claimed more than they could show, and the appraisal said so. Ready to be published.
 */
export async function playPastCampaign(
  tx: Tx,
  actor: Actor,
  campaignId: number,
  when: { locked: Date; settled: Date },
  lot: Lot,
): Promise<void> {
  const { campaign, version } = await campaignWithTable(tx, actor.provinceId, campaignId)
  const sheets = await selectSheets(tx, actor.provinceId, { campaignId })
  const setting: Setting = {
    year: campaign.year,
    today: `${campaign.year}-12-31`,
    rounding: version.table.rounding,
    formNames: new Map(),
  }
  const items = itemsOf(version.table).filter((i) => !isExtra(i.rule))
  const lines = sheets.flatMap((sheet) => {
    const facts = inventedFacts(sheet.unitName, items, lot)
    return items.map((item) => {
      const outcome = evaluate(item.rule, item.most, facts, {}, setting)
      return lineOf(sheet, item, outcome.points ?? 0, outcome.why, lot)
    })
  })
  await writePast(tx, actor.provinceId, lines, { ...when, by: actor.name })
  const by = { actorName: actor.name, accountId: actor.accountId, note: null }
  const ids = sheets.map((s) => s.id)
  const explained = [...new Set(lines.filter((l) => l.explanation !== null).map((l) => l.sheetId))]
  await insertSteps(tx, actor.provinceId, ids, {
    from: 'open',
    to: 'self_locked',
    at: when.locked,
    ...by,
    actorName: 'Đơn vị',
  })
  await insertSteps(tx, actor.provinceId, ids, {
    from: 'self_locked',
    to: 'appraisal_1',
    at: when.settled,
    ...by,
  })
  await insertSteps(tx, actor.provinceId, explained, {
    from: 'appraisal_1',
    to: 'explanation',
    at: when.settled,
    ...by,
  })
  await insertSteps(tx, actor.provinceId, ids, {
    from: 'appraisal_1',
    to: 'appraisal_2',
    at: when.settled,
    ...by,
  })
}

function inventedFacts(name: string, items: readonly CriteriaItem[], lot: Lot): UnitFacts {
  const planned = 10 + Math.floor(lot(`số việc ${name}`) * 11)
  const diligence = lot(`siêng ${name}`)
  const left = diligence < 0.42 ? 0 : diligence < 0.74 ? 1 : 2 + Math.floor(lot(`sót ${name}`) * 4)
  const groups = items.flatMap((i) => (i.rule.kind === 'forms' ? i.rule.groups : []))
  const chances = [0.62, 0.9, 0.97]
  const forms = groups.flatMap((g, n) => {
    const has = lot(`${g.label} ${name}`) < (chances[n] ?? 0.8)
    const evidence = has ? 1 + Math.floor(lot(`minh chứng ${g.label} ${name}`) * 6) : 0
    return g.forms[0] === undefined ? [] : [[g.forms[0], { activities: evidence, evidence }] as const]
  })
  const done = planned - left
  return { ...noFacts, work: { planned, done, inTime: done, pending: [] }, forms: Object.fromEntries(forms) }
}

function lineOf(
  sheet: { id: number; unitName: string },
  item: CriteriaItem,
  computed: number,
  why: { vi: string; en: string },
  lot: Lot,
): PastLine {
  const plain = {
    sheetId: sheet.id,
    itemCode: item.code,
    computed,
    why,
    self: null,
    selfNote: null,
    first: computed,
    firstNote: null,
    explanation: null,
    second: null,
    secondNote: null,
  }
  const claims = computed < item.most && lot(`xin thêm ${item.code} ${sheet.unitName}`) < 0.3
  if (!claims) return plain
  const accepted = lot(`chấp nhận ${item.code} ${sheet.unitName}`) < 0.4
  return {
    ...plain,
    self: item.most,
    selfNote: 'Đơn vị đã thực hiện nhưng chưa kịp cập nhật lên chương trình (minh họa).',
    firstNote: 'Chưa thấy minh chứng kèm theo.',
    explanation: accepted
      ? 'Đã bổ sung minh chứng bằng bản giấy, có xác nhận của Sở (minh họa).'
      : 'Nhất trí với kết quả thẩm định.',
    second: accepted ? item.most : computed,
    secondNote: accepted ? 'Chấp nhận minh chứng bổ sung.' : null,
  }
}

import type { Config } from '../lib/config.ts'
import type { Db } from '../lib/db/db.ts'
import { allProvinceIds } from '../modules/organisations/organisations.ts'
import { playAnnouncements } from './demonstration/announcements.ts'
import { playBrand } from './demonstration/brand.ts'
import { playChannels } from './demonstration/channels.ts'
import { bringUpToDate, playLetter, playOnce } from './demonstration/duties.ts'
import { playDesk } from './demonstration/editorial/play.ts'
import { playContacts } from './demonstration/feedback/contacts.ts'
import { playDialogues } from './demonstration/feedback/dialogues.ts'
import { playResults } from './demonstration/feedback/results.ts'
import { fivePlans, playPlan } from './demonstration/five-plans.ts'
import { playInitiatives } from './demonstration/initiatives.ts'
import { playLibrary } from './demonstration/library.ts'
import { playNation } from './demonstration/nation.ts'
import { playPortal } from './demonstration/portal.ts'
import { playPrinted } from './demonstration/printed.ts'
import { playRates } from './demonstration/rates.ts'
import { playReaders } from './demonstration/readers.ts'
import { playReports } from './demonstration/reports.ts'
import { playScoring } from './demonstration/scoring.ts'
import { playPushes, playSentIssue } from './demonstration/sent-issues.ts'
import { playShownWork } from './demonstration/shown-work.ts'
import { setStage } from './demonstration/stage.ts'
import { playConsultation, playUnitPlans } from './demonstration/unit-plans.ts'
import { playYear } from './demonstration/year-of-work.ts'

/**
 * Fills an empty database with the demonstration province, in one transaction. Does nothing and answers false
 * where there is a province already. Everything is invented, and goes the way of real work: through the verbs.
 * `signal` breaks it off, and then nothing is kept.
 */
export async function seedDemonstration(
  db: Db,
  config: Config,
  now: Date,
  signal?: AbortSignal,
): Promise<boolean> {
  if ((await allProvinceIds(db)).length > 0) return false
  await db.transaction().execute(async (tx) => {
    const stage = await setStage(tx, config, now, signal)
    const scripts = fivePlans(stage.year)
    await playPlan(stage, scripts.past)
    await playLetter(stage)
    const plans = {
      yearly: await playPlan(stage, scripts.yearly),
      digital: await playPlan(stage, scripts.digital),
      control: await playPlan(stage, scripts.control),
      contest: await playPlan(stage, scripts.contest),
    }
    await playUnitPlans(stage, plans.yearly)
    await playYear(stage, plans)
    await playShownWork(stage)
    await playConsultation(stage, plans.yearly)
    await bringUpToDate(stage)
    await playDesk(stage)
    await playReports(stage)
    await playOnce(stage)
    await playNation(stage)
    await playScoring(stage)
    await playPortal(stage)
    await playLibrary(stage)
    await playReaders(stage)
    await playSentIssue(stage)
    await playPushes(stage)
    await playChannels(stage)
    await playPrinted(stage)
    await playContacts(stage)
    await playBrand(stage)
    await playInitiatives(stage)
    await playResults(stage)
    await playAnnouncements(stage)
    await playRates(stage)
    await playDialogues(stage)
  })
  return true
}

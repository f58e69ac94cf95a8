import type { DbOrTx, Tx } from '../../lib/db/db.ts'
import { setAudienceNames } from '../publishing/publishing.ts'
import { audiences, forms, procedureFields, programmes, themes } from './catalogue.data.ts'
import {
  insertAudiences,
  insertForms,
  insertProgramme,
  insertThemes,
  insertThemesWithin,
  selectAudiences,
  selectForms,
  selectThemes,
} from './catalogue.sql.ts'
import type { Label, Theme } from './plan.ts'

/** Gives a province its two programmes and the code lists it lacks. May run again: what is there stays. */
export async function openCatalogue(tx: Tx, provinceId: number): Promise<void> {
  for (const programme of programmes) await insertProgramme(tx, provinceId, programme)
  await insertThemes(
    tx,
    provinceId,
    themes.map(([code, vi, en], position) => ({ code, vi, en, position })),
  )
  await insertThemesWithin(
    tx,
    provinceId,
    'procedures',
    procedureFields.map(([code, vi, en], n) => ({ code, vi, en, position: 101 + n })),
  )
  await insertForms(
    tx,
    provinceId,
    forms.map(([code, vi, en, online], position) => ({ code, vi, en, online, position })),
  )
  await insertAudiences(
    tx,
    provinceId,
    audiences.map(([code, vi, en], position) => ({ code, vi, en, position })),
  )
  await setAudienceNames(tx, provinceId, await selectAudiences(tx, provinceId))
}

export interface Catalogue {
  /** Each followed by its parts. */
  themes: Theme[]
  forms: (Label & { online: boolean })[]
  audiences: Label[]
}

/** What of a list can be chosen: what is in use, and what is chosen already. */
export function offered<L extends Pick<Label, 'code' | 'active'>>(
  labels: readonly L[],
  chosen: readonly (string | null)[],
): L[] {
  return labels.filter((l) => l.active || chosen.includes(l.code))
}

/** Themes, forms and audiences of a province: what tasks and activities are labelled with. */
export async function catalogueOf(db: DbOrTx, provinceId: number): Promise<Catalogue> {
  return {
    themes: await selectThemes(db, provinceId),
    forms: await selectForms(db, provinceId),
    audiences: await selectAudiences(db, provinceId),
  }
}

import type { Actor } from '../../../lib/actor.ts'
import { recordChange } from '../../../lib/audit.ts'
import type { Tx } from '../../../lib/db/db.ts'
import { conflict, invalid, notFound } from '../../../lib/errors.ts'
import { isOpen, type Narrative } from '../report.ts'
import { acceptProposals, selectNarratives, writeNarrative } from './content.sql.ts'
import { definitionOf } from './content.ts'
import { windowOf } from './filling.ts'
import { forWriting } from './life.ts'
import { refresh, refuseUnlessWrites, workingVersion } from './opening.ts'
import { sectionIn } from './parts.ts'
import { proposalFor } from './proposing.ts'
import { insertCopy, selectCopies, settleCopy } from './remarks.sql.ts'
import { type ReportFile, selectFileForChange } from './reports.sql.ts'
import { selectVersions } from './versions.sql.ts'

export const longestText = 200_000

/**
 * What became of a text that was sent: it stands now (`saved`); somebody had changed the section meanwhile, and both
 * texts are kept (`both`); or the report had been handed in, and the text is kept beside it (`late`).
 */
export type Saved =
  | { outcome: 'saved'; revision: number }
  | { outcome: 'both'; theirs: Narrative }
  | { outcome: 'late' }

/**
 * Writes the words of a section over the revision that the writer saw (0: none). Nothing that anybody typed is lost:
 * what cannot stand is kept as a copy to merge. The same text sent twice is saved once.
 */
export async function saveSection(
  tx: Tx,
  actor: Actor,
  reportId: number,
  sectionCode: string,
  input: { text: string; revision: number },
  now: Date,
): Promise<Saved> {
  const file = await selectFileForChange(tx, actor.provinceId, reportId)
  if (!file) throw notFound()
  refuseUnlessWrites(actor, file.obligation.unitId)
  const definition = await definitionOf(tx, actor.provinceId, reportId)
  sectionIn(definition, sectionCode)
  if (input.text.length > longestText)
    throw invalid([
      {
        field: 'text',
        vi: 'Đoạn này dài quá 200.000 ký tự.',
        en: 'This text is longer than 200,000 characters.',
      },
    ])
  const version = await workingVersion(tx, file)
  if (!isOpen(file.report.state) || !version) return keepLate(tx, actor, file, sectionCode, input.text, now)
  const before = (await selectNarratives(tx, actor.provinceId, version.id)).find(
    (n) => n.sectionCode === sectionCode,
  )
  if (before && before.text === input.text && !before.proposed)
    return { outcome: 'saved', revision: before.revision }
  if (before && before.revision !== input.revision) {
    await keepCopy(tx, actor, file, version.id, sectionCode, input.text, now)
    return { outcome: 'both', theirs: before }
  }
  const drafted = before?.drafted === true && before.text === input.text
  const change = {
    text: input.text,
    drafted,
    proposed: false,
    at: now,
    by: actor.accountId,
    byName: actor.name,
  }
  const revision = await writeNarrative(
    tx,
    actor.provinceId,
    version.id,
    sectionCode,
    before?.revision ?? 0,
    change,
  )
  if (revision === null) throw conflict('Hãy lưu lại lần nữa.', 'Save once more.')
  await recordWriting(tx, actor, reportId, sectionCode, before ?? null, input.text, now)
  return { outcome: 'saved', revision }
}

/** Autosave comes every few seconds: the log gets the first change of a person to a section, and one each ten minutes. */
async function recordWriting(
  tx: Tx,
  actor: Actor,
  reportId: number,
  sectionCode: string,
  before: Narrative | null,
  text: string,
  now: Date,
): Promise<void> {
  const isSameSitting =
    before?.changedByName === actor.name && now.getTime() - before.changedAt.getTime() < 600_000
  if (isSameSitting) return
  await recordChange(tx, actor, now, {
    verb: 'report.write',
    subject: { kind: 'report', id: reportId },
    before: { section: sectionCode, text: before?.text ?? null },
    after: { section: sectionCode, text },
  })
}

async function keepLate(
  tx: Tx,
  actor: Actor,
  file: ReportFile,
  sectionCode: string,
  text: string,
  now: Date,
): Promise<Saved> {
  const [latest] = await selectVersions(tx, actor.provinceId, file.report.id)
  if (!latest) throw notFound()
  const stands = (await selectNarratives(tx, actor.provinceId, latest.id)).some(
    (n) => n.sectionCode === sectionCode && n.text === text,
  )
  if (!stands && text !== '') await keepCopy(tx, actor, file, latest.id, sectionCode, text, now)
  return { outcome: 'late' }
}

/** Keeps a text once, however often the same tab sends it. */
async function keepCopy(
  tx: Tx,
  actor: Actor,
  file: ReportFile,
  versionId: number,
  sectionCode: string,
  text: string,
  now: Date,
): Promise<void> {
  const kept = await selectCopies(tx, actor.provinceId, file.report.id)
  if (kept.some((c) => c.sectionCode === sectionCode && c.text === text)) return
  await insertCopy(tx, actor.provinceId, versionId, { sectionCode, text, keptAt: now, byName: actor.name })
}

/** A kept copy is merged, or not wanted any more. */
export async function settle(
  tx: Tx,
  actor: Actor,
  reportId: number,
  copyId: number,
  now: Date,
): Promise<void> {
  const file = await selectFileForChange(tx, actor.provinceId, reportId)
  if (!file) throw notFound()
  refuseUnlessWrites(actor, file.obligation.unitId)
  const copy = (await selectCopies(tx, actor.provinceId, reportId)).find((c) => c.id === copyId)
  if (!copy) return
  await settleCopy(tx, actor.provinceId, copyId, now)
  await recordChange(tx, actor, now, {
    verb: 'report.settle_copy',
    subject: { kind: 'report', id: reportId },
    before: { section: copy.sectionCode, text: copy.text, by: copy.byName },
    after: null,
  })
}

/** Takes the program's words as they stand: of one section, or of all. */
export async function acceptWords(
  tx: Tx,
  actor: Actor,
  reportId: number,
  sectionCode: string | null,
  now: Date,
): Promise<number> {
  const { versionId } = await forWriting(tx, actor, reportId)
  const by = { id: actor.accountId, name: actor.name }
  const codes = sectionCode === null ? null : [sectionCode]
  return acceptProposals(tx, actor.provinceId, versionId, codes, by, now)
}

/** Puts a fresh text of the program into a section, in place of what stands there; that is kept as a copy. */
export async function draftAnew(
  tx: Tx,
  actor: Actor,
  reportId: number,
  sectionCode: string,
  now: Date,
): Promise<void> {
  const { file, versionId } = await forWriting(tx, actor, reportId)
  const { provinceId } = actor
  const section = sectionIn(await definitionOf(tx, provinceId, reportId), sectionCode)
  const text = await proposalFor(tx, provinceId, section, await windowOf(tx, provinceId, file))
  if (text === null)
    throw conflict(
      'Chưa có hoạt động nào trong kỳ để soạn đoạn này.',
      'There is nothing in the period to write this section from.',
    )
  const before = (await selectNarratives(tx, provinceId, versionId)).find(
    (n) => n.sectionCode === sectionCode,
  )
  if (before && before.text !== text && !before.drafted && before.text !== '')
    await keepCopy(tx, actor, file, versionId, sectionCode, before.text, now)
  const change = { text, drafted: true, proposed: true, at: now, by: null, byName: 'Chung Tay' }
  await writeNarrative(tx, provinceId, versionId, sectionCode, before?.revision ?? 0, change)
}

/** Computes figures and proposed words anew from the activities as they are now. */
export async function refreshNow(tx: Tx, actor: Actor, reportId: number, now: Date): Promise<void> {
  const { file, versionId } = await forWriting(tx, actor, reportId)
  await refresh(tx, file, versionId, now)
}

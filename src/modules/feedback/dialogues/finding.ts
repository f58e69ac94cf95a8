import { dayOf } from '../../../lib/calendar/day.ts'
import type { Tx } from '../../../lib/db/db.ts'
import { unitAsOf } from '../../organisations/organisations.ts'
import { hideFromSearch, showInSearch } from '../../publishing/publishing.ts'
import { publicDialogueAddress } from './dialogue.ts'
import { selectDialogues } from './dialogues.sql.ts'
import { selectQuestions } from './questions.sql.ts'

/** The search of the portal finds a dialogue by what was asked and the approved answers, while it is public. */
export async function findDialogue(tx: Tx, provinceId: number, id: number, now: Date): Promise<void> {
  const [dialogue] = (await selectDialogues(tx, provinceId, { id, isPublic: true }, 1)).dialogues
  if (!dialogue) return hideFromSearch(tx, provinceId, 'dialogue', id)
  const questions = await selectQuestions(tx, provinceId, { dialogueId: id, isPublic: true })
  const unit = await unitAsOf(tx, provinceId, dialogue.unitId, dayOf(now))
  const said = questions.flatMap((q) => [q.question, q.answer ?? '', q.promise, q.kept?.what ?? ''])
  const entry = {
    ...{ kind: 'dialogue' as const, id, address: publicDialogueAddress(id), title: dialogue.title },
    ...{ lead: dialogue.about, body: [dialogue.conclusion, ...said].filter((one) => one !== '').join('\n') },
    ...{ topic: '', issuer: unit?.name ?? null, day: dialogue.day },
  }
  await showInSearch(tx, provinceId, entry, now)
}

import type { Actor } from '../../../lib/actor.ts'
import { addDays } from '../../../lib/calendar/day.ts'
import { richTextFromPlain } from '../../../lib/richtext/plain.ts'
import { selectItem } from '../../../modules/editorial/items/items.sql.ts'
import { approve, publishNow, submitItem } from '../../../modules/editorial/items/life.ts'
import { selectVersion } from '../../../modules/editorial/items/versions.sql.ts'
import { createItem, editAgain, saveContent, textOf } from '../../../modules/editorial/items/writing.ts'
import { moment, type Stage } from '../stage.ts'

/** A text and its translation, both public; then the original says more, and the translation is behind. */
export async function playTranslation(stage: Stage, masterId: number): Promise<void> {
  const { tx, provinceId, today } = stage
  const [writer, second] = [stage.person('hong'), stage.person('tam')]
  const master = await selectItem(tx, provinceId, masterId)
  if (master?.state !== 'published') return
  const at = (daysAgo: number, time: string) => moment(stage, addDays(today, -daysAgo), time)
  const item = {
    ...{ kind: master.kind, title: 'The reform hotline answered 1,204 calls this quarter' },
    ...{
      language: 'en',
      translationOf: masterId,
      unitId: master.unitId,
      columnId: null,
      topics: master.topics,
    },
    ...{
      taskId: null,
      formCode: null,
      themeCodes: master.themeCodes,
      audienceCodes: ['citizens'],
      reviewBy: null,
    },
  }
  const content = {
    lead: 'Most people asked where a file had got to, and which papers to bring.',
    body: richTextFromPlain(
      'Nine in ten callers had their answer at once; the others were called back within a working day.\n\nDemonstration content, not real news.',
    ).doc,
    byline: writer.name,
  }
  const id = await createItem(tx, writer, item, at(18, '10:00'), content)
  await out(stage, id, { writer, second }, at(18, '11:00'))
  await editAgain(tx, writer, masterId, at(16, '14:00'))
  const open = await selectItem(tx, provinceId, masterId)
  const version = open && (await selectVersion(tx, provinceId, masterId, open.currentVersion))
  if (!open || !version) return
  const lead = `${version.lead} Tổng đài nay nhận cuộc gọi cả sáng thứ Bảy.`
  await saveContent(
    tx,
    writer,
    masterId,
    { content: { ...textOf(version), lead }, revision: open.revision },
    at(16, '14:10'),
  )
  await out(stage, masterId, { writer, second }, at(16, '15:00'))
}

async function out(
  { tx, provinceId, config }: Stage,
  id: number,
  { writer, second }: { writer: Actor; second: Actor },
  at: Date,
): Promise<void> {
  await submitItem(tx, writer, id, { note: null }, at)
  const item = await selectItem(tx, provinceId, id)
  const version = item && (await selectVersion(tx, provinceId, id, item.currentVersion))
  await approve(tx, second, id, { digest: version?.digest ?? '', note: null }, at)
  await publishNow(tx, second, id, config.baseUrl, at)
}

import type { Actor } from '../../../lib/actor.ts'
import { dayOf, showDay } from '../../../lib/calendar/day.ts'
import type { DbOrTx } from '../../../lib/db/db.ts'
import type { Block, OfficialDocument } from '../../../lib/documents/out/official-document.ts'
import { province, unitsAsOf } from '../../organisations/organisations.ts'
import type { Orientation, OrientationOutlet } from '../outlet.ts'

/** An orientation as the official letter of its writer's unit to the outlets; number and date are for the clerk. */
export async function orientationDocument(
  db: DbOrTx,
  actor: Pick<Actor, 'provinceId' | 'grants'>,
  one: Orientation & { outlets: readonly OrientationOutlet[] },
  tasks: readonly string[],
): Promise<OfficialDocument> {
  const day = dayOf(one.madeAt)
  const units = await unitsAsOf(db, actor.provinceId, day)
  const from = units.find((u) => u.id === (one.unitId ?? actor.grants[0]?.unitId))
  const above = units.find((u) => u.id === from?.parentId)
  const name = from?.name ?? ''
  return {
    ...{ parentBody: above?.name ?? null, issuingBody: name, issuer: name, type: null, date: null },
    symbol: { number: null, code: 'CCHC' },
    place: (await province(db, actor.provinceId))?.shortName ?? '',
    year: Number(day.slice(0, 4)),
    abstract: `định hướng tuyên truyền: ${one.title}`,
    addressees: one.outlets.map((o) => o.outletName),
    body: bodyOf(one, tasks, name),
    recipients: ['Như trên', ...(above ? [`${above.name} (báo cáo)`] : [])],
    archiveLine: 'VT',
    signature: { title: from?.headTitle ?? 'Thủ trưởng cơ quan', name: from?.headName ?? null },
  }
}

function bodyOf(one: Orientation, tasks: readonly string[], from: string): Block[] {
  const days = one.toDay
    ? `từ ngày ${showDay(one.fromDay)} đến ngày ${showDay(one.toDay)}`
    : `từ ngày ${showDay(one.fromDay)}`
  const served = tasks.map((text): Block => ({ kind: 'bullet', text: `${text.replace(/[.;]\s*$/, '')};` }))
  return [
    ...(tasks.length > 0
      ? [
          {
            kind: 'paragraph' as const,
            text: 'Để phục vụ nhiệm vụ của kế hoạch tuyên truyền cải cách hành chính:',
          },
          ...served,
        ]
      : []),
    {
      kind: 'paragraph',
      text: `${from} đề nghị các cơ quan báo chí tập trung tuyên truyền nội dung “${one.title}”, ${days}, cụ thể như sau:`,
    },
    { kind: 'paragraph', text: one.body },
    {
      kind: 'paragraph',
      text: `Đề nghị các cơ quan báo chí xác nhận đã nhận và gửi liên kết tin, bài đã đăng về ${from} để tổng hợp.`,
    },
  ]
}

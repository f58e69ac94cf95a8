import { addDays } from '../../../lib/calendar/day.ts'
import {
  addCollaborator,
  forgetCollaborator,
} from '../../../modules/editorial/collaborators/collaborators.ts'
import { moment, type Stage } from '../stage.ts'

/** Invented people: no name, number or place is anybody's. */
const people: readonly (readonly [
  unit: string,
  name: string,
  place: string,
  topics: readonly string[],
  ago: number,
])[] = [
  ['SNV', 'Nguyễn Minh Họa', 'Tổ dân phố 1', ['one_stop'], 40],
  ['SNV', 'Trần Ví Dụ', 'Tổ dân phố 2', ['procedures'], 355],
  ['SNV', 'Lê Thử Nghiệm', 'Tổ dân phố 5', ['digital_government'], 120],
  ['X25-phường Chung An', 'Phạm Mẫu Một', 'Tổ dân phố 3', ['one_stop', 'procedures'], 60],
  ['X25-phường Chung An', 'Vũ Mẫu Hai', 'Tổ dân phố 7', ['digital_government'], 30],
  ['X25-phường Chung An', 'Đỗ Mẫu Ba', 'Tổ dân phố 9', ['one_stop'], 200],
  ['X25-phường Chung An', 'Hoàng Mẫu Bốn', 'Tổ dân phố 9', [], 15],
  ['X25-xã Thượng Lâm', 'Lò Mẫu Năm', 'Thôn 4', ['procedures'], 90],
  ['X25-xã Thượng Lâm', 'Giàng Mẫu Sáu', 'Thôn 6', ['one_stop'], 75],
  ['X25-xã Cồn Sậy', 'Thạch Mẫu Bảy', 'Ấp Giữa', ['digital_government'], 20],
]

/** Lists of collaborators of four units, one of whom left (demonstration). */
export async function playCollaborators(stage: Stage): Promise<void> {
  const { tx, config, today } = stage
  for (const [n, [code, name, place, topics, ago]] of people.entries()) {
    const unitId = stage.unit(code)
    const keeper = code === 'SNV' ? stage.person('tam') : stage.officerAt(unitId)
    if (!keeper) continue
    const consentDay = addDays(today, -ago)
    const person = { name, contact: `0900 000 ${String(n + 101)}`, place }
    const kind = n % 3 === 2 ? ('propagandist' as const) : ('collaborator' as const)
    const facts = { unitId, kind, consentDay, consentHow: 'signed' as const, topics: [...topics] }
    const id = await addCollaborator(
      tx,
      config.secret,
      keeper,
      { ...facts, person },
      moment(stage, consentDay),
    )
    if (name === 'Đỗ Mẫu Ba')
      await forgetCollaborator(tx, config.secret, keeper, id, 'left', moment(stage, addDays(today, -8)))
  }
}

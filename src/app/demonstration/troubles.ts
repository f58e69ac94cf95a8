import { addDays } from '../../lib/calendar/day.ts'
import { askExtension, decideExtension } from '../../modules/assignments/assignments.ts'
import { type AssignmentRow, selectRows } from '../../modules/assignments/lists.sql.ts'
import { answerObstacle, closeObstacle, passOn, raiseObstacle } from '../../modules/assignments/obstacles.ts'
import type { Plans } from './deeds.data.ts'
import { moment, type Stage } from './stage.ts'

async function pressing(stage: Stage, unit: string, words: string): Promise<AssignmentRow> {
  const found = await selectRows(
    stage.tx,
    stage.provinceId,
    { unitIds: [stage.unit(unit)], words },
    stage.today,
    1,
  )
  const row = found.rows[0]
  if (!row) throw new Error(`the demonstration has no assignment of ${unit} with the words ${words}`)
  return row
}

/** One request waits, one was granted, one refused. */
export async function askForTime(stage: Stage): Promise<void> {
  const { tx } = stage
  const asked = async (
    who: string,
    unit: string,
    words: string,
    days: number,
    reason: string,
    ago: number,
  ) => {
    const row = await pressing(stage, unit, words)
    const wantedDay = addDays(stage.today, days)
    await askExtension(
      tx,
      stage.person(who),
      row.id,
      { wantedDay, reason },
      moment(stage, addDays(stage.today, -ago), '10:20'),
    )
    return row
  }
  const lead = stage.person('tam')
  await asked(
    'phuc',
    'X25-phường Chung An',
    'Làm 03 video ngắn',
    10,
    'Chờ khu phố bố trí người dẫn, xin thêm thời gian quay.',
    1,
  )
  const granted = await asked(
    'mo',
    'X25-xã Thượng Lâm',
    'Phát thanh tiếng dân tộc',
    14,
    'Máy phát hỏng, đang chờ thay linh kiện.',
    4,
  )
  await decideExtension(
    tx,
    lead,
    granted.id,
    { decision: 'granted', note: 'Đồng ý, đề nghị báo lại khi máy hoạt động.' },
    moment(stage, addDays(stage.today, -3)),
  )
  const refused = await asked(
    'long',
    'STC',
    'Hội nghị hướng dẫn thanh toán',
    40,
    'Vướng lịch quyết toán cuối năm.',
    5,
  )
  await decideExtension(
    tx,
    lead,
    refused.id,
    { decision: 'refused', note: 'Nội dung gấp trước mùa quyết toán, đề nghị giữ thời hạn.' },
    moment(stage, addDays(stage.today, -4)),
  )
}

interface Trouble {
  who: string
  unit: string
  words: string
  planId: number
  text: string
  wish: string
  ago: number
}

async function raise(stage: Stage, t: Trouble): Promise<number> {
  const filter = { planId: t.planId, unitIds: [stage.unit(t.unit)], words: t.words }
  const row = (await selectRows(stage.tx, stage.provinceId, filter, stage.today, 1)).rows[0]
  if (!row) throw new Error(`the demonstration has no assignment of ${t.unit} with the words ${t.words}`)
  const at = moment(stage, addDays(stage.today, -t.ago), '11:00')
  return raiseObstacle(stage.tx, stage.person(t.who), row.id, { text: t.text, wish: t.wish }, at)
}

/** One obstacle waits, one is answered, one was settled, one was passed on upward. */
export async function meetObstacles(stage: Stage, plans: Plans): Promise<void> {
  const { tx } = stage
  const at = (ago: number) => moment(stage, addDays(stage.today, -ago), '11:00')
  await raise(stage, {
    ...{ who: 'loi', unit: 'X25-xã Cồn Sậy', words: 'Niêm yết', planId: plans.control, ago: 3 },
    text: 'Xã đảo chưa có máy in khổ lớn để niêm yết đủ danh mục.',
    wish: 'Đề nghị hỗ trợ in tập trung.',
  })
  const settled = await raise(stage, {
    ...{ who: 'mo', unit: 'X25-xã Thượng Lâm', words: 'Nói về CCHC', planId: plans.yearly, ago: 20 },
    text: 'Thiếu người dịch tiếng dân tộc cho bản tin truyền thanh.',
    wish: 'Đề nghị cử phát thanh viên hỗ trợ mỗi tháng hai buổi.',
  })
  const help = { answer: 'Báo và PTTH cử phát thanh viên hỗ trợ từ tháng này.' }
  await answerObstacle(tx, stage.person('tam'), settled, help, at(15))
  await closeObstacle(tx, stage.person('mo'), settled, { solved: true, note: 'Đã nhận được hỗ trợ.' }, at(10))
  const upward = await raise(stage, {
    ...{ who: 'huong', unit: 'SVHTTDL', words: 'Đưa CCHC lên sân khấu', planId: plans.yearly, ago: 30 },
    text: 'Kinh phí dàn dựng tiểu phẩm chưa được phân bổ.',
    wish: 'Đề nghị bố trí bổ sung trong quý.',
  })
  const beyond = { note: 'Vượt thẩm quyền của Sở Nội vụ, kính chuyển UBND tỉnh.' }
  await passOn(tx, stage.person('tam'), upward, beyond, at(26))
  const answered = await raise(stage, {
    ...{ who: 'phuc', unit: 'X25-phường Chung An', words: 'Niêm yết', planId: plans.control, ago: 12 },
    text: 'Danh mục công bố mới thay đổi liên tục, khó niêm yết kịp.',
    wish: 'Đề nghị gửi danh mục hợp nhất hằng tháng.',
  })
  const monthly = { answer: 'Từ tháng sau Văn phòng gửi danh mục hợp nhất vào ngày 05.' }
  await answerObstacle(tx, stage.person('khanh'), answered, monthly, at(6))
}

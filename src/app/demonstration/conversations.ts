import { addDays } from '../../lib/calendar/day.ts'
import { selectPersons } from '../../modules/publishing/conversations/conversations.sql.ts'
import { answerPerson } from '../../modules/publishing/conversations/conversations.ts'
import { receiveEvent } from '../../modules/publishing/conversations/receiving.ts'
import { moment, type Stage } from './stage.ts'

/**
 * People who wrote to the simulated Zalo account: one waits for an answer, one was answered, the window of one has
 * closed. Their words are written by us.
 */
export async function playConversations(stage: Stage, channelId: number): Promise<void> {
  const { tx, provinceId, config, today } = stage
  const by = stage.person('hong')
  const write = async (user: string, text: string, at: Date) => {
    const event = {
      ...{ app_id: '0000000000000000000', event_name: 'user_send_text', timestamp: String(at.getTime()) },
      ...{ sender: { id: user }, message: { text, msg_id: `demonstration-${user}-${at.getTime()}` } },
    }
    await receiveEvent(tx, config.secret, { provinceId, channelId }, event, at)
  }
  const yesterday = moment(stage, addDays(today, -1), '19:42')
  await write(
    'demonstration-1',
    'Tuần trước tôi nộp hồ sơ rồi, giờ xem kết quả ở đâu?',
    moment(stage, addDays(today, -6), '14:05'),
  )
  await write(
    'demonstration-2',
    'Cho hỏi bộ phận Một cửa phường sáng thứ Bảy có nhận hồ sơ khai sinh không ạ?',
    yesterday,
  )
  const [asked] = await selectPersons(tx, provinceId, channelId)
  if (!asked) return
  await answerPerson(
    tx,
    by,
    { channelId, personId: asked.id },
    {
      text: 'Chào anh/chị, sáng thứ Bảy từ 7 giờ 30 đến 11 giờ 30 phường vẫn nhận hồ sơ khai sinh. Anh/chị có thể nộp trực tuyến trước để đỡ chờ.',
    },
    moment(stage, addDays(today, -1), '20:15'),
  )
  await write(
    'demonstration-3',
    'Tôi ở xã vùng cao, làm lại căn cước thì có phải xuống tỉnh không? Nhà xa, đi lại mất cả ngày.',
    moment(stage, addDays(today, -1), '21:03'),
  )
}

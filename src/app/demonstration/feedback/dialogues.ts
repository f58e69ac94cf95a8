import { addDays } from '../../../lib/calendar/day.ts'
import type { Asker } from '../../../modules/feedback/dialogues/dialogue.ts'
import { planDialogue, publishDialogue } from '../../../modules/feedback/dialogues/dialogues.ts'
import { approveAnswer, askQuestion, keepPromise } from '../../../modules/feedback/dialogues/questions.ts'
import { moment, type Stage } from '../stage.ts'

/** Who asked and from where, the topic, the question, who answers, the answer, and a promise with its days from now. */
const asked: readonly (readonly [Asker, string, string, string, string, string, string, number])[] = [
  [
    'citizen',
    'phường Chung An',
    'one_stop',
    'Vì sao Bộ phận Một cửa chỉ phát 40 số mỗi sáng?',
    'X25-phường Chung An',
    'Từ tháng này phường bỏ hạn mức số, ai đến trong giờ đều được nhận hồ sơ.',
    '',
    0,
  ],
  [
    'enterprise',
    'làng nghề gỗ',
    'procedures',
    'Gia hạn giấy phép môi trường mất bốn tháng, có rút được không?',
    'STC',
    'Các sở họp chung một lần mỗi tuần để rút còn hai tháng.',
    'Công bố quy trình phối hợp mới',
    -10,
  ],
  [
    'citizen',
    'xã Thượng Lâm',
    'online_services',
    'Vùng cao không có sóng thì nộp hồ sơ trực tuyến bằng cách nào?',
    'X25-xã Thượng Lâm',
    'Tổ công nghệ số cộng đồng nộp giúp tại nhà văn hóa thôn.',
    'Lắp điểm truy cập tại ba thôn còn lại',
    25,
  ],
]

/** A dialogue that was held, answered and opened to readers, and one whose questions still wait. */
export async function playDialogues(stage: Stage): Promise<void> {
  const { tx, today } = stage
  const [host, second] = [stage.person('tam'), stage.person('khanh')]
  const unitId = stage.unit('SNV')
  const heldOn = addDays(today, -26)
  const at = moment(stage, heldOn, '16:30')
  const about = 'Thủ tục, giờ giấc ở Bộ phận Một cửa và nộp hồ sơ trực tuyến sau sắp xếp đơn vị hành chính.'
  const dialogueId = await planDialogue(
    tx,
    host,
    {
      ...{
        unitId,
        kind: 'dialogue',
        title: 'Lãnh đạo tỉnh đối thoại với người dân, doanh nghiệp về thủ tục hành chính',
      },
      ...{ day: heldOn, place: 'Nhà văn hóa phường Chung An', chair: 'Phó Chủ tịch UBND tỉnh', about },
      conclusion:
        'Các đơn vị trả lời hết câu hỏi trong 10 ngày; việc đã hứa được công khai để người dân theo dõi.',
    },
    at,
  )
  for (const [index, [asker, place, topic, question, code, text, promise, due]] of asked.entries()) {
    const answer = { text, promise, promiseDay: promise === '' ? null : addDays(today, due) }
    const facts = { asker, place, beforehand: index === 1, topic, question, dueDay: null, answer }
    const id = await askQuestion(tx, host, dialogueId, { ...facts, answerUnitId: stage.unit(code) }, at)
    await approveAnswer(tx, second, { dialogueId, id }, false, moment(stage, addDays(heldOn, 3)))
    if (index === 1)
      await keepPromise(
        tx,
        host,
        { dialogueId, id },
        'Đã công bố quy trình phối hợp rút gọn, áp dụng từ đầu tháng.',
        moment(stage, addDays(today, -9)),
      )
  }
  await askQuestion(
    tx,
    host,
    dialogueId,
    {
      ...{ asker: 'organisation', place: 'Hội Người cao tuổi', beforehand: true, topic: 'one_stop' },
      question: 'Có thể ưu tiên người trên 80 tuổi không phải bốc số không?',
      ...{ answerUnitId: stage.unit('X25-phường Chung An'), dueDay: addDays(today, 3), answer: null },
    },
    at,
  )
  await publishDialogue(tx, second, dialogueId, moment(stage, addDays(heldOn, 4)))
  await planDialogue(
    tx,
    host,
    {
      ...{
        unitId,
        kind: 'seminar',
        title: 'Tọa đàm: dịch vụ công trực tuyến vì người cao tuổi',
        conclusion: '',
      },
      ...{ day: addDays(today, 12), place: 'Hội trường Sở Nội vụ', chair: 'Giám đốc Sở Nội vụ', about: '' },
    },
    moment(stage, addDays(today, -2)),
  )
}

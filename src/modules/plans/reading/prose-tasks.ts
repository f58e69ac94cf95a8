import { coordinatingIn, type Order, readOrder, timeIn, withoutCoordinating } from './assignment.ts'
import type { Paragraph } from './paragraphs.ts'
import { type RawTask, rawTask } from './raw-task.ts'
import { clausesOf, sentencesOf } from './sentences.ts'
import { cut, join, type Strand, trim } from './strand.ts'
import { isVerb, PURPOSE } from './vocabulary.ts'

/** Tasks in a digest: every sentence, or clause with a subject of its own, that gives a named body something to do. */
export function readProseTasks(paragraphs: readonly Paragraph[]): RawTask[] {
  const tasks: RawTask[] = []
  let carried: Order | null = null
  for (const paragraph of paragraphs) {
    if (paragraph.marker?.kind !== 'bullet') carried = null
    if (PURPOSE.test(paragraph.body.bare.slice(0, 24)) && paragraph.body.bare.slice(0, 60).includes(':'))
      continue
    carried = readParagraph(paragraph.body, carried, tasks)
  }
  return tasks
}

function readParagraph(body: Strand, carried: Order | null, tasks: RawTask[]): Order | null {
  let subject = carried
  for (const sentence of sentencesOf(body)) {
    let opened = false
    for (const clause of clausesWithSubjects(sentence)) {
      const order = readOrder(clause)
      if (order !== null && isOrder(order)) {
        if (order.form !== 'bare') tasks.push(orderTask(order))
        subject = order
        opened = true
        continue
      }
      if (order !== null) {
        subject = null
        opened = true
      }
    }
    if (opened) continue
    if (subject !== null && beginsWithVerb(sentence)) tasks.push(inherited(sentence, subject))
    else if (timedActivity(sentence) !== null) tasks.push(timedActivity(sentence) as RawTask)
  }
  return body.text.endsWith(':') ? subject : null
}

/** A clause without a body of its own stays with the one before it. */
function clausesWithSubjects(sentence: Strand): Strand[] {
  const whole: Strand[] = []
  for (const clause of clausesOf(sentence)) {
    const before = whole.at(-1)
    const order = readOrder(clause)
    if (before !== undefined && (order === null || !isOrder(order) || order.form === 'bare'))
      whole[whole.length - 1] = join([before, clause], '; ')
    else whole.push(clause)
  }
  return whole
}

function isOrder(order: Order): boolean {
  const content = order.content.bare
  if (/^(?:moi|tung|moi mot)\s/.test(order.lead[0]?.bare ?? '')) return false
  if (
    order.lead.every((name) =>
      /^(?:chu tich |pho chu tich |lanh dao )?(?:ubnd|uy ban nhan dan)(?: (?:tinh|thanh pho|huyen|thi xa|quan|xa|phuong|dac khu))?(?: [A-ZĐ][^,;]*)?$/.test(
        name.bare,
      ),
    ) &&
    order.form !== 'ordered'
  ) {
    return false
  }
  if (
    /^(?:da|vua|cho biet|cho hay|nhan manh|thong tin them|thanh pho|tinh|ban hanh|co van ban|duoc (?:thanh|xep|danh)|la don vi|dat|hien|cung da|van con|phat bieu)(?![a-z])/.test(
      content,
    )
  )
    return false
  if (order.form === 'subject' && !beginsWithVerb(order.content)) return false
  return true
}

function beginsWithVerb(words: Strand): boolean {
  const skipped = /^(?:sẽ|cần|phải|cùng|còn|được giao|có nhiệm vụ)\s+/iu.exec(words.text)?.[0].length ?? 0
  const [first = '', second = '', third = ''] = words.bare.slice(skipped).split(/[\s,;:]+/, 3)
  const printed = (words.text.slice(skipped).split(/[\s,;:]/, 1)[0] ?? '').toLowerCase()
  if (
    /^(?:theo|tại|trong|trước|về|để|nhằm|khi|nếu|đã|vừa|trên)$/.test(printed) &&
    !/^(?:theo doi|de xuat|de nghi)/.test(`${first} ${second}`)
  )
    return false
  return isVerb(printed, first, second, third)
}

function orderTask(order: Order): RawTask {
  const task = rawTask('prose', order.form === 'colon' ? order.content : withoutCoordinating(order.content))
  task.lead = [...order.lead]
  task.coordinating = coordinatingIn(order.content)
  task.time = timeIn(order.content)
  task.invited = order.invited
  return task
}

function inherited(sentence: Strand, subject: Order): RawTask {
  const task = rawTask('prose', sentence)
  task.lead = [...subject.lead]
  task.coordinating = coordinatingIn(sentence)
  task.time = timeIn(sentence)
  task.invited = subject.invited
  return task
}

/** An activity that says when but not who ("Hội thi … được tổ chức từ tháng 3/2021 - 5/2021"). */
function timedActivity(sentence: Strand): RawTask | null {
  const planned =
    /thoi gian (?:thuc hien|to chuc|trien khai)|(?:duoc|se|du kien) (?:duoc )?(?:to chuc|dien ra|trien khai|thuc hien|phat dong|hoan thanh)/.exec(
      sentence.bare,
    )
  if (planned === null || /^(?:ngay|sang|chieu|vua qua|nam \d)/.test(sentence.bare)) return null
  const time = timeIn(cut(sentence, planned.index))
  if (time === null) return null
  const link = /^(?:rieng|trong do|theo do|dong thoi|ngoai ra|ben canh do|cu the)\s*[,:]?\s+/.exec(
    sentence.bare,
  )
  const task = rawTask('prose', trim(cut(sentence, link?.[0].length ?? 0)))
  task.time = time
  task.doubts.push({ code: 'missing-lead', field: 'lead', at: task.content })
  return task
}

import { dayOf, showDay } from '../../lib/calendar/day.ts'
import type { Tx } from '../../lib/db/db.ts'
import { queueJob } from '../../lib/jobs/jobs.ts'
import { forgetLetters, sendMail } from '../../lib/mail/mail.ts'
import { originOf } from '../publishing/publishing.ts'
import { initiativeAddress, initiativesAddress, registerAddress } from './initiative.ts'
import { isEmail } from './initiative-form.ts'
import { initiativeNews } from './initiatives.jobs.ts'
import type { KeptInitiative } from './initiatives.sql.ts'
import { stateWords } from './initiatives.texts.ts'
import { openPerson } from './persons.ts'
import { insertLetter, takeLetters } from './steps.sql.ts'

/** What verbs need of the ground they stand on: the moment, the key of sealed senders, the portal's address. */
export interface Ground {
  now: Date
  secret: string
  baseUrl: string
}

/** A letter to whoever left an e-mail address; which letters they were is noted, to forget them with the sender. */
export async function writeToSender(
  tx: Tx,
  provinceId: number,
  i: KeptInitiative,
  words: string,
  { now, secret, baseUrl }: Ground,
): Promise<boolean> {
  const person = i.personSealed && openPerson(secret, i.codeHash, i.personSealed)
  if (!person || !isEmail(person.contact)) return false
  const origin = await originOf(tx, provinceId, baseUrl)
  const body = [
    // The outbox is read by administrators too: the name stays sealed, only the address has to leave.
    'Kính gửi Ông/Bà,',
    `Về sáng kiến số ${i.id}, gửi ngày ${showDay(dayOf(i.receivedAt))}, cơ quan tiếp nhận xin trả lời:`,
    words,
    `Tình trạng hiện nay: ${stateWords[i.state].vi}.`,
    `Ông/Bà xem tiến độ, hoặc rút sáng kiến, bằng mã đã nhận khi gửi tại:\n${origin}${initiativesAddress}/follow`,
    'Thư này được gửi tự động, xin không trả lời vào địa chỉ gửi.',
  ].join('\n\n')
  const letterId = await sendMail(tx, provinceId, now, {
    to: person.contact,
    subject: `Trả lời về sáng kiến số ${i.id}`,
    body: `${body}\n`,
  })
  await insertLetter(tx, provinceId, i.id, letterId)
  return true
}

export async function forgetLettersOf(tx: Tx, provinceId: number, id: number): Promise<void> {
  await forgetLetters(tx, provinceId, await takeLetters(tx, provinceId, id))
}

/** Those who look first hear that something came. Numbers only: what a sender takes back stands in no notice. */
export async function tellReceived(tx: Tx, provinceId: number): Promise<void> {
  await queueJob(
    tx,
    provinceId,
    initiativeNews,
    {
      ...{ unitId: null, kind: 'initiative.received', isRepeated: true },
      vi: 'Có sáng kiến mới chờ xem xét',
      en: 'New ideas wait to be looked at',
      href: `${registerAddress}?state=waiting`,
    },
    { key: 'received' },
  )
}

export async function tellAssigned(
  tx: Tx,
  provinceId: number,
  { id, unitId, dueDay }: { id: number; unitId: number; dueDay: string },
): Promise<void> {
  await queueJob(tx, provinceId, initiativeNews, {
    unitId,
    isRepeated: false,
    kind: `initiative.assigned.${dueDay}`,
    vi: `Sáng kiến số ${id} giao cho đơn vị, xong trước ngày ${showDay(dueDay)}`,
    en: `Idea number ${id} is given to your unit, to be done by ${showDay(dueDay)}`,
    href: initiativeAddress(id),
  })
}

export async function tellWaiting(tx: Tx, provinceId: number, amount: number, today: string): Promise<void> {
  await queueJob(tx, provinceId, initiativeNews, {
    unitId: null,
    isRepeated: false,
    kind: `initiative.waiting.${today}`,
    vi: `${amount} sáng kiến chờ xem xét quá thời hạn`,
    en: `${amount} ideas have waited too long to be looked at`,
    href: `${registerAddress}?late=yes`,
  })
}

export async function tellDue(
  tx: Tx,
  provinceId: number,
  due: { id: number; unitId: number; dueDay: string },
  today: string,
): Promise<void> {
  const isLate = due.dueDay < today
  const day = showDay(due.dueDay)
  await queueJob(tx, provinceId, initiativeNews, {
    unitId: due.unitId,
    isRepeated: false,
    kind: `initiative.due.${today}`,
    vi: isLate
      ? `Sáng kiến số ${due.id} quá hạn ${day}, chưa báo kết quả`
      : `Sáng kiến số ${due.id} đến hạn ${day}`,
    en: isLate ? `Idea number ${due.id} is late since ${day}` : `Idea number ${due.id} is due on ${day}`,
    href: initiativeAddress(due.id),
  })
}

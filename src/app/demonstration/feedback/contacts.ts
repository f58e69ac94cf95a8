import { addDays } from '../../../lib/calendar/day.ts'
import type { ContactInput } from '../../../modules/feedback/contacts/contact.ts'
import { answerContact, recordContact } from '../../../modules/feedback/contacts/contacts.ts'
import { moment, type Stage } from '../stage.ts'
import { answered, passedOn } from './contacts.data.ts'

/** The hotline of the Office: questions of eleven weeks, four passed on, one of them late. Callers are invented. */
export async function playContacts(stage: Stage): Promise<void> {
  const { tx, config, today } = stage
  const by = stage.person('khanh')
  const unitId = stage.unit('VPUB')
  const record = (input: Omit<ContactInput, 'unitId'>) =>
    recordContact(tx, config.secret, by, { unitId, ...input }, input.at)
  for (const [index, [ago, way, topic, question, answer]] of answered.entries()) {
    const at = moment(
      stage,
      addDays(today, -ago),
      `${8 + (index % 8)}:${index % 2 ? '05' : '40'}`.padStart(5, '0'),
    )
    await record({ at, way, topic, question, outcome: { is: 'answered', answer }, caller: null })
  }
  for (const [index, [ago, topic, question, code, due, answer]] of passedOn.entries()) {
    const at = moment(stage, addDays(today, -ago), '14:20')
    const to = stage.unit(code)
    const caller = index % 2 ? null : { name: 'Người gọi minh họa', phone: '0900 000 000' }
    const outcome = { is: 'passed', unitId: to, dueDay: addDays(today, due) } as const
    const id = await record({ at, way: 'telephone', topic, question, outcome, caller })
    const officer = stage.officerAt(to)
    if (answer && officer)
      await answerContact(tx, officer, id, answer, moment(stage, addDays(today, due - 2), '10:30'))
  }
}

import type { Browser } from '../../../test/web.ts'
import type { InitiativeInput } from './initiative-form.ts'

/** An idea as somebody sends it. */
export const anIdea: InitiativeInput = {
  title: 'Nhắn tin báo trước khi giấy phép hết hạn',
  trouble: 'Người dân hay quên ngày hết hạn, đến khi cần mới biết là phải làm lại từ đầu.',
  proposal: 'Hệ thống một cửa nhắn tin trước ba mươi ngày, kèm đường dẫn gia hạn trực tuyến.',
  topic: 'procedures',
  senderKind: 'citizen',
  name: 'Trần Thị Bích Ngà',
  contact: 'nga@example.vn',
  mayPublish: true,
  consent: 'yes',
  callId: null,
}

/** The same as a form holds it. */
export const typedIdea = {
  ...{ title: anIdea.title, trouble: anIdea.trouble, proposal: anIdea.proposal, topic: anIdea.topic },
  ...{ senderKind: 'citizen', name: anIdea.name, contact: anIdea.contact },
  ...{ mayPublish: 'yes', consent: 'yes', website: '' },
}

/** Sends an idea through the portal and reads its code off the page that follows. */
export async function sendIdea(visitor: Browser, more: Record<string, string> = {}): Promise<string> {
  const page = await visitor.submit('/initiatives', { ...typedIdea, ...more })
  const code = /[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(page.text)?.[0]
  if (!code) throw new Error(`no code on the page: ${page.text.slice(0, 400)}`)
  return code
}

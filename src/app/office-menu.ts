import type { MenuItem, Who } from '../lib/http/route.ts'
import { brandMenu } from '../modules/brand/brand.office.ts'
import { editorialMenu } from '../modules/editorial/editorial.office.ts'
import { contactsMenu } from '../modules/feedback/contacts/contacts.office.ts'
import { dialoguesMenu } from '../modules/feedback/dialogues/dialogues.office.ts'
import { resultsMenu } from '../modules/feedback/results/results.office.ts'
import { initiativesMenu } from '../modules/initiatives/initiatives.office.ts'
import { organisationsMenu } from '../modules/organisations/organisations.office.tsx'
import { catalogueMenu } from '../modules/plans/catalogue.office.ts'
import { announcementsMenu } from '../modules/procedures/procedures.office.ts'
import { ratesMenu } from '../modules/procedures/rates/rates.office.ts'
import { broadcastMenu } from '../modules/publishing/broadcast/broadcast.office.ts'
import { channelsMenu } from '../modules/publishing/channels/channels.office.ts'
import { messagesMenu } from '../modules/publishing/channels/messages.office.ts'
import { printedMenu } from '../modules/publishing/printed/printed.office.ts'
import { reachMenu } from '../modules/publishing/reach/reach.office.ts'
import { siteMenu } from '../modules/publishing/site/site.office.ts'
import { newslettersMenu } from '../modules/publishing/subscriptions/newsletters.office.tsx'
import { scoringMenu } from '../modules/scoring/scoring.office.ts'

const entry = (vi: string, en: string, href: string, icon: string, who: Who = 'signedIn'): MenuItem => ({
  label: { vi, en },
  href,
  icon,
  who,
})

/** What everybody opens most, above all groups. */
const first = [
  entry('Việc của tôi', 'My work', '/my-work', 'work'),
  entry('Trang lãnh đạo', 'Leader’s page', '/leader', 'chart'),
]

const programme = [
  entry('Kế hoạch', 'Plans', '/plans', 'plan'),
  entry('Nhiệm vụ', 'Tasks', '/assignments', 'tasks'),
  entry('Hoạt động', 'Activities', '/activities', 'megaphone'),
  announcementsMenu,
  entry('Niêm yết thủ tục', 'Postings', '/postings', 'upload', ['agency_head', 'agency_officer']),
  ratesMenu,
  entry('Khó khăn, vướng mắc', 'Obstacles', '/obstacles', 'flag'),
  entry('Công văn đôn đốc', 'Letters of reminder', '/letters', 'mail'),
]

const nation: MenuItem = {
  ...entry('Toàn quốc', 'The nation', '/nation', 'globe', ['province_lead', 'auditor', 'administrator']),
  central: true,
}

const reports = [
  entry('Báo cáo của tôi', 'My reports', '/my-reports', 'send'),
  entry('Theo dõi báo cáo', 'Reporting', '/reporting', 'grid'),
  entry('Lịch báo cáo', 'Reporting calendar', '/reporting/calendar', 'calendar'),
  entry('Chế độ báo cáo', 'Report duties', '/reporting/duties', 'stamp'),
  nation,
  scoringMenu,
]

const publishing = [
  editorialMenu,
  siteMenu,
  channelsMenu,
  messagesMenu,
  newslettersMenu,
  printedMenu,
  broadcastMenu,
  brandMenu,
  reachMenu,
]

const voices = [contactsMenu, initiativesMenu, resultsMenu, dialoguesMenu]

const administration = [
  organisationsMenu,
  catalogueMenu,
  entry('Tài khoản', 'Accounts', '/accounts', 'people', ['administrator', 'auditor']),
  entry('Tham số an toàn', 'Security settings', '/security', 'shield', ['administrator']),
  entry('Khóa truy cập API', 'API keys', '/administration/tokens', 'code', [
    'administrator',
    'province_lead',
  ]),
  entry('Mẫu báo cáo', 'Report templates', '/reporting/templates', 'grid', [
    'province_lead',
    'administrator',
  ]),
  entry('Chia sẻ với Trung ương', 'Sharing with the centre', '/reporting/sharing', 'link', ['province_lead']),
  entry('Nhật ký thay đổi', 'Audit log', '/administration/audit', 'history', [
    'auditor',
    'administrator',
    'province_lead',
  ]),
  entry('Thư gửi đi', 'Outgoing mail', '/administration/outbox', 'mail', ['administrator']),
  entry('Việc chạy nền', 'Background jobs', '/administration/jobs', 'refresh', ['administrator']),
]

const groups = [
  { of: { vi: 'Chương trình', en: 'Programme' }, entries: programme },
  { of: { vi: 'Báo cáo, chấm điểm', en: 'Reports and scores' }, entries: reports },
  { of: { vi: 'Biên tập, phát hành', en: 'Desk and publishing' }, entries: publishing },
  { of: { vi: 'Tiếng nói người dân', en: 'What people say' }, entries: voices },
  { of: { vi: 'Cơ cấu, quản trị', en: 'Units, administration' }, entries: administration },
]

/** The side navigation, top to bottom. An entry is shown only to those who may enter its page. */
export const officeMenu: readonly MenuItem[] = [
  ...first,
  ...groups.flatMap((g) => g.entries.map((e) => ({ ...e, group: g.of }))),
]

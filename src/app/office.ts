import type { MenuItem, Route } from '../lib/http/route.ts'
import { accountRoutes } from '../modules/accounts/accounts.office.ts'
import { profileRoutes } from '../modules/accounts/profile.office.ts'
import { securityRoutes } from '../modules/accounts/security.office.ts'
import { signInRoutes } from '../modules/accounts/sign-in.office.ts'
import { tokenRoutes } from '../modules/accounts/tokens.office.ts'
import { administrationRoutes } from '../modules/administration/administration.office.ts'
import { auditRoutes } from '../modules/administration/audit.office.ts'
import { activityRoutes } from '../modules/assignments/activities.office.ts'
import { assignmentRoutes } from '../modules/assignments/assignments.office.ts'
import { boardRoutes } from '../modules/assignments/boards.office.ts'
import { bulkRoutes } from '../modules/assignments/bulk.office.ts'
import { followUpRoutes } from '../modules/assignments/follow-up.office.ts'
import { workRoutes } from '../modules/assignments/work.office.ts'
import { editorialMenu, editorialRoutes } from '../modules/editorial/editorial.office.ts'
import { legalRoutes } from '../modules/legal/legal.office.ts'
import { organisationsMenu, organisationsRoutes } from '../modules/organisations/organisations.office.tsx'
import { plansDoors } from '../modules/plans/doors.office.ts'
import { broadcastMenu, broadcastRoutes } from '../modules/publishing/broadcast/broadcast.office.ts'
import { channelRoutes, channelsMenu } from '../modules/publishing/channels/channels.office.ts'
import { messageRoutes, messagesMenu } from '../modules/publishing/channels/messages.office.ts'
import { printedMenu, printedRoutes } from '../modules/publishing/printed/printed.office.ts'
import { reachMenu, reachRoutes } from '../modules/publishing/reach/reach.office.ts'
import { newsletterRoutes, newslettersMenu } from '../modules/publishing/subscriptions/newsletters.office.tsx'
import { reportingBoardRoutes } from '../modules/reporting/boards/boards.office.ts'
import { nationRoutes } from '../modules/reporting/boards/nation.office.ts'
import { documentRoutes } from '../modules/reporting/documents/documents.office.ts'
import { obligationDoors } from '../modules/reporting/obligations/doors.office.ts'
import { rollUpDoors } from '../modules/reporting/rollup/doors.office.ts'
import { templateFigureRoutes } from '../modules/reporting/templates/figures.office.ts'
import { templateTableRoutes } from '../modules/reporting/templates/table.office.ts'
import { templateRoutes } from '../modules/reporting/templates/templates.office.ts'
import { reportLifeRoutes } from '../modules/reporting/writing/life.office.ts'
import { reportReadingRoutes } from '../modules/reporting/writing/reading.office.ts'
import { writingRoutes } from '../modules/reporting/writing/writing.office.ts'
import { scoringMenu, scoringRoutes } from '../modules/scoring/scoring.office.ts'
import { apiDocsRoutes } from './api-docs.tsx'
import { furnitureRoutes } from './furniture.tsx'
import { withReports } from './my-work.ts'
import { searchRoutes } from './search.tsx'
import { startPage } from './start-page.ts'

/** Every door of the office, room by room. */
export const officeRoutes: readonly Route[] = [
  { method: 'GET', path: '/', who: 'public', handle: startPage },
  // accounts
  ...signInRoutes,
  ...profileRoutes,
  ...accountRoutes,
  ...securityRoutes,
  ...tokenRoutes,
  // organisations
  ...organisationsRoutes,
  ...legalRoutes,
  // plans
  ...plansDoors,
  // publishing
  ...channelRoutes,
  ...messageRoutes,
  // assignments
  ...workRoutes.map(withReports),
  ...assignmentRoutes,
  ...activityRoutes,
  ...boardRoutes,
  ...followUpRoutes,
  // editorial
  ...editorialRoutes,
  // publishing
  ...newsletterRoutes,
  ...reachRoutes,
  ...printedRoutes,
  ...broadcastRoutes,
  // reporting
  ...reportingBoardRoutes,
  ...nationRoutes,
  ...documentRoutes,
  ...obligationDoors,
  ...rollUpDoors,
  ...writingRoutes,
  ...reportLifeRoutes,
  ...reportReadingRoutes,
  ...templateRoutes,
  ...templateFigureRoutes,
  ...templateTableRoutes,
  // scoring
  ...scoringRoutes,
  // administration
  ...administrationRoutes,
  ...auditRoutes,
  ...searchRoutes,
  ...furnitureRoutes,
  ...apiDocsRoutes,
  ...bulkRoutes,
]

const administration = { vi: 'Quản trị', en: 'Administration' }

/** The side navigation, top to bottom. An entry is shown only to those who may enter its page. */
export const officeMenu: readonly MenuItem[] = [
  { label: { vi: 'Việc của tôi', en: 'My work' }, href: '/my-work', icon: 'work', who: 'signedIn' },
  { label: { vi: 'Trang lãnh đạo', en: 'Leader’s page' }, href: '/leader', icon: 'chart', who: 'signedIn' },
  { label: { vi: 'Kế hoạch', en: 'Plans' }, href: '/plans', icon: 'plan', who: 'signedIn' },
  { label: { vi: 'Nhiệm vụ', en: 'Tasks' }, href: '/assignments', icon: 'tasks', who: 'signedIn' },
  { label: { vi: 'Hoạt động', en: 'Activities' }, href: '/activities', icon: 'megaphone', who: 'signedIn' },
  editorialMenu,
  channelsMenu,
  messagesMenu,
  { label: { vi: 'Báo cáo của tôi', en: 'My reports' }, href: '/my-reports', icon: 'send', who: 'signedIn' },
  {
    label: { vi: 'Theo dõi báo cáo', en: 'Reporting' },
    href: '/reporting',
    icon: 'grid',
    who: 'signedIn',
  },
  {
    label: { vi: 'Lịch báo cáo', en: 'Reporting calendar' },
    href: '/reporting/calendar',
    icon: 'calendar',
    who: 'signedIn',
  },
  {
    label: { vi: 'Chế độ báo cáo', en: 'Report duties' },
    href: '/reporting/duties',
    icon: 'stamp',
    who: 'signedIn',
  },
  {
    label: { vi: 'Toàn quốc', en: 'The nation' },
    href: '/nation',
    icon: 'globe',
    who: ['province_lead', 'auditor', 'administrator'],
    central: true,
  },
  scoringMenu,
  reachMenu,
  newslettersMenu,
  printedMenu,
  broadcastMenu,
  {
    label: { vi: 'Khó khăn, vướng mắc', en: 'Obstacles' },
    href: '/obstacles',
    icon: 'flag',
    who: 'signedIn',
  },
  {
    label: { vi: 'Công văn đôn đốc', en: 'Letters of reminder' },
    href: '/letters',
    icon: 'mail',
    who: 'signedIn',
  },
  organisationsMenu,
  {
    label: { vi: 'Tài khoản', en: 'Accounts' },
    href: '/accounts',
    icon: 'people',
    who: ['administrator', 'auditor'],
    group: administration,
  },
  {
    label: { vi: 'Tham số an toàn', en: 'Security settings' },
    href: '/security',
    icon: 'shield',
    who: ['administrator'],
    group: administration,
  },
  {
    label: { vi: 'Khóa truy cập API', en: 'API keys' },
    href: '/administration/tokens',
    icon: 'code',
    who: ['administrator', 'province_lead'],
    group: administration,
  },
  {
    label: { vi: 'Mẫu báo cáo', en: 'Report templates' },
    href: '/reporting/templates',
    icon: 'grid',
    who: ['province_lead', 'administrator'],
    group: administration,
  },
  {
    label: { vi: 'Chia sẻ với Trung ương', en: 'Sharing with the centre' },
    href: '/reporting/sharing',
    icon: 'link',
    who: ['province_lead'],
    group: administration,
  },
  {
    label: { vi: 'Nhật ký thay đổi', en: 'Audit log' },
    href: '/administration/audit',
    icon: 'history',
    who: ['auditor', 'administrator', 'province_lead'],
    group: administration,
  },
  {
    label: { vi: 'Thư gửi đi', en: 'Outgoing mail' },
    href: '/administration/outbox',
    icon: 'mail',
    who: ['administrator'],
    group: administration,
  },
  {
    label: { vi: 'Việc chạy nền', en: 'Background jobs' },
    href: '/administration/jobs',
    icon: 'refresh',
    who: ['administrator'],
    group: administration,
  },
]

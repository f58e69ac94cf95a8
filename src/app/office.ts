import type { MenuItem, Route } from '../lib/http/route.ts'
import { accountRoutes } from '../modules/accounts/accounts.office.ts'
import { profileRoutes } from '../modules/accounts/profile.office.ts'
import { securityRoutes } from '../modules/accounts/security.office.ts'
import { signInRoutes } from '../modules/accounts/sign-in.office.ts'
import { administrationRoutes } from '../modules/administration/administration.office.ts'
import { activityRoutes } from '../modules/assignments/activities.office.ts'
import { assignmentRoutes } from '../modules/assignments/assignments.office.ts'
import { boardRoutes } from '../modules/assignments/boards.office.ts'
import { workRoutes } from '../modules/assignments/work.office.ts'
import { furnitureRoutes } from './furniture.tsx'
import { startPage } from './start-page.ts'

/** Every door of the office, room by room. */
export const officeRoutes: readonly Route[] = [
  { method: 'GET', path: '/', who: 'public', handle: startPage },
  // accounts
  ...signInRoutes,
  ...profileRoutes,
  ...accountRoutes,
  ...securityRoutes,
  // assignments
  ...workRoutes,
  ...assignmentRoutes,
  ...activityRoutes,
  ...administrationRoutes,
  ...boardRoutes,
  ...furnitureRoutes,
]

/** The side navigation, top to bottom. An entry is shown only to those who may enter its page. */
export const officeMenu: readonly MenuItem[] = [
  { label: { vi: 'Việc của tôi', en: 'My work' }, href: '/my-work', icon: 'work', who: 'signedIn' },
  { label: { vi: 'Trang lãnh đạo', en: 'Leader’s page' }, href: '/leader', icon: 'chart', who: 'signedIn' },
  { label: { vi: 'Nhiệm vụ', en: 'Tasks' }, href: '/assignments', icon: 'tasks', who: 'signedIn' },
  { label: { vi: 'Hoạt động', en: 'Activities' }, href: '/activities', icon: 'megaphone', who: 'signedIn' },
  {
    label: { vi: 'Tài khoản', en: 'Accounts' },
    href: '/accounts',
    icon: 'people',
    who: ['administrator', 'auditor'],
    group: { vi: 'Quản trị', en: 'Administration' },
  },
  {
    label: { vi: 'Tham số an toàn', en: 'Security settings' },
    href: '/security',
    icon: 'shield',
    who: ['administrator'],
    group: { vi: 'Quản trị', en: 'Administration' },
  },
  {
    label: { vi: 'Việc chạy nền', en: 'Background jobs' },
    href: '/administration/jobs',
    icon: 'refresh',
    who: ['administrator'],
    group: { vi: 'Quản trị', en: 'Administration' },
  },
]

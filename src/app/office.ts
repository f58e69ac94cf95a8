import type { Route } from '../lib/http/route.ts'
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
import { brandRoutes } from '../modules/brand/brand.office.ts'
import { editorialRoutes } from '../modules/editorial/editorial.office.ts'
import { contactRoutes } from '../modules/feedback/contacts/contacts.office.ts'
import { dialogueRoutes } from '../modules/feedback/dialogues/dialogues.office.ts'
import { questionRoutes } from '../modules/feedback/dialogues/questions.office.ts'
import { resultImportRoutes } from '../modules/feedback/results/imports.office.ts'
import { resultRoutes } from '../modules/feedback/results/results.office.ts'
import { initiativeCallRoutes } from '../modules/initiatives/calls.office.ts'
import { initiativeRoutes } from '../modules/initiatives/initiatives.office.ts'
import { legalRoutes } from '../modules/legal/legal.office.ts'
import { organisationsRoutes } from '../modules/organisations/organisations.office.tsx'
import { plansDoors } from '../modules/plans/doors.office.ts'
import { postingRoutes } from '../modules/procedures/postings.office.ts'
import { announcementRoutes } from '../modules/procedures/procedures.office.ts'
import { rateRoutes } from '../modules/procedures/rates/rates.office.ts'
import { broadcastRoutes } from '../modules/publishing/broadcast/broadcast.office.ts'
import { channelRoutes } from '../modules/publishing/channels/channels.office.ts'
import { messageRoutes } from '../modules/publishing/channels/messages.office.ts'
import { conversationRoutes } from '../modules/publishing/conversations/conversations.office.ts'
import { printedRoutes } from '../modules/publishing/printed/printed.office.ts'
import { pushRoutes } from '../modules/publishing/push/push.office.tsx'
import { reachRoutes } from '../modules/publishing/reach/reach.office.ts'
import { siteRoutes } from '../modules/publishing/site/site.office.ts'
import { newsletterRoutes } from '../modules/publishing/subscriptions/newsletters.office.tsx'
import { returnedRoutes } from '../modules/publishing/subscriptions/returned.office.tsx'
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
import { scoringRoutes } from '../modules/scoring/scoring.office.ts'
import { apiDocsRoutes } from './api-docs.tsx'
import { furnitureRoutes } from './furniture.tsx'
import { withWorkAbove } from './my-work.ts'
import { registeredDecisions } from './registered-decisions.ts'
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
  // procedures
  ...announcementRoutes(registeredDecisions),
  ...postingRoutes,
  ...rateRoutes,
  // plans
  ...plansDoors,
  // initiatives
  ...initiativeRoutes,
  ...initiativeCallRoutes,
  // publishing
  ...channelRoutes,
  ...messageRoutes,
  ...conversationRoutes,
  // feedback
  ...contactRoutes,
  ...resultRoutes,
  ...resultImportRoutes,
  ...dialogueRoutes,
  ...questionRoutes,
  // assignments
  ...workRoutes.map(withWorkAbove),
  ...assignmentRoutes,
  ...activityRoutes,
  ...boardRoutes,
  ...followUpRoutes,
  // editorial
  ...editorialRoutes,
  // brand
  ...brandRoutes,
  // publishing
  ...newsletterRoutes,
  ...returnedRoutes,
  ...pushRoutes,
  ...reachRoutes,
  ...printedRoutes,
  ...siteRoutes,
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

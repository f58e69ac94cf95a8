import type { VNode } from 'preact'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { type ActionsProps, AssignmentActions } from './assignment-actions.tsx'
import { AssignmentPage, type AssignmentPageProps } from './assignment-page.tsx'

/** The page of an assignment with its actions. */
export function assignmentView(view: Omit<AssignmentPageProps, 'actions'>, actions: ActionsProps): VNode {
  return (
    <>
      <ErrorSummary faults={actions.kept?.faults ?? []} />
      <AssignmentPage {...view} actions={<AssignmentActions {...actions} />} />
    </>
  )
}

import type { VNode } from 'preact'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { type ActionsProps, AssignmentActions } from './assignment-actions.tsx'
import { AssignmentPage, type AssignmentPageProps } from './assignment-page.tsx'
import { FollowUp, type FollowUpProps } from './follow-up.tsx'

/** The page of an assignment with its actions. */
export function assignmentView(view: Omit<AssignmentPageProps, 'actions'>, actions: ActionsProps): VNode {
  return (
    <>
      <ErrorSummary faults={actions.kept?.faults ?? []} />
      <AssignmentPage {...view} actions={<AssignmentActions {...actions} />} />
    </>
  )
}

export function followUp(props: FollowUpProps): VNode {
  return <FollowUp {...props} />
}

import type { VNode } from 'preact'
import { AssignmentsPage, type AssignmentsPageProps } from './assignments-page.tsx'
import { MyWorkPage, type MyWorkProps } from './my-work-page.tsx'

export function myWorkView(props: MyWorkProps): VNode {
  return <MyWorkPage {...props} />
}

export function assignmentsView(props: AssignmentsPageProps): VNode {
  return <AssignmentsPage {...props} />
}

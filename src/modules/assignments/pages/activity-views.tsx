import type { VNode } from 'preact'
import { ActivitiesPage, type ActivitiesPageProps } from './activities-page.tsx'
import { ActivityFormPage, type ActivityFormProps } from './activity-form-page.tsx'
import { ActivityPage, type ActivityPageProps } from './activity-page.tsx'

/** The pages of activities as a route answers with them. */
export function activitiesView(props: ActivitiesPageProps): VNode {
  return <ActivitiesPage {...props} />
}

export function activityFormView(props: ActivityFormProps): VNode {
  return <ActivityFormPage {...props} />
}

export function activityView(props: ActivityPageProps): VNode {
  return <ActivityPage {...props} />
}

import type { VNode } from 'preact'
import { BoardPage, type BoardPageProps, partName, RowsPage, type RowsPageProps } from './board-page.tsx'
import { LeaderPage, type LeaderPageProps } from './leader-page.tsx'
import { NationPage, type NationPageProps, SharingPage } from './nation-page.tsx'

export { partName }

/** The boards as a route answers with them. */
export function boardView(props: BoardPageProps): VNode {
  return <BoardPage {...props} />
}

export function rowsView(props: RowsPageProps): VNode {
  return <RowsPage {...props} />
}

export function nationView(props: NationPageProps): VNode {
  return <NationPage {...props} />
}

export function sharingView(props: { shares: boolean }): VNode {
  return <SharingPage {...props} />
}

export function leaderView(props: LeaderPageProps): VNode {
  return <LeaderPage {...props} />
}

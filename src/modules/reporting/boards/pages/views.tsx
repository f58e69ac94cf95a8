import type { VNode } from 'preact'
import { BoardPage, type BoardPageProps, partName, RowsPage, type RowsPageProps } from './board-page.tsx'

export { partName }

/** The boards as a route answers with them. */
export function boardView(props: BoardPageProps): VNode {
  return <BoardPage {...props} />
}

export function rowsView(props: RowsPageProps): VNode {
  return <RowsPage {...props} />
}

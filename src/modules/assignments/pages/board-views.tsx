import type { VNode } from 'preact'
import {
  type BoardView,
  boardViews,
  LeaderPage,
  type LeaderProps,
  PlanBoardPage,
  type PlanBoardProps,
  UnitBoardPage,
  type UnitBoardProps,
} from './board-pages.tsx'

export { type BoardView, boardViews }

/** The boards as a route answers with them. */
export function planBoardView(props: PlanBoardProps): VNode {
  return <PlanBoardPage {...props} />
}

export function unitBoardView(props: UnitBoardProps): VNode {
  return <UnitBoardPage {...props} />
}

export function leaderView(props: LeaderProps): VNode {
  return <LeaderPage {...props} />
}

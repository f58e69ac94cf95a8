import type { VNode } from 'preact'
import { useRequest } from '../../../ui/request.ts'
import { boardTexts } from '../board.texts.ts'
import type { Obstacle } from '../obstacles.sql.ts'
import {
  type BoardView,
  boardViews,
  LeaderPage,
  type LeaderProps,
  linesOnPage,
  PlanBoardPage,
  type PlanBoardProps,
  UnitBoardPage,
  type UnitBoardProps,
} from './board-pages.tsx'
import { ObstacleList } from './obstacle-list.tsx'

export { type BoardView, boardViews, linesOnPage }

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

/** Why work is late: the obstacles that wait for an answer. */
export function reasonsView(obstacles: readonly Obstacle[], unitNames: ReadonlyMap<number, string>): VNode {
  return obstacles.length > 0 ? <ObstacleList obstacles={obstacles} unitNames={unitNames} /> : <NoReason />
}

function NoReason() {
  const { locale } = useRequest()
  return <p>{boardTexts.noReason[locale]}</p>
}

import { showTime } from '../../../lib/calendar/day.ts'
import { useRequest } from '../../../ui/request.ts'
import { type StatusLook, StatusTag } from '../../../ui/tag.tsx'
import { obstacleWords } from '../follow-up.texts.ts'
import type { Obstacle, ObstacleState } from '../obstacles.sql.ts'

export const obstacleLooks: Record<ObstacleState, StatusLook> = {
  raised: { tone: 'warn', icon: 'flag' },
  passed_on: { tone: 'warn', icon: 'up' },
  answered: { tone: 'info', icon: 'chat' },
  closed: { tone: 'good', icon: 'done' },
}

/** Obstacles in short, each leading to its page. */
export function ObstacleList(props: {
  obstacles: readonly Obstacle[]
  unitNames: ReadonlyMap<number, string>
}) {
  const { locale } = useRequest()
  return (
    <ul class="records">
      {props.obstacles.map((o) => (
        <li key={o.id}>
          <a class="record-title" href={`/obstacles/${o.id}`}>
            {o.text.length > 160 ? `${o.text.slice(0, 158).trimEnd()}…` : o.text}
          </a>
          <div class="row small soft">
            <StatusTag look={obstacleLooks[o.state]}>{obstacleWords[o.state][locale]}</StatusTag>
            <span>{props.unitNames.get(o.unitId)}</span>
            <span>{showTime(o.raisedAt)}</span>
          </div>
        </li>
      ))}
    </ul>
  )
}

import { words } from '../../../../lib/text/words.ts'
import { useRequest } from '../../../../ui/request.ts'
import type { HeatGroup, HeatUnit } from '../board.ts'
import { cellWords, texts } from '../boards.texts.ts'
import { heatCell } from '../heat.ts'
import { type CountedAs, onTimeShare, showShare } from '../measure.ts'
import { periodLabel } from '../period-label.ts'

export interface HeatMapProps {
  groups: readonly HeatGroup[]
  periods: readonly string[]
  /** The board of a unit and all below it. */
  groupHref: (unitId: number) => string
  unitHref: (unitId: number) => string
  cellHref: (unitId: number, period: string, obligationId: number | null) => string
}

const explained: readonly CountedAs[] = [
  'on_time',
  'late',
  'empty',
  'nil',
  'returned',
  'overdue',
  'waiting',
  'not_due',
]

/** Units by periods. Every cell says in a word and a sign how it stands; colour only helps the eye. */
export function HeatMap(props: HeatMapProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <div class="stack">
      <ul class="heat-legend">
        {explained.map((look) => (
          <li class={`heat-look heat-${look}`} key={look}>
            {cellWords[look][locale]}
          </li>
        ))}
      </ul>
      <p class="soft small">{t.heatHint}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard */}
      <section class="heat-frame" aria-label={t.heat} tabIndex={0}>
        <table class="table table-dense heat">
          <caption class="visually-hidden">{t.heat}</caption>
          <thead>
            <tr>
              <th scope="col">{t.unit}</th>
              {props.periods.map((period) => (
                <th scope="col" key={period}>
                  {periodLabel(period)[locale]}
                </th>
              ))}
              <th scope="col" class="numeric">
                {t.onTimeShare}
              </th>
            </tr>
          </thead>
          {props.groups.map((group) => (
            <Group {...props} group={group} key={group.key} />
          ))}
        </table>
      </section>
    </div>
  )
}

function Group(props: HeatMapProps & { group: HeatGroup }) {
  const { group, periods } = props
  return (
    <tbody>
      <tr class="heat-group">
        <th scope="rowgroup" colSpan={periods.length + 2}>
          {group.parentId === null ? (
            group.label
          ) : (
            <a href={props.groupHref(group.parentId)}>{group.label}</a>
          )}
        </th>
      </tr>
      {group.units.map((unit) => (
        <Line {...props} unit={unit} key={unit.id} />
      ))}
    </tbody>
  )
}

function Line({ unit, periods, unitHref, cellHref }: HeatMapProps & { unit: HeatUnit }) {
  const { locale } = useRequest()
  return (
    <tr>
      <th scope="row">
        <a href={unitHref(unit.id)}>{unit.name}</a>
      </th>
      {periods.map((period) => {
        const measure = unit.byPeriod.get(period)
        if (!measure) return <td key={period} />
        const cell = heatCell(measure, cellHref(unit.id, period, measure.obligationId), locale)
        return (
          <td class={`heat-look heat-${cell.look}`} key={period}>
            <a href={cell.href}>{cell.words}</a>
          </td>
        )
      })}
      <td class="numeric">{showShare(onTimeShare(unit.sum))}</td>
    </tr>
  )
}

import { words } from '../../../lib/text/words.ts'
import { useRequest } from '../../../ui/request.ts'
import { StatusTag, Tag } from '../../../ui/tag.tsx'
import { type CriteriaItem, gradeOf, itemsOf } from '../criteria.ts'
import { type Points, shareOf, showPoints, showShare } from '../points.ts'
import { isExtra } from '../rule.ts'
import { sheetAddress } from '../score.ts'
import { stateWords, texts } from '../scoring.texts.ts'
import type { BoardRow, CampaignSeen } from '../scoring.ts'
import { gradeTones, levelOf, stateLooks } from './looks.ts'

/** Units by criteria. The figure stands in every cell; the shade only helps the eye. */
export function ScoreHeat({
  rows,
  version,
  most,
}: Pick<CampaignSeen, 'rows' | 'version'> & { most: Points }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const items = itemsOf(version.table)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
    <section class="heat-frame" aria-label={t.boardCaption} tabIndex={0}>
      <table class="table table-dense heat score-heat">
        <caption class="visually-hidden">{t.boardCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.unit}</th>
            <th scope="col" class="numeric">
              {t.rank}
            </th>
            <th scope="col" class="numeric">
              {t.total}
            </th>
            <th scope="col">{t.grade}</th>
            {items.map((item) => (
              <ItemHead item={item} key={item.code} />
            ))}
            <th scope="col">{t.state}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <HeatRow row={row} items={items} most={most} version={version} key={row.sheet.id} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function ItemHead({ item }: { item: CriteriaItem }) {
  const { locale } = useRequest()
  const most = isExtra(item.rule) ? '' : ` (${showPoints(item.most, locale)})`
  return (
    <th scope="col" class="numeric" title={item.name}>
      {item.code}
      {most}
      <span class="visually-hidden"> {item.name}</span>
    </th>
  )
}

type RowProps = {
  row: BoardRow
  items: readonly CriteriaItem[]
  most: Points
  version: CampaignSeen['version']
}

function HeatRow({ row, items, most, version }: RowProps) {
  const { locale } = useRequest()
  const grade = gradeOf(version.table, row.total)
  return (
    <tr>
      <th scope="row">
        <a href={sheetAddress(row.sheet.id)}>{row.sheet.unitName}</a>
      </th>
      <td class="numeric">{row.rank}</td>
      <td class="numeric">
        <strong>{showPoints(row.total, locale)}</strong>{' '}
        <span class="soft small">{showShare(shareOf(Math.max(0, row.total), most), locale)}</span>
      </td>
      <td>{grade && <Tag tone={gradeTones[grade.code] ?? 'quiet'}>{grade.name[locale]}</Tag>}</td>
      {items.map((item) => {
        const points = row.points.get(item.code) ?? null
        const shade = isExtra(item.rule) ? undefined : `heat-${Math.max(1, levelOf(points, item.most))}`
        return (
          <td class={`numeric ${shade ?? ''}`} key={item.code}>
            {points === null ? '–' : showPoints(points, locale)}
          </td>
        )
      })}
      <td>
        <StatusTag look={stateLooks[row.sheet.state]}>{stateWords[row.sheet.state][locale]}</StatusTag>
      </td>
    </tr>
  )
}

import { showDay, showTime } from '../../../lib/calendar/day.ts'
import { words } from '../../../lib/text/words.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { BarChart } from '../../../ui/charts/bar-chart.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Form } from '../../../ui/form.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { useRequest } from '../../../ui/request.ts'
import { Stat, Stats } from '../../../ui/stat.tsx'
import { Tabs } from '../../../ui/tabs.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { gradeOf, itemsOf, mostOf } from '../criteria.ts'
import { shareOf, showPoints, showShare } from '../points.ts'
import { isExtra } from '../rule.ts'
import { campaignAddress } from '../score.ts'
import { texts } from '../scoring.texts.ts'
import type { CampaignSeen } from '../scoring.ts'
import { ScoreHeat } from './score-heat.tsx'

export type CampaignView = 'board' | 'risks' | 'results'

/** Title, state and views of a campaign, the same on its three pages. */
export function CampaignHead({ seen, here }: { seen: CampaignSeen; here: CampaignView }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { campaign, version } = seen
  const at = campaignAddress(campaign.id)
  const tabs = { board: at, risks: `${at}/risks`, results: `${at}/results` }
  const labels = { board: t.board, risks: t.atRisk, results: t.results }
  return (
    <>
      <PageHead
        kicker={`${t.year} ${campaign.year} · ${t.selfDue}: ${showDay(campaign.selfDue)} · ${t.explainDue}: ${showDay(campaign.explainDue)}`}
        title={campaign.name}
        lead={<a href={`/scoring/criteria/${version.id}`}>{version.setName}</a>}
        tags={<CampaignTags seen={seen} />}
        actions={<CampaignActions seen={seen} />}
      />
      <Tabs
        label={campaign.name}
        tabs={(['board', 'risks', 'results'] as const).map((v) => ({
          href: tabs[v],
          label: labels[v],
          current: v === here,
        }))}
      />
    </>
  )
}

function CampaignTags({ seen: { campaign, version } }: { seen: CampaignSeen }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <>
      {campaign.publishedAt ? (
        <Tag tone="good" icon="stamp">
          {t.published}
        </Tag>
      ) : (
        <Tag tone="info" icon="clock">
          {t.running}
        </Tag>
      )}
      {version.unverified && (
        <Tag tone="warn" icon="warning">
          {locale === 'vi' ? 'Bộ tiêu chí chưa xác minh' : 'Criteria unverified'}
        </Tag>
      )}
      {!campaign.publishedAt && campaign.computedAt && (
        <span class="soft small">{t.computedAt(showTime(campaign.computedAt))}</span>
      )}
    </>
  )
}

function CampaignActions({ seen: { campaign, mayRun } }: { seen: CampaignSeen }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const at = campaignAddress(campaign.id)
  return (
    <>
      {mayRun && !campaign.publishedAt && (
        <Form action={`${at}/computing`} bare>
          <Button kind="secondary" icon="refresh">
            {t.computeAgain}
          </Button>
        </Form>
      )}
      <ButtonLink href={`${at}/results.xlsx`} kind="secondary" icon="download" download>
        {t.downloadXlsx}
      </ButtonLink>
      <ButtonLink href={`${at}/results.docx`} kind="secondary" icon="download" download>
        {t.downloadDocx}
      </ButtonLink>
    </>
  )
}

/** A campaign at one look: how far it is, how units stand, where points lie. */
export function CampaignBoardPage({ seen }: { seen: CampaignSeen }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const most = mostOf(seen.version.table)
  return (
    <>
      <CampaignHead seen={seen} here="board" />
      {seen.rows.length === 0 ? (
        <EmptyState title={t.noRows} />
      ) : (
        <>
          <CampaignStats seen={seen} />
          <div class="columns">
            <GradeChart seen={seen} />
            <ItemChart seen={seen} />
          </div>
          <ScoreHeat rows={seen.rows} version={seen.version} most={most} />
        </>
      )}
    </>
  )
}

function CampaignStats({ seen }: { seen: CampaignSeen }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { tally, rows } = seen
  const at = campaignAddress(seen.campaign.id)
  const most = mostOf(seen.version.table)
  const average = Math.round(rows.reduce((sum, r) => sum + r.total, 0) / rows.length)
  return (
    <Stats>
      <Stat
        label={t.average}
        value={showPoints(Math.floor(average / 100) * 100, locale)}
        of={`/ ${showPoints(most, locale)}`}
        note={showShare(shareOf(Math.max(0, average), most), locale)}
        icon="chart"
        tone="accent"
        href={`${at}/results`}
      />
      <Stat label={t.locked} value={String(tally.locked)} of={`/ ${tally.sheets}`} icon="lock" href={at} />
      <Stat label={t.settled} value={String(tally.settled)} of={`/ ${tally.sheets}`} icon="eye" href={at} />
      <Stat
        label={t.atRisk}
        value={showPoints(tally.winnable, locale)}
        icon="flag"
        tone={tally.winnable > 0 ? 'warn' : 'quiet'}
        href={`${at}/risks`}
      />
    </Stats>
  )
}

export function GradeChart({ seen }: { seen: CampaignSeen }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { table } = seen.version
  const counts = table.grades.map((grade) => ({
    grade,
    n: seen.rows.filter((r) => gradeOf(table, r.total)?.code === grade.code).length,
  }))
  const [best] = counts
  return (
    <BarChart
      title={t.gradesTitle}
      description={t.gradesSay(best?.n ?? 0, seen.rows.length, best?.grade.name[locale] ?? '')}
      bars={counts.map(({ grade, n }) => ({ label: grade.name[locale], value: n, text: String(n) }))}
    />
  )
}

function ItemChart({ seen }: { seen: CampaignSeen }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const items = itemsOf(seen.version.table).filter((i) => !isExtra(i.rule))
  const bars = items.map((item) => {
    const sum = seen.rows.reduce((s, r) => s + Math.max(0, r.points.get(item.code) ?? 0), 0)
    const share = shareOf(sum, item.most * seen.rows.length)
    return { label: `${item.code}. ${item.name}`, value: share / 100, text: showShare(share, locale) }
  })
  const low = bars.toSorted((a, b) => a.value - b.value)[0]
  return (
    <BarChart
      title={t.byItem}
      description={low ? t.byItemSays(low.label, low.text) : ''}
      bars={bars}
      max={100}
    />
  )
}

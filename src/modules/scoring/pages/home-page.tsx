import { showDay } from '../../../lib/calendar/day.ts'
import { words } from '../../../lib/text/words.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { Progress } from '../../../ui/progress.tsx'
import { useRequest } from '../../../ui/request.ts'
import { Table } from '../../../ui/table.tsx'
import { StatusTag, Tag } from '../../../ui/tag.tsx'
import { showPoints } from '../points.ts'
import { campaignAddress, isUnlocked, sheetAddress } from '../score.ts'
import { stateWords, texts } from '../scoring.texts.ts'
import type { ScoringHome } from '../scoring.ts'
import { stateLooks } from './looks.ts'

/** The start of scoring: the own sheets first, then the campaigns of the province. */
export function ScoringHomePage({ campaigns, mine, mayRun }: ScoringHome) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const actions = (
    <>
      {mayRun && (
        <ButtonLink href="/scoring/campaigns/new" icon="add">
          {t.openCampaign}
        </ButtonLink>
      )}
      <ButtonLink href="/scoring/criteria" kind="secondary" icon="tasks">
        {t.criteria}
      </ButtonLink>
    </>
  )
  return (
    <>
      <PageHead title={t.scoring} lead={t.scoringLead} actions={actions} />
      {mine.length > 0 && (
        <Panel title={t.mySheets}>
          <MySheets mine={mine} />
        </Panel>
      )}
      {campaigns.length === 0 ? (
        <EmptyState title={t.noCampaigns}>{t.noCampaignsWhy}</EmptyState>
      ) : (
        <Panel title={t.campaigns}>
          <Campaigns campaigns={campaigns} />
        </Panel>
      )}
    </>
  )
}

function MySheets({ mine }: Pick<ScoringHome, 'mine'>) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <Table
      caption={t.mySheets}
      silentCaption
      rows={mine}
      rowKey={(s) => s.id}
      columns={[
        {
          key: 'campaign',
          label: t.campaign,
          main: true,
          width: 'wide',
          cell: (s) => (
            <>
              <a href={sheetAddress(s.id)}>{s.campaign.name}</a>
              <div class="soft small">{s.unitName}</div>
            </>
          ),
        },
        {
          key: 'state',
          label: t.state,
          cell: (s) => <StatusTag look={stateLooks[s.state]}>{stateWords[s.state][locale]}</StatusTag>,
        },
        {
          key: 'due',
          label: t.selfDue,
          numeric: true,
          cell: (s) => (isUnlocked(s.state) ? showDay(s.selfDue) : '–'),
        },
        {
          key: 'total',
          label: t.total,
          numeric: true,
          cell: (s) => showPoints(s.finalTotal ?? s.selfTotal, locale),
        },
        {
          key: 'risk',
          label: t.atRisk,
          numeric: true,
          cell: (s) => (isUnlocked(s.state) ? showPoints(s.winnableTotal, locale) : '–'),
        },
      ]}
    />
  )
}

function Campaigns({ campaigns }: Pick<ScoringHome, 'campaigns'>) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <Table
      caption={t.campaigns}
      silentCaption
      rows={campaigns}
      rowKey={(c) => c.id}
      columns={[
        {
          key: 'name',
          label: t.campaign,
          main: true,
          width: 'wide',
          cell: (c) => (
            <>
              <a href={campaignAddress(c.id)}>{c.name}</a>
              <div class="soft small">{c.setName}</div>
            </>
          ),
        },
        { key: 'year', label: t.year, numeric: true, cell: (c) => String(c.year) },
        {
          key: 'state',
          label: t.state,
          cell: (c) =>
            c.publishedAt ? (
              <Tag tone="good" icon="stamp">
                {t.published}
              </Tag>
            ) : (
              <Tag tone="info" icon="clock">
                {t.running}
              </Tag>
            ),
        },
        {
          key: 'locked',
          label: t.locked,
          cell: (c) => (
            <Progress
              silent
              label={t.locked}
              value={c.tally.locked}
              max={Math.max(1, c.tally.sheets)}
              text={`${c.tally.locked} / ${c.tally.sheets}`}
            />
          ),
        },
        {
          key: 'settled',
          label: t.settled,
          cell: (c) => (
            <Progress
              silent
              label={t.settled}
              value={c.tally.settled}
              max={Math.max(1, c.tally.sheets)}
              text={`${c.tally.settled} / ${c.tally.sheets}`}
            />
          ),
        },
      ]}
    />
  )
}

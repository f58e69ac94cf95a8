import { showTime } from '../../../lib/calendar/day.ts'
import type { Fault } from '../../../lib/errors.ts'
import { words } from '../../../lib/text/words.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { useRequest } from '../../../ui/request.ts'
import { Table } from '../../../ui/table.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { gradeOf, mostOf } from '../criteria.ts'
import { shareOf, showPoints, showShare } from '../points.ts'
import { campaignAddress, sheetAddress } from '../score.ts'
import { texts } from '../scoring.texts.ts'
import type { CampaignSeen } from '../scoring.ts'
import { CampaignHead, GradeChart } from './board-page.tsx'
import { gradeTones } from './looks.ts'

export type ResultsProps = {
  seen: CampaignSeen
  /** May this person open the sheet of a unit? */
  mayOpen: (unitId: number) => boolean
  faults: readonly Fault[]
}

/** The ranking, as it is announced; provisional until it is published. */
export function ResultsPage({ seen, mayOpen, faults }: ResultsProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { campaign, tally } = seen
  return (
    <>
      <ErrorSummary faults={faults} />
      <CampaignHead seen={seen} here="results" />
      {campaign.publishedAt ? (
        <Notice tone="good" title={campaign.decision ?? t.published}>
          {`${campaign.publishedByName}, ${showTime(campaign.publishedAt)}`}
        </Notice>
      ) : (
        <Notice tone="info" title={t.notYetPublished}>
          {t.notYetWhy(tally.sheets - tally.settled)}
        </Notice>
      )}
      {seen.mayRun && !campaign.publishedAt && tally.settled === tally.sheets && (
        <Panel title={t.publish}>
          <Form action={`${campaignAddress(campaign.id)}/publication`} faults={faults}>
            <TextInput name="decision" label={t.decision} hint={t.decisionHint} optional width="l" />
            <Button icon="stamp">{t.publish}</Button>
          </Form>
        </Panel>
      )}
      <GradeChart seen={seen} />
      <Ranking seen={seen} mayOpen={mayOpen} />
    </>
  )
}

function Ranking({ seen, mayOpen }: Omit<ResultsProps, 'faults'>) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { table } = seen.version
  const most = mostOf(table)
  return (
    <Table
      caption={t.results}
      dense
      narrow="scroll"
      rows={seen.rows}
      rowKey={(r) => r.sheet.id}
      columns={[
        { key: 'rank', label: t.rank, numeric: true, width: 'narrow', cell: (r) => String(r.rank) },
        {
          key: 'unit',
          label: t.unit,
          main: true,
          width: 'wide',
          cell: (r) =>
            mayOpen(r.sheet.unitId) ? (
              <a href={sheetAddress(r.sheet.id)}>{r.sheet.unitName}</a>
            ) : (
              r.sheet.unitName
            ),
        },
        { key: 'total', label: t.total, numeric: true, cell: (r) => showPoints(r.total, locale) },
        {
          key: 'share',
          label: t.share,
          numeric: true,
          cell: (r) => showShare(shareOf(Math.max(0, r.total), most), locale),
        },
        {
          key: 'grade',
          label: t.grade,
          cell: (r) => {
            const grade = gradeOf(table, r.total)
            return grade && <Tag tone={gradeTones[grade.code] ?? 'quiet'}>{grade.name[locale]}</Tag>
          },
        },
      ]}
    />
  )
}

import { showDay, showTime } from '../../../lib/calendar/day.ts'
import { words } from '../../../lib/text/words.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { useRequest } from '../../../ui/request.ts'
import { Stat, Stats } from '../../../ui/stat.tsx'
import { StatusTag, Tag } from '../../../ui/tag.tsx'
import { Timeline } from '../../../ui/timeline.tsx'
import { gradeOf, mostOf } from '../criteria.ts'
import { shareOf, showPoints, showShare } from '../points.ts'
import { campaignAddress, isUnlocked, sheetAddress } from '../score.ts'
import { stateWords, texts } from '../scoring.texts.ts'
import type { SheetSeen } from '../scoring.ts'
import { gradeTones, stateLooks } from './looks.ts'
import { ScoreColumns, ScoreLine, SheetRows } from './score-line.tsx'
import {
  ExplainForm,
  ExtendForm,
  LockForm,
  LockInstead,
  SelfForm,
  type SheetPageProps,
} from './sheet-forms.tsx'

/** The sheet of a unit: filled by the program, changed and locked by the unit, read by everyone in reach. */
export function SheetPage(props: SheetPageProps) {
  const { seen, today, faults } = props
  const { sheet, mayScore, mayRun } = seen
  const isOpen = isUnlocked(sheet.state)
  const scoring = mayScore && isOpen && today <= sheet.selfDue
  const explaining = mayScore && sheet.state === 'explanation' && today <= seen.campaign.explainDue
  return (
    <>
      <ErrorSummary faults={faults} />
      <SheetHead seen={seen} />
      <SheetStats seen={seen} />
      {scoring ? (
        <SelfForm {...props} />
      ) : explaining ? (
        <ExplainForm {...props} />
      ) : (
        <SheetRows
          seen={seen}
          line={(line) => (
            <ScoreLine seen={seen} line={line} key={line.item.code}>
              <ScoreColumns line={line} />
            </ScoreLine>
          )}
        />
      )}
      {scoring && <LockForm {...props} />}
      {mayRun && isOpen && today > sheet.selfDue && !mayScore && <LockInstead seen={seen} />}
      {mayRun && isOpen && <ExtendForm {...props} />}
      <History seen={seen} />
    </>
  )
}

function SheetHead({ seen }: { seen: SheetSeen }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { sheet, campaign, version } = seen
  const at = sheetAddress(sheet.id)
  const appraising = seen.mayAppraise && !isUnlocked(sheet.state) && sheet.state !== 'published'
  const lead = <a href={campaignAddress(campaign.id)}>{campaign.name}</a>
  return (
    <PageHead
      kicker={`${t.sheet} · ${t.year} ${campaign.year}`}
      title={sheet.unitName}
      lead={lead}
      tags={
        <>
          <StatusTag look={stateLooks[sheet.state]}>
            {sheet.settledAt && sheet.state !== 'published'
              ? t.settledSheet
              : stateWords[sheet.state][locale]}
          </StatusTag>
          {isUnlocked(sheet.state) && <Tag icon="calendar">{`${t.selfDue}: ${showDay(sheet.selfDue)}`}</Tag>}
          {version.unverified && (
            <Tag tone="warn" icon="warning">
              {locale === 'vi' ? 'Bộ tiêu chí chưa xác minh' : 'Criteria unverified'}
            </Tag>
          )}
        </>
      }
      actions={
        <>
          {appraising && (
            <ButtonLink href={`${at}/appraisal`} icon="eye">
              {t.appraise}
            </ButtonLink>
          )}
          <ButtonLink href={`${at}/table.docx`} kind="secondary" icon="download" download>
            {t.downloadDocx}
          </ButtonLink>
          <ButtonLink href={`${at}/table.xlsx`} kind="secondary" icon="download" download>
            {t.downloadXlsx}
          </ButtonLink>
          <ButtonLink href={`${at}/export/evidence.zip`} kind="secondary" icon="download" download>
            {t.bundle}
          </ButtonLink>
        </>
      }
    />
  )
}

function SheetStats({ seen }: { seen: SheetSeen }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { sheet, version, lines } = seen
  const most = mostOf(version.table)
  const isOpen = isUnlocked(sheet.state)
  const self = lines.reduce((sum, l) => sum + (l.score.self ?? l.score.computed ?? 0), 0)
  const computed = lines.reduce((sum, l) => sum + (l.score.computed ?? 0), 0)
  const winnable = lines.reduce((sum, l) => sum + l.score.winnable, 0)
  const total = sheet.finalTotal ?? self
  const grade = gradeOf(version.table, total)
  return (
    <Stats>
      <Stat
        label={sheet.finalTotal === null ? t.selfPoints : t.total}
        value={showPoints(total, locale)}
        of={`/ ${showPoints(most, locale)}`}
        note={showShare(shareOf(Math.max(0, total), most), locale)}
        icon="chart"
        tone="accent"
      />
      <Stat label={t.programPoints} value={showPoints(computed, locale)} icon="settings" />
      {grade && (
        <Stat
          label={t.grade}
          value={grade.name[locale]}
          icon="medal"
          tone={gradeTones[grade.code] ?? 'quiet'}
        />
      )}
      {isOpen && (
        <Stat
          label={t.atRisk}
          value={showPoints(winnable, locale)}
          icon="flag"
          tone={winnable > 0 ? 'warn' : 'quiet'}
        />
      )}
    </Stats>
  )
}

function History({ seen: { steps, sheet } }: { seen: SheetSeen }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  if (steps.length === 0) return null
  return (
    <Panel title={t.history}>
      {sheet.signedFileId !== null && (
        <p>
          <a href={`${sheetAddress(sheet.id)}/signed/file`}>{t.signed}</a>
        </p>
      )}
      <Timeline
        entries={steps.toReversed().map((step) => ({
          key: step.id,
          title: step.from === step.to ? (step.note ?? '') : stateWords[step.to][locale],
          by: step.actorName,
          when: showTime(step.at),
          dateTime: step.at.toISOString(),
          icon: stateLooks[step.to].icon,
          ...(step.from !== step.to && step.note ? { children: <p class="small">{step.note}</p> } : {}),
        }))}
      />
    </Panel>
  )
}

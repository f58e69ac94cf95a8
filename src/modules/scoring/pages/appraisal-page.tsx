import { showDay } from '../../../lib/calendar/day.ts'
import type { Fault } from '../../../lib/errors.ts'
import { words } from '../../../lib/text/words.ts'
import { Button, ButtonGroup, ButtonLink } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form, type FormValues } from '../../../ui/form.tsx'
import { NumberInput } from '../../../ui/number-input.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { useRequest } from '../../../ui/request.ts'
import { StatusTag } from '../../../ui/tag.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { type Points, showPoints } from '../points.ts'
import { isExtra, rangeOf } from '../rule.ts'
import { isUnlocked, selfPoints, sheetAddress } from '../score.ts'
import { stateWords, texts } from '../scoring.texts.ts'
import type { SheetLine, SheetSeen } from '../scoring.ts'
import { stateLooks } from './looks.ts'
import { ScoreLine, SheetRows } from './score-line.tsx'

export interface AppraisalProps {
  seen: SheetSeen
  today: string
  /** Codes of the lines that this round looks at. */
  inRound: ReadonlySet<string>
  values: FormValues
  faults: readonly Fault[]
}

/** The appraiser's page: self, computed, evidence and the own column, with the difference. */
export function AppraisalPage(props: AppraisalProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { seen, faults } = props
  const { sheet, campaign } = seen
  const isOver = sheet.settledAt !== null || sheet.state === 'published' || isUnlocked(sheet.state)
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead
        kicker={`${t.appraisal} · ${t.year} ${campaign.year}`}
        title={sheet.unitName}
        lead={<a href={sheetAddress(sheet.id)}>{t.sheet}</a>}
        tags={<StatusTag look={stateLooks[sheet.state]}>{stateWords[sheet.state][locale]}</StatusTag>}
        actions={
          <ButtonLink
            href={`${sheetAddress(sheet.id)}/export/evidence.zip`}
            kind="secondary"
            icon="download"
            download
          >
            {t.bundle}
          </ButtonLink>
        }
      />
      {isOver ? (
        <EmptyState title={t.nothingToAppraise}>{stateWords[sheet.state][locale]}</EmptyState>
      ) : sheet.state === 'explanation' ? (
        <Waiting {...props} />
      ) : (
        <Appraising {...props} />
      )}
    </>
  )
}

function Waiting({ seen, today }: AppraisalProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { sheet, campaign } = seen
  return (
    <EmptyState
      title={stateWords.explanation[locale]}
      action={
        today > campaign.explainDue ? (
          <Form action={`${sheetAddress(sheet.id)}/explanation-end`} bare>
            <Button>{t.endExplanation}</Button>
          </Form>
        ) : undefined
      }
    >
      {`${t.explainDue}: ${showDay(campaign.explainDue)}`}
    </EmptyState>
  )
}

function Appraising({ seen, inRound, values, faults }: AppraisalProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const at = sheetAddress(seen.sheet.id)
  return (
    <>
      <Form
        action={`${at}/appraisal`}
        values={values}
        faults={faults}
        draft={`appraisal-${seen.sheet.id}-${seen.sheet.version}`}
      >
        <input type="hidden" name="version" value={String(seen.sheet.version)} />
        <SheetRows
          seen={seen}
          line={(line) => (
            <ScoreLine seen={seen} line={line} key={line.item.code}>
              <Compared seen={seen} line={line} />
              {inRound.has(line.item.code) && <AppraisalFields line={line} />}
            </ScoreLine>
          )}
        />
        <Button icon="done">{t.saveAppraisal}</Button>
      </Form>
      {seen.sheet.state !== 'self_locked' && (
        <Panel title={t.endRound}>
          <p>{t.endRoundWhy}</p>
          <Form action={`${at}/appraisal-end`} bare>
            <ButtonGroup>
              <Button kind="secondary" icon="send">
                {t.endRound}
              </Button>
            </ButtonGroup>
          </Form>
        </Panel>
      )}
    </>
  )
}

function Compared({ seen, line: { item, score } }: { seen: SheetSeen; line: SheetLine }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const self = selfPoints(score)
  const own = seen.sheet.state === 'appraisal_2' ? (score.second ?? score.first) : score.first
  const show = (points: Points | null) => (points === null ? '–' : showPoints(points, locale))
  const difference = own === null || self === null ? null : own - self
  const sign = difference !== null && difference > 0 ? '+' : ''
  const extra = isExtra(item.rule)
  return (
    <dl class="score-columns">
      {!extra && (
        <>
          <Figure label={t.selfPoints} figure={show(self)} note={score.selfNote} />
          <Figure label={t.programPoints} figure={show(score.computed)} />
        </>
      )}
      {score.first !== null && <Figure label={t.first} figure={show(score.first)} note={score.firstNote} />}
      {score.explanation && <Figure label={t.explanation} figure="" note={score.explanation} />}
      {score.second !== null && (
        <Figure label={t.second} figure={show(score.second)} note={score.secondNote} />
      )}
      {!extra && <Figure label={t.difference} figure={sign + show(difference)} />}
    </dl>
  )
}

function Figure({ label, figure, note }: { label: string; figure: string; note?: string | null }) {
  return (
    <div>
      <dt>{label}</dt>
      {figure && <dd class="score-figure">{figure}</dd>}
      {note && <dd class="small">{note}</dd>}
    </div>
  )
}

function AppraisalFields({ line: { item } }: { line: SheetLine }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const range = rangeOf(item.rule, item.most)
  return (
    <div class="score-fields">
      <NumberInput
        name={`points-${item.code}`}
        label={`${t.yourPoints}, ${item.code}`}
        hint={t.selfHintManual(showPoints(range.least, locale), showPoints(range.most, locale))}
        optional={isExtra(item.rule)}
        decimal
      />
      <TextArea
        name={`note-${item.code}`}
        label={`${t.appraisalNote}, ${item.code}`}
        rows={2}
        limit={1000}
        optional
      />
    </div>
  )
}

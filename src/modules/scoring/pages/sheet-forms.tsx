import type { Fault } from '../../../lib/errors.ts'
import { words } from '../../../lib/text/words.ts'
import { Button, ButtonGroup } from '../../../ui/button.tsx'
import { Checkboxes } from '../../../ui/choices.tsx'
import { DateInput } from '../../../ui/date-input.tsx'
import { Details } from '../../../ui/details.tsx'
import { FileInput } from '../../../ui/file-input.tsx'
import { Form, type FormValues } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { NumberInput } from '../../../ui/number-input.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { useRequest } from '../../../ui/request.ts'
import { TextArea } from '../../../ui/text-area.tsx'
import { showPoints } from '../points.ts'
import { isComputed, isExtra, rangeOf, typedNumbers } from '../rule.ts'
import { differs, sheetAddress } from '../score.ts'
import { texts } from '../scoring.texts.ts'
import type { SheetLine, SheetSeen } from '../scoring.ts'
import { ScoreColumns, ScoreLine, SheetRows } from './score-line.tsx'

export interface SheetPageProps {
  seen: SheetSeen
  today: string
  /** What stands against the lock, in words. */
  missing: readonly { itemCode: string; vi: string; en: string }[]
  values: FormValues
  faults: readonly Fault[]
}

/** The self-score: one form over all lines, because an official fills it in one sitting. */
export function SelfForm({ seen, values, faults }: SheetPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { sheet } = seen
  return (
    <Form
      action={`${sheetAddress(sheet.id)}/self-score`}
      values={values}
      faults={faults}
      draft={`score-${sheet.id}-${sheet.version}`}
    >
      <input type="hidden" name="version" value={String(sheet.version)} />
      <SheetRows
        seen={seen}
        line={(line) => (
          <ScoreLine seen={seen} line={line} key={line.item.code}>
            {!isExtra(line.item.rule) && <SelfFields seen={seen} line={line} />}
          </ScoreLine>
        )}
      />
      <ButtonGroup>
        <Button icon="done">{t.save}</Button>
      </ButtonGroup>
    </Form>
  )
}

function SelfFields({ seen, line: { item } }: { seen: SheetSeen; line: SheetLine }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const range = rangeOf(item.rule, item.most)
  const bounds = t.selfHintManual(showPoints(range.least, locale), showPoints(range.most, locale))
  const typed = typedNumbers(item.rule)
  const found = new Set((seen.proofs.byItem.get(item.code) ?? []).filter((p) => p.found).map((p) => p.id))
  const choices = seen.proofs.all.filter((p) => !found.has(p.id)).slice(0, 60)
  return (
    <div class="score-fields">
      {typed.map((number) => (
        <NumberInput
          key={number.key}
          name={`typed-${item.code}-${number.key}`}
          label={number.label}
          optional
        />
      ))}
      <NumberInput
        name={`self-${item.code}`}
        label={`${t.selfPoints}, ${item.code}`}
        hint={isComputed(item.rule) || typed.length > 0 ? t.selfHint : bounds}
        optional={isComputed(item.rule) || typed.length > 0}
        decimal
      />
      <TextArea
        name={`note-${item.code}`}
        label={`${t.selfNote}, ${item.code}`}
        hint={t.selfNoteHint}
        rows={2}
        limit={1000}
        optional
      />
      {choices.length > 0 && (
        <Details summary={`${t.chooseEvidence} (${choices.length})`}>
          <Checkboxes
            name={`evidence-${item.code}`}
            label={`${t.chooseEvidence}, ${item.code}`}
            optional
            choices={choices.map((p) => ({
              value: String(p.id),
              label: p.caption,
              hint: p.what ?? undefined,
            }))}
          />
        </Details>
      )}
    </div>
  )
}

/** Ends the self-score; says what is missing before anybody tries. */
export function LockForm({ seen, missing }: SheetPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <Panel title={t.lock} id="lock">
      {missing.length > 0 ? (
        <Notice tone="warn" title={t.stillMissing}>
          <ul>
            {missing.map((m) => (
              <li key={m.itemCode}>
                <a href={`#line-${m.itemCode}`}>{m[locale]}</a>
              </li>
            ))}
          </ul>
        </Notice>
      ) : (
        <Form action={`${sheetAddress(seen.sheet.id)}/lock`} files>
          <p>{t.lockWhy}</p>
          <FileInput name="signed" label={t.signedFile} accept=".pdf,image/*" optional />
          <Button icon="lock">{t.lock}</Button>
        </Form>
      )}
    </Panel>
  )
}

export function LockInstead({ seen }: { seen: SheetSeen }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <Panel title={t.lockInstead}>
      <p>{t.lockInsteadWhy}</p>
      <Form action={`${sheetAddress(seen.sheet.id)}/lock`} files>
        <Button kind="secondary" icon="lock">
          {t.lockInstead}
        </Button>
      </Form>
    </Panel>
  )
}

export function ExtendForm({ seen, values, faults }: SheetPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const isKept = faults.some((f) => f.field === 'day' || f.field === 'reason')
  return (
    <Details summary={t.extend} open={isKept}>
      <Form
        action={`${sheetAddress(seen.sheet.id)}/extension`}
        values={isKept ? values : {}}
        faults={isKept ? faults : []}
      >
        <DateInput name="day" label={t.newDay} />
        <TextArea name="reason" label={t.reason} rows={2} limit={500} />
        <Button kind="secondary">{t.extend}</Button>
      </Form>
    </Details>
  )
}

/** The unit answers the lines on which the appraisal differs. */
export function ExplainForm({ seen, values, faults }: SheetPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const disputed = seen.lines.filter((l) => !isExtra(l.item.rule) && differs(l.score))
  return (
    <>
      <Notice tone="warn">{t.explainWhy(disputed.length)}</Notice>
      <Form
        action={`${sheetAddress(seen.sheet.id)}/explanations`}
        values={values}
        faults={faults}
        draft={`explain-${seen.sheet.id}`}
      >
        <SheetRows
          seen={seen}
          line={(line) => (
            <ScoreLine seen={seen} line={line} key={line.item.code}>
              <ScoreColumns line={line} />
              {disputed.includes(line) && (
                <TextArea
                  name={`explain-${line.item.code}`}
                  label={`${t.explanation}, ${line.item.code}`}
                  rows={3}
                  limit={2000}
                />
              )}
            </ScoreLine>
          )}
        />
        <Button icon="send">{t.explain}</Button>
      </Form>
    </>
  )
}

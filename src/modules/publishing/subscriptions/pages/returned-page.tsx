import type { Locale } from '../../../../lib/actor.ts'
import { showTime } from '../../../../lib/calendar/day.ts'
import type { Fault } from '../../../../lib/errors.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button } from '../../../../ui/button.tsx'
import { CopyButton } from '../../../../ui/copy-button.tsx'
import { Details } from '../../../../ui/details.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { FileInput } from '../../../../ui/file-input.tsx'
import { Form } from '../../../../ui/form.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { Stat, Stats } from '../../../../ui/stat.tsx'
import { Table } from '../../../../ui/table.tsx'
import { type StatusLook, StatusTag } from '../../../../ui/tag.tsx'
import type { ReturnLine, ReturnOutcome } from '../returned.sql.ts'
import { texts } from '../returned.texts.ts'
import { LetterTabs } from './letter-tabs.tsx'

const looks: Record<ReturnOutcome, StatusLook> = {
  ended: { tone: 'bad', icon: 'close' },
  counted: { tone: 'warn', icon: 'return' },
  delay: { tone: 'info', icon: 'clock' },
  complaint: { tone: 'bad', icon: 'flag' },
  unknown: { tone: 'quiet', icon: 'circle' },
  none: { tone: 'quiet', icon: 'circle' },
}

export interface ReturnedFacts {
  locale: Locale
  lines: readonly ReturnLine[]
  counts: Record<ReturnOutcome, number>
  mayWork: boolean
  /** What the mail server runs, key included; null: this person is not shown it. */
  command: string | null
  faults: readonly Fault[]
}

export function ReturnedPage(facts: ReturnedFacts) {
  const { locale, lines, counts } = facts
  const w = words(texts, locale)
  return (
    <>
      <ErrorSummary faults={facts.faults} />
      <PageHead title={w.title} lead={w.lead} />
      <LetterTabs locale={locale} current="/newsletters/returned" />
      <Stats>
        {(['ended', 'counted', 'delay', 'complaint'] as const).map((outcome) => (
          <Stat key={outcome} label={`${w[outcome]} (${w.lastDays})`} value={String(counts[outcome])} />
        ))}
      </Stats>
      <p class="soft">{w.rule}</p>
      {lines.length === 0 ? (
        <EmptyState title={w.empty}>{w.emptyBody}</EmptyState>
      ) : (
        <Table
          caption={w.title}
          rows={lines}
          rowKey={(line) => String(line.id)}
          narrow="cards"
          columns={[
            { key: 'at', label: w.at, main: true, cell: (line) => showTime(line.at) },
            {
              key: 'outcome',
              label: w.outcome,
              cell: ({ outcome }) => <StatusTag look={looks[outcome]}>{w[outcome]}</StatusTag>,
            },
            { key: 'status', label: w.status, cell: (line) => line.status },
            {
              key: 'issue',
              label: w.issue,
              cell: (line) =>
                line.newsletterId && <a href={`/newsletters/${line.newsletterId}`}>{line.subject}</a>,
            },
          ]}
        />
      )}
      {facts.mayWork && (
        <Panel title={w.handIn}>
          <Form action="/newsletters/returned" faults={facts.faults} files>
            <FileInput
              name="letters"
              label={w.files}
              hint={w.filesHint}
              accept=".eml,message/rfc822"
              multiple
            />
            <Button icon="upload">{w.handIn}</Button>
          </Form>
        </Panel>
      )}
      <Details summary={w.connect}>
        <p>{w.connectBody}</p>
        {facts.command === null ? (
          <p class="soft">{w.connectWho}</p>
        ) : (
          <div class="stack">
            <p class="command">
              <code>{facts.command}</code>
            </p>
            <CopyButton text={facts.command} what={w.connect} />
          </div>
        )}
      </Details>
    </>
  )
}

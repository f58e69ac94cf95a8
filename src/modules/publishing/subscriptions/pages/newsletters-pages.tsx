import type { Locale } from '../../../../lib/actor.ts'
import { dayOf, showDay, showTime } from '../../../../lib/calendar/day.ts'
import type { Fault } from '../../../../lib/errors.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button, ButtonGroup, ButtonLink } from '../../../../ui/button.tsx'
import { Details } from '../../../../ui/details.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Form, type FormValues } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { Stat, Stats } from '../../../../ui/stat.tsx'
import { Table } from '../../../../ui/table.tsx'
import { type StatusLook, StatusTag } from '../../../../ui/tag.tsx'
import { TextArea } from '../../../../ui/text-area.tsx'
import { TextInput } from '../../../../ui/text-input.tsx'
import { publicationAddress } from '../../publication.ts'
import type { Tally } from '../deliveries.sql.ts'
import type { Issue, IssueState } from '../newsletters.sql.ts'
import type { ShownIssue } from '../newsletters.ts'
import { texts } from '../subscriptions.texts.ts'
import { LetterTabs } from './letter-tabs.tsx'

const looks: Record<IssueState, StatusLook> = {
  draft: { tone: 'warn', icon: 'clock' },
  sending: { tone: 'info', icon: 'send' },
  sent: { tone: 'good', icon: 'check' },
  dropped: { tone: 'quiet', icon: 'close' },
}

interface ListFacts {
  locale: Locale
  issues: readonly (Issue & { tally: Tally })[]
  readers: { asked: number; confirmed: number; bad: number }
}

export function NewslettersPage({ locale, issues, readers }: ListFacts) {
  const w = words(texts, locale)
  return (
    <>
      <PageHead title={w.newsletters} lead={w.newslettersLead} />
      <LetterTabs locale={locale} current="/newsletters" />
      <Stats>
        <Stat label={w.readers} value={String(readers.confirmed)} />
        <Stat label={w.readersAsked} value={String(readers.asked)} />
        <Stat label={w.readersBad} value={String(readers.bad)} />
      </Stats>
      {issues.length === 0 ? (
        <EmptyState title={w.none}>{w.noneBody}</EmptyState>
      ) : (
        <Table
          caption={w.newsletters}
          rows={issues}
          rowKey={(issue) => String(issue.id)}
          narrow="cards"
          columns={[
            {
              key: 'subject',
              label: w.issue,
              main: true,
              cell: (issue) => <a href={`/newsletters/${issue.id}`}>{issue.subject}</a>,
            },
            { key: 'rhythm', label: w.rhythmShort, cell: (issue) => w[issue.rhythm] },
            { key: 'texts', label: w.texts, numeric: true, cell: (issue) => issue.publicationIds.length },
            {
              key: 'state',
              label: w.state,
              cell: (issue) => <StatusTag look={looks[issue.state]}>{w[issue.state]}</StatusTag>,
            },
            { key: 'sent', label: w.sentTo, numeric: true, cell: (issue) => issue.tally.sent },
            { key: 'unsure', label: w.unsure, numeric: true, cell: (issue) => issue.tally.unsure },
            { key: 'failed', label: w.failed, numeric: true, cell: (issue) => issue.tally.failed },
            { key: 'returned', label: w.returned, numeric: true, cell: (issue) => issue.tally.returned },
          ]}
        />
      )}
    </>
  )
}

interface IssueFacts {
  locale: Locale
  issue: ShownIssue
  values: FormValues
  faults: readonly Fault[]
  mayWork: boolean
  /** This person wrote its opening. */
  isOwn: boolean
  preview: string
}

export function IssuePage({ locale, issue, values, faults, mayWork, isOwn, preview }: IssueFacts) {
  const w = words(texts, locale)
  const address = `/newsletters/${issue.id}`
  const isDraft = issue.state === 'draft' && mayWork
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead
        kicker={`${w[issue.rhythm]} · ${showDay(dayOf(issue.until))}`}
        title={issue.subject}
        tags={<StatusTag look={looks[issue.state]}>{w[issue.state]}</StatusTag>}
        actions={
          <ButtonLink kind="secondary" icon="eye" href={`${address}/letter`}>
            {w.preview}
          </ButtonLink>
        }
      />
      {issue.heldUp && issue.tally.waiting > 0 && (
        <Notice tone="warn">
          {w.heldUp(issue.tally.waiting, issue.heldUp.next && showTime(issue.heldUp.next))}
        </Notice>
      )}
      <Stats>
        <Stat
          label={w.readers}
          value={String(issue.state === 'draft' ? issue.wanting : issue.tally.waiting)}
        />
        <Stat label={w.sentTo} value={String(issue.tally.sent)} />
        <Stat label={w.unsure} value={String(issue.tally.unsure)} />
        <Stat label={w.failed} value={String(issue.tally.failed)} />
        <Stat label={w.returned} value={String(issue.tally.returned)} />
      </Stats>
      {isDraft && (
        <Panel title={w.intro}>
          <Form
            action={`${address}/opening`}
            values={values}
            faults={faults}
            draft={`newsletter-${issue.id}`}
          >
            <TextInput name="subject" label={w.subject} width="l" />
            <TextArea name="intro" label={w.intro} hint={w.introHint} optional />
            <Button>{w.keep}</Button>
          </Form>
        </Panel>
      )}
      {isDraft && (
        <Panel title={w.letGo}>
          {isOwn ? <Notice tone="info">{w.ownWords}</Notice> : <p>{w.goes(issue.wanting)}</p>}
          <ButtonGroup>
            {!isOwn && (
              <Form action={`${address}/sending`} bare>
                <Button icon="send">{w.letGo}</Button>
              </Form>
            )}
            <Form action={`${address}/dropping`} bare>
              <Button kind="secondary">{w.drop}</Button>
            </Form>
          </ButtonGroup>
        </Panel>
      )}
      <Contents locale={locale} issue={issue} preview={preview} />
    </>
  )
}

const shownAtOnce = 6

function Contents({ locale, issue, preview }: Pick<IssueFacts, 'locale' | 'issue' | 'preview'>) {
  const w = words(texts, locale)
  const more = issue.entries.slice(shownAtOnce)
  return (
    <Panel title={`${w.contents} (${issue.entries.length})`}>
      <Entries entries={issue.entries.slice(0, shownAtOnce)} />
      {more.length > 0 && (
        <Details summary={w.moreEntries(more.length)}>
          <Entries entries={more} />
        </Details>
      )}
      <Details summary={w.previewText}>
        <p class="preserved">{preview}</p>
      </Details>
    </Panel>
  )
}

function Entries({ entries }: Pick<ShownIssue, 'entries'>) {
  return (
    <ul class="records">
      {entries.map((entry) => (
        <li key={entry.id}>
          <a class="record-title" href={publicationAddress(entry)}>
            {entry.title}
          </a>
          <div class="small soft">{entry.lead}</div>
        </li>
      ))}
    </ul>
  )
}

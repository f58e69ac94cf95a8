import { dayOf, showDay, showTime } from '../../../lib/calendar/day.ts'
import { words } from '../../../lib/text/words.ts'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { useRequest } from '../../../ui/request.ts'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { StatusTag, Tag } from '../../../ui/tag.tsx'
import { Timeline } from '../../../ui/timeline.tsx'
import { initiativeAddress, publicAddress, standingOf } from '../initiative.ts'
import { senderWords, stateWords, texts } from '../initiatives.texts.ts'
import { stateLooks } from '../looks.ts'
import type { InitiativePageProps } from './initiative-props.ts'
import { NextSteps } from './next-steps.tsx'
import { nameOf, Paragraphs } from './public-pages.tsx'
import { PublicWords } from './public-words.tsx'

export function InitiativePage(props: InitiativePageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { initiative: i } = props
  const { days, isLate } = standingOf(i, props.setting, props.today)
  return (
    <>
      <ErrorSummary faults={props.faults} />
      <PageHead
        kicker={t.number(i.id)}
        title={i.title || t.wiped}
        tags={
          <>
            <StatusTag look={stateLooks[i.state]}>{stateWords[i.state][locale]}</StatusTag>
            {isLate && (
              <Tag tone="bad" icon="late">
                {t.lateOnly}
              </Tag>
            )}
            {i.publishedAt && (
              <Tag tone="good" icon="globe">
                {t.isPublic}
              </Tag>
            )}
            <span class="soft">{t.standing(days)}</span>
          </>
        }
      />
      <Idea {...props} />
      <NextSteps {...props} />
      <PublicWords {...props} />
      <Facts {...props} />
      <History {...props} />
    </>
  )
}

function Idea({ initiative: i }: InitiativePageProps) {
  const t = words(texts, useRequest().locale)
  if (i.trouble === '' && i.proposal === '') return null
  return (
    <div class="columns">
      <Panel title={t.trouble}>
        <Paragraphs text={i.trouble} />
      </Panel>
      <Panel title={t.proposal}>
        <Paragraphs text={i.proposal} />
      </Panel>
    </div>
  )
}

function Facts(props: InitiativePageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { initiative: i, fields, callTitle, unitName } = props
  return (
    <SummaryList
      facts={[
        { label: t.topic, value: nameOf(fields, i.topic, locale) },
        ...(callTitle ? [{ label: t.call, value: callTitle }] : []),
        { label: t.sender, value: senderWords[i.senderKind][locale] },
        { label: t.person, value: <PersonLine {...props} /> },
        { label: t.maySay, value: i.mayPublish ? t.yes : t.no },
        { label: t.receivedOn, value: showDay(dayOf(i.receivedAt)) },
        ...(i.screenedByName ? [{ label: t.screenedBy, value: i.screenedByName }] : []),
        ...(unitName ? [{ label: t.unit, value: unitName }] : []),
        ...(i.dueDay ? [{ label: t.dueDay, value: showDay(i.dueDay) }] : []),
        ...(i.mergedInto !== null
          ? [
              {
                label: t.mergedInto,
                value: <a href={initiativeAddress(i.mergedInto)}>{t.number(i.mergedInto)}</a>,
              },
            ]
          : []),
        ...(i.publishedAt
          ? [{ label: t.public, value: <a href={publicAddress(i.id)}>{t.onPortal}</a> }]
          : []),
      ]}
    />
  )
}

/** Who sent it, or why that is not shown. */
function PersonLine({ initiative: i, person, may }: InitiativePageProps) {
  const t = words(texts, useRequest().locale)
  if (i.forgottenAt) return <>{t.personForgotten(showDay(dayOf(i.forgottenAt)))}</>
  if (!may.screen) return <span class="soft">{t.personHidden}</span>
  if (person) return <>{[person.name, person.contact].filter(Boolean).join(', ')}</>
  return <span class="soft">{i.hasContact ? t.personLost : t.personNone}</span>
}

function History({ steps }: InitiativePageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <Panel title={t.history} id="history">
      <Timeline
        entries={steps.toReversed().map((s, index) => ({
          key: index,
          title: stateWords[s.state][locale],
          when: showTime(s.at),
          dateTime: s.at.toISOString(),
          by: s.byName || t.bySender,
          icon: stateLooks[s.state].icon,
          tone: stateLooks[s.state].tone,
          children: s.words && <Paragraphs text={s.words} />,
        }))}
      />
    </Panel>
  )
}

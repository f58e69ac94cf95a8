import { dayOf, showDay, showTime } from '../../../lib/calendar/day.ts'
import { words } from '../../../lib/text/words.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Details } from '../../../ui/details.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { useRequest } from '../../../ui/request.ts'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { StatusTag, Tag } from '../../../ui/tag.tsx'
import { Timeline } from '../../../ui/timeline.tsx'
import { publicationKinds } from '../../publishing/publication.ts'
import { broadcastKinds } from '../coverage/event.ts'
import { ProductionPanel } from '../coverage/pages/production-panel.tsx'
import { stateWords, stepWords, texts } from '../editorial.texts.ts'
import { isOpen, itemAddress } from '../item.ts'
import type { ItemView } from '../items/showing.ts'
import { KitPanel } from '../kits/pages/kit-panel.tsx'
import { stateLooks, stepLooks } from '../looks.ts'
import { orientationAddress } from '../outlet.ts'
import { texts as pressTexts } from '../press/press.texts.ts'
import { UpkeepPanel } from '../upkeep/pages/upkeep-panel.tsx'
import { BoundTexts, ChannelStates, Takedowns, TakenDown } from '../variants/pages/channel-states.tsx'
import { TroubledChannels } from '../variants/pages/troubled-channels.tsx'
import { texts as channelTexts } from '../variants/variants.texts.ts'
import { ApprovalLinks } from './approval-links.tsx'
import { ItemActions, type ItemPageProps } from './item-actions.tsx'
import { ItemText } from './item-text.tsx'
import { RegisterPanel } from './register-panel.tsx'
import { languageName, OriginalNotice, TranslationsPanel } from './translations-panel.tsx'

/** An item to be read and decided about: the text as it will be seen, what is next, and how it came here. */
export function ItemPage(props: ItemPageProps) {
  const { view, faults } = props
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { item, version, may } = view
  const at = itemAddress(item.id)
  const open = isOpen(item.state)
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead
        kicker={`${publicationKinds[item.kind][locale]} · ${view.unitName}`}
        title={version.title}
        tags={
          <>
            <StatusTag look={stateLooks[item.state]}>{stateWords[item.state][locale]}</StatusTag>
            <Tag outline>{t.version(version.number)}</Tag>
            {item.language !== 'vi' && <Tag outline>{languageName(item.language, locale)}</Tag>}
            {view.columnName && <Tag outline>{view.columnName}</Tag>}
          </>
        }
        actions={
          <>
            {may.write && open && (
              <ButtonLink href={`${at}/edit`} icon="edit">
                {t.edit}
              </ButtonLink>
            )}
            {view.address && (
              <ButtonLink kind="secondary" href={view.address} icon="external">
                {t.publicPage}
              </ButtonLink>
            )}
          </>
        }
      />
      <OriginalNotice language={item.language} languages={view.languages} />
      <Meanwhile view={view} />
      <TroubledChannels troubles={props.troubles} />
      <Takedowns item={item} lines={props.channels} mayConfirm={may.write || may.review} />
      <div class="desk-item">
        <Panel>
          <Reading {...props} />
        </Panel>
        <Beside {...props} />
      </div>
    </>
  )
}

/** Beside the text: what is next, what belongs to it, and how it came here. */
function Beside(props: ItemPageProps) {
  const { view, faults } = props
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { item, may } = view
  const at = itemAddress(item.id)
  return (
    <div class="stack">
      <ItemActions {...props} />
      <Channels {...props} />
      <ApprovalLinks {...props} />
      {broadcastKinds.includes(item.kind) && (
        <ProductionPanel
          at={at}
          produced={view.produced}
          mayWrite={may.write}
          values={props.values}
          faults={faults}
        />
      )}
      <UpkeepPanel
        item={item}
        badLinks={view.badLinks}
        mayWrite={may.write}
        values={props.values}
        faults={faults}
      />
      {view.kit && (
        <KitPanel
          itemId={item.id}
          {...view.kit}
          mayWrite={may.write}
          values={{ day: showDay(dayOf(props.now)), ...props.values }}
          faults={faults}
        />
      )}
      <RegisterPanel
        item={item}
        registerId={view.registerId}
        mayRegister={may.review || (may.write && item.kind === 'exemplar')}
      />
      <TranslationsPanel id={item.id} languages={view.languages} />
      <About {...props} />
      <p>
        <a href={`${at}/plain-language`}>{t.plain}</a>
      </p>
      <Panel title={t.steps}>
        <Timeline entries={entriesOf(view, locale)} />
        {view.versions.length > 1 && (
          <p>
            <a href={`${at}/versions`}>{t.compare}</a>
          </p>
        )}
      </Panel>
    </div>
  )
}

/** The master, and below it the text for each chosen channel: what is approved, all of it. */
function Reading({ view, channels }: ItemPageProps) {
  const at = `${itemAddress(view.item.id)}/images`
  const isAsked = view.item.state === 'submitted'
  return (
    <>
      <ItemText view={view} />
      <BoundTexts lines={channels} image={(file) => `${at}/${file}`} open={isAsked} />
    </>
  )
}

/** What readers see while a newer text is written, and when one goes out by itself. */
function Meanwhile({ view }: Pick<ItemPageProps, 'view'>) {
  const t = words(texts, useRequest().locale)
  const { item } = view
  return (
    <>
      {item.publishedVersion !== null && item.publishedVersion !== item.currentVersion && view.address && (
        <Notice tone="info" small>
          {t.publicMeanwhile(item.publishedVersion)}
        </Notice>
      )}
      {item.state === 'scheduled' && item.publishAt && (
        <Notice tone="info" small>
          {t.scheduledFor(showTime(item.publishAt))}
        </Notice>
      )}
    </>
  )
}

/** By which channels it leaves, or has left, and how that went. */
function Channels({ view, channels, now }: ItemPageProps) {
  const { locale } = useRequest()
  const t = words(channelTexts, locale)
  if (channels.length === 0) return null
  const isChosen = channels.some((l) => l.variant?.purpose || l.message)
  const mayChoose = view.may.write && isOpen(view.item.state)
  return (
    <Panel title={t.channels} id="channels">
      {!isChosen && <p class="soft">{mayChoose ? t.noneChosen : t.noneChosenYet}</p>}
      <ChannelStates item={view.item} lines={channels} now={now} />
      <TakenDown lines={channels} />
      {(isChosen || mayChoose) && (
        <p>
          <ButtonLink kind="secondary" small href={`${itemAddress(view.item.id)}/channels`} icon="send">
            {mayChoose ? t.chooseChannels : t.seeChannels}
          </ButtonLink>
        </p>
      )}
    </Panel>
  )
}

function About({ view, taskName }: ItemPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { item, version } = view
  const change = view.may.write ? `${itemAddress(item.id)}/particulars` : undefined
  return (
    <Details summary={t.particulars}>
      <SummaryList
        facts={[
          { label: t.task, value: taskName, ...(change ? { change } : {}) },
          ...(view.orientation
            ? [
                {
                  label: pressTexts.follows[locale],
                  value: <a href={orientationAddress(view.orientation.id)}>{view.orientation.title}</a>,
                },
              ]
            : []),
          { label: t.column, value: view.columnName },
          { label: t.topics, value: view.topicNames.join(', ') },
          { label: t.form, value: view.labels.form },
          { label: t.themes, value: view.labels.themes.join(' · ') },
          { label: t.audiences, value: view.labels.audiences.join(' · ') },
          { label: t.author, value: item.madeByName },
          { label: t.reviewBy, value: item.reviewBy && showDay(item.reviewBy) },
          { label: t.digest, value: <code class="small">{version.digest.slice(0, 16)}</code> },
        ]}
      />
    </Details>
  )
}

function entriesOf(view: ItemView, locale: 'vi' | 'en') {
  const t = words(texts, locale)
  return view.steps.toReversed().map((s) => ({
    key: s.id,
    title: (
      <>
        {stepWords[s.verb][locale]} <span class="soft small">({t.version(s.number)})</span>
      </>
    ),
    by: s.byName,
    when: showTime(s.at),
    dateTime: s.at.toISOString(),
    icon: stepLooks[s.verb]?.icon ?? 'edit',
    tone: stepLooks[s.verb]?.tone ?? 'quiet',
    children: s.note ? <p class="letter small">{s.note}</p> : null,
  }))
}

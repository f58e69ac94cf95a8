import { type Day, daysBetween, showDay } from '../../../../lib/calendar/day.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button, ButtonLink } from '../../../../ui/button.tsx'
import { Details } from '../../../../ui/details.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { Form } from '../../../../ui/form.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { StatusTag } from '../../../../ui/tag.tsx'
import { reportAddress, type Standing } from '../../report.ts'
import { reportStateLooks, standingLooks } from '../looks.ts'
import { reportStateWords, standingWords } from '../standing.texts.ts'
import { texts } from '../writing.texts.ts'
import { DueTag } from './report-head.tsx'
import { Ring } from './ring.tsx'

/** One report in a list of mine. */
export interface OwedCard {
  obligationId: number
  reportId: number | null
  title: string
  period: { vi: string; en: string }
  unitName: string | null
  state: 'none' | keyof typeof reportStateWords
  standing: Standing
  dueDay: Day
  invited: boolean
  submittedDay: Day | null
  completeness: number | null
}

export interface MyReportsProps {
  today: Day
  toDo: readonly OwedCard[]
  coming: readonly OwedCard[]
  handedIn: readonly OwedCard[]
  toReceive: readonly OwedCard[]
}

/** What the unit owes and how far it is, and what waits to be received; big enough for a thumb. */
export function MyReportsPage({ today, toDo, coming, handedIn, toReceive }: MyReportsProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const nothing = toDo.length + coming.length + handedIn.length + toReceive.length === 0
  return (
    <>
      <PageHead title={t.myReports} lead={t.myReportsLead} />
      {nothing && (
        <EmptyState scene="done" title={t.nothingDue}>
          {t.nothingDueWhy}
        </EmptyState>
      )}
      <Cards title={t.toReceive} cards={toReceive} today={today} />
      <Cards title={t.toDo} cards={toDo} today={today} />
      <Cards title={t.coming} cards={coming} today={today} folded />
      <Cards title={t.handedIn} cards={handedIn} today={today} folded={toDo.length > 0} />
    </>
  )
}

function Cards(props: { title: string; cards: readonly OwedCard[]; today: Day; folded?: boolean }) {
  if (props.cards.length === 0) return null
  const title = `${props.title} (${props.cards.length})`
  const list = <CardList cards={props.cards} today={props.today} />
  return (
    <section class="owed-group">
      {props.folded ? (
        <Details summary={<h2>{title}</h2>}>{list}</Details>
      ) : (
        <>
          <h2>{title}</h2>
          {list}
        </>
      )}
    </section>
  )
}

function CardList({ cards, today }: { cards: readonly OwedCard[]; today: Day }) {
  return (
    <ul class="owed-list">
      {cards.map((card) => (
        <li key={card.obligationId} class="owed panel">
          <OneCard card={card} today={today} />
        </li>
      ))}
    </ul>
  )
}

function OneCard({ card, today }: { card: OwedCard; today: Day }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const isOpen = card.state === 'none' || card.state === 'draft' || card.state === 'returned'
  const share = card.completeness === null ? t.none : t.full(`${Math.floor(card.completeness * 100)} %`)
  return (
    <>
      <Ring share={card.completeness} label={share} />
      <div class="owed-words">
        <p class="owed-title">{card.title}</p>
        <p class="soft">
          {card.period[locale]}
          {card.unitName && ` · ${card.unitName}`}
        </p>
        <div class="row">
          {isOpen ? (
            <>
              {card.state !== 'none' && (
                <StatusTag look={reportStateLooks[card.state]}>
                  {reportStateWords[card.state][locale]}
                </StatusTag>
              )}
              <DueTag
                dueDay={card.dueDay}
                daysLeft={daysBetween(today, card.dueDay)}
                invited={card.invited}
              />
            </>
          ) : (
            <>
              <StatusTag look={standingLooks[card.standing]}>
                {standingWords[card.standing][locale]}
              </StatusTag>
              {card.state !== 'none' && (
                <StatusTag look={reportStateLooks[card.state]}>
                  {reportStateWords[card.state][locale]}
                </StatusTag>
              )}
              {card.submittedDay && <span class="soft small">{t.sentOn(showDay(card.submittedDay))}</span>}
            </>
          )}
        </div>
      </div>
      <Go card={card} />
    </>
  )
}

function Go({ card }: { card: OwedCard }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  if (card.reportId === null)
    return (
      <Form action={`/obligations/${card.obligationId}/report`} bare class="owed-go">
        <Button icon="edit">
          {t.open}
          <span class="visually-hidden"> {card.period[locale]}</span>
        </Button>
      </Form>
    )
  const isOpen = card.state === 'draft' || card.state === 'returned'
  const label = card.state === 'returned' ? t.mend : isOpen ? t.goOn : t.see
  return (
    <span class="owed-go">
      <ButtonLink
        href={reportAddress(card.reportId)}
        kind={isOpen ? 'primary' : 'secondary'}
        icon={isOpen ? 'edit' : 'eye'}
      >
        {label}
        <span class="visually-hidden">
          {' '}
          {card.title}, {card.period[locale]}
        </span>
      </ButtonLink>
    </span>
  )
}

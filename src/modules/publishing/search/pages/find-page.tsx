import type { Locale } from '../../../../lib/actor.ts'
import { showDay } from '../../../../lib/calendar/day.ts'
import { words } from '../../../../lib/text/words.ts'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { FilterBar } from '../../../../ui/filter-bar.tsx'
import type { FormValues } from '../../../../ui/form.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { Pager } from '../../../../ui/pager.tsx'
import { type Option, Select } from '../../../../ui/select.tsx'
import { Tag } from '../../../../ui/tag.tsx'
import { TextInput } from '../../../../ui/text-input.tsx'
import { texts as portalTexts } from '../../portal.texts.ts'
import { isPublicationKind, publicationKinds } from '../../publication.ts'
import type { Piece } from '../highlights.ts'
import { placeKind } from '../lexemes.ts'
import { isOtherKind, otherKinds } from '../other-kinds.ts'
import { texts } from '../search.texts.ts'
import type { Found, Hit } from '../search.ts'

interface FindFacts {
  locale: Locale
  asked: string
  values: FormValues
  active: readonly { label: string; without: string }[]
  choices: Record<'kind' | 'topic' | 'column' | 'year' | 'issuer', readonly Option[]>
  /** Null: nothing was asked yet. */
  found: Found | null
  /** Searches for the words just as typed. */
  exactly: string
  paging: { page: number; pageSize: number; total: number; href: (page: number) => string }
  doors: readonly { href: string; label: string }[]
}

export function FindPage(facts: FindFacts) {
  const { locale, asked, found, choices } = facts
  const w = words(texts, locale)
  return (
    <>
      <PageHead title={asked ? w.titleFor(asked) : w.title} {...(found ? {} : { lead: w.lead })} />
      <FilterBar action="/find" values={facts.values} active={facts.active} search={w.search}>
        <div class="find-words">
          <TextInput name="words" label={w.words} optional />
        </div>
        <details class="find-more" open={facts.active.length > 0}>
          <summary>{w.filters}</summary>
          <div class="filters-fields">
            {(['kind', 'topic', 'column', 'year', 'issuer'] as const).map(
              (name) =>
                choices[name].length > 0 && (
                  <Select
                    name={name}
                    label={w[name]}
                    options={choices[name]}
                    empty={w.all}
                    optional
                    key={name}
                  />
                ),
            )}
          </div>
        </details>
      </FilterBar>
      {found ? <Results {...facts} found={found} /> : <Doors title={w.browse} doors={facts.doors} />}
    </>
  )
}

function Results({ locale, asked, found, exactly, paging, doors, active }: FindFacts & { found: Found }) {
  const w = words(texts, locale)
  return (
    <>
      {found.meant && (
        <p class="found-meant">
          {w.meant} <b>{found.meant}</b>.{' '}
          <a href={exactly} rel="nofollow">
            {w.exactly(asked)}
          </a>
        </p>
      )}
      {found.total === 0 ? (
        <>
          <EmptyState scene="search" title={w.nothing}>
            {w.nothingBody}
          </EmptyState>
          {asked !== '' && active.length > 0 && (
            <p>
              <a class="button" href={`/find?${new URLSearchParams({ words: asked })}`}>
                {w.unfiltered(asked)}
              </a>
            </p>
          )}
          <Doors title={w.browse} doors={doors} />
        </>
      ) : (
        <section aria-labelledby="found">
          <h2 class="found-amount" id="found">
            {found.more ? w.best(found.total) : w.amount(found.total)}
          </h2>
          {found.more && <p class="story-facts">{w.bestWhy}</p>}
          <ol class="found" start={(paging.page - 1) * paging.pageSize + 1}>
            {found.hits.map((hit) => (
              <li key={hit.source}>
                <HitRow hit={hit} locale={locale} />
              </li>
            ))}
          </ol>
          <Pager {...paging} />
        </section>
      )}
    </>
  )
}

function HitRow({ hit, locale }: { hit: Hit; locale: Locale }) {
  const w = words(texts, locale)
  const kind = isPublicationKind(hit.kind)
    ? publicationKinds[hit.kind]
    : isOtherKind(hit.kind)
      ? otherKinds[hit.kind]
      : null
  return (
    <article lang={hit.language}>
      <h3>
        <a href={hit.address}>
          <Marked pieces={hit.title} />
        </a>
      </h3>
      {hit.endedFrom && (
        <p lang={locale}>
          <Tag tone="warn" icon="warning">
            {portalTexts.endedSince[locale](showDay(hit.endedFrom))}
          </Tag>
        </p>
      )}
      <p class="found-text">
        <Marked pieces={hit.text} />
      </p>
      <p class="story-facts" lang={locale}>
        {hit.kind === placeKind ? <span>{w.place}</span> : <time dateTime={hit.day}>{showDay(hit.day)}</time>}
        {kind && <span>{kind[locale]}</span>}
        {hit.number && (
          <span>
            {w.number} {hit.number}
          </span>
        )}
        {hit.issuer && <span>{hit.issuer}</span>}
      </p>
    </article>
  )
}

function Marked({ pieces }: { pieces: readonly Piece[] }) {
  return <>{pieces.map((piece, i) => (piece.hit ? <mark key={i}>{piece.text}</mark> : piece.text))}</>
}

function Doors({ title, doors }: { title: string; doors: FindFacts['doors'] }) {
  return (
    <nav aria-labelledby="found-doors">
      <h2 class="found-amount" id="found-doors">
        {title}
      </h2>
      <ul class="chips">
        {doors.map((door) => (
          <li key={door.href}>
            <a class="chip" href={door.href}>
              {door.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

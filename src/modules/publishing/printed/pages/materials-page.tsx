import type { Locale } from '../../../../lib/actor.ts'
import { words } from '../../../../lib/text/words.ts'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { Icon } from '../../../../ui/icon.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { Pager } from '../../../../ui/pager.tsx'
import type { Paging } from '../../pages/list-pages.tsx'
import { Photo } from '../../pages/story.tsx'
import type { ShownEntry } from '../../pictures.ts'
import { publicationAddress } from '../../publication.ts'
import { materialsTexts } from '../materials.texts.ts'
import { printKinds } from '../print-kind.ts'
import type { Material } from '../publications.sql.ts'

export type ShownMaterial = Material & { entry: ShownEntry }

type MaterialsFacts = { locale: Locale; materials: readonly ShownMaterial[]; paging: Paging }

/** Printed matter to take home: the file first, then the text it was made of. */
export function materialsPage({ locale, materials, paging }: MaterialsFacts) {
  const w = words(materialsTexts, locale)
  return (
    <>
      <PageHead title={w.materials} lead={w.materialsLead} />
      {materials.length === 0 && <EmptyState title={w.none}>{w.noneBody}</EmptyState>}
      <ul class="stories">
        {materials.map((one, index) => (
          <li key={one.id}>
            <OneMaterial material={one} locale={locale} eager={index < 2} />
          </li>
        ))}
      </ul>
      {materials.length > 0 && <Pager {...paging} />}
    </>
  )
}

function OneMaterial({
  material: { id, kind, entry },
  locale,
  eager,
}: {
  material: ShownMaterial
  locale: Locale
  eager: boolean
}) {
  const w = words(materialsTexts, locale)
  const facts = printKinds[kind]
  return (
    <article class={`story story-row${entry.picture ? '' : ' story-bare'}`}>
      {entry.picture && (
        <div class="story-photo">
          <Photo picture={entry.picture} sizes="(min-width: 40rem) 14rem, 7rem" eager={eager} silent />
        </div>
      )}
      <div class="story-words">
        <h2 lang={entry.language}>
          <a href={`/materials/${id}/file.pdf`}>{entry.title}</a>
        </h2>
        <p class="story-facts">
          <Icon name="download" /> {facts[locale]}, PDF,{' '}
          {facts.pages === null ? w.paper(facts.paper) : w.pages(facts.pages)}
        </p>
        <p class="story-facts">
          <a href={publicationAddress(entry)}>
            {w.article}
            <span class="visually-hidden">: {entry.title}</span>
          </a>
        </p>
      </div>
    </article>
  )
}

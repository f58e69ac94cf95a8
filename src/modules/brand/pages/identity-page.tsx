import type { Locale } from '../../../lib/actor.ts'
import { words } from '../../../lib/text/words.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { texts } from '../brand.texts.ts'
import { type Kit, publicKitsAddress, type ShownPart } from '../kit.ts'
import { PartCard } from './part-card.tsx'

export interface PublicKit extends Kit {
  parts: readonly ShownPart[]
  documentName: string
}

/** What everybody may take: each set with its parts, their looks and their files. */
export function IdentityPage({ locale, kits }: { locale: Locale; kits: readonly PublicKit[] }) {
  const t = words(texts, locale)
  return (
    <>
      <PageHead title={t.brand} lead={t.publicLead} />
      {kits.length === 0 && <EmptyState title={t.nonePublic}>{t.nonePublicBody}</EmptyState>}
      {kits.map((kit) => (
        <section key={kit.id} class="stack" aria-labelledby={`kit-${kit.id}`}>
          <h2 id={`kit-${kit.id}`}>{kit.name}</h2>
          {kit.about && <p class="letter">{kit.about}</p>}
          {kit.documentName && (
            <p class="soft">
              {t.document}: {kit.documentName}
            </p>
          )}
          {kit.parts.some((p) => p.versions.length > 0) && (
            <p>
              <a href={`${publicKitsAddress}/${kit.id}/all.zip`} download>
                <Icon name="download" /> {t.all}
                <span class="visually-hidden">: {kit.name}</span>
              </a>
            </p>
          )}
          <div class="kit-parts">
            {kit.parts.map((p) => (
              <PartCard key={p.id} part={p} locale={locale} files={`${publicKitsAddress}/files`} />
            ))}
          </div>
        </section>
      ))}
    </>
  )
}

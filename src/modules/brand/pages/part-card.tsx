import type { ComponentChildren } from 'preact'
import type { Locale } from '../../../lib/actor.ts'
import { dayOf, showDay } from '../../../lib/calendar/day.ts'
import { words } from '../../../lib/text/words.ts'
import { Icon } from '../../../ui/icon.tsx'
import { partKindWords, texts } from '../brand.texts.ts'
import { contrast, fitFor, showRatio } from '../contrast.ts'
import { type Colour, type KitFile, previewOf, type ShownPart, type Version } from '../kit.ts'

type CardProps = {
  part: ShownPart
  locale: Locale
  /** Where the files of this set are had; `${files}/7`, `${files}/7/thumbnail`. */
  files: string
  tags?: ComponentChildren
  actions?: ComponentChildren
  /** Where counts of downloads are told, and earlier versions are shown. */
  inside?: boolean
}

/** One part of a set: what it looks like, how it is used, and its files. The same for officials and for the public. */
export function PartCard({ part, locale, files, tags, actions, inside = false }: CardProps) {
  const w = words(texts, locale)
  const preview = previewOf(part)
  const [newest, ...older] = part.versions
  return (
    <article class="kit-part panel" id={`part-${part.id}`}>
      {preview && (
        <img
          class="kit-preview"
          src={`${files}/${preview.id}/thumbnail`}
          alt={part.alt}
          width="480"
          height="320"
          loading="lazy"
        />
      )}
      <p class="small soft">{partKindWords[part.kind][locale]}</p>
      <div class="panel-head">
        <h3>{part.name}</h3>
        {tags}
      </div>
      {part.use && <p class="letter">{part.use}</p>}
      {part.colours.length > 0 && <Swatches colours={part.colours} locale={locale} />}
      {newest ? (
        <Files version={newest} locale={locale} files={files} inside={inside} />
      ) : (
        part.colours.length === 0 && <p class="soft">{w.noFiles}</p>
      )}
      {inside && older.length > 0 && (
        <details class="details">
          <summary>
            <Icon name="history" />
            {w.older} ({older.length})
          </summary>
          <div class="details-body stack">
            {older.map((v) => (
              <Files key={v.id} version={v} locale={locale} files={files} inside={inside} />
            ))}
          </div>
        </details>
      )}
      {actions}
    </article>
  )
}

function Files({
  version,
  locale,
  files,
  inside,
}: { version: Version } & Pick<CardProps, 'locale' | 'files' | 'inside'>) {
  const w = words(texts, locale)
  return (
    <div>
      <p class="small soft">
        {w.version(version.number)}, {showDay(dayOf(version.at))}
        {inside && `, ${version.byName}`}
        {version.note && `: ${version.note}`}
      </p>
      <ul class="kit-files">
        {version.files.map((f) => (
          <li key={f.id}>
            <a href={`${files}/${f.id}`} download>
              <Icon name="download" /> {f.name}
            </a>{' '}
            <span class="small soft">
              {f.kind.toUpperCase()}, {sizeOf(f, locale)}
              {inside && `, ${w.taken(f.downloads.toLocaleString(locale === 'vi' ? 'vi-VN' : 'en-GB'))}`}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

function sizeOf({ bytes }: KitFile, locale: Locale): string {
  const [amount, unit] =
    bytes < 1_000_000 ? [Math.max(1, Math.round(bytes / 1000)), 'kB'] : [bytes / 1e6, 'MB']
  return `${amount.toLocaleString(locale === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 1 })} ${unit}`
}

/** Each colour with its value, its use, and what may be read on it and in it. */
function Swatches({ colours, locale }: { colours: readonly Colour[]; locale: Locale }) {
  const w = words(texts, locale)
  return (
    <>
      <ul class="kit-colours">
        {colours.map((c) => (
          <li key={c.name}>
            <svg viewBox="0 0 64 64" aria-hidden="true" focusable="false">
              <rect x=".5" y=".5" width="63" height="63" rx="8" fill={c.hex} stroke="#8a8f98" />
            </svg>
            <div>
              <strong>{c.name}</strong> <code>{c.hex}</code>
              {c.use && <p>{c.use}</p>}
              <Contrasts hex={c.hex} locale={locale} />
            </div>
          </li>
        ))}
      </ul>
      <p class="small soft">{w.contrastWhy}</p>
    </>
  )
}

function Contrasts({ hex, locale }: { hex: string; locale: Locale }) {
  const w = words(texts, locale)
  const fits = { text: w.fitText, large: w.fitLarge, none: w.fitNone }
  const [white, black] = [contrast(hex, '#ffffff'), contrast(hex, '#000000')]
  return (
    <ul class="small soft">
      <li>
        {w.whiteOn} {showRatio(white, locale)} : 1, {fits[fitFor(white)]}
      </li>
      <li>
        {w.blackOn} {showRatio(black, locale)} : 1, {fits[fitFor(black)]}
      </li>
    </ul>
  )
}

import type { Locale } from '../../../lib/actor.ts'
import { playedAs } from '../../../lib/files/kinds.ts'
import { words } from '../../../lib/text/words.ts'
import { Icon } from '../../../ui/icon.tsx'
import { MediaPlayer } from '../../../ui/media-player.tsx'
import type { Picture } from '../pictures.ts'
import { texts } from '../portal.texts.ts'
import type { Reading } from '../reading.sql.ts'
import { showFigure } from '../told-facts.ts'
import { textOf } from './event-date.tsx'
import { Photo } from './story.tsx'

interface MediaProps {
  reading: Reading
  picture: Picture | null
  files: readonly { href: string; name: string; bytes: number; mime: string }[]
  locale: Locale
}

/**
 * What stands above the text: our own film (the picture is its poster) or sound; a link to where else it is to be seen,
 * with the picture and without anything of that service; or the picture alone.
 */
export function ArticleMedia({ reading: r, picture, files, locale }: MediaProps) {
  const w = words(texts, locale)
  const plays = files.map((f) => playedAs(f.mime))
  const isFilm = plays.includes('video')
  const address = textOf(r.facts, 'address')
  const outside = address !== '' && r.kind !== 'event' && !isFilm && !plays.includes('audio')
  return (
    <>
      {picture && !isFilm && (
        <figure class="article-photo">
          {outside ? (
            <a class="media-outside" href={address} rel="noopener">
              <Photo picture={picture} sizes="(min-width: 64rem) 60rem, 100vw" eager />
              <span class="media-outside-words" lang={locale}>
                <Icon name="external" />
                {`${r.kind === 'audio' ? w.listen : w.watch}: ${new URL(address).host} ${w.opensElsewhere}`}
              </span>
            </a>
          ) : (
            <Photo picture={picture} sizes="(min-width: 64rem) 60rem, 100vw" eager />
          )}
          {picture.alt && <figcaption>{picture.alt}</figcaption>}
        </figure>
      )}
      <MediaPlayer
        files={files}
        poster={picture?.src}
        language={r.language}
        transcript={textOf(r.facts, 'transcript')}
      />
    </>
  )
}

export function Downloads({ files, locale }: Pick<MediaProps, 'files' | 'locale'>) {
  const w = words(texts, locale)
  if (files.length === 0) return null
  return (
    <section class="downloads" aria-labelledby="downloads" lang={locale}>
      <h2 id="downloads">{w.downloads}</h2>
      <ul>
        {files.map((file) => (
          <li key={file.href}>
            <Icon name="download" />
            <a href={file.href} download>
              {file.name}
            </a>{' '}
            <span class="soft">({size(file.bytes, locale)})</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function size(bytes: number, locale: Locale): string {
  const isLarge = bytes >= 1_000_000
  return `${showFigure(Math.max(1, Math.round(bytes / (isLarge ? 100_000 : 1_000))) / (isLarge ? 10 : 1), locale)} ${isLarge ? 'MB' : 'kB'}`
}

import { playedAs } from '../lib/files/kinds.ts'
import { Details } from './details.tsx'
import { useWords } from './words.ts'

export interface MediaFile {
  href: string
  name: string
  mime: string
}

interface MediaPlayerProps {
  files: readonly MediaFile[]
  /** Picture before the film begins. */
  poster?: string | undefined
  /** Of what is said, by BCP 47. */
  language: string
  /** What is said and seen, as text; lines stay lines. */
  transcript?: string | undefined
}

/** Sound and film of our own, with the browser's own controls, captions and words; nothing of what cannot be played. */
export function MediaPlayer({ files, poster, language, transcript }: MediaPlayerProps) {
  const w = useWords()
  const films = files.filter((f) => playedAs(f.mime) === 'video')
  const sounds = files.filter((f) => playedAs(f.mime) === 'audio')
  if (films.length + sounds.length === 0) return null
  return (
    <div class="media">
      {films.map((film) => (
        // Only the head is fetched before somebody presses play: phones pay for their data.
        // biome-ignore lint/a11y/useMediaCaption: captions are the tracks below, where there are any; words stand as text
        <video
          key={film.href}
          class="media-film"
          controls
          preload="metadata"
          playsinline
          poster={poster}
          src={film.href}
          aria-label={film.name}
        >
          {captionsOf(film, films, files).map((one, at) => (
            <track
              key={one.href}
              kind="captions"
              src={one.href}
              srclang={language}
              label={stem(one.name)}
              default={at === 0}
            />
          ))}
          <a href={film.href}>{film.name}</a>
        </video>
      ))}
      {sounds.map((sound) => (
        <figure key={sound.href} class="media-sound">
          <figcaption>{stem(sound.name)}</figcaption>
          {/* biome-ignore lint/a11y/useMediaCaption: sound has no captions; its words stand below as text */}
          <audio controls preload="metadata" src={sound.href} aria-label={sound.name} />
        </figure>
      ))}
      {transcript && (
        <Details summary={w.transcript}>
          <p class="letter" lang={language}>
            {transcript}
          </p>
        </Details>
      )}
    </div>
  )
}

/** All captions belong to the only film; of several films each has those of its own name. */
function captionsOf(film: MediaFile, films: readonly MediaFile[], files: readonly MediaFile[]): MediaFile[] {
  const captions = files.filter((f) => playedAs(f.mime) === 'captions')
  return films.length === 1 ? captions : captions.filter((one) => one.name.startsWith(stem(film.name)))
}

function stem(name: string): string {
  return name.replace(/\.[a-z0-9]{2,5}$/i, '')
}

import type { Request, Route } from '../lib/http/route.ts'
import { words } from '../lib/text/words.ts'
import { officePage, plainPage } from '../ui/answer.tsx'
import { GalleryPage } from '../ui/gallery/gallery-page.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { texts } from './furniture.texts.ts'

/** Pages about the screen itself. */
export const furnitureRoutes: readonly Route[] = [
  { method: 'GET', path: '/components', who: 'signedIn', handle: components },
  { method: 'GET', path: '/accessibility', who: 'public', handle: accessibility },
]

function components(c: Request): Response {
  return officePage(c, { title: words(texts, c.get('locale')).components }, <GalleryPage />)
}

function accessibility(c: Request): Response {
  const w = words(texts, c.get('locale'))
  return plainPage(
    c,
    { title: w.accessibility },
    <div class="prose">
      <PageHead title={w.accessibility} lead={w.lead} />
      <h2>{w.canHead}</h2>
      <ul>
        {[w.canKeyboard, w.canZoom, w.canReader, w.canScript, w.canColour, w.canShortcuts].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <h2>{w.limitsHead}</h2>
      <p>{w.limits}</p>
      <h2>{w.howHead}</h2>
      <p>{w.how}</p>
    </div>,
  )
}

import { addDays, dayOf } from '../../lib/calendar/day.ts'
import type { Request } from '../../lib/http/route.ts'
import { keeper } from '../../lib/kept.ts'
import { words } from '../../lib/text/words.ts'
import { portalPage } from '../../ui/answer.tsx'
import { articleKinds, columnsOf, feedsOf, siteOf, topicsOf } from './asking.ts'
import { organisation, website } from './linked-data.ts'
import { selectDocuments, selectEvents, selectIndexResults, selectMostRead } from './lists.sql.ts'
import { homePage } from './pages/home-page.tsx'
import { picturesOf, withPictures } from './pictures.ts'
import { currentPoll } from './polls.ts'
import { texts } from './portal.texts.ts'
import { type Entry, selectEntries, selectNewest } from './reading.sql.ts'

/** The home of the portal, for everybody; at '/' too, for whoever has not signed in. */
export async function home(c: Request): Promise<Response> {
  const db = c.get('db')
  const site = siteOf(c)
  const { provinceId } = site
  const locale = c.get('locale')
  const w = words(texts, locale)
  const today = dayOf(c.get('now'))
  const news = { kinds: articleKinds } as const
  const [latest, allTopics, allColumns, papers, ahead, results, read, poll, exemplary] = await Promise.all([
    selectNewest(db, provinceId, news, 5),
    topicsOf(c),
    columnsOf(c),
    selectDocuments(db, provinceId, {}, 5),
    selectEvents(db, provinceId, { from: today }, 4),
    selectIndexResults(db, provinceId, 4),
    mostRead(c),
    currentPoll(db, provinceId, c.get('now')),
    selectNewest(db, provinceId, { kinds: ['exemplar'] }, 3),
  ])
  const banner = site.banner && (await picturesOf(c, provinceId, [site.banner])).get(site.banner.fileId)
  const shown = latest.map((e) => e.id)
  const firsts = allColumns.filter((one) => !one.retired).slice(0, 2)
  const inColumns = await Promise.all(
    firsts.map(async (one) => {
      const entries = await selectNewest(db, provinceId, { columnId: one.id, except: shown.slice(0, 1) }, 3)
      return { column: one, entries: await withPictures(c, entries) }
    }),
  )
  return portalPage(
    c,
    {
      title: site.name[locale],
      description: w.homeAbout(site.name[locale]),
      canonical: '/portal',
      isWide: true,
      picture: '/cards/portal.png',
      data: [organisation(site), website(site)],
      feeds: feedsOf('/feeds/all', site.name[locale]),
    },
    homePage({
      locale,
      name: site.name[locale],
      banner: banner ?? null,
      latest: await withPictures(c, latest),
      topics: allTopics,
      columns: inColumns.filter((one) => one.entries.length > 0),
      documents: papers,
      events: ahead,
      indices: results,
      exemplars: await withPictures(c, exemplary),
      mostRead: read,
      poll: poll && { question: locale === 'vi' ? poll.questionVi : poll.questionEn },
    }),
  )
}

const keptMostRead = keeper<number[]>(80)

/**
 * What was read most in seven days, counted once an hour: it looks at the views of every day. What is no longer live
 * by then is left out.
 */
async function mostRead(c: Request): Promise<Entry[]> {
  const db = c.get('db')
  const { provinceId } = siteOf(c)
  const now = c.get('now')
  const since = addDays(dayOf(now), -7)
  const hour = String(Math.floor(now.getTime() / 3_600_000))
  const ids = await keptMostRead(db, String(provinceId), hour, () =>
    selectMostRead(db, provinceId, since, 10),
  )
  return (await selectEntries(db, provinceId, ids)).slice(0, 5)
}

import { addDays, dayOf } from '../../lib/calendar/day.ts'
import type { Request } from '../../lib/http/route.ts'
import { keeper } from '../../lib/kept.ts'
import { words } from '../../lib/text/words.ts'
import { portalPage } from '../../ui/answer.tsx'
import { articleKinds, columnsOf, feedsOf, neededFieldsOf, siteOf, topicsOf } from './asking.ts'
import { selectHome } from './home.sql.ts'
import { organisation, website } from './linked-data.ts'
import { selectMostRead } from './lists.sql.ts'
import { homePage } from './pages/home-page.tsx'
import { imagesOf, pictured, pictureOf, picturesOf } from './pictures.ts'
import { isOpenPoll, type PollRow } from './poll.ts'
import { currentPoll } from './polls.ts'
import { texts } from './portal.texts.ts'

/** The home of the portal, for everybody; at '/' too, for whoever has not signed in. */
export async function home(c: Request): Promise<Response> {
  const db = c.get('db')
  const site = siteOf(c)
  const { provinceId } = site
  const locale = c.get('locale')
  const w = words(texts, locale)
  const [allTopics, allColumns, poll, readIds, needed] = await Promise.all([
    topicsOf(c),
    columnsOf(c),
    pollOf(c),
    mostRead(c),
    neededFieldsOf(c),
  ])
  const firsts = allColumns.filter((one) => !one.retired).slice(0, 2)
  const today = dayOf(c.get('now'))
  const lists = await selectHome(db, provinceId, {
    kinds: articleKinds,
    today,
    columnIds: firsts.map((one) => one.id),
    readIds,
  })
  const { latest, exemplars, documents, events, indices } = lists
  const inColumns = firsts.map((column) => {
    const entries = (lists.columns.get(column.id) ?? []).filter((e) => e.id !== latest[0]?.id)
    return { column, entries: entries.slice(0, 3) }
  })
  const pictures = await picturesOf(c, provinceId, [
    ...(site.banner ? [site.banner] : []),
    ...imagesOf([...latest, ...exemplars, ...inColumns.flatMap((one) => one.entries)]),
  ])
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
      banner: site.banner && pictureOf(pictures, site.banner),
      latest: pictured(latest, pictures, today),
      topics: allTopics,
      hasNeeded: needed.length > 0,
      columns: inColumns.flatMap(({ column, entries }) =>
        entries.length > 0 ? [{ column, entries: pictured(entries, pictures, today) }] : [],
      ),
      documents,
      events,
      indices,
      exemplars: pictured(exemplars, pictures, today),
      mostRead: lists.read.slice(0, 5),
      poll: poll && { question: locale === 'vi' ? poll.questionVi : poll.questionEn },
    }),
  )
}

const keptMostRead = keeper<number[]>(80)

/**
 * Ids of what was read most in seven days, counted once an hour: it looks at the views of every day. What is no longer
 * live by then has to be left out.
 */
function mostRead(c: Request): Promise<number[]> {
  const db = c.get('db')
  const { provinceId } = siteOf(c)
  const now = c.get('now')
  const since = addDays(dayOf(now), -7)
  const hour = String(Math.floor(now.getTime() / 3_600_000))
  return keptMostRead(db, String(provinceId), hour, () => selectMostRead(db, provinceId, since, 10))
}

const keptPoll = keeper<PollRow | null>(80)

/** The open question: from memory while nothing public has changed, until its time is over. */
async function pollOf(c: Request): Promise<PollRow | null> {
  const db = c.get('db')
  const { provinceId, revision } = siteOf(c)
  const now = c.get('now')
  const poll = await keptPoll(db, String(provinceId), revision, () => currentPoll(db, provinceId, now))
  return poll && isOpenPoll(poll, now) ? poll : null
}

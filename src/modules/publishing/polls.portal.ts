import type { Fault } from '../../lib/errors.ts'
import { addressOf } from '../../lib/http/address.ts'
import { readCookie, writeCookie } from '../../lib/http/cookies.ts'
import { readForm } from '../../lib/http/forms.ts'
import type { Request, Route } from '../../lib/http/route.ts'
import { portalPage, redirect } from '../../ui/answer.tsx'
import { siteOf } from './asking.ts'
import { pollPage } from './pages/plain-pages.tsx'
import { answerPoll, closedPolls, currentPoll, pollResults } from './polls.ts'
import { texts } from './portal.texts.ts'

export const pollRoutes: readonly Route[] = [
  { method: 'GET', path: '/poll', who: 'public', handle: (c) => show(c, []) },
  { method: 'POST', path: '/poll', who: 'public', handle: answer },
]

const aYear = 365 * 86_400

async function show(c: Request, faults: readonly Fault[]): Promise<Response> {
  const { provinceId } = siteOf(c)
  const db = c.get('db')
  const locale = c.get('locale')
  const poll = await currentPoll(db, provinceId, c.get('now'))
  const closed = await closedPolls(db, provinceId, c.get('now'), 3)
  const question = poll && (locale === 'vi' ? poll.questionVi : poll.questionEn)
  return portalPage(
    c,
    {
      title: question ?? texts.poll[locale],
      isHidden: true,
      ...(faults.length > 0 ? { status: 422 as const } : {}),
      crumbs: [
        { href: '/portal', label: texts.home[locale] },
        { href: '/poll', label: texts.poll[locale] },
      ],
    },
    pollPage({
      locale,
      poll: poll && { question: question ?? '', options: poll.options.map((o) => o[locale]) },
      results: poll ? await pollResults(db, provinceId, poll) : [],
      closed: closed.map(({ poll: p, results }) => ({
        id: p.id,
        question: locale === 'vi' ? p.questionVi : p.questionEn,
        options: p.options.map((o) => o[locale]),
        results,
      })),
      hasAnswered: poll !== null && answered(c).includes(poll.id),
      faults,
    }),
  )
}

/**
 * Counts an answer. That this browser has answered is written into the browser itself, and nowhere else; an address
 * may answer some times a day, because a whole school may stand behind one.
 */
async function answer(c: Request): Promise<Response> {
  const { provinceId } = siteOf(c)
  const poll = await currentPoll(c.get('db'), provinceId, c.get('now'))
  const choice = Number((await readForm(c))['choice'] || Number.NaN)
  if (!poll || answered(c).includes(poll.id)) return redirect(c, '/poll')
  if (!(choice in poll.options)) return show(c, [{ field: 'choice', ...texts.pollChoose }])
  const wait = await c.get('limits').poll.take(`${poll.id} ${addressOf(c)}`)
  if (wait !== null) return show(c, [{ field: null, ...texts.pollMany }])
  await answerPoll(c.get('db'), provinceId, poll.id, choice)
  writeCookie(c, 'poll', [...answered(c), poll.id].slice(-20).join('.'), aYear)
  return redirect(c, '/poll', texts.pollThanks)
}

function answered(c: Request): number[] {
  return (readCookie(c, 'poll') ?? '').split('.').map(Number)
}

import { Refusal } from '../lib/errors.ts'
import { readForm } from '../lib/http/forms.ts'
import type { Request, Who } from '../lib/http/route.ts'
import type { Log } from '../lib/log.ts'
import { type Words, words } from '../lib/text/words.ts'
import { roleNames } from '../modules/accounts/accounts.texts.ts'
import { sealKeptForm } from '../modules/accounts/kept-form.ts'
import { signInPage } from '../modules/accounts/sign-in.office.ts'
import { officePage, type PageFacts, plainPage, redirect } from '../ui/answer.tsx'
import { ButtonLink } from '../ui/button.tsx'
import { ErrorPage } from '../ui/error-page.tsx'
import { texts } from './refusals.texts.ts'

const statusOf = { not_found: 404, forbidden: 403, conflict: 409, invalid: 422, too_many: 429 } as const

/** Refusals and errors become pages here, and only here. What is unknown is logged, never shown. */
export function refuse(error: Error, c: Request, log: Log): Response {
  const w = words(texts, c.get('locale'))
  if (error instanceof Refusal) {
    const reasons = error.faults.map((f) => f[c.get('locale')])
    return refusalPage(
      c,
      statusOf[error.kind],
      titleOf(error, w),
      reasons.length ? reasons : [bodyOf(error, w)],
    )
  }
  log.error({ err: error, requestId: c.get('requestId'), method: c.req.method, route: c.req.path }, 'failed')
  return refusalPage(c, 500, w.brokenTitle, [w.brokenBody, `${w.incident}: ${c.get('requestId')}`])
}

export function unknownAddress(c: Request): Response {
  const w = words(texts, c.get('locale'))
  return refusalPage(c, 404, w.notFoundTitle, [w.notFoundBody])
}

/** Says which roles the page is for and whom to ask. */
export function notAllowed(c: Request, who: Who): Response {
  const locale = c.get('locale')
  const w = words(texts, locale)
  const names = Array.isArray(who) ? who.map((role: keyof typeof roleNames) => roleNames[role][locale]) : []
  return refusalPage(c, 403, w.forbiddenTitle, [...(names.length ? [w.isFor(names)] : []), w.forbiddenBody])
}

export function foreignForm(c: Request): Response {
  const w = words(texts, c.get('locale'))
  return refusalPage(c, 403, w.formTitle, [w.formBody])
}

export function tooLarge(c: Request): Response {
  const w = words(texts, c.get('locale'))
  return refusalPage(c, 413, w.tooLargeTitle, [w.tooLargeBody])
}

export function tooMany(c: Request, seconds: number): Response {
  const w = words(texts, c.get('locale'))
  c.header('retry-after', String(seconds))
  return refusalPage(c, 429, w.tooManyTitle, [w.tooManyBody(Math.ceil(seconds / 60))])
}

/**
 * A page asks to sign in and then goes on. A form that came after the session had ended (`isOwn`: its token fits
 * that session) is kept in the sign-in page, so that nothing typed is lost.
 */
export async function signInFirst(c: Request, isOwn: boolean): Promise<Response> {
  const { pathname, search } = new URL(c.req.url)
  if (!isOwn || !c.get('sessionToken')) {
    const next = c.req.method === 'GET' ? pathname + search : '/'
    const ended = c.get('sessionToken') ? '&ended=1' : ''
    return redirect(c, `/sign-in?next=${encodeURIComponent(next)}${ended}`)
  }
  const form = await readForm(c)
  if ('password' in form) return redirect(c, '/sign-in?ended=1')
  const fields = Object.entries(form).flatMap(([name, value]) =>
    [value].flat().map((v) => [name, v] as const),
  )
  const kept = sealKeptForm(c.get('config').secret, { action: pathname + search, fields }, c.get('now'))
  return signInPage(c, { next: '/', ended: true, kept }, 401)
}

function titleOf(error: Refusal, w: Words<typeof texts>): string {
  const titles = {
    not_found: w.notFoundTitle,
    forbidden: w.forbiddenTitle,
    conflict: w.conflictTitle,
    invalid: w.invalidTitle,
    too_many: w.tooManyTitle,
  }
  return titles[error.kind]
}

function bodyOf(error: Refusal, w: Words<typeof texts>): string {
  if (error.kind === 'not_found') return w.notFoundBody
  return error.kind === 'forbidden' ? w.forbiddenBody : w.conflictBody
}

function refusalPage(
  c: Request,
  status: NonNullable<PageFacts['status']>,
  title: string,
  sentences: readonly string[],
): Response {
  const w = words(texts, c.get('locale'))
  const action = <ButtonLink href="/">{w.home}</ButtonLink>
  const body = <ErrorPage title={title} sentences={sentences} status={status} action={action} />
  const page = c.get('actor') ? officePage : plainPage
  return page(c, { title, status }, body)
}

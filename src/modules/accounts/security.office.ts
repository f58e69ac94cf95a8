import { z } from 'zod'
import { roles } from '../../lib/actor.ts'
import type { Fault } from '../../lib/errors.ts'
import { type FormValues, parseForm, readForm } from '../../lib/http/forms.ts'
import { actorOf, type Request, type Route } from '../../lib/http/route.ts'
import { words } from '../../lib/text/words.ts'
import { officePage, redirect } from '../../ui/answer.tsx'
import { changeSecuritySetting, securitySetting } from './accounts.ts'
import { texts } from './administration.texts.ts'
import { SecurityPage } from './pages/security-page.tsx'

const managers = ['administrator'] as const

export const securityRoutes: readonly Route[] = [
  { method: 'GET', path: '/security', who: managers, handle: show },
  { method: 'POST', path: '/security', who: managers, handle: change },
]

function whole(least: number, most: number) {
  const words = `Nhập số từ ${least} đến ${most} / Enter a number from ${least} to ${most}`
  return z.coerce.number(words).int(words).min(least, words).max(most, words)
}

const settingInput = z.object({
  idleMinutes: whole(1, 480),
  administratorIdleMinutes: whole(1, 480),
  sessionHours: whole(1, 24),
  dormantDays: whole(7, 400),
  secondStepRoles: z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform((v) => [v].flat().filter((r) => r !== ''))
    .pipe(z.array(z.enum(roles))),
})

async function show(c: Request): Promise<Response> {
  const now = await securitySetting(c.get('db'), actorOf(c))
  return page(c, {
    idleMinutes: String(now.idleMinutes),
    administratorIdleMinutes: String(now.administratorIdleMinutes),
    sessionHours: String(now.sessionHours),
    dormantDays: String(now.dormantDays),
    secondStepRoles: [...now.secondStepRoles],
  })
}

function page(c: Request, values: FormValues, faults: Fault[] = []): Response {
  const locale = c.get('locale')
  const status = faults.length ? 422 : 200
  return officePage(
    c,
    { title: words(texts, locale).security, status },
    SecurityPage({ locale, values, faults }),
  )
}

async function change(c: Request): Promise<Response> {
  const values = await readForm(c)
  const parsed = parseForm(settingInput, values)
  if (!parsed.ok) return page(c, values, parsed.faults)
  await c
    .get('db')
    .transaction()
    .execute((tx) => changeSecuritySetting(tx, actorOf(c), parsed.value, c.get('now')))
  return redirect(c, '/security', texts.securitySaved)
}

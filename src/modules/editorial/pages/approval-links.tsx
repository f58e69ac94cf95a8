import { showTime } from '../../../lib/calendar/day.ts'
import { words } from '../../../lib/text/words.ts'
import { Button } from '../../../ui/button.tsx'
import { Details } from '../../../ui/details.tsx'
import { Form } from '../../../ui/form.tsx'
import { useRequest } from '../../../ui/request.ts'
import { TextInput } from '../../../ui/text-input.tsx'
import type { ApprovalLink } from '../approvals/approvals.sql.ts'
import { texts } from '../approvals/approvals.texts.ts'
import { itemAddress } from '../item.ts'
import type { ItemPageProps } from './item-actions.tsx'

/** Asking a leader without account, and what became of the links that were sent. */
export function ApprovalLinks({ view, values, faults }: ItemPageProps) {
  const t = words(texts, useRequest().locale)
  const { item, may } = view
  const at = `${itemAddress(item.id)}/approval-links`
  if (!may.write || item.state !== 'submitted') return null
  return (
    <Details summary={t.askOutside} open={faults.some((f) => f.field?.startsWith('leader'))}>
      <div class="stack">
        {view.links.length > 0 && (
          <ul class="plain-list">
            {view.links.map((link) => (
              <li key={link.id}>
                {link.forName} – <span class="soft small">{stateOf(link, t)}</span>
                {link.decidedAt === null && link.revokedAt === null && (
                  <Form action={`${at}/${link.id}/revocation`} bare>
                    <Button kind="quiet" small icon="close">
                      {t.revoke}
                    </Button>
                  </Form>
                )}
              </li>
            ))}
          </ul>
        )}
        <Form action={at} values={values} faults={faults}>
          <p class="hint">{t.askOutsideWhy}</p>
          <TextInput name="leaderName" label={t.leaderName} />
          <TextInput name="leaderEmail" label={t.leaderEmail} type="email" />
          <Button kind="secondary" icon="mail">
            {t.send}
          </Button>
        </Form>
      </div>
    </Details>
  )
}

type Told = ReturnType<typeof words<typeof texts>>

function stateOf(link: ApprovalLink, t: Told): string {
  if (link.revokedAt) return t.revoked
  if (link.decidedAt) return t.decided
  return [link.seenAt ? t.seen : null, t.until(showTime(link.expiresAt))].filter(Boolean).join(', ')
}

import { words } from '../../../../lib/text/words.ts'
import { Button } from '../../../../ui/button.tsx'
import { Details } from '../../../../ui/details.tsx'
import { Form } from '../../../../ui/form.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { sourceAnchor } from '../../../../ui/source-text.tsx'
import { Tag } from '../../../../ui/tag.tsx'
import { anchorOf } from '../marks.ts'
import { texts } from '../review.texts.ts'
import type { Flag } from '../review.ts'
import type { ReadProps } from './review-page.tsx'

/** What the reader was unsure of, by kind, what blocks first. */
export function Flags({ flags, at, found }: ReadProps) {
  const t = words(texts, useRequest().locale)
  const open = flags.filter((f) => f.resolution === null)
  const blocking = open.filter((f) => f.blocking)
  const notes = open.filter((f) => !f.blocking)
  const settled = flags.length - open.length
  return (
    <Panel title={`${t.flags} (${open.length})`} id="flags">
      <p>
        {t.flagsLead(blocking.length, notes.length)}
        {settled > 0 && <span class="soft"> {t.settled(settled)}.</span>}
      </p>
      <Kinds flags={blocking} at={at} found={found} />
      {notes.length > 0 && (
        <Details summary={`${t.note} (${notes.length})`}>
          <Kinds flags={notes} at={at} found={found} />
        </Details>
      )}
    </Panel>
  )
}

function Kinds({ flags, at, found }: Pick<ReadProps, 'at' | 'found'> & { flags: readonly Flag[] }) {
  const t = words(texts, useRequest().locale)
  const kinds = [...Map.groupBy(flags, (f) => f.code)]
  return (
    <>
      {kinds.map(([code, list]) => (
        <section class="stack" key={code}>
          <ul class="tasks">
            {list.map((flag) => (
              <OneFlag key={flag.id} flag={flag} at={at} found={found} />
            ))}
          </ul>
          {list.length > 1 && (
            <Form action={`${at}/flags/acceptance`} bare>
              <input type="hidden" name="code" value={code} />
              <Button kind="quiet" small icon="check">
                {t.acceptAll(list.length)}
              </Button>
            </Form>
          )}
        </section>
      ))}
    </>
  )
}

function OneFlag({ flag, at, found }: Pick<ReadProps, 'at' | 'found'> & { flag: Flag }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const task = found.tasks.findIndex((one) => `${flag.path}.`.startsWith(`tasks.${one.id}.`))
  return (
    <li>
      <div>
        <Tag tone={flag.blocking ? 'warn' : 'quiet'} icon={flag.blocking ? 'flag' : 'info'}>
          {flag.blocking ? t.blocking : t.note}
        </Tag>{' '}
        {task >= 0 && (
          <strong>
            {t.tasks} {task + 1}:{' '}
          </strong>
        )}
        {flag[locale]}
        <span class="hint">
          <a href={`#${anchorOf(flag.path)}`}>{t.seeField}</a>
          {flag.at && flag.blocking && (
            <>
              {' · '}
              <a href={`#${sourceAnchor(`flag-${flag.id}`)}`}>{t.seeSource}</a>
            </>
          )}
        </span>
      </div>
      <Form action={`${at}/flags/acceptance`} bare>
        <input type="hidden" name="flagId" value={String(flag.id)} />
        <Button kind="secondary" small>
          {t.accept}
        </Button>
      </Form>
    </li>
  )
}

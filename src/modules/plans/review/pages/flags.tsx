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
import type { ReadProps } from './review-page-props.ts'

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
  const { locale } = useRequest()
  const kinds = [...Map.groupBy(flags, (f) => f.code)]
  return (
    <ul class="tasks">
      {kinds.map(([code, list]) => {
        const same = list.every((f) => f[locale] === list[0]?.[locale])
        return same && list.length > 1 ? (
          <OneKind key={code} code={code} flags={list} at={at} found={found} />
        ) : (
          list.map((flag) => <OneFlag key={flag.id} flag={flag} at={at} found={found} />)
        )
      })}
    </ul>
  )
}

/** The same doubt in several places: said once, each place a link, accepted together or one by one at the place. */
function OneKind({
  code,
  flags,
  at,
  found,
}: Pick<ReadProps, 'at' | 'found'> & { code: string; flags: readonly Flag[] }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <li>
      <div>
        <Kind flag={flags[0]} /> {flags[0]?.[locale]}
        <span class="hint">
          {flags.map((flag, i) => (
            <span key={flag.id}>
              {i > 0 && ' · '}
              <a href={`#${anchorOf(flag.path)}`}>{placeOf(flag, found, t.task, t.seeField)}</a>
            </span>
          ))}
        </span>
      </div>
      <Form action={`${at}/flags/acceptance`} bare>
        <input type="hidden" name="code" value={code} />
        <Button kind="secondary" small>
          {t.acceptAll(flags.length)}
        </Button>
      </Form>
    </li>
  )
}

function Kind({ flag }: { flag: Flag | undefined }) {
  const t = words(texts, useRequest().locale)
  return (
    <Tag tone={flag?.blocking ? 'warn' : 'quiet'} icon={flag?.blocking ? 'flag' : 'info'}>
      {flag?.blocking ? t.blocking : t.note}
    </Tag>
  )
}

/** 'Nhiệm vụ 4', or the words for any other place. */
function placeOf(flag: Flag, found: ReadProps['found'], task: (n: number) => string, other: string): string {
  const index = found.tasks.findIndex((one) => `${flag.path}.`.startsWith(`tasks.${one.id}.`))
  return index >= 0 ? task(index + 1) : other
}

function OneFlag({ flag, at, found }: Pick<ReadProps, 'at' | 'found'> & { flag: Flag }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <li>
      <div>
        <Kind flag={flag} /> {flag[locale]}
        <span class="hint">
          <a href={`#${anchorOf(flag.path)}`}>{placeOf(flag, found, t.task, t.seeField)}</a>
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

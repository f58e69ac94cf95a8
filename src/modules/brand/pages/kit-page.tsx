import { words } from '../../../lib/text/words.ts'
import { Button, ButtonGroup, ButtonLink } from '../../../ui/button.tsx'
import { Details } from '../../../ui/details.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { useRequest } from '../../../ui/request.ts'
import { TextInput } from '../../../ui/text-input.tsx'
import { texts } from '../brand.texts.ts'
import { kitAddress, partAddress, type ShownPart } from '../kit.ts'
import { AdoptionPanel, type AdoptionProps } from './adoption-panel.tsx'
import { Publicity } from './kits-page.tsx'
import { PartCard } from './part-card.tsx'

export interface KitProps extends AdoptionProps {
  document: { name: string; href: string | null }
  parts: readonly ShownPart[]
  mayKeep: boolean
}

/** One set: its parts to take, and who uses it. */
export function KitPage(props: KitProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { kit, parts, mayKeep, document } = props
  const at = kitAddress(kit.id)
  return (
    <>
      <ErrorSummary faults={props.faults} />
      <Head {...props} />
      {kit.retired && <Notice tone="warn">{t.retiredBecause(kit.retired.why)}</Notice>}
      {document.name && (
        <p>
          {t.document}: {document.href ? <a href={document.href}>{document.name}</a> : document.name}
        </p>
      )}
      <section class="stack" aria-labelledby="parts">
        <div class="panel-head">
          <h2 id="parts">{t.parts}</h2>
          {mayKeep && !kit.retired && (
            <ButtonLink icon="add" kind="secondary" href={`${at}/parts/new`}>
              {t.newPart}
            </ButtonLink>
          )}
        </div>
        {parts.length === 0 && <p>{t.noParts}</p>}
        <div class="kit-parts">
          {parts.map((p) => (
            <PartCard
              key={p.id}
              part={p}
              locale={locale}
              files={`${at}/files`}
              inside
              tags={<Publicity isPublic={kit.isPublic && p.isPublic} isRetired={p.retiredAt !== null} />}
              actions={
                mayKeep &&
                !kit.retired && (
                  <p>
                    <a href={partAddress(kit.id, p.id)}>
                      {t.editPart}
                      <span class="visually-hidden">: {p.name}</span>
                    </a>
                  </p>
                )
              }
            />
          ))}
        </div>
      </section>
      <AdoptionPanel {...props} />
      {mayKeep && <Retire {...props} />}
    </>
  )
}

function Head({ kit, parts, mayKeep }: KitProps) {
  const t = words(texts, useRequest().locale)
  const at = kitAddress(kit.id)
  return (
    <PageHead
      title={kit.name}
      lead={kit.about}
      tags={<Publicity isPublic={kit.isPublic} isRetired={kit.retired !== null} />}
      actions={
        <ButtonGroup>
          {parts.some((p) => !p.retiredAt && p.versions.length > 0) && (
            <ButtonLink icon="download" href={`${at}/all.zip`} download>
              {t.all}
            </ButtonLink>
          )}
          {mayKeep && !kit.retired && (
            <ButtonLink icon="edit" kind="quiet" href={`${at}/edit`}>
              {t.editKit}
            </ButtonLink>
          )}
        </ButtonGroup>
      }
    />
  )
}

function Retire({ kit, values, faults }: KitProps) {
  const t = words(texts, useRequest().locale)
  const to = `${kitAddress(kit.id)}/retirement`
  if (kit.retired)
    return (
      <Form action={to} bare>
        <Button kind="secondary" icon="refresh" name="to" value="open">
          {t.reopen}
        </Button>
      </Form>
    )
  return (
    <Details summary={t.retire} open={faults.some((f) => f.field === 'why')}>
      <p>{t.retireWhy}</p>
      <Form action={to} values={values} faults={faults}>
        <TextInput name="why" label={t.why} maxlength={500} />
        <Button kind="danger" icon="stop">
          {t.retire}
        </Button>
      </Form>
    </Details>
  )
}

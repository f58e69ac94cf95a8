import type { ComponentChildren } from 'preact'

type PageHeadProps = {
  title: string
  /** One line above: number and date of a document, kind of thing. */
  kicker?: ComponentChildren
  /** One or two sentences below. */
  lead?: ComponentChildren
  /** Tags beside each other under the title. */
  tags?: ComponentChildren
  /** Buttons; to the right on wide screens. */
  actions?: ComponentChildren
}

/** The page's only h1 and what belongs to it. */
export function PageHead({ title, kicker, lead, tags, actions }: PageHeadProps) {
  return (
    <div class="page-head">
      <div>
        {kicker && <p class="kicker">{kicker}</p>}
        <h1>{title}</h1>
        {tags && <div class="row">{tags}</div>}
        {lead && <p class="lead">{lead}</p>}
      </div>
      {actions && <div class="button-group no-print">{actions}</div>}
    </div>
  )
}

import type { ComponentChildren } from 'preact'

type PanelProps = { title?: string; id?: string; actions?: ComponentChildren; children: ComponentChildren }

/** A sheet of paper on the ground, with its own heading (h2). */
export function Panel({ title, id, actions, children }: PanelProps) {
  return (
    <section class="panel" id={id}>
      {(title || actions) && (
        <div class="panel-head">
          {title && <h2>{title}</h2>}
          {actions}
        </div>
      )}
      {children}
    </section>
  )
}

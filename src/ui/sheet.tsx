import type { ComponentChildren } from 'preact'

type SheetProps = { title: string; kicker?: string; meta?: readonly string[]; children: ComponentChildren }

/** A page meant for paper: A4 proportions on the screen, nothing but its content in print. */
export function Sheet({ title, kicker, meta = [], children }: SheetProps) {
  return (
    <article class="sheet">
      <header class="sheet-head">
        {kicker && <p class="sheet-kicker">{kicker}</p>}
        <h1>{title}</h1>
        {meta.length > 0 && <p class="soft small">{meta.join(' · ')}</p>}
      </header>
      {children}
    </article>
  )
}

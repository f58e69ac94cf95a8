import type { ComponentChildren } from 'preact'
import { words } from '../lib/text/words.ts'
import { BrandMark } from './brand.tsx'
import { DemonstrationRibbon } from './demonstration-ribbon.tsx'
import { Document } from './document.tsx'
import type { Flash } from './frame.ts'
import { LanguageSwitch } from './language-switch.tsx'
import { Notices } from './notice.tsx'
import type { RequestFacts } from './request.ts'
import { texts } from './ui.texts.ts'
import { useWords } from './words.ts'

export type PlainLayoutProps = RequestFacts & {
  title: string
  province?: string
  demonstration?: boolean
  faulty?: boolean
  notices?: readonly Flash[]
  /** Stands beside the main column on wide screens: what this place is. */
  beside?: ComponentChildren | undefined
  children: ComponentChildren
}

/** A page without menus: sign-in, refusals, the first steps of an account. */
export function PlainLayout(props: PlainLayoutProps) {
  const { title, province, demonstration, faulty, notices = [], beside, children, ...request } = props
  return (
    <Document side="office" title={title} faulty={faulty} {...request}>
      <PlainHead province={province} />
      {demonstration && <DemonstrationRibbon />}
      <div class={beside ? 'plain plain-two' : 'plain'}>
        <main class="plain-main" id="main" tabIndex={-1}>
          <Notices notices={notices} />
          {children}
        </main>
        {beside && (
          <aside class="plain-beside" aria-label={words(texts, request.locale).product}>
            {beside}
          </aside>
        )}
      </div>
    </Document>
  )
}

function PlainHead({ province }: { province: string | undefined }) {
  const w = useWords()
  return (
    <>
      <a class="skip" href="#main">
        {w.skip}
      </a>
      <header class="bar">
        <div class="bar-in">
          <a class="brand" href="/">
            <BrandMark ground="dark" />
            <span>
              <b>{w.product}</b>
              <small>{province || w.productLine}</small>
            </span>
          </a>
          <div class="bar-tools">
            <LanguageSwitch />
          </div>
        </div>
      </header>
    </>
  )
}

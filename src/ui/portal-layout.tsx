import type { ComponentChildren } from 'preact'
import { BrandMark } from './brand.tsx'
import { Breadcrumbs } from './breadcrumbs.tsx'
import { DemonstrationRibbon } from './demonstration-ribbon.tsx'
import { Document } from './document.tsx'
import type { Crumb, Frame } from './frame.ts'
import { LanguageSwitch } from './language-switch.tsx'
import { Notices } from './notice.tsx'
import { useWords } from './words.ts'

export type PortalLayoutProps = Omit<Frame, 'user'> & {
  title: string
  description: string
  crumbs?: readonly Crumb[]
  faulty?: boolean
  /** Who answers for the portal, with address and telephone; shown in the foot. */
  owner?: ComponentChildren
  footLinks?: readonly { href: string; label: string }[]
  children: ComponentChildren
}

/** The page of the public: light, one column, two weights of type. */
export function PortalLayout(props: PortalLayoutProps) {
  const { title, description, crumbs, faulty, owner, footLinks, children, ...frame } = props
  return (
    <Document
      side="portal"
      title={title}
      description={description}
      faulty={faulty}
      locale={frame.locale}
      csrf={frame.csrf}
      path={frame.path}
    >
      <Head {...frame} />
      <main class="main wrap" id="main" tabIndex={-1}>
        {crumbs && crumbs.length > 0 && <Breadcrumbs crumbs={crumbs} />}
        <Notices notices={frame.notices} />
        {children}
      </main>
      <footer class="foot no-print">
        <div class="wrap">
          {footLinks && (
            <ul class="foot-links">
              {footLinks.map((link) => (
                <li key={link.href}>
                  <a href={link.href}>{link.label}</a>
                </li>
              ))}
            </ul>
          )}
          {owner}
        </div>
      </footer>
    </Document>
  )
}

function Head({ province, demonstration, menu }: Omit<Frame, 'user'>) {
  const w = useWords()
  return (
    <>
      <a class="skip" href="#main">
        {w.skip}
      </a>
      {demonstration && <DemonstrationRibbon />}
      <header class="bar">
        <div class="wrap bar-in">
          <a class="brand" href="/">
            <BrandMark />
            <span>
              <b>{province || w.product}</b>
              <small>{w.productLine}</small>
            </span>
          </a>
          <LanguageSwitch />
        </div>
      </header>
      {menu.length > 0 && (
        <nav class="portal-nav no-print" aria-label={w.mainMenu}>
          <ul class="wrap">
            {menu.map((item) => (
              <li key={item.href}>
                <a href={item.href} aria-current={item.current ? 'page' : undefined}>
                  {item.label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </>
  )
}

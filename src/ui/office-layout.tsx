import type { ComponentChildren } from 'preact'
import { Avatar } from './avatar.tsx'
import { BrandMark } from './brand.tsx'
import { Breadcrumbs } from './breadcrumbs.tsx'
import { DemonstrationRibbon } from './demonstration-ribbon.tsx'
import { Document } from './document.tsx'
import { Form } from './form.tsx'
import type { Crumb, Frame, FrameUser, MenuItem } from './frame.ts'
import { Icon } from './icon.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { Notices } from './notice.tsx'
import { useRequest } from './request.ts'
import { useWords } from './words.ts'

export type OfficeLayoutProps = Frame & {
  title: string
  /** From the start page down to, and with, this page. */
  crumbs?: readonly Crumb[]
  faulty?: boolean
  /** Words now searched for, to stay in the box. */
  search?: string | undefined
  children: ComponentChildren
}

/**
 * The page of a signed-in official: bar, menu, breadcrumbs, main, foot. The menu is written twice, once
 * inside `<details>` for narrow screens, because closed details cannot be opened by width alone.
 */
export function OfficeLayout({ title, crumbs, faulty, search, children, ...frame }: OfficeLayoutProps) {
  return (
    <Document
      side="office"
      title={title}
      faulty={faulty}
      locale={frame.locale}
      csrf={frame.csrf}
      path={frame.path}
    >
      <Bar {...frame} search={search} />
      <div class="body">
        <Navigation menu={frame.menu} />
        <div>
          <main class="main" id="main" tabIndex={-1}>
            <p class="print-only small soft">{frame.province}</p>
            {crumbs && crumbs.length > 0 && <Breadcrumbs crumbs={crumbs} />}
            <Notices notices={frame.notices} />
            {children}
          </main>
          <Foot />
        </div>
      </div>
    </Document>
  )
}

function Bar({ province, demonstration, user, search }: Frame & { search: string | undefined }) {
  const w = useWords()
  return (
    <>
      <a class="skip" href="#main">
        {w.skip}
      </a>
      <header class="bar no-print">
        <div class="bar-in">
          <a class="brand" href="/">
            <BrandMark ground="dark" />
            <span>
              <b>{w.product}</b>
              <small>{province || w.productLine}</small>
            </span>
          </a>
          <search class="find">
            <form action="/search" method="get" class="find-form">
              <input
                type="search"
                name="q"
                value={search}
                aria-label={w.search}
                placeholder={w.searchHint}
                data-key-search
              />
              <button type="submit">
                <Icon name="search" title={w.search} />
              </button>
            </form>
          </search>
          <div class="bar-tools">
            <LanguageSwitch />
            {user && <AccountMenu user={user} />}
          </div>
        </div>
      </header>
      {demonstration && <DemonstrationRibbon />}
    </>
  )
}

function AccountMenu({ user }: { user: FrameUser }) {
  const w = useWords()
  return (
    <details class="menu" data-menu>
      <summary class="bar-tool">
        <Avatar name={user.name} />
        <span class="wide-only">{user.name}</span>
        <span class="visually-hidden">{w.account}</span>
        <Icon name="down" />
      </summary>
      <div class="menu-body">
        <p class="menu-who">
          <b>{user.name}</b>
          {user.detail}
        </p>
        {user.links?.map((link) => (
          <a href={link.href} key={link.href}>
            <Icon name={link.icon} />
            {link.label}
          </a>
        ))}
        <Form action="/sign-out" bare>
          <button type="submit">
            <Icon name="leave" />
            {w.signOut}
          </button>
        </Form>
      </div>
    </details>
  )
}

function Navigation({ menu }: { menu: readonly MenuItem[] }) {
  const w = useWords()
  const current = menu.find((item) => item.current)
  return (
    <>
      <details class="nav-phone no-print">
        <summary>
          <Icon name="menu" />
          {current ? current.label : w.menu}
          <span class="visually-hidden">– {w.menu}</span>
          <Icon name="down" />
        </summary>
        <nav aria-label={w.mainMenu}>
          <MenuList menu={menu} />
        </nav>
      </details>
      <div class="side no-print">
        <nav
          aria-label={w.mainMenu}
          data-keys={w.keys}
          data-key-words={JSON.stringify([w.keySearch, w.keyHelp, w.keysOn, w.close])}
        >
          <MenuList menu={menu} />
        </nav>
      </div>
    </>
  )
}

/** So many entries stand open under their headings; of more, only the group of the page that is read, or the first. */
const shortMenu = 12

function MenuList({ menu }: { menu: readonly MenuItem[] }) {
  const loose = menu.filter((item) => item.group === undefined)
  const groups = [...Map.groupBy(menu, (item) => item.group)].filter(([group]) => group !== undefined)
  const read = menu.find((item) => item.current)?.group ?? groups[0]?.[0]
  return (
    <>
      <MenuItems items={loose} />
      {groups.map(([group, items]) => (
        <details key={group} class="nav-group" open={menu.length <= shortMenu || group === read}>
          <summary>
            {group}
            <Icon name="down" />
          </summary>
          <MenuItems items={items} />
        </details>
      ))}
    </>
  )
}

function MenuItems({ items }: { items: readonly MenuItem[] }) {
  const w = useWords()
  return (
    <ul class="nav-list">
      {items.map((item) => (
        <li key={item.href}>
          <a
            href={item.href}
            aria-current={item.current ? 'page' : undefined}
            data-key={item.key}
            data-key-label={item.key && item.label}
          >
            <Icon name={item.icon} />
            {item.label}
            {item.count !== undefined && item.count > 0 && (
              <span class="badge">
                {item.count}
                <span class="visually-hidden"> {w.waiting(item.count).replace(/^\d+ /, '')}</span>
              </span>
            )}
          </a>
        </li>
      ))}
    </ul>
  )
}

function Foot() {
  const w = useWords()
  const { locale } = useRequest()
  return (
    <footer class="foot no-print">
      <ul class="foot-links">
        <li>
          {w.product} · {w.productLine}
        </li>
        <li>
          <a href="/accessibility" hreflang={locale}>
            {w.statement}
          </a>
        </li>
      </ul>
    </footer>
  )
}

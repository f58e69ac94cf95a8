export type Tab = { href: string; label: string; current?: boolean; count?: number }

/** Views of one thing, each with its own address. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav aria-label={label} class="no-print">
      <ul class="tabs">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <a href={tab.href} aria-current={tab.current ? 'page' : undefined}>
              {tab.label}
              {tab.count !== undefined && <span class="badge">{tab.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

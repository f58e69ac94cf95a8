import { ButtonGroup, ButtonLink } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { PageHead } from '../../../ui/page-head.tsx'

/** Where nothing is: an unknown address, or no portal at all. */
export function nothingPage({
  title,
  body,
  home,
  find,
  ways,
}: {
  title: string
  body: string
  home: { href: string; label: string }
  find: { href: string; label: string }
  ways: readonly { href: string; label: string }[]
}) {
  return (
    <div class="nothing">
      <Icon name="help" />
      <div>
        <PageHead title={title} lead={body} />
        <ButtonGroup>
          <ButtonLink href={home.href}>{home.label}</ButtonLink>
          <ButtonLink kind="secondary" icon="search" href={find.href}>
            {find.label}
          </ButtonLink>
        </ButtonGroup>
        <ul class="map-links">
          {ways.map((way) => (
            <li key={way.href}>
              <a href={way.href}>{way.label}</a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

import type { Request, Route } from '../lib/http/route.ts'
import { words } from '../lib/text/words.ts'
import { officePage, portalPage } from '../ui/answer.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { Panel } from '../ui/panel.tsx'
import { Table } from '../ui/table.tsx'
import { apiRoutes } from './api.ts'
import { apiDocsTexts, tagNames } from './api-docs.texts.ts'
import { parametersOf } from './api-document.ts'

export const apiDocsRoutes: readonly Route[] = [
  { method: 'GET', path: '/api', who: 'public', handle: docsPage },
]

/** The API for people: how to begin, the rules, every address. Made from the same list as the description for programs. */
function docsPage(c: Request): Response {
  const locale = c.get('locale')
  const t = words(apiDocsTexts, locale)
  const tags = [...new Set(apiRoutes.map((r) => r.tag))]
  const base = c.get('config').baseUrl
  const body = (
    <div class="stack-l">
      <PageHead title={t.title} lead={t.lead} />
      <div class="prose">
        <p>
          {t.machine}: <a href="/api/v1/openapi.json">/api/v1/openapi.json</a>
        </p>
        <h2>{t.begin}</h2>
        <p>{t.key}</p>
        <p>
          <code>{`curl -H "Authorization: Bearer ct1_…" ${base}/api/v1/units`}</code>
        </p>
        <h2>{t.rules}</h2>
        <ul>
          {[t.rule1, t.rule2, t.rule3, t.rule4, t.rule5].map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </div>
      {tags.map((tag) => (
        <Panel title={tagNames[tag]?.[locale] ?? tag} key={tag}>
          <Table
            caption={tagNames[tag]?.[locale] ?? tag}
            silentCaption
            rows={apiRoutes.filter((r) => r.tag === tag)}
            rowKey={(r) => r.path}
            columns={[
              { key: 'path', label: t.address, main: true, cell: (r) => <code>{r.path}</code> },
              { key: 'gives', label: t.gives, cell: (r) => r.summary[locale] },
              {
                key: 'query',
                label: t.parameters,
                cell: (r) => (
                  <Parameters names={parametersOf(r.query, 'query').map((p) => String(p['name']))} />
                ),
              },
            ]}
          />
        </Panel>
      ))}
    </div>
  )
  // Whoever is signed in keeps the menu of the office.
  return c.get('actor')
    ? officePage(c, { title: t.title }, body)
    : portalPage(c, { title: t.title, description: t.lead }, body)
}

function Parameters({ names }: { names: readonly string[] }) {
  return names.length === 0 ? '–' : <code>{names.join(', ')}</code>
}

import type { ComponentChildren } from 'preact'
import { asset } from './assets.ts'
import { RequestContext, type RequestFacts } from './request.ts'
import { useWords } from './words.ts'

type DocumentProps = RequestFacts & {
  /** Name of the page; the product's name is added. */
  title: string
  side: 'office' | 'portal'
  /** True when the page came back with faults: the title says so first, for those who hear it. */
  faulty?: boolean | undefined
  /** Shown by search engines; portal pages only. Without it, robots are asked to stay away. */
  description?: string | undefined
  children: ComponentChildren
}

/** The whole `<html>`. Pages use a layout, layouts use this. */
export function Document({ title, side, faulty, description, children, ...request }: DocumentProps) {
  return (
    <RequestContext.Provider value={{ locale: request.locale, csrf: request.csrf, path: request.path }}>
      <html lang={request.locale}>
        <Head title={title} side={side} faulty={faulty} description={description} />
        <body>{children}</body>
      </html>
    </RequestContext.Provider>
  )
}

function Head({
  title,
  side,
  faulty,
  description,
}: Pick<DocumentProps, 'title' | 'side' | 'faulty' | 'description'>) {
  const w = useWords()
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`${faulty ? w.errorPrefix : ''}${title} – ${w.product}`}</title>
      {description === undefined ? (
        <meta name="robots" content="noindex" />
      ) : (
        <meta name="description" content={description} />
      )}
      <meta name="theme-color" content="#0f4348" />
      <link
        rel="preload"
        href="/fonts/be-vietnam-pro-latin-400-normal.woff2"
        as="font"
        type="font/woff2"
        crossorigin="anonymous"
      />
      <link
        rel="preload"
        href="/fonts/be-vietnam-pro-vietnamese-400-normal.woff2"
        as="font"
        type="font/woff2"
        crossorigin="anonymous"
      />
      <link rel="stylesheet" href={asset('/css/core.css')} />
      <link rel="stylesheet" href={asset(`/css/${side}.css`)} />
      <link rel="icon" href={asset('/icons/mark.svg')} type="image/svg+xml" />
      <script type="module" src={asset('/js/start.js')} />
    </head>
  )
}

/**
 * Programs that fetch pages and are nobody who reads: search engines, previews of messengers, monitors, libraries.
 * Zalo and Facebook fetch a page once for its picture when a link is sent; counted, they would make every message
 * look read.
 */
const programs =
  /bot\b|bot\/|crawl|spider|slurp|preview|facebookexternalhit|facebookcatalog|meta-external|zalo.*(?:crawl|preview|image)|coccocbot|embedly|quora link|pinterest|vkshare|w3c_validator|lighthouse|pagespeed|headless|phantomjs|puppeteer|playwright|selenium|monitor|uptime|pingdom|statuscake|nagios|zabbix|curl\/|wget|libwww|python-|aiohttp|httpx|okhttp|java\/|go-http|node-fetch|axios|undici|ruby|php\/|perl|scrapy|archiver|feedfetcher|feedly|rss|validator|scan|nutch|yandex|baidu|semrush|ahrefs|gptbot|claudebot|ccbot|bytespider|perplexity/i

/**
 * Is this request nobody who reads? Programs, requests without a name of a browser, and pages that a browser fetches
 * ahead of a click that may never come.
 */
export function isBot(header: (name: string) => string | undefined): boolean {
  const agent = header('user-agent') ?? ''
  const ahead = [header('purpose'), header('sec-purpose'), header('x-moz')].some((v) =>
    /prefetch|preview/i.test(v ?? ''),
  )
  return ahead || agent === '' || programs.test(agent)
}

import type { Request } from './route.ts'

export interface ProblemField {
  name: string
  reason: string
}

/** Answers with a problem as programs read it (RFC 9457). `title` never changes for a status; `detail` says more. */
export function problem(
  c: Request,
  status: 400 | 401 | 403 | 404 | 405 | 429 | 500,
  detail: string,
  fields?: readonly ProblemField[],
): Response {
  const body = {
    type: 'about:blank',
    title: titles[status],
    status,
    detail,
    instance: c.get('requestId'),
    ...(fields ? { fields } : {}),
  }
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' },
  })
}

const titles = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
} as const

import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { type Config, WrongConfig } from '../lib/config.ts'
import type { Db } from '../lib/db/db.ts'
import { publicFiles } from '../lib/http/files.ts'
import type { Log } from '../lib/log.ts'
import { projectPath } from '../lib/paths.ts'
import { webApp } from './web.ts'

export interface Serving {
  address: string
  /** Resolves when the first page has been answered. */
  answered: Promise<void>
  /** Takes no new request, finishes those begun (at most ten seconds), then lets go of the port. */
  stop: () => Promise<void>
}

/** Serves the pages on the configured address. Throws {@link WrongConfig} with a sentence where the port is taken. */
export async function serve(config: Config, db: Db, log: Log): Promise<Serving> {
  const { app, portal } = webApp({ config, db, log })
  const files = publicFiles(projectPath('public'), projectPath('dist', 'public'))
  const first = Promise.withResolvers<void>()
  const listener = getRequestListener(async (request, env) => {
    const file = files(request)
    if (file) return file
    const from = performance.now()
    const response = await app.fetch(request, env)
    if (response.status === 200) first.resolve()
    const ms = Math.round(performance.now() - from)
    log.info(
      { method: request.method, path: new URL(request.url).pathname, status: response.status, ms },
      'request',
    )
    return response
  })
  const server = createServer((req, res) => {
    if (portal.answerKept(req, res)) return first.resolve()
    void listener(req, res)
  })
  await listen(server, config)
  const { port } = server.address() as { port: number }
  const host = config.host === '0.0.0.0' || config.host === '::' ? 'localhost' : config.host
  return { address: `http://${host}:${port}`, answered: first.promise, stop: () => drain(server) }
}

function listen(server: Server, { host, port }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (fault: NodeJS.ErrnoException) => {
      if (fault.code !== 'EADDRINUSE') return reject(fault)
      reject(
        new WrongConfig(
          `Cổng ${port} đang có chương trình khác dùng. Tắt chương trình ấy, hoặc chọn cổng khác: PORT=${port + 1} npm start.`,
          `Port ${port} is in use by another program. End that one or choose another port: PORT=${port + 1} npm start.`,
        ),
      )
    })
    server.listen(port, host, resolve)
  })
}

function drain(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(() => server.closeAllConnections(), 10_000)
    server.close(() => {
      clearTimeout(late)
      resolve()
    })
    server.closeIdleConnections()
  })
}

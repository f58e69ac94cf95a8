import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { ask, type Measured } from './ask.ts'

/** What node:http alone spends on sending as many bytes: the floor under every program on Node. */
export async function bareServer(
  bytes: number,
  size: { seconds: number; readers: number },
): Promise<Measured> {
  const program = `const body = Buffer.alloc(${bytes}, 'x')
    require('node:http').createServer((q, s) => s.writeHead(200, { 'content-type': 'text/html', 'content-length': body.length }).end(body))
      .listen(0, '127.0.0.1', function () { console.log(this.address().port) })`
  const child = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    for await (const port of createInterface({ input: child.stdout }))
      return await ask(`http://127.0.0.1:${port}`, () => '/', [child.pid ?? 0], size)
    throw new Error('the bare server did not start')
  } finally {
    child.kill()
  }
}

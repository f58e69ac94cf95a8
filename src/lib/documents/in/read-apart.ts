import { Worker } from 'node:worker_threads'
import type { Order, Report } from './apart.ts'
import type { FaultCode } from './faults.texts.ts'
import { defaultLimits } from './limits.ts'
import { faultOf, type ReadOptions, type ReadResult } from './read-result.ts'

/** Memory one reading may take beside the file itself, in MB. */
const memory = 1024
/** A thread without work is let go after so many milliseconds. */
const idleTime = 30_000
const grace = 1_500
const most = 2

let idle: Worker[] = []
let busy = 0
const waiting: (() => void)[] = []

function startWorker(): Worker {
  // From source the thread is a neighbour of this file; the program's bundle keeps it under the same path.
  const file = import.meta.url.endsWith('.ts') ? './apart.ts' : './lib/documents/in/apart.mjs'
  return new Worker(new URL(file, import.meta.url), {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: memory },
    stdout: true,
    stderr: true,
  })
}

function rest(worker: Worker): void {
  worker.unref()
  idle.push(worker)
  setTimeout(() => {
    if (!idle.includes(worker)) return
    idle = idle.filter((one) => one !== worker)
    void worker.terminate()
  }, idleTime).unref()
}

async function takeTurn(): Promise<() => void> {
  if (busy >= most) await new Promise<void>((resolve) => waiting.push(resolve))
  busy++
  return () => {
    busy--
    waiting.shift()?.()
  }
}

interface Watch {
  milliseconds: number
  signal: AbortSignal | undefined
  onProgress: ReadOptions['onProgress']
}

/** Gives the order and waits for the answer, the deadline, the caller's signal or the thread's end. */
function askWorker(worker: Worker, order: Order, watch: Watch): Promise<ReadResult | FaultCode> {
  const { promise, resolve } = Promise.withResolvers<ReadResult | FaultCode>()
  const timer = setTimeout(() => resolve('too-slow'), watch.milliseconds)
  const cancel = () => resolve('cancelled')
  const fail = (error: unknown) => {
    resolve((error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too-large' : 'damaged')
  }
  const hear = (news: Report) => {
    if (news.kind === 'result') resolve(news.result)
    else watch.onProgress?.(news.done, news.total, news.what)
  }
  const end = () => resolve('damaged')
  watch.signal?.addEventListener('abort', cancel, { once: true })
  worker.on('message', hear).once('error', fail).once('exit', end)
  worker.ref()
  worker.postMessage(order)
  return promise.finally(() => {
    clearTimeout(timer)
    watch.signal?.removeEventListener('abort', cancel)
    worker.off('message', hear).off('error', fail).off('exit', end)
  })
}

/**
 * Reads a file in a thread of its own, at most two at a time: a library that loops or swallows memory over a spoiled
 * file is ended with its thread, and this one never waits on it. Recognition of a scan gets a thread that ends with it.
 */
export async function readApart(bytes: Uint8Array, name: string, options: ReadOptions): Promise<ReadResult> {
  const limits = { ...defaultLimits, ...options.limits }
  const ocr = options.ocr === true
  const done = ocr ? () => undefined : await takeTurn()
  const worker = (ocr ? undefined : idle.pop()) ?? startWorker()
  try {
    const milliseconds = grace + limits.milliseconds + (ocr ? limits.scanPages * limits.scanMilliseconds : 0)
    const order = { bytes, name, limits: options.limits ?? {}, ocr }
    const answer = await askWorker(worker, order, {
      milliseconds,
      signal: options.signal,
      onProgress: options.onProgress,
    })
    if (typeof answer === 'string' || ocr) {
      // A thread that was given up may die noisily; nobody listens any more.
      worker.on('error', () => undefined)
      void worker.terminate()
    } else rest(worker)
    return typeof answer === 'string' ? { ok: false, fault: faultOf(answer) } : answer
  } finally {
    done()
  }
}

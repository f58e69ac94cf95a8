import { type ChildProcess, fork } from 'node:child_process'
import type { Order, Report } from './apart.ts'
import type { FaultCode } from './faults.texts.ts'
import { defaultLimits } from './limits.ts'
import { faultOf, type ReadOptions, type ReadResult } from './read-result.ts'

/** Memory one reading may take beside the file itself, in MB. */
const memory = 512
/** A process without work is let go after so many milliseconds. */
const idleTime = 30_000
const grace = 1_500
const most = 2

let idle: ChildProcess[] = []
let busy = 0
const waiting: (() => void)[] = []

// A thread would start faster, but one that runs out of memory takes the whole program down with it.
function startReader(): ChildProcess {
  // From source it is a neighbour of this file; the program's bundle keeps it under the same path.
  const file = import.meta.url.endsWith('.ts') ? './apart.ts' : './lib/documents/in/apart.mjs'
  const reader = fork(new URL(file, import.meta.url), [], {
    execArgv: [`--max-old-space-size=${memory}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    // It needs no secrets of ours.
    env: {},
  })
  reader.on('error', () => undefined)
  return reader
}

function hold(reader: ChildProcess, held: boolean): void {
  if (held) reader.ref()
  else reader.unref()
  if (held) reader.channel?.ref()
  else reader.channel?.unref()
}

function rest(reader: ChildProcess): void {
  hold(reader, false)
  idle.push(reader)
  setTimeout(() => {
    if (!idle.includes(reader)) return
    idle = idle.filter((one) => one !== reader)
    reader.kill('SIGKILL')
  }, idleTime).unref()
}

function takeIdle(): ChildProcess | undefined {
  let reader = idle.pop()
  while (reader && !reader.connected) reader = idle.pop()
  return reader
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

/** Gives the order and waits for the answer, the deadline, the caller's signal or the process's end. */
function ask(reader: ChildProcess, order: Order, watch: Watch): Promise<ReadResult | FaultCode> {
  const { promise, resolve } = Promise.withResolvers<ReadResult | FaultCode>()
  const timer = setTimeout(() => resolve('too-slow'), watch.milliseconds)
  const cancel = () => resolve('cancelled')
  const hear = (news: Report) => {
    if (news.kind === 'result') resolve(news.result)
    else watch.onProgress?.(news.done, news.total, news.what)
  }
  // Node ends itself with SIGABRT when its memory is full.
  const end = (_code: number | null, by: string | null) => resolve(by === 'SIGABRT' ? 'too-large' : 'damaged')
  watch.signal?.addEventListener('abort', cancel, { once: true })
  reader.on('message', hear).once('exit', end)
  hold(reader, true)
  reader.send(order, (error) => error && resolve('damaged'))
  return promise.finally(() => {
    clearTimeout(timer)
    watch.signal?.removeEventListener('abort', cancel)
    reader.off('message', hear).off('exit', end)
  })
}

/**
 * Reads a file in a process of its own, at most two at a time: a library that loops or swallows memory over a spoiled
 * file is ended with its process, and this one neither waits nor falls. Recognition of a scan gets one to itself.
 */
export async function readApart(bytes: Uint8Array, name: string, options: ReadOptions): Promise<ReadResult> {
  const limits = { ...defaultLimits, ...options.limits }
  const ocr = options.ocr === true
  const done = ocr ? () => undefined : await takeTurn()
  const reader = (ocr ? undefined : takeIdle()) ?? startReader()
  const { signal, onProgress } = options
  try {
    const milliseconds = grace + limits.milliseconds + (ocr ? limits.scanPages * limits.scanMilliseconds : 0)
    const answer = await ask(
      reader,
      { bytes, name, limits: options.limits ?? {}, ocr },
      { milliseconds, signal, onProgress },
    )
    if (typeof answer === 'string' || ocr) reader.kill('SIGKILL')
    else rest(reader)
    return typeof answer === 'string' ? { ok: false, fault: faultOf(answer) } : answer
  } finally {
    done()
  }
}

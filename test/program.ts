import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

/** A child program of a test: its lines as they come, and its end. */
export interface Program {
  child: ChildProcess
  /** The next line it prints; '' when it has ended. */
  line: () => Promise<string>
  ended: Promise<number | null>
  /** Closes its input and waits for the end. */
  finish: () => Promise<number | null>
}

export interface As {
  uid?: number
  gid?: number
  cwd?: string
  node?: string
}

/** Runs a TypeScript or JavaScript file with this Node. Its standard error goes to ours. */
export function runProgram(file: string, args: string[], as: As = {}): Program {
  const { node = process.execPath, ...options } = as
  const child = spawn(node, [file, ...args], { ...options, stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))
  return {
    child,
    line: async () => (await lines.next()).value ?? '',
    ended,
    finish: () => {
      child.stdin.end()
      return ended
    },
  }
}

import { spawn } from 'node:child_process'
import { spoken } from '../../../lib/text/spoken/spoken.ts'
import type { ScriptLine } from './script.ts'

/**
 * Speech by espeak-ng, where it is installed beside the program (GPL-3.0, so it is only ever run, never a part of us).
 * The same script gives the same bytes.
 */
export interface Speech {
  /** 'eSpeak NG 1.52.0' */
  version: string
  /** WAV of the lines; cues are silence. */
  say(lines: readonly ScriptLine[], rate: number): Promise<Uint8Array>
}

let found: Promise<Speech | null> | null = null

/** Null where there is none; looked for once in the life of the program. */
export function findSpeech(program = 'espeak-ng'): Promise<Speech | null> {
  found ??= lookFor(program)
  return found
}

async function lookFor(program: string): Promise<Speech | null> {
  try {
    const version = (await run(program, ['--version'], '')).toString('utf8')
    const name = /(eSpeak NG[^:]*): ([\d.]+)/i.exec(version)
    if (!name) return null
    const voices = (await run(program, ['--voices=vi'], '')).toString('utf8')
    if (!/\bvi\b/.test(voices)) return null
    return {
      version: `${name[1]?.split(' ').slice(0, 2).join(' ')} ${name[2]}`,
      say: (lines, rate) => say(program, lines, rate),
    }
  } catch {
    return null
  }
}

/** Pauses by its markup; words are escaped, so that nothing written can be a command. */
async function say(program: string, lines: readonly ScriptLine[], rate: number): Promise<Uint8Array> {
  const text = lines
    .map((l) => `${l.voice === 'cue' ? '' : escaped(spoken(l.words))}<break time="${l.pause * 1000}ms"/>`)
    .join('\n')
  const wav = await run(
    program,
    ['-v', 'vi', '-s', String(rate), '-m', '--stdin', '--stdout'],
    `<speak>${text}</speak>`,
  )
  return new Uint8Array(wav)
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

function run(program: string, args: string[], input: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'ignore'], timeout: 60_000 })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stdin.on('error', () => {})
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0 ? resolve(Buffer.concat(chunks)) : reject(new Error(`${program}: ${code}`)),
    )
    child.stdin.end(input)
  })
}

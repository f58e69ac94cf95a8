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

const sampleRate = 22_050
/** Its `-s` is in English words: measured on Vietnamese texts, 150 gives 207 syllables a minute with its own pauses. */
const syllablesPerSpeed = 1.39
const voiceOf = { woman: 'vi+f3', man: 'vi', cue: 'vi' } as const

/**
 * Line by line, with silence of exactly the asked length between them: in one go it writes a header for two gigabytes,
 * which players refuse, and reads everything with one voice.
 */
async function say(program: string, lines: readonly ScriptLine[], rate: number): Promise<Uint8Array> {
  const speed = String(Math.max(80, Math.round(rate / syllablesPerSpeed)))
  const parts: Buffer[] = []
  for (const line of lines) {
    if (line.voice !== 'cue')
      parts.push(samplesIn(await run(program, asked(line, speed), plain(spoken(line.words)))))
    parts.push(Buffer.alloc(Math.round(line.pause * sampleRate) * 2))
  }
  return wavOf(Buffer.concat(parts))
}

function asked({ voice }: ScriptLine, speed: string): string[] {
  return ['-v', voiceOf[voice], '-s', speed, '-b', '1', '--stdin', '--stdout']
}

/** Its commands stand in double brackets; nothing written can be one. */
function plain(words: string): string {
  return words.replace(/[[\]]/g, ' ')
}

function samplesIn(wav: Buffer): Buffer {
  const at = wav.indexOf('data', 12, 'latin1')
  return at < 0 ? Buffer.alloc(0) : wav.subarray(at + 8)
}

/** Mono, 16 bits, with the sizes that it has. */
function wavOf(samples: Buffer): Uint8Array {
  const head = Buffer.alloc(44)
  head.write('RIFF', 0, 'latin1')
  head.writeUInt32LE(36 + samples.length, 4)
  head.write('WAVEfmt ', 8, 'latin1')
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(sampleRate, 24)
  head.writeUInt32LE(sampleRate * 2, 28)
  head.writeUInt16LE(2, 32)
  head.writeUInt16LE(16, 34)
  head.write('data', 36, 'latin1')
  head.writeUInt32LE(samples.length, 40)
  return new Uint8Array(Buffer.concat([head, samples]))
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

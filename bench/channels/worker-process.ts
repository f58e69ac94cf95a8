import { type ChildProcess, spawn } from 'node:child_process'
import { copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { projectPath } from '../../src/lib/paths.ts'

export interface BuiltProgram {
  main: string
  folder: string
  remove: () => void
}

/** The program as it is shipped, with its packages inside so that a thousand starts stay bearable. */
export async function builtProgram(): Promise<BuiltProgram> {
  const folder = projectPath('dist', `crashes-${process.pid}`)
  await build({
    absWorkingDir: projectPath(),
    entryPoints: ['src/main.ts'],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    external: [
      ...['pg-native', 'sharp', '@node-rs/argon2', '@napi-rs/canvas', 'tesseract.js', 'pdfjs-dist'],
      ...['@myriaddreamin/typst-ts-node-compiler', 'word-extractor'],
    ],
    banner: {
      js: "import { createRequire as own } from 'node:module'; const require = own(import.meta.url);",
    },
    logLevel: 'silent',
  })
  copyFileSync(projectPath('bench/channels/dying.mjs'), join(folder, 'dying.mjs'))
  return {
    main: join(folder, 'main.mjs'),
    folder,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** `chungtay worker` in production. `dies`: after how many packets from when, and how; null: it lives. */
export function startWorkerProcess(
  program: BuiltProgram,
  env: Record<string, string>,
  dies: { from: 'start' | 'call'; after: number; fate: number } | null,
): ChildProcess {
  return spawn(
    process.execPath,
    ['--max-semi-space-size=32', '--import', join(program.folder, 'dying.mjs'), program.main, 'worker'],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: {
        ...env,
        CHUNGTAY_MODE: 'production',
        LOG_LEVEL: 'silent',
        NODE_COMPILE_CACHE: join(program.folder, 'compiled'),
        DIE_FROM: dies?.from ?? 'start',
        DIE_DATABASE: new URL(env['DATABASE_URL'] ?? '').port,
        DIE_AFTER: String(dies?.after ?? 0),
        DIE_FATE: String(dies?.fate ?? 0),
      },
    },
  )
}

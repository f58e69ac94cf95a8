// The launcher: plain JavaScript that any Node from 20 on can run. It installs what is missing, builds
// src/main.ts into one file and hands over to the pinned Node 24, so that `npm start` is all a newcomer types.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { buildScripts } from './scripts.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Are the packages of package-lock.json there? npm notes what it installed in node_modules. */
function isInstalled() {
  const noted = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(noted)) return false
  const there = JSON.parse(readFileSync(noted, 'utf8')).packages
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional || there[path]?.version === version,
  )
}

function install() {
  if (isInstalled()) return
  console.error(
    'Đang cài đặt các gói cần thiết, lần đầu mất vài phút…\nInstalling packages, the first time takes a few minutes…',
  )
  // Only standard error: what a verb prints on standard output may be read by another program.
  const options = { cwd: root, stdio: ['ignore', 2, 2] }
  const args = ['ci', '--no-audit', '--no-fund']
  const npm = process.env.npm_execpath
  const ran = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' })
  if (ran.status === 0) return
  console.error(
    'Chưa cài được các gói. Kiểm tra kết nối mạng rồi chạy lại.\nThe packages could not be installed. Check the network and run again.',
  )
  process.exit(1)
}

function pinnedNode() {
  for (const name of [`node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`]) {
    const file = join(root, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
    if (existsSync(file)) return file
  }
  const major = Number(process.versions.node.split('.')[0])
  if (major >= 24) return process.execPath
  console.error(
    `Không có sẵn Node 24 cho hệ máy này (${process.platform}-${process.arch}). Hãy cài Node 24 rồi chạy lại.\nNo pinned Node 24 for this kind of machine; install Node 24 and run again.`,
  )
  process.exit(1)
}

async function build() {
  const require = createRequire(join(root, 'package.json'))
  const esbuild = await import(pathToFileURL(require.resolve('esbuild')).href)
  const scripts = buildScripts(esbuild, root)
  await esbuild.build({
    absWorkingDir: root,
    // The second is the process that reads files; the program starts it by its place beside main.mjs.
    entryPoints: ['src/main.ts', 'src/lib/documents/in/apart.ts'],
    outdir: 'dist',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node24',
    sourcemap: true,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'error',
  })
  await scripts
  // Its own process would stay beside the program for as long as it runs.
  await esbuild.stop()
}

install()
const node = pinnedNode()
const [verb, ...rest] = process.argv.slice(2)
let args
if (verb === 'test') args = [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...rest]
else {
  try {
    await build()
  } catch (fault) {
    // A clone that this account may not write to runs what its owner built.
    if (
      !existsSync(join(root, 'dist', 'main.mjs')) ||
      !/EACCES|EROFS|permission denied|read-only/i.test(fault.message)
    )
      throw fault
  }
  args = ['--enable-source-maps', join(root, 'dist/main.mjs'), ...(verb ? [verb, ...rest] : [])]
}
// The channel tells the program when this launcher is gone: killed -9, it cannot pass a signal on.
const child = spawn(node, args, {
  cwd: root,
  stdio: ['inherit', 'inherit', 'inherit', ...(verb === 'test' ? [] : ['ipc'])],
  env: {
    // What is compiled once is kept beside it: a third of the time to the first page of a later start.
    NODE_COMPILE_CACHE: join(root, 'dist', 'compiled'),
    ...process.env,
    CHUNGTAY_LAUNCHER: String(process.pid),
  },
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => {
  process.exitCode = signal ? 1 : (code ?? 1)
  clearInterval(watch)
})
// npm ends the shell between itself and us without a word to us.
const parent = process.ppid
const watch = setInterval(() => {
  if (process.env.npm_lifecycle_event && process.ppid !== parent) child.kill('SIGTERM')
}, 1_000)

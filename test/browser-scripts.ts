import * as esbuild from 'esbuild'
import { buildScripts } from '../bin/scripts.mjs'
import { projectPath } from '../src/lib/paths.ts'

/** The launcher bundles the editor before the program starts; journeys need the same. */
export default async function setup(): Promise<void> {
  await buildScripts(esbuild, projectPath())
  await esbuild.stop()
}

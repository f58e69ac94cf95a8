/** Bundles the browser scripts that have packages in them; the small ones in public/js are served as they are. */
export function buildScripts(esbuild, root) {
  return esbuild.build({
    absWorkingDir: root,
    entryPoints: { 'rich-editor': 'src/browser/rich-editor/main.js' },
    outdir: 'dist/public/js',
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['chrome100', 'firefox100', 'safari15.4'],
    logLevel: 'error',
  })
}

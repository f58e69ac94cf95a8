export function buildScripts(esbuild: typeof import('esbuild'), root: string): Promise<unknown>

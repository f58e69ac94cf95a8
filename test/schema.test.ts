import { readFileSync } from 'node:fs'
import { expect, inject, test } from 'vitest'
import { schemaText } from '../src/lib/db/write-schema.ts'
import { projectPath } from '../src/lib/paths.ts'

test('src/lib/schema.ts is what the migrations make; else run npm run schema', async () => {
  expect(readFileSync(projectPath('src/lib/schema.ts'), 'utf8')).toBe(await schemaText(inject('templateUrl')))
})

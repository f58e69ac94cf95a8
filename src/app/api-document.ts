import { z } from 'zod'
import type { ApiRoute } from '../lib/http/api-route.ts'
import { tagNames } from './api-docs.texts.ts'

type Json = Record<string, unknown>

/**
 * The OpenAPI 3.1 description of the doors, made from the schemas that parse what is asked and describe what is
 * answered: it cannot say anything else than the program does.
 */
export function openApiDocument(routes: readonly ApiRoute[], baseUrl: string): Json {
  const tags = [...new Set(routes.map((r) => r.tag))]
  return {
    openapi: '3.1.0',
    info: {
      title: 'Chung Tay API',
      version: '1.0.0',
      summary: 'Reads the communication programme of a province: plans, work, reports and how they stand.',
      description:
        'Read only. Names are in snake_case, days are `YYYY-MM-DD` in Việt Nam’s time. A key reads one subtree of units of one province; what lies outside does not exist for it. Lists are read on with `cursor`.',
      license: { name: 'UNLICENSED', identifier: 'LicenseRef-Unlicensed' },
    },
    servers: [{ url: baseUrl }],
    security: [{ key: [] }],
    tags: tags.map((name) => ({ name, description: tagNames[name]?.en ?? name })),
    paths: pathsOf(routes),
    components: {
      securitySchemes: {
        key: {
          type: 'http',
          scheme: 'bearer',
          description: 'A key made on the page "Khóa truy cập API" (/administration/tokens).',
        },
      },
      schemas: { Problem: problemSchema },
      responses: {
        Problem: {
          description: 'What went wrong (RFC 9457)',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
    },
  }
}

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'instance'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    instance: { type: 'string', description: 'Number of the incident in the program’s log' },
    fields: {
      type: 'array',
      items: {
        type: 'object',
        required: ['name', 'reason'],
        properties: { name: { type: 'string' }, reason: { type: 'string' } },
      },
    },
  },
}

function pathsOf(routes: readonly ApiRoute[]): Json {
  return Object.fromEntries(
    routes.map((route) => [route.path.replace(/:(\w+)/g, '{$1}'), { get: operationOf(route) }]),
  )
}

function operationOf(route: ApiRoute): Json {
  const refused = { $ref: '#/components/responses/Problem' }
  const problems = Object.fromEntries(['400', '401', '404', '429', '500'].map((status) => [status, refused]))
  return {
    operationId: route.operation,
    tags: [route.tag],
    summary: route.summary.en,
    description: route.summary.vi,
    parameters: [...parametersOf(route.params, 'path'), ...parametersOf(route.query, 'query')],
    responses: {
      '200': {
        description: route.summary.en,
        headers: { ETag: { description: 'Mark of the content', schema: { type: 'string' } } },
        content: { 'application/json': { schema: schemaOf(route.answer, 'output') } },
      },
      '304': { description: 'The content is the one whose ETag was sent' },
      ...problems,
    },
  }
}

export function parametersOf(schema: z.ZodObject, place: 'path' | 'query'): Json[] {
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Record<string, Json>
    required?: string[]
  }
  return Object.entries(properties).map(([name, { description, ...own }]) => {
    // Text in an address is parsed into what the schema of the answer of the parser says.
    const needed = place === 'path' || (required.includes(name) && own['default'] === undefined)
    return { name, in: place, required: needed, ...(description ? { description } : {}), schema: own }
  })
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json
  return json
}

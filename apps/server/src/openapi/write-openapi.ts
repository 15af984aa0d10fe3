import { z } from 'zod'
import { authenticatorOperations } from './authenticator-operations.ts'
import { oidcOperations } from './oidc-operations.ts'
import { type Authority, type Operation, Problem } from './operation.ts'
import { operatorOperations } from './operator-operations.ts'
import { portalOperations } from './portal-operations.ts'
import { recoveryOperations } from './recovery-operations.ts'
import { setupOperations } from './setup-operations.ts'
import { signInOperations } from './sign-in-operations.ts'

/** Everything that is described: what answers with data instead of a page. */
export const operations: readonly Operation[] = [
  ...oidcOperations,
  ...signInOperations,
  ...setupOperations,
  ...portalOperations,
  ...recoveryOperations,
  ...authenticatorOperations,
  ...operatorOperations,
]

/**
 * Describe our own HTTP API. The Graph-shaped one, at `/v1.0` and `/beta`, is described where it comes from.
 *
 * @param url where people reach us
 * @see https://spec.openapis.org/oas/v3.1.0
 */
export function writeOpenApi(url: URL): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const operation of operations) {
    const path = toTemplate(operation.path)
    paths[path] = { ...paths[path], [operation.method]: describe(operation) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Latchkey',
      version: '1',
      description:
        'What pages and apps ask of this server. The Graph-shaped API at /v1.0 and /beta is not in this document.',
    },
    servers: [{ url: url.origin }],
    tags: [...new Set(operations.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      schemas: { Problem: toSchema(Problem) },
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'latchkey-session',
          description:
            'Set at sign-in; its name goes on with the organisation. Changes come from our own pages alone (Origin, Sec-Fetch-Site).',
        },
        visit: {
          type: 'apiKey',
          in: 'cookie',
          name: 'latchkey-visit',
          description: 'Set by the first page.',
        },
        app: { type: 'http', scheme: 'basic', description: 'Or the same two in the form.' },
        token: { type: 'http', scheme: 'bearer' },
        device: {
          type: 'apiKey',
          in: 'header',
          name: 'authorization',
          description: '`Device` and a JWT that the device’s key signed over method, address, body and time.',
        },
      },
    },
  }
}

function describe(operation: Operation): object {
  const { tag, summary, by, path, body, bodyType, status = 200, answer, answerType } = operation
  return {
    tags: [tag],
    summary,
    security: securityOf[by],
    parameters: [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
      name,
      in: 'path',
      required: true,
      schema: { type: 'string' },
    })),
    ...(body && {
      requestBody: {
        required: true,
        content: { [bodyType ?? 'application/json']: { schema: toSchema(body) } },
      },
    }),
    responses: {
      [status]: {
        description: 'Done.',
        ...(answer && {
          content: { [answerType ?? 'application/json']: { schema: toSchema(answer) } },
        }),
      },
      default: by === 'app' || by === 'token' ? refusedByOAuth : refused,
    },
  }
}

const securityOf: Readonly<Record<Authority, readonly object[]>> = {
  nobody: [],
  flow: [{ visit: [] }],
  session: [{ session: [] }],
  // An app without a secret sends its id alone.
  app: [{ app: [] }, {}],
  token: [{ token: [] }],
  sessionOrToken: [{ session: [] }, { token: [] }],
  device: [{ device: [] }],
}

const refused = {
  description: 'Refused; the code is in `type`.',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}

const refusedByOAuth = {
  description: 'Refused, in OAuth’s words.',
  content: {
    'application/json': {
      schema: {
        type: 'object',
        properties: { error: { type: 'string' }, error_description: { type: 'string' } },
        required: ['error'],
      },
    },
  },
}

/** `/:tenant/oidc` is `/{tenant}/oidc`. */
function toTemplate(path: string): string {
  return path.replaceAll(/:(\w+)/g, '{$1}')
}

/** As it is sent: of an answer, too, there may be more one day. */
function toSchema(schema: z.ZodType): object {
  const { $schema: _, ...written } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return written
}

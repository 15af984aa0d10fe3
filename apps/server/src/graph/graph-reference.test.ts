import { roleTable } from '@latchkey/identity'
import { administratorRoleNames, administratorRoles } from '@latchkey/policy'
import { expect, test } from 'vitest'
import type { GraphRoute } from './graph-route.ts'
import { graphRoutes } from './graph-routes.ts'
import { missingOperations } from './missing-operations.ts'

/** Written from the code: `npx vitest run apps/server/src/graph/graph-reference.test.ts -u` writes it again. */
const reference = '../../../../docs/guide/graph-reference.md'

test('the reference of the API says what the code does', async () => {
  await expect(writeReference()).toMatchFileSnapshot(reference)
})

function writeReference(): string {
  return [
    '# Reference of the Graph-shaped API',
    'Written from the code, and compared with it by a test. [The guide](graph-api.md) says what it means.',
    '## Roles',
    table(
      ['role', 'template id'],
      administratorRoleNames.map((name) => [code(name), code(administratorRoles[name])]),
    ),
    'What each lets somebody do, to everybody or only to people who have no role:',
    table(
      ['act', 'to everybody', 'to people without a role'],
      Object.entries(roleTable).map(([act, reaches]) => [act, ...reachedBy(reaches)]),
    ),
    'To oneself, everybody may read, end sessions and remove a pass. Nobody issues a pass, adds or removes a method, sets a password or switches the account off by a role of theirs.',
    '## Paths',
    'Below `/v1.0` and `/beta`. Any one of the permissions opens a path; **A** marks those that an app may have for itself, too.',
    'Where a path has `{app}` or `{role}`, `applications(appId=…)`, `servicePrincipals(appId=…)` and `directoryRoles(roleTemplateId=…)` do as well.',
    table(['path', 'permissions'], graphRoutes.filter(({ path }) => !anotherSpelling.test(path)).map(toRow)),
    '## Not there',
    'Operations that Graph has at these paths, and that answer 501:',
    missingOperations
      .filter(([, path]) => !anotherSpelling.test(path))
      .map(([method, path]) => `- ${code(`${method} ${path}`)}\n`)
      .join(''),
  ].join('\n\n')
}

const anotherSpelling = /\((appId|roleTemplateId)=/

function reachedBy(reaches: (typeof roleTable)[keyof typeof roleTable]): readonly string[] {
  return (['everybody', 'people'] as const).map((reach) =>
    administratorRoleNames
      .filter((name) => reaches[name] === reach)
      .map(code)
      .join(' '),
  )
}

function toRow({ method, path, versions, permissions }: GraphRoute): readonly string[] {
  const names = [...new Set([...permissions.delegated, ...permissions.application])]
  const only = versions === undefined ? '' : ` (${versions.join(', ')})`
  const marked = names.map((name) => {
    const forItself = permissions.application.includes(name) ? ' **A**' : ''
    return `${code(name)}${forItself}`
  })
  return [`${code(`${method} ${path}`)}${only}`, marked.join(', ')]
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  return [heads, heads.map(() => '---'), ...rows].map(toLine).join('\n')
}

function toLine(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

function code(text: string): string {
  return `\`${text}\``
}

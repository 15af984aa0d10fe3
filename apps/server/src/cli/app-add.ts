import { addApp, assignApp, type NewApp } from '@latchkey/identity/administer'
import type { Command } from './command.ts'
import { type Options, readOptions, WrongUsage } from './command.ts'
import { withDeps } from './open-deps.ts'
import { getTenant, operator } from './operator.ts'

const kinds = ['web', 'spa', 'native', 'daemon'] as const

/** Register an application that signs people in through us. */
export const appAdd: Command = {
  name: 'app add',
  summary:
    'Register an app that signs people in through OpenID Connect.\nPrints what the app must be told; its secret is shown once.',
  usage: [
    '--name "Expenses" --redirect-uri https://expenses.juniper.example/callback [--redirect-uri …]',
    '[--kind web|spa|native|daemon] [--signed-out-uri …] [--backchannel-logout-uri …]',
    '[--device-code] [--ask-consent] [--only-assigned [--assign-group "Finance"]] [--tenant juniper.example]',
  ].join('\n    '),
  async run(world, argv) {
    const options = readOptions(argv, {
      name: 'text',
      kind: 'text',
      tenant: 'text',
      'redirect-uri': 'list',
      'signed-out-uri': 'list',
      'backchannel-logout-uri': 'text',
      'assign-group': 'list',
      'only-assigned': 'switch',
      'ask-consent': 'switch',
      'device-code': 'switch',
    })
    const wanted = readApp(options)
    await withDeps(world, async (deps) => {
      const { tenantId } = await getTenant(deps, options.text('tenant'))
      const by = operator(deps)
      const groups = await deps.stores.groups.list(tenantId)
      const assigned = options.list('assign-group').map((name) => {
        const group = groups.find(({ displayName }) => displayName === name)
        if (group === undefined) throw new WrongUsage(`--assign-group: there is no group "${name}"`)
        return group
      })
      const { app, secret } = await addApp(deps, { tenantId, ...wanted, ...by })
      const { clientId } = app
      for (const { groupId } of assigned) {
        await assignApp(deps, { tenantId, clientId, principal: 'group', principalId: groupId, ...by })
      }
      world.say(`Registered "${app.displayName}".`)
      world.say(`  issuer     ${world.config.url.origin}/${tenantId}/v2.0`)
      world.say(`  client id  ${clientId}`)
      if (secret !== undefined) world.say(`  secret     ${secret}   (shown only now)`)
    })
  },
}

function readApp(options: Options): Omit<NewApp, 'tenantId' | 'actor'> {
  const kind = kinds.find((one) => one === (options.text('kind') ?? 'web'))
  if (kind === undefined) throw new WrongUsage(`--kind is one of ${kinds.join(', ')}`)
  const redirectUris = options.list('redirect-uri')
  if (kind !== 'daemon' && redirectUris.length === 0) throw new WrongUsage('--redirect-uri is missing')
  const backchannelLogoutUri = options.text('backchannel-logout-uri')
  return {
    displayName: options.needText('name'),
    kind,
    redirectUris,
    postLogoutRedirectUris: options.list('signed-out-uri'),
    ...(backchannelLogoutUri !== undefined && { backchannelLogoutUri }),
    deviceCodeAllowed: options.isOn('device-code'),
    assignmentRequired: options.isOn('only-assigned'),
    consent: options.isOn('ask-consent') ? 'person' : 'none',
  }
}

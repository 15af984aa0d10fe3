import type { AuthenticatorSettings } from '@latchkey/identity'
import { changeAuthenticatorSettings } from '@latchkey/identity/administer'
import { z } from 'zod'
import { by } from '../attribution.ts'
import { entity } from '../graph-answer.ts'
import type { GraphCall, GraphRoute } from '../graph-route.ts'
import { readGraphBody } from '../read-graph-body.ts'

const version = z.string().max(40).nullable().optional()

const Settings = z.strictObject({
  leastVersions: z.strictObject({ extension: version, phoneApp: version, agent: version }),
})

const readers = ['Device.Read.All', 'Device.ReadWrite.All', 'Directory.Read.All', 'Directory.ReadWrite.All']
const organisation = ['Organization.ReadWrite.All', 'Directory.ReadWrite.All']

/** Which versions of the Authenticator an organisation takes. Ours: Graph has no such thing. */
export const authenticatorSettingsRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: '/latchkey/authenticatorSettings',
    permissions: { delegated: readers, application: readers },
    act: 'read people',
    query: [],
    handle: async (call) => showSettings(call, call.tenant.settings.authenticator),
  },
  {
    method: 'PATCH',
    path: '/latchkey/authenticatorSettings',
    permissions: { delegated: organisation, application: organisation },
    act: 'change the organisation',
    async handle(call) {
      const { extension, phoneApp, agent } = readGraphBody(Settings, call.body).leastVersions
      const settings = await changeAuthenticatorSettings(call.deps, {
        ...by(call),
        leastVersions: {
          ...(extension !== undefined && { extension }),
          ...(phoneApp !== undefined && { phoneApp }),
          ...(agent !== undefined && { agent }),
        },
      })
      return showSettings(call, settings)
    },
  },
]

function showSettings(call: GraphCall, { leastVersions }: AuthenticatorSettings) {
  const { extension = null, phoneApp = null, agent = null } = leastVersions
  return entity(call, 'latchkey.authenticatorSettings', { leastVersions: { extension, phoneApp, agent } })
}

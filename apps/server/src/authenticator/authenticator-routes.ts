import { removeThisDevice } from '@latchkey/identity'
import { approvalRoutes } from '../approvals/approval-routes.ts'
import type { ServerPlugin } from '../server-deps.ts'
import { accountRoutes } from './account-routes.ts'
import { getDeviceCaller } from './callers.ts'
import { codeRoutes } from './code-routes.ts'
import { deviceRoutes } from './device-routes.ts'
import { linkRoutes } from './link-routes.ts'
import { passkeyRoutes } from './passkey-routes.ts'
import { keepRawBodies } from './raw-body.ts'

/**
 * What every surface of the Authenticator speaks to us: `/authenticator/api`. A session asks by its cookie or by a token
 * of the Authenticator's client; a registered device asks by a proof that its key signs over the request.
 */
export const authenticatorRoutes: ServerPlugin = async (app, { deps }) => {
  keepRawBodies(app)
  await app.register(deviceRoutes, { deps })
  await app.register(accountRoutes, { deps })
  await app.register(passkeyRoutes, { deps })
  await app.register(codeRoutes, { deps })
  await app.register(approvalRoutes, { deps })
  await app.register(linkRoutes, { deps })

  app.delete(
    '/authenticator/api/devices/this',
    { config: { crossOrigin: 'authorized' } },
    async (request) => {
      const { device } = await getDeviceCaller(deps, request)
      await removeThisDevice(deps, { device, visitor: request.visitor })
      return {}
    },
  )
}

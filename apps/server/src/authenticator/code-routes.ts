import type { BegunAuthenticatorCodes } from '@latchkey/api/authenticator'
import { beginTotp, finishTotp, IdentityRefusal, removeTotpOfDevice } from '@latchkey/identity'
import { z } from 'zod'
import { registerTarget } from '../access/access-target.ts'
import { readBody } from '../http/read-body.ts'
import { AddCodes } from '../security-info/account-api.ts'
import type { ServerPlugin } from '../server-deps.ts'
import { getDeviceCaller, getSessionCaller } from './callers.ts'

export const RemoveAuthenticatorCodes = z.object({ code: z.string().max(32) })

const authorized = { config: { crossOrigin: 'authorized' as const } }

/** One-time codes that an authenticator of ours makes: as in Security info, and nothing has to be scanned. */
export const codeRoutes: ServerPlugin = async (app, { deps }) => {
  app.post(
    '/authenticator/api/codes/begin',
    authorized,
    async (request): Promise<BegunAuthenticatorCodes> => {
      const { session } = await getSessionCaller(deps, request, registerTarget)
      return await beginTotp(deps, session)
    },
  )

  app.post('/authenticator/api/codes/finish', authorized, async (request) => {
    const { session } = await getSessionCaller(deps, request, registerTarget)
    const answer = { session, ...readBody(AddCodes, request), visitor: request.visitor }
    return { id: (await finishTotp(deps, answer)).totpId }
  })

  app.post('/authenticator/api/codes/:id/remove', authorized, async (request) => {
    const { device } = await getDeviceCaller(deps, request)
    const read = z.object({ id: z.uuid() }).safeParse(request.params)
    if (!read.success) throw new IdentityRefusal('not_found')
    const { code } = readBody(RemoveAuthenticatorCodes, request)
    await removeTotpOfDevice(deps, { device, totpId: read.data.id, code, visitor: request.visitor })
    return {}
  })
}

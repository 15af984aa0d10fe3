import type { BegunCodes } from '@latchkey/api'
import {
  beginTotp,
  changePassword,
  finishTotp,
  forgetBrowser,
  IdentityRefusal,
  putDefaultMethod,
  removeApprover,
  removeTotp,
} from '@latchkey/identity'
import { z } from 'zod'
import { registerTarget } from '../access/access-target.ts'
import { readBody } from '../http/read-body.ts'
import type { ServerPlugin } from '../server-deps.ts'
import { drawQr } from './draw-qr.ts'
import { getVisit } from './enter-portal.ts'

export const AddCodes = z.object({
  sealed: z.string().max(1024),
  code: z.string().transform((text) => text.replace(/\s/g, '')),
  name: z.string().trim().min(1).max(60),
})

export const ChangePassword = z.object({ current: z.string().max(1024), next: z.string().max(1024) })

export const DefaultMethod = z.object({ method: z.enum(['passkey', 'password', 'push']).nullable() })

/** One's own one-time codes, password, and default way to sign in. */
export const accountApi: ServerPlugin = async (app, { deps }) => {
  app.post('/security-info/api/codes/begin', async (request): Promise<BegunCodes> => {
    const { session } = await getVisit(deps, request, registerTarget)
    const { secret, uri, sealed } = await beginTotp(deps, session)
    return { secret, sealed, qr: await drawQr(uri) }
  })

  app.post('/security-info/api/codes', async (request) => {
    const { session } = await getVisit(deps, request, registerTarget)
    await finishTotp(deps, { session, ...readBody(AddCodes, request), visitor: request.visitor })
    return {}
  })

  app.delete('/security-info/api/codes/:id', async (request) => {
    const { session } = await getVisit(deps, request)
    const read = z.object({ id: z.string().min(1).max(64) }).safeParse(request.params)
    if (!read.success) throw new IdentityRefusal('not_found')
    await removeTotp(deps, { session, totpId: read.data.id, visitor: request.visitor })
    return {}
  })

  app.delete('/security-info/api/approvers/:id', async (request) => {
    const { session } = await getVisit(deps, request)
    const read = z.object({ id: z.uuid() }).safeParse(request.params)
    if (!read.success) throw new IdentityRefusal('not_found')
    await removeApprover(deps, { session, deviceId: read.data.id, visitor: request.visitor })
    return {}
  })

  app.delete('/security-info/api/browsers/:id', async (request) => {
    const { session } = await getVisit(deps, request)
    const read = z.object({ id: z.uuid() }).safeParse(request.params)
    if (!read.success) throw new IdentityRefusal('not_found')
    await forgetBrowser(deps, { session, browserId: read.data.id, visitor: request.visitor })
    return {}
  })

  app.post('/security-info/api/password', async (request) => {
    const { session } = await getVisit(deps, request, registerTarget)
    const { current, next } = readBody(ChangePassword, request)
    await changePassword(deps, { session, current, next, visitor: request.visitor })
    return {}
  })

  app.put('/security-info/api/default', async (request) => {
    const { session } = await getVisit(deps, request)
    const { method } = readBody(DefaultMethod, request)
    await putDefaultMethod(deps, { session, method: method ?? undefined, visitor: request.visitor })
    return {}
  })
}

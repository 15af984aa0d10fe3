import { sha256 } from '@latchkey/identity'
import { z } from 'zod'
import { readBody } from '../http/read-body.ts'
import { setSessionCookie } from '../http/session.ts'
import { ensureVisit } from '../http/visitor.ts'
import type { ServerPlugin } from '../server-deps.ts'
import { beginSignIn } from '../sign-in/begin-sign-in.ts'
import { renderWelcomePage } from './welcome-page.ts'

const Token = z.string().min(1).max(256)

export const Check = z.object({ token: Token })

export const SetUp = z.object({
  token: Token,
  organisation: z.string().trim().min(1).max(100),
  domain: z.string().trim().toLowerCase().min(3).max(253),
  displayName: z.string().trim().min(1).max(100),
  userName: z.string().trim().min(1).max(254),
  mail: z.union([z.literal(''), z.email().max(254)]),
})

/**
 * The first administrator's page, `/welcome#<token>`. The secret stands after the `#`, so it reaches no log and no
 * proxy, and opening the address spends nothing: only the form does.
 */
export const welcomeRoutes: ServerPlugin = async (app, { deps }) => {
  app.get('/welcome', async (request, reply) => {
    ensureVisit(deps, request, reply)
    return await renderWelcomePage(request, reply)
  })

  app.post('/welcome/check', async (request) => {
    const { token } = readBody(Check, request)
    return { usable: (await deps.stores.links.find(sha256(token), deps.now())) !== undefined }
  })

  app.post('/welcome', async (request, reply) => {
    const { token: linkToken, mail, ...form } = readBody(SetUp, request)
    const { setUpOrganisation } = await import('@latchkey/identity/administer')
    const { tenant, person, session, token } = await setUpOrganisation(deps, {
      linkToken,
      ...form,
      ...(mail !== '' && { mail }),
      visitor: request.visitor,
    })
    setSessionCookie(deps, reply, session, token)
    return {
      navigate: beginSignIn(deps, request, reply, {
        tenantId: tenant.tenantId,
        to: '/security-info',
        loginHint: person.userName,
        require: { strength: tenant.settings.leastStrength, userId: person.userId },
      }),
    }
  })
}

import { requireMayRegister } from '@latchkey/identity'
import { z } from 'zod'
import { registerTarget } from '../access/access-target.ts'
import { sendProblem } from '../http/problem.ts'
import type { ServerPlugin } from '../server-deps.ts'
import { drawQr } from './draw-qr.ts'
import { getVisit } from './enter-portal.ts'
import { listProviders } from './list-providers.ts'
import { readMethodsOfPerson } from './read-methods-of-person.ts'
import { readOpenPolicy } from './read-open-policy.ts'

/** What a person has to sign in with, and what is open to them. */
export const methodsApi: ServerPlugin = async (app, { deps }) => {
  app.get('/security-info/api/methods', async (request) => {
    return await readMethodsOfPerson(deps, await getVisit(deps, request))
  })

  app.get('/security-info/api/policy', async (request) => {
    return await readOpenPolicy(deps, await getVisit(deps, request))
  })

  app.post('/security-info/api/ready', async (request) => {
    const { session } = await getVisit(deps, request, registerTarget)
    await requireMayRegister(deps, session)
    return {}
  })

  app.get('/security-info/api/providers/:id/own', async (request, reply) => {
    const { tenant } = await getVisit(deps, request)
    const asked = z.object({ id: z.string() }).safeParse(request.params)
    const providers = await listProviders(deps, tenant)
    const address = providers.find(({ id }) => id === asked.data?.id)?.own?.address
    if (address === undefined) {
      return await sendProblem(deps, request, reply, { code: 'not_found', status: 404 })
    }
    return await drawQr(address)
  })

  app.get('/security-info/api/providers/:id/:phone', async (request, reply) => {
    const { tenant } = await getVisit(deps, request)
    const asked = z.object({ id: z.string(), phone: z.enum(['iOS', 'android']) }).safeParse(request.params)
    const providers = await listProviders(deps, tenant)
    const provider = asked.success && providers.find(({ id }) => id === asked.data.id)
    const phone = provider && asked.data?.phone && provider.phones[asked.data.phone]
    if (!phone) return await sendProblem(deps, request, reply, { code: 'not_found', status: 404 })
    return await drawQr(phone.store)
  })
}

import { clientHintHeaders } from '@latchkey/guidance'
import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { sendProblem } from '../http/problem.ts'
import { readBody } from '../http/read-body.ts'
import type { ServerPlugin } from '../server-deps.ts'
import { reportLimit } from '../steps/report-limit.ts'
import { guidePicturePlace } from './picture-address.ts'
import { readFound, readSetupAsk, setupPath, toDomain } from './setup-ask.ts'

/** What browsers tell only if they are asked, and are to tell before they show the page. */
const critical = 'Sec-CH-UA-Model, Sec-CH-UA-Platform-Version'

/** What the page is written by, beside its address. */
const varies = ['Accept-Language', 'User-Agent', ...clientHintHeaders].join(', ')

/** What the page’s script found out. */
export const Refine = z.object({ found: z.string().max(200) })

/** The address of a guide that somebody touched, and the token of the mail that led there. */
export const Opened = z.object({ search: z.string().max(2000), mail: z.string().max(128).optional() })
const PictureAddress = z.object({ tenantId: z.guid(), file: z.string().regex(/^[0-9a-f]{64}\.png$/) })

/** How often new systems are counted: what browsers say of themselves, anybody can say. */
const newerLimits = { perNetwork: 20, ofAll: 200 }

/** The code of the guide is much, and many servers are never asked. */
const load = () => import('./answer-setup.ts')

/** The setup guide: public, for anybody who was told of it, on any device. */
export const setupRoutes: ServerPlugin = async (app, { deps }) => {
  const isTooMuch = reportLimit(deps.now, newerLimits)
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: 2048 },
    (_request, body, done) => done(null, body),
  )

  app.get('/setup', async (request, reply) => {
    askForHints(reply)
    return await (await load()).answerSetup(deps, request, reply, readSetupAsk(request.query))
  })

  // By a form and not by its address: what is typed may be somebody's, and only its domain is passed on.
  app.post('/setup', async (request, reply) => {
    const typed = new URLSearchParams(String(request.body)).get('domain') ?? ''
    const domain = toDomain(typed.slice(0, 254))
    return reply.redirect(setupPath(readSetupAsk(request.query), { domain }), 303)
  })

  app.post('/setup/refine', async (request) => {
    const found = readFound(readBody(Refine, request).found)
    if (found === undefined) return { differs: false }
    const ask = { ...readSetupAsk(request.query), found }
    return { differs: await (await load()).wouldDiffer(deps, request, ask) }
  })

  app.post('/setup/opened', async (request) => {
    const { search, mail } = readBody(Opened, request)
    const ask = readSetupAsk(Object.fromEntries(new URLSearchParams(search)))
    const { visitor } = request
    const found = await (await load()).findOpened(deps, request, ask)
    if (found === undefined) return {}
    const { tenantId, newer } = found
    const sent =
      mail === undefined
        ? undefined
        : await (await import('@latchkey/rollout')).openCampaignMail(deps, mail, visitor)
    const reader = sent?.tenantId === tenantId && { userId: sent.userId, waveId: sent.waveId }
    app.steps.note(visitor, { tenantId, step: 'guideOpened', ...reader })
    if (newer !== undefined && !isTooMuch(visitor.ipAddress)) {
      await deps.stores.newerSystems.note({ tenantId, ...newer, at: deps.now() })
    }
    return {}
  })

  app.get(`${guidePicturePlace}/:tenantId/:file`, async (request, reply) => {
    const read = PictureAddress.safeParse(request.params)
    const picture =
      read.success &&
      (await deps.stores.guidePictures.find(read.data.tenantId.toLowerCase(), read.data.file.slice(0, 64)))
    if (!picture) return await sendProblem(deps, request, reply, { code: 'page_not_found', status: 404 })
    return reply
      .type('image/png')
      .header('cache-control', 'public, max-age=31536000, immutable')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .send(Buffer.from(picture.png))
  })
}

/** Ask browsers what they run on, at once: then the very first page is right without its script. */
function askForHints(reply: FastifyReply): void {
  void reply.headers({ 'accept-ch': clientHintHeaders.join(', '), 'critical-ch': critical, vary: varies })
}

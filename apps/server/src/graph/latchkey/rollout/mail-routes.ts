import {
  type CampaignMailQuery,
  type CampaignMailState,
  campaignMailKinds,
  changeMailSettings,
  mayAnnounce,
  readMailCalendar,
  sendAgain,
} from '@latchkey/rollout'
import { z } from 'zod'
import { by } from '../../attribution.ts'
import { collection, created, entity } from '../../graph-answer.ts'
import { nextLink, pageSizeOf, readPlace } from '../../graph-page.ts'
import { GraphRefusal } from '../../graph-refusal.ts'
import type { GraphAnswer, GraphCall, GraphRoute } from '../../graph-route.ts'
import { ifGiven } from '../../if-given.ts'
import { keyOf } from '../../key-of.ts'
import { graphBoolean, readGraphBody } from '../../read-graph-body.ts'
import {
  changeMails,
  findMailSettings,
  MailKind,
  readMails,
  toCalendar,
  toSentMail,
  toSettings,
} from './mail-resource.ts'
import { namesOf } from './names-of.ts'

const place = '/latchkey/rollout/mails'
const sent = `${place}/sent`

const states = ['waiting', 'sent', 'failed', 'notNeeded'] as const satisfies readonly CampaignMailState[]

const SettingsChange = z.strictObject({
  isPaused: graphBoolean.optional(),
  perMinute: z.number().optional(),
  sendHour: z.number().optional(),
  timeZone: z.string().max(64).optional(),
  off: z.array(MailKind).optional(),
})

/** The mails of a rollout: when they go, how far they are, and who got what. Ours: Graph has no such thing. */
export const mailRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: place,
    ...readMails,
    query: [],
    async handle(call) {
      const { deps, tenant } = call
      const [waves, announce] = await Promise.all([
        readMailCalendar(deps, tenant.tenantId),
        mayAnnounce(deps, tenant.tenantId),
      ])
      return entity(call, 'latchkey.rolloutMails', {
        isMailConfigured: deps.config.mail !== undefined,
        heldBecause: announce.allow ? null : announce.because,
        settings: toSettings(await findMailSettings(call)),
        waves: waves.map(toCalendar),
      })
    },
  },
  {
    method: 'PATCH',
    path: `${place}/settings`,
    ...changeMails,
    async handle(call) {
      const { isPaused, ...change } = readGraphBody(SettingsChange, call.body)
      const settings = await changeMailSettings(call.deps, by(call), {
        ...ifGiven('paused', isPaused),
        ...ifGiven('perMinute', change.perMinute),
        ...ifGiven('sendHour', change.sendHour),
        ...ifGiven('timeZone', change.timeZone),
        ...ifGiven('off', change.off),
      })
      return entity(call, 'latchkey.rolloutMailSettings', toSettings(settings))
    },
  },
  {
    method: 'GET',
    path: sent,
    ...readMails,
    query: ['$top', '$skiptoken'],
    /** `?wave=…&kind=T-7&state=failed&user=…` */
    handle: listSent,
  },
  {
    method: 'POST',
    path: `${sent}/{mail}/sendAgain`,
    ...changeMails,
    async handle(call) {
      const mail = await sendAgain(call.deps, by(call), keyOf(call, 'mail').toLowerCase())
      const names = await namesOf(call, [mail.userId])
      return created(
        call,
        `${sent}/$entity`,
        toSentMail(call, mail, names.get(mail.userId)),
        `${sent}/${mail.mailId}`,
      )
    },
  },
]

async function listSent(call: GraphCall): Promise<GraphAnswer> {
  const limit = pageSizeOf(call, 50)
  const { all } = call.query
  const query: CampaignMailQuery = {
    limit,
    ...ifGiven('before', await readPlace(call)),
    ...ifGiven('waveId', all.get('wave')?.toLowerCase()),
    ...ifGiven('userId', all.get('user')?.toLowerCase()),
    ...ifGiven('kind', readOne('kind', campaignMailKinds, all.get('kind'))),
    ...ifGiven('state', readOne('state', states, all.get('state'))),
  }
  const mails = await call.deps.stores.campaignMails.list(call.tenant.tenantId, query)
  const names = await namesOf(
    call,
    mails.map(({ userId }) => userId),
  )
  const last = mails.length === limit ? mails.at(-1) : undefined
  return collection(
    call,
    sent.slice(1),
    mails.map((mail) => toSentMail(call, mail, names.get(mail.userId))),
    { nextLink: last === undefined ? undefined : nextLink(call, last.mailId) },
  )
}

function readOne<T extends string>(
  name: string,
  values: readonly T[],
  text: string | undefined,
): T | undefined {
  if (text === undefined) return undefined
  const found = values.find((value) => value === text)
  if (found === undefined) throw new GraphRefusal('BadRequest', `'${name}' is one of ${values.join(', ')}.`)
  return found
}

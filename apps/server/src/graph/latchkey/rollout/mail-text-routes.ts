import type { Person } from '@latchkey/identity'
import {
  type CampaignMailEdits,
  changeMailText,
  listWaves,
  readEdits,
  type Wave,
  waveOf,
} from '@latchkey/rollout'
import { campaignPlaceholders, loadCampaignWords } from '@latchkey/words/campaign'
import { z } from 'zod'
import { writeMail } from '../../../campaign-mail/write-mail.ts'
import { mailSender } from '../../../jobs/send-mail.ts'
import { by } from '../../attribution.ts'
import { findUser } from '../../directory/find-user.ts'
import { collection, entity, noContent } from '../../graph-answer.ts'
import { GraphRefusal } from '../../graph-refusal.ts'
import type { GraphAnswer, GraphCall, GraphRoute } from '../../graph-route.ts'
import { ifGiven } from '../../if-given.ts'
import { readGraphBody } from '../../read-graph-body.ts'
import type { GraphObject } from '../../resource-shape.ts'
import {
  changeMails,
  findMailSettings,
  MailKind,
  MailLanguage,
  readKind,
  readLanguage,
  readMails,
} from './mail-resource.ts'
import { requireNames } from './names-of.ts'

const place = '/latchkey/rollout/mails'
const text = `${place}/texts/{kind}/{language}`

/** Longer than any part may be; the use case names the part that is too long. */
const part = z.string().max(10_000).nullable().optional()
const Edits = z.strictObject({ subject: part, intro: part, closing: part })

const PreviewAsk = z.strictObject({
  kind: MailKind,
  language: MailLanguage.optional(),
  user: z.string().max(256).optional(),
  edits: Edits.optional(),
})

const TestAsk = z.strictObject({ kind: MailKind, language: MailLanguage.optional() })

/** What the mails of a rollout say: edited, previewed for anybody, tried out. Ours: Graph has no such thing. */
export const mailTextRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: `${place}/texts`,
    ...readMails,
    query: [],
    async handle(call) {
      const kept = await call.deps.stores.campaignMailTexts.list(call.tenant.tenantId)
      return collection(
        call,
        'latchkey/rollout/mails/texts',
        kept.map(({ kind, language, edits }) => ({ kind, language, ...toParts(edits) })),
      )
    },
  },
  {
    method: 'GET',
    path: text,
    ...readMails,
    query: [],
    handle: showText,
  },
  {
    method: 'PUT',
    path: text,
    ...changeMails,
    async handle(call) {
      const edits = toEdits(readGraphBody(Edits, call.body))
      const target = { kind: readKind(call), language: readLanguage(call) }
      await changeMailText(call.deps, by(call), target, edits, campaignPlaceholders)
      return await showText(call)
    },
  },
  {
    method: 'DELETE',
    path: text,
    ...changeMails,
    async handle(call) {
      const target = { kind: readKind(call), language: readLanguage(call) }
      await changeMailText(call.deps, by(call), target, {}, campaignPlaceholders)
      return noContent
    },
  },
  {
    method: 'POST',
    path: `${place}/preview`,
    ...readMails,
    onlyAsks: true,
    handle: preview,
  },
  {
    method: 'POST',
    path: `${place}/test`,
    ...changeMails,
    handle: sendTest,
  },
]

/** What we write, what the organisation wrote instead, and the names that may stand in braces. */
async function showText(call: GraphCall): Promise<GraphAnswer> {
  const kind = readKind(call)
  const language = readLanguage(call)
  const said = await loadCampaignWords(language)
  const kept = await call.deps.stores.campaignMailTexts.find(call.tenant.tenantId, kind, language)
  return entity(call, 'latchkey.rolloutMailText', {
    kind,
    language,
    ours: { ...said.mails[kind], closing: said.closing },
    edits: toParts(kept?.edits ?? {}),
    placeholders: campaignPlaceholders,
  })
}

async function preview(call: GraphCall): Promise<GraphAnswer> {
  const { kind, language, user, edits } = readGraphBody(PreviewAsk, call.body)
  if (user !== undefined) requireNames(call)
  const person = user === undefined ? callerOf(call) : await findUser(call, user)
  if (person === undefined) throw new GraphRefusal('BadRequest', "'user' names nobody.")
  const { wave, isExample } = await findWave(call, person)
  const {
    parts,
    text: plain,
    html,
  } = await writeMail(call.deps, {
    tenant: call.tenant,
    person,
    wave,
    kind,
    settings: await findMailSettings(call),
    ...ifGiven('language', language),
    ...(edits !== undefined && { edits: readEdits(toEdits(edits), campaignPlaceholders) }),
  })
  return entity(call, 'latchkey.rolloutMailPreview', {
    to: person.mail ?? person.userName,
    /** Nobody's wave says the days: those shown are made up. */
    isExample,
    parts,
    text: plain,
    html,
  })
}

/** To the caller alone, and with a link that says nothing. */
async function sendTest(call: GraphCall): Promise<GraphAnswer> {
  const { kind, language } = readGraphBody(TestAsk, call.body)
  const person = callerOf(call)
  if (person === undefined) throw new GraphRefusal('BadRequest', 'An app has no mailbox to test with.')
  const { wave } = await findWave(call, person)
  const {
    parts,
    text: plain,
    html,
  } = await writeMail(call.deps, {
    tenant: call.tenant,
    person,
    wave,
    kind,
    settings: await findMailSettings(call),
    ...ifGiven('language', language),
  })
  const to = person.mail ?? person.userName
  const sender = mailSender(call.deps)
  const error = await sender.sendNow(call.tenant, { to, subject: parts.subject, text: plain, html }).then(
    () => null,
    (cause: unknown) => (cause instanceof Error ? cause.message : String(cause)),
  )
  sender.close()
  return entity(call, 'latchkey.rolloutMailTest', { to, delivered: error === null, error })
}

const callerOf = ({ caller }: GraphCall): Person | undefined =>
  caller.kind === 'delegated' ? caller.person : undefined

const exampleDays = { starts: 7, ends: 21 } as const

/** The wave somebody is in; where there is none, one that begins in a week. */
async function findWave(
  { deps, tenant: { tenantId } }: GraphCall,
  { userId }: Person,
): Promise<{ readonly wave: Pick<Wave, 'startsAt' | 'endsAt'>; readonly isExample: boolean }> {
  const [waves, groups] = await Promise.all([
    listWaves(deps.stores, tenantId),
    deps.stores.groups.listOfPerson(tenantId, userId),
  ])
  const groupIds = new Set(groups.map(({ groupId }) => groupId))
  const wave = waveOf(waves, { groupIds }) ?? waves.find(({ kind }) => kind === 'registration')
  if (wave !== undefined) return { wave, isExample: false }
  const inDays = (days: number) => new Date(deps.now().getTime() + days * 86_400_000)
  return {
    wave: { startsAt: inDays(exampleDays.starts), endsAt: inDays(exampleDays.ends) },
    isExample: true,
  }
}

function toEdits({ subject, intro, closing }: z.infer<typeof Edits>): CampaignMailEdits {
  return {
    ...(subject != null && { subject }),
    ...(intro != null && { intro }),
    ...(closing != null && { closing }),
  }
}

const toParts = ({ subject, intro, closing }: CampaignMailEdits): GraphObject => ({
  subject: subject ?? null,
  intro: intro ?? null,
  closing: closing ?? null,
})

import {
  type CalendarMail,
  type CampaignMail,
  type CampaignMailKind,
  type CampaignMailSettings,
  campaignMailKinds,
  defaultCampaignMailSettings,
  type WaveCalendar,
} from '@latchkey/rollout'
import { type Language, languages } from '@latchkey/words'
import { z } from 'zod'
import type { GraphCall, GraphPermissions } from '../../graph-route.ts'
import { toGraphTime } from '../../graph-time.ts'
import { keyOf, resourceMissing } from '../../key-of.ts'
import type { GraphObject } from '../../resource-shape.ts'
import { mayReadNames } from './names-of.ts'

const readers = ['Policy.Read.AuthenticationMethod', 'Policy.ReadWrite.AuthenticationMethod']
const writers = ['Policy.ReadWrite.AuthenticationMethod']

/** What the mails of a rollout say, and how far they are: whoever helps people may know. */
export const readMails = {
  permissions: { delegated: readers, application: readers } satisfies GraphPermissions,
  act: 'read people',
} as const

export const changeMails = {
  permissions: { delegated: writers, application: writers } satisfies GraphPermissions,
  act: 'change the methods policy',
} as const

/** A kind of mail in a body. */
export const MailKind = z.enum(campaignMailKinds)

/** A language in a body. */
export const MailLanguage = z.enum(languages)

/** The kind of mail in a path, in any case. @throws GraphRefusal `Request_ResourceNotFound` */
export function readKind(call: GraphCall): CampaignMailKind {
  const key = keyOf(call, 'kind')
  const kind = campaignMailKinds.find((each) => each.toLowerCase() === key.toLowerCase())
  if (kind === undefined) throw resourceMissing(key)
  return kind
}

/** The language in a path. @throws GraphRefusal `Request_ResourceNotFound` */
export function readLanguage(call: GraphCall): Language {
  const key = keyOf(call, 'language')
  const language = languages.find((each) => each === key.toLowerCase())
  if (language === undefined) throw resourceMissing(key)
  return language
}

/** What an organisation says about its mails, as far as it has. */
export async function findMailSettings({ deps, tenant }: GraphCall): Promise<CampaignMailSettings> {
  return (await deps.stores.campaignMailTexts.findSettings(tenant.tenantId)) ?? defaultCampaignMailSettings
}

export const toSettings = (settings: CampaignMailSettings): GraphObject => ({
  isPaused: settings.paused,
  perMinute: settings.perMinute,
  sendHour: settings.sendHour,
  timeZone: settings.timeZone,
  off: settings.off,
})

export const toCalendar = ({ wave, dayZero, people, mails }: WaveCalendar): GraphObject => ({
  waveId: wave.waveId,
  displayName: wave.name,
  state: wave.state,
  dayZero,
  endDateTime: toGraphTime(wave.endsAt),
  people,
  mails: mails.map(toCalendarMail),
})

const toCalendarMail = ({ day, lastDay, ...mail }: CalendarMail): GraphObject => ({
  ...mail,
  day: day ?? null,
  lastDay: lastDay ?? null,
})

/** What somebody got; of its link nothing is told. A mail server's own words may name the address. */
export const toSentMail = (
  call: Pick<GraphCall, 'caller'>,
  mail: CampaignMail,
  person: { readonly displayName: string; readonly userName: string } | undefined,
): GraphObject => ({
  id: mail.mailId,
  waveId: mail.waveId,
  kind: mail.kind,
  userId: mail.userId,
  displayName: person?.displayName ?? null,
  userPrincipalName: person?.userName ?? null,
  state: mail.state,
  isAgain: mail.again > 0,
  plannedDateTime: toGraphTime(mail.decidedAt),
  sentDateTime: mail.sentAt ? toGraphTime(mail.sentAt) : null,
  openedDateTime: mail.openedAt ? toGraphTime(mail.openedAt) : null,
  error: mayReadNames(call) ? (mail.error ?? null) : null,
})

import { toAccent } from '@latchkey/api/accent'
import { findUsableMethods, type Person, type Tenant } from '@latchkey/identity'
import {
  type CampaignMailEdits,
  type CampaignMailKind,
  type CampaignMailSettings,
  daysBetween,
  dayZeroOf,
  toLocalMoment,
  type Wave,
} from '@latchkey/rollout'
import { chooseLanguage, type Language } from '@latchkey/words'
import {
  type CampaignFacts,
  type CampaignMailParts,
  composeCampaignMail,
  loadCampaignWords,
  toCampaignHtml,
  toCampaignText,
} from '@latchkey/words/campaign'
import { readOpenPolicy } from '../security-info/read-open-policy.ts'
import type { ServerDeps } from '../server-deps.ts'
import { guideAddress } from './guide-address.ts'
import { listWays } from './list-ways.ts'
import { sayHelpDesk } from './say-help-desk.ts'

/** Which mail is written, for whom, and in whose words. */
export interface MailAsk {
  readonly tenant: Tenant
  readonly person: Person
  readonly wave: Pick<Wave, 'startsAt' | 'endsAt'>
  readonly kind: CampaignMailKind
  readonly settings: CampaignMailSettings
  /** Absent: the person's own. */
  readonly language?: Language
  /** Of its link; absent where nobody is to be told apart. */
  readonly token?: string
  /** Absent: those that are kept. */
  readonly edits?: CampaignMailEdits
}

/** A mail, ready to send. */
export interface WrittenMail {
  readonly parts: CampaignMailParts
  readonly text: string
  readonly html: string
}

/** Write a campaign mail from the rules of this moment, and from what its person has. */
export async function writeMail(deps: ServerDeps, ask: MailAsk): Promise<WrittenMail> {
  const { tenant, person, kind } = ask
  const language = ask.language ?? chooseLanguage(undefined, person.preferredLanguage)
  const { campaignMailTexts } = deps.stores
  const [said, facts, kept] = await Promise.all([
    loadCampaignWords(language),
    findFacts(deps, ask),
    ask.edits === undefined ? campaignMailTexts.find(tenant.tenantId, kind, language) : undefined,
  ])
  const parts = composeCampaignMail(said, kind, facts, ask.edits ?? kept?.edits ?? {})
  const accent = toAccent(tenant.settings.branding.accent).light
  return { parts, text: toCampaignText(parts), html: toCampaignHtml(parts, accent) }
}

async function findFacts(
  deps: ServerDeps,
  { tenant, person, wave, settings, token }: MailAsk,
): Promise<CampaignFacts> {
  const [policy, methods, address] = await Promise.all([
    readOpenPolicy(deps, { person, tenant }),
    findUsableMethods(deps.stores, deps, person),
    guideAddress(deps, tenant, token),
  ])
  const { timeZone } = settings
  const day = dayZeroOf(wave, timeZone)
  return {
    person: person.displayName,
    organisation: tenant.displayName,
    day,
    deadline: toLocalMoment(wave.endsAt, timeZone).day,
    days: daysBetween(toLocalMoment(deps.now(), timeZone).day, day),
    hasPasskey: methods.passkeys > 0,
    ways: listWays(policy),
    link: address.href,
    helpDesk: sayHelpDesk(tenant),
  }
}

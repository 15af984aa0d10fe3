import { readMail, readText } from '../read-text.ts'
import { IdentityRefusal } from '../refusal.ts'
import type { TenantSettings } from './tenant.ts'

/** What may change about an organisation. What is absent stays. */
export interface OrganisationChange {
  readonly displayName?: string
  readonly leastStrength?: TenantSettings['leastStrength']
  readonly passwordMayAddFirstPasskey?: boolean
  readonly signatureCounter?: TenantSettings['signatureCounter']
  readonly sessions?: Partial<TenantSettings['sessions']>
  /** An empty text is none. */
  readonly helpDesk?: Partial<Record<keyof TenantSettings['helpDesk'], string>>
  /** An empty text is none. */
  readonly branding?: { readonly accent?: string; readonly signInText?: string }
}

/** Put a change into the settings. @throws IdentityRefusal `invalid_input`, with the field as detail */
export function withOrganisationChange(before: TenantSettings, change: OrganisationChange): TenantSettings {
  const { leastStrength, passwordMayAddFirstPasskey, signatureCounter, sessions, helpDesk, branding } = change
  return {
    ...before,
    ...(leastStrength !== undefined && { leastStrength }),
    ...(passwordMayAddFirstPasskey !== undefined && { passwordMayAddFirstPasskey }),
    ...(signatureCounter !== undefined && { signatureCounter }),
    ...(sessions && { sessions: readSessions({ ...before.sessions, ...sessions }) }),
    ...(helpDesk && { helpDesk: readHelpDesk({ ...before.helpDesk, ...helpDesk }) }),
    ...(branding && { branding: readBranding(before.branding, branding) }),
  }
}

function readSessions(sessions: TenantSettings['sessions']): TenantSettings['sessions'] {
  requireWithin(sessions.sessionMinutes, [15, 7 * 24 * 60], 'sessions/sessionMinutes')
  requireWithin(sessions.staySignedInDays, [1, 365], 'sessions/staySignedInDays')
  return sessions
}

function requireWithin(value: number, [from, to]: readonly [number, number], field: string): void {
  if (!Number.isInteger(value) || value < from || value > to) {
    throw new IdentityRefusal('invalid_input', { detail: `${field}: between ${from} and ${to}` })
  }
}

/** A sentence, and at most these three ways: nothing else becomes a link on a page of ours. */
function readHelpDesk({ text, mail = '', phone = '', url = '' }: TenantSettings['helpDesk']) {
  return {
    text: text.trim() === '' ? '' : readText(text, 'helpDesk/text', 200),
    ...(mail.trim() !== '' && { mail: readMail(mail) }),
    ...(phone.trim() !== '' && { phone: readPhone(phone) }),
    ...(url.trim() !== '' && { url: readWebAddress(url) }),
  }
}

function readPhone(text: string): string {
  const phone = text.trim()
  if (!/^\+?[0-9][0-9 ()/.-]{2,38}[0-9]$/.test(phone)) {
    throw new IdentityRefusal('invalid_input', { detail: 'helpDesk/phone' })
  }
  return phone
}

function readWebAddress(text: string): string {
  const url = text.trim().length <= 500 ? URL.parse(text.trim()) : null
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '') {
    throw new IdentityRefusal('invalid_input', { detail: 'helpDesk/url' })
  }
  return url.href
}

function readBranding(
  { accent: accentBefore, signInText: textBefore, ...pictures }: TenantSettings['branding'],
  change: NonNullable<OrganisationChange['branding']>,
): TenantSettings['branding'] {
  const { accent = accentBefore ?? '', signInText = textBefore ?? '' } = change
  if (accent !== '' && !/^#[0-9a-f]{6}$/i.test(accent)) {
    throw new IdentityRefusal('invalid_input', { detail: 'branding/accent' })
  }
  return {
    ...pictures,
    ...(accent !== '' && { accent: accent.toLowerCase() }),
    ...(signInText.trim() !== '' && { signInText: readText(signInText, 'branding/signInText', 200) }),
  }
}

import {
  type Attribution,
  appendAudit,
  type Deps,
  IdentityRefusal,
  requirePermission,
} from '@latchkey/identity'
import type { RolloutStores } from '../stores.ts'
import {
  type CampaignMailEdits,
  type CampaignMailSettings,
  defaultCampaignMailSettings,
  type EditablePart,
  editableParts,
} from './campaign-mail-settings.ts'
import { type CampaignMailKind, campaignMailKinds } from './mail-kind.ts'
import { toLocalMoment } from './schedule.ts'

type ChangeDeps = { readonly stores: RolloutStores } & Pick<Deps, 'now' | 'random'>
type InTenant = Attribution & { readonly tenantId: string }

/** More than any mail server of an organisation is glad of. */
const mostPerMinute = 6000

const longest: Readonly<Record<EditablePart, number>> = { subject: 200, intro: 4000, closing: 4000 }

/**
 * Change how an organisation sends its campaign mails, or pause and resume them.
 *
 * @throws IdentityRefusal `not_permitted`; `invalid_input` naming the field
 */
export async function changeMailSettings(
  deps: ChangeDeps,
  by: InTenant,
  change: Partial<CampaignMailSettings>,
): Promise<CampaignMailSettings> {
  const { tenantId } = by
  return await deps.stores.atomically(async (tx) => {
    await requirePermission(tx, by, 'change the methods policy')
    const before = (await tx.campaignMailTexts.findSettings(tenantId)) ?? defaultCampaignMailSettings
    const after = readSettings({ ...before, ...change })
    await tx.campaignMailTexts.putSettings(tenantId, after)
    await appendAudit(tx, deps, by, {
      activity: after.paused === before.paused ? 'campaign_mails_changed' : pausedOrResumed(after),
      target: { kind: 'campaignMails', id: tenantId, name: '' },
      detail: {
        perMinute: after.perMinute,
        sendHour: after.sendHour,
        timeZone: after.timeZone,
        off: after.off.join(' '),
      },
    })
    return after
  })
}

/** Which mail, in which language. */
export interface MailTextTarget {
  readonly kind: CampaignMailKind
  readonly language: string
}

/**
 * Keep what an organisation writes itself in a mail; parts that are absent or blank are as we write them. With none left,
 * nothing is kept.
 *
 * @param placeholders the names that may stand in `{braces}`
 * @throws IdentityRefusal `not_permitted`; `invalid_input` naming the part, or the placeholder that does not exist
 */
export async function changeMailText(
  deps: ChangeDeps,
  by: InTenant,
  { kind, language }: MailTextTarget,
  edits: CampaignMailEdits,
  placeholders: readonly string[],
): Promise<CampaignMailEdits> {
  const { tenantId } = by
  const kept = readEdits(edits, placeholders)
  await deps.stores.atomically(async (tx) => {
    await requirePermission(tx, by, 'change the methods policy')
    if (Object.keys(kept).length === 0) await tx.campaignMailTexts.remove(tenantId, kind, language)
    else {
      await tx.campaignMailTexts.put({ tenantId, kind, language, edits: kept, changedAt: deps.now() })
    }
    await appendAudit(tx, deps, by, {
      activity: 'campaign_mail_text_changed',
      target: { kind: 'campaignMails', id: tenantId, name: '' },
      detail: { kind, language, edited: Object.keys(kept).join(' ') },
    })
  })
  return kept
}

/** Read what somebody wants a mail to say. @throws IdentityRefusal `invalid_input` as above */
export function readEdits(edits: CampaignMailEdits, placeholders: readonly string[]): CampaignMailEdits {
  return Object.fromEntries(
    editableParts.flatMap((part) => {
      const text = readPart(part, edits[part] ?? '')
      if (text === '') return []
      const unknown = [...text.matchAll(/\{([^{}]*)\}/g)].find(
        ([, name = '']) => !placeholders.includes(name),
      )
      if (unknown !== undefined) throw invalid(unknown[0])
      return [[part, text]]
    }),
  )
}

/** Lines may end where they like, but in a subject; no other control characters. */
function readPart(part: EditablePart, text: string): string {
  const read = text.replaceAll('\r\n', '\n').trim().normalize('NFC')
  const allowed = part === 'subject' ? read : read.replaceAll('\n', '').replaceAll('\t', '')
  if (read.length > longest[part] || /[\p{Cc}\p{Co}\p{Cs}]/u.test(allowed)) throw invalid(part)
  return read
}

function readSettings(settings: CampaignMailSettings): CampaignMailSettings {
  const { perMinute, sendHour, timeZone, off } = settings
  if (!Number.isInteger(perMinute) || perMinute < 1 || perMinute > mostPerMinute) throw invalid('perMinute')
  if (!Number.isInteger(sendHour) || sendHour < 0 || sendHour > 23) throw invalid('sendHour')
  if (!isTimeZone(timeZone)) throw invalid('timeZone')
  return { ...settings, off: campaignMailKinds.filter((kind) => off.includes(kind)) }
}

function isTimeZone(timeZone: string): boolean {
  try {
    toLocalMoment(new Date(0), timeZone)
    return true
  } catch {
    return false
  }
}

const pausedOrResumed = ({ paused }: CampaignMailSettings) =>
  paused ? 'campaign_mails_paused' : 'campaign_mails_resumed'

function invalid(detail: string): IdentityRefusal {
  return new IdentityRefusal('invalid_input', { detail })
}

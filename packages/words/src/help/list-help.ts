import { findHelpEntry } from './find-help-entry.ts'
import type { HelpCatalogue } from './help-catalogue.ts'
import type { HelpCode } from './help-code.ts'
import type { HelpDevice, HelpEntry } from './help-entry.ts'
import { seenWhere } from './seen-where.ts'
import { whereItHappens } from './where-it-happens.ts'

/** What help desks are asked most while an organisation moves to passkeys. */
const often: readonly HelpCode[] = [
  'browser_no_passkey_here',
  'browser_other_device_failed',
  'browser_already_registered',
  'asked_for_password',
  'provider_not_seen',
  'passkey_left_over',
  'passkey_not_in_scope',
  'biometric_not_recognised',
  'system_too_old',
  'pass_expired',
]

/** The entries for somebody who has not searched yet. */
export function oftenAskedFor(catalogue: HelpCatalogue): readonly HelpEntry[] {
  return toEntries(catalogue, often)
}

/** The entries that are about a device, those that happen nowhere else first. */
export function listHelpOfDevice(catalogue: HelpCatalogue, device: HelpDevice): readonly HelpEntry[] {
  const seen = Object.values(seenWhere)
    .filter(({ devices }) => devices.includes(device))
    .flatMap(({ codes }) => codes)
  const about = Object.entries(whereItHappens)
    .filter(([, devices]) => devices.includes(device))
    .sort(([, a], [, b]) => a.length - b.length)
    .map(([code]) => code)
  return toEntries(catalogue, new Set([...about, ...seen]))
}

function toEntries(catalogue: HelpCatalogue, codes: Iterable<string>): readonly HelpEntry[] {
  return [...codes].flatMap((code) => findHelpEntry(catalogue, code) ?? [])
}

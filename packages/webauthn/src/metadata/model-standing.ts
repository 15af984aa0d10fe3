import type { StatusReport } from './metadata-model.ts'

/** Reports that say a model does not do what it promises. */
export const badStatuses = [
  'REVOKED',
  'USER_VERIFICATION_BYPASS',
  'ATTESTATION_KEY_COMPROMISE',
  'USER_KEY_REMOTE_COMPROMISE',
  'USER_KEY_PHYSICAL_COMPROMISE',
] as const

export type BadStatus = (typeof badStatuses)[number]

/** How a model stands at a moment. */
export interface ModelStanding {
  /** The bad reports that hold, in the order of the list above; empty if nothing is wrong. */
  readonly bad: readonly BadStatus[]
  /** The highest certification that holds, such as `FIDO_CERTIFIED_L2`; absent if there is none. */
  readonly certification?: string
}

/**
 * Say how a model stands, from its status reports.
 *
 * A report holds from its effective date. A certification that came after a bad report ends it: the model was looked at
 * again. Nothing ends `REVOKED`, and an update that is merely available ends nothing: nobody sees whether it was
 * installed. A report about a single attestation certificate counts for the whole model: which one signed is not asked.
 *
 * @see https://fidoalliance.org/specs/mds/fido-metadata-service-v3.0-ps-20210518.html#authenticatorstatus-enum
 */
export function modelStanding(reports: readonly StatusReport[], at: Date): ModelStanding {
  const today = at.toISOString().slice(0, 10)
  const inForce = reports
    .filter(({ effectiveDate = '' }) => effectiveDate <= today)
    .toSorted((a, b) => compare(a.effectiveDate ?? '', b.effectiveDate ?? ''))

  const bad = new Set<string>()
  let certification: string | undefined
  for (const { status } of inForce) {
    if (isBad(status)) bad.add(status)
    if (isCertification(status)) {
      for (const each of bad) if (each !== 'REVOKED') bad.delete(each)
      certification = higher(certification, status)
    }
    if (withdraws.has(status)) certification = undefined
  }
  return {
    bad: badStatuses.filter((status) => bad.has(status)),
    ...(certification !== undefined && { certification }),
  }
}

const withdraws: ReadonlySet<string> = new Set(['REVOKED', 'NOT_FIDO_CERTIFIED'])

function isBad(status: string): status is BadStatus {
  return badStatuses.some((bad) => bad === status)
}

/** `FIDO_CERTIFIED` is what L1 was called before there were levels. */
function isCertification(status: string): boolean {
  return /^FIDO_CERTIFIED(_L[1-3](plus)?)?$/.test(status)
}

function higher(held: string | undefined, met: string): string {
  return held !== undefined && held > met ? held : met
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

import type { HypotheticalSignIn, ProvenMethod, UserAction } from '@latchkey/policy'
import { z } from 'zod'
import { ifGiven } from '../if-given.ts'
import { graphBoolean } from '../read-graph-body.ts'

const riskLevel = z.enum(['low', 'medium', 'high', 'hidden', 'none'])

/** Graph's names of user actions; policies write them as URNs. */
const actions: ReadonlyMap<string, UserAction> = new Map<string, UserAction>([
  ['registerSecurityInformation', 'urn:user:registersecurityinfo'],
  ['registerOrJoinDevices', 'urn:user:registerdevice'],
  ['urn:user:registersecurityinfo', 'urn:user:registersecurityinfo'],
  ['urn:user:registerdevice', 'urn:user:registerdevice'],
])

/** Something proven in the sign-in that is imagined, as strengths call it. Ours: Graph does not ask. */
const proof = z.object({
  method: z.enum([
    'fido2',
    'windowsHelloForBusiness',
    'temporaryAccessPassOneTime',
    'temporaryAccessPassMultiUse',
    'password',
    'softwareOath',
  ]),
  /** How long ago. */
  minutesAgo: z.number().int().min(0).max(527_040).default(0),
  aaGuid: z.guid().optional(),
  attested: graphBoolean.default(false),
  synced: graphBoolean.default(false),
})

/** What may be known of the device. */
const deviceInfo = z.object({
  deviceId: z.string().max(100).optional(),
  displayName: z.string().max(256).optional(),
  enrollmentProfileName: z.string().max(256).optional(),
  isCompliant: graphBoolean.optional(),
  manufacturer: z.string().max(256).optional(),
  mdmAppId: z.string().max(100).optional(),
  model: z.string().max(256).optional(),
  operatingSystem: z.string().max(256).optional(),
  operatingSystemVersion: z.string().max(256).optional(),
  ownership: z.enum(['Company', 'Personal']).optional(),
  physicalIds: z.array(z.string().max(256)).max(100).optional(),
  profileType: z.string().max(100).optional(),
  systemLabels: z.array(z.string().max(256)).max(100).optional(),
  trustType: z.string().max(100).optional(),
})

const conditions = z
  .strictObject({
    devicePlatform: z
      .enum(['android', 'iOS', 'windows', 'windowsPhone', 'macOS', 'linux', 'all'])
      .nullish()
      .transform((platform) => (platform === 'windowsPhone' || platform === 'all' ? undefined : platform)),
    clientAppType: z.enum(['browser', 'mobileAppsAndDesktopClients', 'other']).nullish(),
    signInRiskLevel: riskLevel.nullish(),
    userRiskLevel: riskLevel.nullish(),
    insiderRiskLevel: z.enum(['minor', 'moderate', 'elevated']).nullish(),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .nullish(),
    ipAddress: z.union([z.ipv4(), z.ipv6()]).nullish(),
    authenticationFlow: z
      .strictObject({ transferMethod: z.enum(['none', 'deviceCodeFlow', 'authenticationTransfer']) })
      .nullish(),
    deviceInfo: deviceInfo.nullish(),
  })
  .default({ devicePlatform: undefined })

/** The body of `evaluate`. The kind of each part is seen by what is in it. */
export const imaginedSignIn = z.strictObject({
  signInIdentity: z.strictObject({
    userId: z.string().max(256),
    externalTenantId: z.null().optional(),
    externalUserType: z.null().optional(),
  }),
  signInContext: z.union([
    z.strictObject({ includeApplications: z.array(z.string().min(1).max(100)).length(1) }),
    z.strictObject({ authenticationContextValue: z.string().max(10) }),
    z.strictObject({
      userAction: z
        .string()
        .refine((name) => actions.has(name))
        .transform((name) => actions.get(name) ?? 'urn:user:registersecurityinfo'),
    }),
  ]),
  signInConditions: conditions,
  appliedPoliciesOnly: graphBoolean.default(false),
  latchkey_proofs: z.array(proof).max(10).default([]),
})

/** The model of the one that keeps its keys in a Windows computer. */
const windowsHello = '08987058-cadc-4b81-b6e1-30de50dcbe96'

type ImaginedSignIn = z.infer<typeof imaginedSignIn>

/** The sign-in that a body describes, as policies look at one. What it leaves out is not known. */
export function toHypotheticalSignIn(imagined: ImaginedSignIn, now: Date): HypotheticalSignIn {
  const { signInConditions: known, latchkey_proofs: proofs } = imagined
  const { signInRiskLevel, userRiskLevel, insiderRiskLevel, deviceInfo: device } = known
  const transferMethod = known.authenticationFlow?.transferMethod
  const risk = {
    ...ifGiven('signIn', signInRiskLevel),
    ...ifGiven('user', userRiskLevel),
    ...ifGiven('insider', insiderRiskLevel),
  }
  return {
    ...toTarget(imagined.signInContext),
    now,
    proofs: proofs.map((each) => toProof(each, now)),
    risk,
    ...ifGiven('platform', known.devicePlatform),
    ...ifGiven('clientAppType', known.clientAppType),
    ...ifGiven('country', known.country),
    ...ifGiven('ipAddress', known.ipAddress),
    ...(transferMethod !== undefined && transferMethod !== 'none' && { transferMethod }),
    ...(device && { device: toDevice(device) }),
  }
}

function toTarget(
  context: ImaginedSignIn['signInContext'],
): Pick<HypotheticalSignIn, 'target'> & Partial<Pick<HypotheticalSignIn, 'authenticationContexts'>> {
  if ('userAction' in context) return { target: { kind: 'action', action: context.userAction } }
  if ('includeApplications' in context) {
    return { target: { kind: 'app', clientId: context.includeApplications[0] ?? '' } }
  }
  // Some application, which none of the policies names.
  return {
    target: { kind: 'app', clientId: '' },
    authenticationContexts: [context.authenticationContextValue],
  }
}

function toProof(
  { method, minutesAgo, aaGuid, attested, synced }: z.infer<typeof proof>,
  now: Date,
): ProvenMethod {
  const at = new Date(now.getTime() - minutesAgo * 60_000)
  switch (method) {
    case 'password':
      return { method, at }
    case 'softwareOath':
      return { method: 'totp', at }
    case 'temporaryAccessPassOneTime':
    case 'temporaryAccessPassMultiUse':
      return { method: 'temporaryAccessPass', at, once: method === 'temporaryAccessPassOneTime' }
    default:
      return {
        method: 'passkey',
        at,
        passkey: {
          userVerified: true,
          attested,
          backupEligible: synced,
          ...ifGiven('aaguid', aaGuid ?? (method === 'windowsHelloForBusiness' ? windowsHello : undefined)),
          evidence: attested ? 'hardware' : 'none',
        },
      }
  }
}

function toDevice({
  ownership,
  ...device
}: z.infer<typeof deviceInfo>): NonNullable<HypotheticalSignIn['device']> {
  const known = Object.fromEntries(Object.entries(device).filter(([, value]) => value !== undefined))
  return { ...known, ...ifGiven('deviceOwnership', ownership) }
}

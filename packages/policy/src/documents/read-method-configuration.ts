import { configurationTypes } from './default-methods-policy.ts'
import {
  asRecord,
  boolean,
  enumeration,
  filledText,
  flags,
  guid,
  integer,
  list,
  object,
  optional,
  type Read,
  text,
} from './document-reader.ts'
import { DocumentRefusal } from './document-refusal.ts'
import {
  type AuthenticatorDocument,
  type AuthenticatorTargetDocument,
  type ExcludedTargetDocument,
  everybody,
  type Fido2Document,
  type KeyRestrictionsDocument,
  type MethodTargetDocument,
  type MinimumVersionsDocument,
  type PasskeyProfileDocument,
  type PasskeyTargetDocument,
  type SoftwareOathDocument,
  type TemporaryAccessPassDocument,
} from './methods-policy-document.ts'

const targetId: Read<string> = (value, path) => (value === everybody ? everybody : guid(value, path))

const targetType = enumeration(['group', 'user'])

/** What every target says. */
export const target = {
  targetType: optional(targetType, 'group'),
  id: targetId,
  isRegistrationRequired: optional(boolean, false),
}

/** Whom a method is not for. */
export const excludedTargets: Read<readonly ExcludedTargetDocument[]> = list(
  object<ExcludedTargetDocument>({ targetType: optional(targetType, 'group'), id: targetId }),
  100,
)

const includedTargets = list(object<MethodTargetDocument>(target), 100)

const keyRestrictions = object<KeyRestrictionsDocument>({
  isEnforced: boolean,
  enforcementType: enumeration(['allow', 'block']),
  aaGuids: list(guid, 1000),
})

const profile = object<PasskeyProfileDocument>({
  id: guid,
  name: filledText(120),
  passkeyTypes: flags(['deviceBound', 'synced']),
  attestationEnforcement: enumeration(['disabled', 'registrationOnly']),
  keyRestrictions,
  latchkey_leastEvidence: optional(enumeration(['software', 'tpm', 'hardware']), 'tpm'),
})

const minimumVersions: Read<MinimumVersionsDocument> = (value, path) =>
  Object.fromEntries(
    Object.entries(asRecord(value, path)).map(([provider, systems]) => [
      provider,
      Object.fromEntries(
        Object.entries(asRecord(systems, `${path}.${provider}`)).map(([system, version]) => [
          system,
          readVersion(version, `${path}.${provider}.${system}`),
        ]),
      ),
    ]),
  )

const readVersion: Read<string> = (value, path) => {
  if (typeof value === 'string' && /^\d{1,5}(\.\d{1,5}){0,3}$/.test(value)) return value
  throw new DocumentRefusal(path, 'must be a version such as 17.4')
}

const common = {
  '@odata.type': text(200),
  state: enumeration(['enabled', 'disabled']),
  excludeTargets: excludedTargets,
}

const minutes = integer(10, 43_200)

/** The readers of whole configurations, by id. A change is laid over what is there, and the result is read. */
export const configurationReaders = {
  Fido2: object<Fido2Document>({
    ...common,
    id: enumeration(['Fido2']),
    isSelfServiceRegistrationAllowed: boolean,
    isAttestationEnforced: boolean,
    keyRestrictions,
    defaultPasskeyProfile: guid,
    passkeyProfiles: list(profile, 100),
    includeTargets: list(
      object<PasskeyTargetDocument>({ ...target, allowedPasskeyProfiles: optional(list(guid, 100), []) }),
      100,
    ),
    latchkey_metadataStatus: enumeration(['alert', 'stepUp', 'block']),
    latchkey_minimumVersions: minimumVersions,
  }),
  TemporaryAccessPass: object<TemporaryAccessPassDocument>({
    ...common,
    id: enumeration(['TemporaryAccessPass']),
    defaultLifetimeInMinutes: minutes,
    minimumLifetimeInMinutes: minutes,
    maximumLifetimeInMinutes: minutes,
    defaultLength: integer(8, 48),
    isUsableOnce: boolean,
    includeTargets: includedTargets,
  }),
  SoftwareOath: object<SoftwareOathDocument>({
    ...common,
    id: enumeration(['SoftwareOath']),
    includeTargets: includedTargets,
  }),
  MicrosoftAuthenticator: object<AuthenticatorDocument>({
    ...common,
    id: enumeration(['MicrosoftAuthenticator']),
    isSoftwareOathEnabled: boolean,
    featureSettings: asRecord,
    latchkey_administratorsPasswordless: optional(boolean, false),
    includeTargets: list(
      object<AuthenticatorTargetDocument>({
        ...target,
        authenticationMode: optional(enumeration(['deviceBasedPush', 'push', 'any']), 'any'),
      }),
      100,
    ),
  }),
}

/** Check that a body says which configuration it is for, and that it is this one. @throws DocumentRefusal */
export function requireType(body: unknown, id: keyof typeof configurationTypes): void {
  const type = asRecord(body, '')['@odata.type']
  const wanted = configurationTypes[id]
  if (type === wanted || type === wanted.slice(1)) return
  throw new DocumentRefusal('@odata.type', `must be ${wanted}`)
}

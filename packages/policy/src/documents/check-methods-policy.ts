import { DocumentRefusal } from './document-refusal.ts'
import type {
  Fido2Document,
  MethodsPolicyDocument,
  TemporaryAccessPassDocument,
} from './methods-policy-document.ts'

/** The most profiles an organisation has, the default one among them. */
const mostPasskeyProfiles = 10

/** The largest policy, in characters of its JSON. */
const largestMethodsPolicy = 20 * 1024

/** @throws DocumentRefusal for profiles that contradict one another, or that a target names and are not there */
export function checkFido2({ passkeyProfiles, includeTargets }: Fido2Document): void {
  if (passkeyProfiles.length > mostPasskeyProfiles) {
    throw new DocumentRefusal('passkeyProfiles', `must be at most ${mostPasskeyProfiles}`)
  }
  const ids = new Set(passkeyProfiles.map(({ id }) => id))
  if (ids.size < passkeyProfiles.length) throw new DocumentRefusal('passkeyProfiles', 'has an id twice')
  for (const [at, { allowedPasskeyProfiles }] of includeTargets.entries()) {
    const missing = allowedPasskeyProfiles.find((id) => !ids.has(id))
    if (missing === undefined) continue
    throw new DocumentRefusal(
      `includeTargets[${at}].allowedPasskeyProfiles`,
      `there is no profile ${missing}, or it would go while it is in use`,
    )
  }
}

/** @throws DocumentRefusal for lifetimes that contradict one another */
export function checkPass(pass: TemporaryAccessPassDocument): void {
  const {
    defaultLifetimeInMinutes: usual,
    minimumLifetimeInMinutes: least,
    maximumLifetimeInMinutes: most,
  } = pass
  if (least > most) throw new DocumentRefusal('minimumLifetimeInMinutes', 'is more than the maximum')
  if (usual < least || usual > most) {
    throw new DocumentRefusal('defaultLifetimeInMinutes', 'must lie between minimum and maximum')
  }
}

/** @throws DocumentRefusal if the policy is larger than it may be */
export function checkSize(policy: MethodsPolicyDocument): void {
  if (JSON.stringify(policy).length <= largestMethodsPolicy) return
  throw new DocumentRefusal('', `the policy would be larger than ${largestMethodsPolicy} characters`)
}

import type { App, Person, SignInRecord } from '@latchkey/identity'
import { describeBrowser, findProblemWords, findSystemName, words } from '@latchkey/words'
import { toGraphTime } from '../graph/graph-time.ts'
import type { GraphObject, ResourceShape } from '../graph/resource-shape.ts'

/** A sign-in with everything that is known of it: what Graph's own has no place for is here. */
export const signInShape: ResourceShape = {
  name: 'latchkeySignIn',
  properties: [
    'id',
    'createdDateTime',
    'correlationId',
    'outcome',
    'code',
    'reason',
    'detail',
    'userId',
    'userPrincipalName',
    'userDisplayName',
    'appId',
    'appDisplayName',
    'method',
    'strength',
    'passkeyType',
    'aaGuid',
    'model',
    'attested',
    'userVerified',
    'credentialId',
    'sessionId',
    'elapsedMilliseconds',
    'ipAddress',
    'country',
    'browser',
    'operatingSystem',
    'userAgent',
    'access',
    'wouldFail',
    'rules',
    'methodRule',
    'proofs',
  ],
  filterable: [
    'id',
    'createdDateTime',
    'correlationId',
    'outcome',
    'code',
    'userId',
    'userPrincipalName',
    'userDisplayName',
    'appId',
    'appDisplayName',
    'method',
    'strength',
    'passkeyType',
    'aaGuid',
    'model',
    'attested',
    'userVerified',
    'credentialId',
    'sessionId',
    'elapsedMilliseconds',
    'ipAddress',
    'country',
    'browser',
    'operatingSystem',
    'access',
    'wouldFail',
    'rules/id',
    'rules/displayName',
    'rules/result',
    'rules/deciding',
  ],
  orderable: ['createdDateTime'],
}

/** What of the directory a record speaks of. */
export interface SignInNames {
  readonly person: Person | undefined
  readonly app: App | undefined
  /** What people call the model of the passkey. */
  readonly model: string | undefined
  readonly country: string | undefined
}

/** Write a record for whoever asks why. */
export function toSignInEntry(record: SignInRecord, names: SignInNames): GraphObject {
  const { person, app, model, country } = names
  const rules = toRules(record)
  return {
    id: record.signInId,
    createdDateTime: toGraphTime(record.at),
    correlationId: record.correlationId,
    outcome: record.outcome,
    code: record.code,
    reason: record.code === '' ? null : (findProblemWords(words('en'), record.code)?.title ?? record.code),
    detail: record.detail ?? null,
    userId: record.userId ?? null,
    userPrincipalName: person?.userName ?? record.userName ?? null,
    userDisplayName: person?.displayName ?? null,
    appId: record.clientId ?? null,
    appDisplayName: app?.displayName ?? null,
    method: record.method ?? null,
    strength: record.strength ?? null,
    passkeyType:
      record.backupEligible === undefined ? null : record.backupEligible ? 'synced' : 'deviceBound',
    aaGuid: record.aaguid ?? null,
    model: model ?? null,
    attested: record.attested ?? null,
    userVerified: record.userVerified ?? null,
    credentialId: record.credentialId ?? null,
    sessionId: record.sessionId ?? null,
    elapsedMilliseconds: record.elapsedMilliseconds ?? null,
    ipAddress: record.ipAddress,
    country: country ?? null,
    browser: describeBrowser(record.userAgent, words('en')),
    operatingSystem: findSystemName(record.userAgent) ?? null,
    userAgent: record.userAgent,
    access: record.decision?.access?.outcome ?? null,
    wouldFail: rules.some(({ result }) => watchedAndFailed.has(result)),
    rules,
    methodRule: record.decision?.method ?? null,
    proofs: record.decision?.proofs ?? [],
  }
}

const watchedAndFailed: ReadonlySet<string> = new Set(['reportOnlyFailure', 'reportOnlyInterrupted'])

/** Each rule that was about the sign-in: what it asked, what was there, what was not. */
function toRules({ decision }: SignInRecord) {
  return (decision?.access?.policies ?? []).map((policy) => ({
    id: policy.policyId,
    displayName: policy.displayName,
    result: policy.result,
    // Whoever was kept out was kept out by these; whoever was let in had satisfied all of them.
    deciding:
      decision?.access?.outcome === 'allowed' ? policy.result === 'success' : policy.result === 'failure',
    asks: policy.grantControls,
    satisfied: policy.grantControls.filter((control) => !policy.missing.includes(control)),
    missing: policy.missing,
    strength: policy.strength ?? null,
    sessionControls: policy.sessionControls,
  }))
}

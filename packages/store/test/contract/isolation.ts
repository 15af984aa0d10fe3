import type { RolloutStores } from '@latchkey/rollout'
import { describe, expect, test } from 'vitest'
import type { Schema } from '../../src/schema.ts'
import { anApprovalRequest, anApprover, aRememberedBrowser } from './approvals.ts'
import { aPilot, aPilotNote, aPreflight } from './campaign.ts'
import { aCampaignMail, aMailText, someMailSettings } from './campaign-mails.ts'
import { aDeviceLink, aLinkUse } from './device-links.ts'
import { aGuideOverride, aGuidePicture, aNewerSystem } from './guide.ts'
import { aDay, aLogStream, aSummary } from './logs.ts'
import { aClaim, aPicture } from './organisation.ts'
import { aStep } from './steps.ts'
import { aWave, aWavePerson } from './waves.ts'
import {
  aContext,
  aCredential,
  aDevice,
  aDeviceCa,
  aDeviceCertificate,
  aMessage,
  anAcceptance,
  anApp,
  anArtefact,
  anAudit,
  anImport,
  anImportLine,
  anUnfinished,
  aPass,
  aPassRequest,
  aPerson,
  aProvider,
  aRegisteredDevice,
  aRoot,
  aRule,
  aRuleChange,
  aSession,
  aSignIn,
  aSigningKey,
  aTenant,
  aTotp,
  bytes,
  later,
  now,
  type Open,
  type Opened,
} from './world.ts'

const ours = 'contoso'
const theirs = 'fabrikam'
const theirCredential = bytes(32, 2)
const userId = 'id-of-ann'
const asked = { tenantId: ours, userId, requestId: 'request-1' }
const answered = { state: 'approved', deviceId: 'device-1', at: later(5) } as const

/** Two tenants that are twins: every id that may be the same is the same. Everything the other has says so. */
export async function twins(open: Open): Promise<Opened> {
  const opened = await open()
  await opened.stores.atomically(async (tx) => {
    await fill(tx, ours, 'ours', bytes(32, 1))
    await fill(tx, theirs, 'of-the-other', theirCredential)
  })
  return opened
}

async function fill(
  stores: Omit<RolloutStores, 'atomically' | 'close'>,
  tenantId: string,
  mark: string,
  credentialId: Uint8Array,
) {
  await stores.tenants.insert(aTenant({ tenantId, displayName: mark }))
  await stores.tenants.insertDomain(tenantId, `${mark}.example`, now)
  await stores.domains.insertClaim(aClaim({ tenantId, proof: mark }))
  await stores.brandImages.put(aPicture({ tenantId, png: new TextEncoder().encode(mark) }))
  await stores.people.insert(aPerson('ann', { tenantId, displayName: mark }, 10))
  await stores.people.insert(aPerson('ben', { tenantId, displayName: mark }, 20))
  await stores.imports.insert(anImport({ tenantId, name: mark }))
  await stores.imports.putPart(tenantId, 'i1', 0, mark)
  await stores.imports.replaceLines(tenantId, 'i1', [anImportLine({ facts: { userName: mark } })])
  await stores.groups.insert({ tenantId, groupId: 'g1', displayName: mark, createdAt: now })
  await stores.groups.insertMember(tenantId, 'g1', userId)
  await stores.roles.insert(tenantId, userId, 'globalAdministrator')
  await stores.roles.insert(tenantId, 'id-of-ben', 'globalAdministrator')
  await stores.credentials.insert(aCredential({ tenantId, id: credentialId, name: mark }))
  await stores.rules.put(tenantId, { ...aRule, document: aContext(mark) })
  await stores.rules.appendChange(aRuleChange({ tenantId, after: aContext(mark) }))
  await stores.spentChallenges.insert({ tenantId, nonce: bytes(32, 1), expiresAt: later(60) })
  await stores.unfinished.put(anUnfinished({ tenantId, code: mark }))
  await stores.passwords.put({ tenantId, userId, hash: `$argon2id$${mark}`, changedAt: now })
  await stores.totps.insert(aTotp({ tenantId, name: mark }))
  await stores.passes.put(aPass({ tenantId, createdBy: mark, once: false }))
  await stores.passRequests.insert(aPassRequest({ tenantId, reason: mark }))
  await stores.recoveryContacts.put({ tenantId, userId, otherMail: `${mark}@elsewhere.example` })
  await stores.disowned.insert({ tenantId, userId, recordId: `record-${mark}`, at: now })
  await stores.declinedOffers.add(tenantId, userId, 'secondPasskey', now)
  await stores.sessions.insert(aSession({ tenantId, passId: 'pass-1', userAgent: mark }), bytes(32, 1))
  await stores.sessions.insertApp(tenantId, 'session-1', `${mark}-app`)
  await stores.apps.insert(anApp({ tenantId, displayName: mark }))
  await stores.apps.insertAssignment(assignment(tenantId, mark))
  await stores.apps.insertAssignment(assignment(tenantId, 'editor'))
  await stores.apps.insertPermission(permission(tenantId, `${mark}.Read`))
  await stores.apps.insertPermission(permission(tenantId, 'Shared.Read'))
  await stores.consents.put({ tenantId, clientId: 'wiki', userId, scopes: [mark], at: now })
  await stores.devices.insert(aDevice({ tenantId, displayName: mark }))
  await stores.registeredDevices.insert(aRegisteredDevice({ tenantId, aaguid: mark }))
  const subscription = { endpoint: `https://${mark}.example`, p256dh: bytes(65, 4), auth: bytes(16, 5) }
  await stores.approvers.put(anApprover({ tenantId, subscription }))
  await stores.approvalRequests.insertUnlessOneWaits(anApprovalRequest({ tenantId, context: mark }))
  await stores.approvalRequests.putPause(tenantId, userId, later(60))
  await stores.rememberedBrowsers.insert(aRememberedBrowser({ tenantId, userAgent: mark }))
  await stores.deviceLinks.insert(aDeviceLink({ tenantId, contactId: mark }))
  await stores.deviceLinks.insertUse(aLinkUse({ tenantId }))
  await stores.acceptances.append(anAcceptance({ tenantId, userAgent: mark }))
  const keys = { grantId: 'grant', uid: 'uid', sessionId: 'session-1', userCode: `code-${mark}` }
  await stores.artefacts.put(anArtefact({ tenantId, payload: mark, ...keys }))
  await stores.signingKeys.insert(aSigningKey({ tenantId, publicJwk: mark }))
  await stores.throttle.take(tenantId, 'k', now, 60)
  await stores.throttle.take(tenantId, 'k', now, 60)
  await stores.signIns.append(aSignIn({ tenantId, userId, userAgent: mark }))
  await stores.audit.append(anAudit({ tenantId, correlationId: mark }))
  await stores.logStreams.insert(aLogStream({ tenantId, displayName: mark }))
  await stores.home.putDay(tenantId, aDay)
  await stores.home.putSummary(tenantId, { ...aSummary, watched: [watched(mark)] })
  await stores.stepEvents.append(aStep({ tenantId, userId, device: mark }))
  await stores.nudges.ask(tenantId, userId, `visit-${mark}`, now)
  await stores.preflights.put(aPreflight({ tenantId, userId, beganBy: mark }))
  await stores.pilots.put(aPilot({ tenantId, beganBy: mark }))
  await stores.pilots.putNote(aPilotNote({ tenantId, userId, text: mark }))
  await stores.waves.insert(aWave({ tenantId, name: mark }))
  await stores.wavePeople.put(aWavePerson({ tenantId, userId, because: [mark] }))
  await stores.campaignMails.insert(
    aCampaignMail({ tenantId, userId, error: mark, tokenHash: bytes(32, mark.length) }),
  )
  await stores.campaignMailTexts.putSettings(tenantId, { ...someMailSettings, timeZone: mark })
  await stores.campaignMailTexts.put(aMailText({ tenantId, edits: { intro: mark } }))
  await stores.guideOverrides.put(aGuideOverride({ tenantId, text: { title: mark, lines: [mark] } }))
  await stores.guidePictures.put(aGuidePicture({ tenantId }))
  await stores.newerSystems.note(aNewerSystem({ tenantId }))
  await stores.outbox.insert(aMessage({ tenantId, messageId: `message-${mark}` }))
  await stores.trust.insertRoot(aRoot({ tenantId, name: mark }))
  await stores.providers.insert(aProvider({ tenantId, name: mark }))
  await stores.trust.insertFirstDeviceCa(aDeviceCa({ tenantId, certificate: new TextEncoder().encode(mark) }))
  await stores.trust.insertDeviceCertificate(aDeviceCertificate({ tenantId, aaguid: mark }))
}

const aCertificateOfDevice = {
  publicKey: bytes(91, 8),
  serialNumber: '2c',
  expiresAt: later(9),
  evidence: 'tpm',
  registeredAt: later(2),
} as const

const watched = (displayName: string) => ({ policyId: 'p', displayName, signIns: 1, people: 1 })

const assignment = (tenantId: string, role: string) =>
  ({ tenantId, clientId: 'wiki', principal: 'person', principalId: userId, role }) as const

const permission = (tenantId: string, name: string) => ({
  tenantId,
  clientId: 'wiki',
  resourceId: 'api',
  permission: name,
  grantedAt: now,
})

const nobody = { everybody: false, groups: [], users: [] }
const everybody = { ...nobody, everybody: true, without: nobody }

type Call = (stores: RolloutStores) => Promise<unknown>
const { idHash, model } = anArtefact()
const ann = aPerson('ann', {}, 10)
const ourGroups = {
  groupIds: ['group-1'],
  earlierGroupIds: ['group-9'],
  kind: 'T-1',
  dayZero: '2026-03-09',
  limit: 9,
} as const

/** Every method that is told a tenant, told ours, with ids the other has too. */
export const tenanted: Readonly<Record<string, Call>> = {
  'tenants.find': (s) => s.tenants.find(ours),
  'tenants.insert': (s) => s.tenants.insert(aTenant({ tenantId: 'third' })),
  'tenants.putSettings': (s) =>
    s.tenants.putSettings(ours, { ...aTenant().settings, helpDesk: { text: 'x' } }),
  'tenants.putDisplayName': (s) => s.tenants.putDisplayName(ours, 'x'),
  'tenants.insertDomain': (s) => s.tenants.insertDomain(ours, 'x.example', now),
  'tenants.listDomains': (s) => s.tenants.listDomains(ours),
  'tenants.removeDomain': (s) => s.tenants.removeDomain(ours, 'of-the-other.example'),
  'domains.find': (s) => s.domains.find(ours, 'of-the-other.example'),
  'domains.list': (s) => s.domains.list(ours),
  'domains.insertProven': (s) =>
    s.domains.insertProven({ tenantId: ours, domain: 'y.example', isDefault: false, createdAt: now }),
  'domains.putDefault': (s) => s.domains.putDefault(ours, 'of-the-other.example'),
  'domains.putCheck': (s) => s.domains.putCheck(ours, 'of-the-other.example', { checkedAt: now }),
  'domains.listPeople': (s) => s.domains.listPeople(ours, 'contoso.example', 9),
  'domains.insertClaim': (s) => s.domains.insertClaim(aClaim({ domain: 'z.example' })),
  'domains.findClaim': (s) => s.domains.findClaim(ours, 'claimed.example'),
  'domains.listClaims': (s) => s.domains.listClaims(ours),
  'domains.putClaimCheck': (s) =>
    s.domains.putClaimCheck({
      tenantId: ours,
      domain: 'claimed.example',
      checkedAt: now,
      outcome: 'missing',
    }),
  'domains.removeClaim': (s) => s.domains.removeClaim(ours, 'claimed.example'),
  'brandImages.put': (s) => s.brandImages.put(aPicture({ imageId: 'x' })),
  'brandImages.find': (s) => s.brandImages.find(ours, 'picture'),
  'brandImages.removeOthers': (s) => s.brandImages.removeOthers(ours, []),
  'people.insert': (s) => s.people.insert(aPerson('cleo')),
  'people.find': (s) => s.people.find(ours, userId),
  'people.findByUserName': (s) => s.people.findByUserName(ours, ann.userName),
  'people.findByUserHandle': (s) => s.people.findByUserHandle(ours, ann.userHandle),
  'people.findNearest': (s) => s.people.findNearest(ours, bytes(32, 255)),
  'people.list': (s) => s.people.list(ours, { limit: 9 }),
  'people.search': (s) =>
    s.people.search(ours, { words: ['an', 'o'], filter: 'onlyPhishable', groupId: 'g1', limit: 9, at: now }),
  'people.listByIds': (s) => s.people.listByIds(ours, [userId, 'id-of-ben']),
  'people.listByUserNames': (s) => s.people.listByUserNames(ours, [ann.userName]),
  'imports.insert': (s) => s.imports.insert(anImport({ importId: 'other' })),
  'imports.find': (s) => s.imports.find(ours, 'i1'),
  'imports.list': (s) => s.imports.list(ours, 9),
  'imports.putState': (s) => s.imports.putState(ours, 'i1', 'committed'),
  'imports.putPart': (s) => s.imports.putPart(ours, 'i1', 0, 'x'),
  'imports.listParts': (s) => s.imports.listParts(ours, 'i1'),
  'imports.removeParts': (s) => s.imports.removeParts(ours, 'i1'),
  'imports.replaceLines': (s) => s.imports.replaceLines(ours, 'i1', [anImportLine()]),
  'imports.putLine': (s) => s.imports.putLine(ours, 'i1', anImportLine({ state: 'created' })),
  'imports.listLines': (s) => s.imports.listLines(ours, 'i1', { states: ['create'], limit: 9 }),
  'imports.countLines': (s) => s.imports.countLines(ours, 'i1'),
  'people.count': (s) => s.people.count(ours),
  'people.findMethods': (s) => s.people.findMethods(ours, userId),
  'people.put': (s) => s.people.put({ ...ann, displayName: 'x' }),
  'people.putLastMethod': (s) => s.people.putLastMethod(ours, userId, 'totp'),
  'people.putDefaultMethod': (s) => s.people.putDefaultMethod(ours, userId, 'totp'),
  'people.putSecurityStamp': (s) => s.people.putSecurityStamp(ours, userId, 'x'),
  'people.remove': (s) => s.people.remove(ours, userId),
  'groups.insert': (s) =>
    s.groups.insert({ tenantId: ours, groupId: 'g2', displayName: 'x', createdAt: now }),
  'groups.find': (s) => s.groups.find(ours, 'g1'),
  'groups.put': (s) =>
    s.groups.put({ tenantId: ours, groupId: 'g1', displayName: 'changed', createdAt: now }),
  'groups.list': (s) => s.groups.list(ours),
  'groups.remove': (s) => s.groups.remove(ours, 'g1'),
  'groups.insertMember': (s) => s.groups.insertMember(ours, 'g1', 'id-of-ben'),
  'groups.removeMember': (s) => s.groups.removeMember(ours, 'g1', userId),
  'groups.listMembers': (s) => s.groups.listMembers(ours, 'g1'),
  'groups.listOfPerson': (s) => s.groups.listOfPerson(ours, userId),
  'roles.insert': (s) => s.roles.insert(ours, userId, 'globalReader'),
  'roles.remove': (s) => s.roles.remove(ours, userId, 'globalAdministrator'),
  'roles.listOfPerson': (s) => s.roles.listOfPerson(ours, userId),
  'roles.listHolders': (s) => s.roles.listHolders(ours, 'globalAdministrator'),
  'credentials.insert': (s) => s.credentials.insert(aCredential({ id: bytes(32, 3) })),
  'credentials.find': (s) => s.credentials.find(ours, theirCredential),
  'credentials.listOfPerson': (s) => s.credentials.listOfPerson(ours, userId),
  'credentials.putUse': (s) =>
    s.credentials.putUse(ours, theirCredential, {
      signCount: 9,
      backupState: true,
      userVerified: true,
      at: now,
      from: 'x',
    }),
  'credentials.putName': (s) => s.credentials.putName(ours, userId, theirCredential, 'x'),
  'credentials.remove': (s) => s.credentials.remove(ours, userId, theirCredential),
  'spentChallenges.insert': (s) =>
    s.spentChallenges.insert({ tenantId: ours, nonce: bytes(32, 9), expiresAt: now }),
  'unfinished.put': (s) => s.unfinished.put(anUnfinished({ tenantId: ours, code: 'x' })),
  'unfinished.listOfPerson': (s) => s.unfinished.listOfPerson(ours, userId, now),
  'unfinished.remove': (s) => s.unfinished.remove(ours, userId, 'other-device'),
  'passwords.put': (s) => s.passwords.put({ tenantId: ours, userId, hash: '$argon2id$x', changedAt: now }),
  'passwords.find': (s) => s.passwords.find(ours, userId),
  'passwords.remove': (s) => s.passwords.remove(ours, userId),
  'totps.insert': (s) => s.totps.insert(aTotp({ totpId: 'x' })),
  'totps.listOfPerson': (s) => s.totps.listOfPerson(ours, userId),
  'totps.takeStep': (s) => s.totps.takeStep(ours, 'totp-1', 5, now),
  'totps.remove': (s) => s.totps.remove(ours, userId, 'totp-1'),
  'totps.putSealedSecret': (s) => s.totps.putSealedSecret(ours, 'totp-1', bytes(5, 5)),
  'passes.put': (s) => s.passes.put(aPass({ passId: 'x' })),
  'passes.find': (s) => s.passes.find(ours, userId),
  'passes.take': (s) => s.passes.take(ours, 'pass-1', later(1)),
  'passes.remove': (s) => s.passes.remove(ours, userId),
  'passRequests.insert': (s) => s.passRequests.insert(aPassRequest({ requestId: 'x', userId: 'id-of-ben' })),
  'passRequests.putAgain': (s) => s.passRequests.putAgain(ours, userId, { at: later(9), contact: 'x' }),
  'passRequests.find': (s) => s.passRequests.find(ours, 'a-request'),
  'passRequests.list': (s) => s.passRequests.list(ours, { limit: 9, state: 'open' }),
  'passRequests.listOfPerson': (s) => s.passRequests.listOfPerson(ours, userId, 9),
  'passRequests.putExpired': (s) => s.passRequests.putExpired(ours, userId, later(99_999)),
  'passRequests.takeFirst': (s) =>
    s.passRequests.takeFirst(ours, 'a-request', { by: 'x', at: now, checks: ['video'] }),
  'passRequests.takeApproval': (s) =>
    s.passRequests.takeApproval(ours, 'a-request', {
      by: 'x',
      at: now,
      checks: [],
      passId: 'x',
      delivery: 'tell',
    }),
  'passRequests.takeRefusal': (s) =>
    s.passRequests.takeRefusal(ours, 'a-request', { by: 'x', at: now, note: 'x' }),
  'passRequests.takeStop': (s) => s.passRequests.takeStop(ours, 'a-request', 'x', now),
  'recoveryContacts.find': (s) => s.recoveryContacts.find(ours, userId),
  'recoveryContacts.put': (s) => s.recoveryContacts.put({ tenantId: ours, userId, managerId: 'id-of-ben' }),
  'disowned.insert': (s) => s.disowned.insert({ tenantId: ours, userId, recordId: 'x', at: now }),
  'disowned.listOfPerson': (s) => s.disowned.listOfPerson(ours, userId),
  'declinedOffers.find': (s) => s.declinedOffers.find(ours, userId, 'secondPasskey'),
  'declinedOffers.add': (s) => s.declinedOffers.add(ours, userId, 'secondPasskey', later(5)),
  'sessions.insert': (s) => s.sessions.insert(aSession({ sessionId: 'x' }), bytes(32, 9)),
  'sessions.findByToken': (s) => s.sessions.findByToken(ours, bytes(32, 1)),
  'sessions.find': (s) => s.sessions.find(ours, 'session-1'),
  'sessions.listOfPerson': (s) => s.sessions.listOfPerson(ours, userId, now),
  'sessions.listOfPass': (s) => s.sessions.listOfPass(ours, 'pass-1'),
  'sessions.rotate': (s) => s.sessions.rotate(aSession(), bytes(32, 1), bytes(32, 9)),
  'sessions.putStaySignedIn': (s) => s.sessions.putStaySignedIn(ours, 'session-1', later(9)),
  'sessions.putLastSeen': (s) => s.sessions.putLastSeen(ours, 'session-1', later(9)),
  'sessions.takeAlive': (s) => s.sessions.takeAlive(ours, 'session-1', now, 'signed_out'),
  'sessions.insertApp': (s) => s.sessions.insertApp(ours, 'session-1', 'x'),
  'sessions.listApps': (s) => s.sessions.listApps(ours, 'session-1'),
  'lockOut.listHeld': (s) => s.lockOut.listHeld(ours),
  'lockOut.listVisited': (s) => s.lockOut.listVisited(ours, '', [userId]),
  'lockOut.readStamp': (s) => s.lockOut.readStamp(ours, ''),
  'lockOut.listBreakGlass': (s) => s.lockOut.listBreakGlass(ours),
  'lockOut.listProven': (s) => s.lockOut.listProven(ours, { from: '', limit: 9 }),
  'lockOut.listArrivals': (s) => s.lockOut.listArrivals(ours, { from: '', limit: 9 }),
  'lockOut.countArrivals': (s) => s.lockOut.countArrivals(ours, ''),
  'lockOut.listVerdicts': (s) => s.lockOut.listVerdicts(ours, { from: '', limit: 9, policyId: 'p' }),
  'rules.list': (s) => s.rules.list(ours),
  'rules.put': (s) => s.rules.put(ours, aRule),
  'rules.remove': (s) => s.rules.remove(ours, aRule.kind, aRule.id),
  'rules.raiseVersion': (s) => s.rules.raiseVersion(ours, 0),
  'rules.appendChange': (s) => s.rules.appendChange(aRuleChange({ version: 2 })),
  'rules.listEnds': (s) => s.rules.listEnds(ours, {}),
  'rules.listChanges': (s) => s.rules.listChanges(ours, { limit: 9, kind: aRule.kind, id: aRule.id }),
  'apps.insert': (s) => s.apps.insert(anApp({ clientId: 'x' })),
  'apps.find': (s) => s.apps.find(ours, 'wiki'),
  'apps.list': (s) => s.apps.list(ours),
  'apps.put': (s) => s.apps.put(anApp({ displayName: 'x' })),
  'apps.remove': (s) => s.apps.remove(ours, 'wiki'),
  'apps.insertAssignment': (s) => s.apps.insertAssignment(assignment(ours, 'x')),
  'apps.removeAssignment': (s) => s.apps.removeAssignment(assignment(ours, 'editor')),
  'apps.listAssignments': (s) => s.apps.listAssignments(ours, 'wiki'),
  'apps.listAssignmentsOfPerson': (s) => s.apps.listAssignmentsOfPerson(ours, 'wiki', userId),
  'apps.listAppsAssignedTo': (s) => s.apps.listAppsAssignedTo(ours, userId),
  'apps.insertPermission': (s) => s.apps.insertPermission(permission(ours, 'x')),
  'apps.removePermission': (s) => s.apps.removePermission(permission(ours, 'Shared.Read')),
  'apps.listPermissions': (s) => s.apps.listPermissions(ours, 'wiki'),
  'apps.listPermissionsOfResource': (s) => s.apps.listPermissionsOfResource(ours, 'api'),
  'callers.findHolder': (s) => s.callers.findHolder(ours, 'session-1', 'wiki'),
  'callers.findPowers': (s) => s.callers.findPowers(ours, userId, 'wiki'),
  'callers.findApplication': (s) => s.callers.findApplication(ours, 'wiki', 'api'),
  'approvers.put': (s) => s.approvers.put(anApprover({ approvalKey: bytes(91, 1) })),
  'approvers.find': (s) => s.approvers.find(ours, 'device-1'),
  'approvers.listOfPerson': (s) => s.approvers.listOfPerson(ours, userId),
  'approvers.putUsed': (s) => s.approvers.putUsed(ours, 'device-1', later(9)),
  'approvers.forgetSubscription': (s) =>
    s.approvers.forgetSubscription(ours, 'device-1', 'https://ours.example'),
  'approvers.remove': (s) => s.approvers.remove(ours, userId, 'device-1'),
  'approvalRequests.insertUnlessOneWaits': (s) =>
    s.approvalRequests.insertUnlessOneWaits(anApprovalRequest({ createdAt: later(99), context: 'x' })),
  'approvalRequests.find': (s) => s.approvalRequests.find(ours, userId),
  'approvalRequests.answer': (s) => s.approvalRequests.answer(asked, answered),
  'approvalRequests.takeApproved': async (s) => {
    await s.approvalRequests.answer(asked, answered)
    return await s.approvalRequests.takeApproved(asked, now)
  },
  'approvalRequests.withdraw': (s) => s.approvalRequests.withdraw(asked, later(1)),
  'approvalRequests.putPause': (s) => s.approvalRequests.putPause(ours, userId, later(99)),
  'approvalRequests.findPause': (s) => s.approvalRequests.findPause(ours, userId),
  'rememberedBrowsers.insert': (s) => s.rememberedBrowsers.insert(aRememberedBrowser({ browserId: 'x' })),
  'rememberedBrowsers.find': (s) => s.rememberedBrowsers.find(ours, 'browser-1'),
  'rememberedBrowsers.listOfPerson': (s) => s.rememberedBrowsers.listOfPerson(ours, userId),
  'rememberedBrowsers.putUsed': (s) => s.rememberedBrowsers.putUsed(ours, 'browser-1', later(9)),
  'rememberedBrowsers.remove': (s) => s.rememberedBrowsers.remove(ours, userId, 'browser-1'),
  'rememberedBrowsers.removeOfPerson': (s) => s.rememberedBrowsers.removeOfPerson(ours, userId),
  'deviceLinks.insert': (s) => s.deviceLinks.insert(aDeviceLink({ linkId: 'x', contactId: 'x' })),
  'deviceLinks.find': (s) => s.deviceLinks.find(ours, 'link-1'),
  'deviceLinks.listOfPerson': (s) => s.deviceLinks.listOfPerson(ours, userId),
  'deviceLinks.putClientHash': (s) => s.deviceLinks.putClientHash(ours, 'link-1', bytes(32, 3)),
  'deviceLinks.putAuthenticatorEnd': (s) =>
    s.deviceLinks.putAuthenticatorEnd(ours, 'link-1', {
      deviceId: 'device-1',
      handshakeHash: bytes(32, 3),
      contactId: 'other',
    }),
  'deviceLinks.guard': async (s) => {
    await s.deviceLinks.putClientHash(ours, 'link-1', bytes(32, 3))
    return await s.deviceLinks.guard(ours, 'link-1', now)
  },
  'deviceLinks.remove': (s) => s.deviceLinks.remove(ours, 'link-1'),
  'deviceLinks.removeBegunOf': (s) => s.deviceLinks.removeBegunOf(ours, userId),
  'deviceLinks.insertUse': (s) => s.deviceLinks.insertUse(aLinkUse({ clientDataHash: bytes(32, 8) })),
  'deviceLinks.takeUse': (s) => s.deviceLinks.takeUse(ours, { ...aLinkUse(), at: now }),
  'deviceLinks.putUsed': (s) => s.deviceLinks.putUsed(ours, 'link-1', later(9)),
  'devices.insert': (s) => s.devices.insert(aDevice({ objectId: 'x', deviceId: 'x' })),
  'devices.put': (s) => s.devices.put(aDevice({ displayName: 'x' })),
  'devices.find': (s) => s.devices.find(ours, 'object-1'),
  'devices.findByDeviceId': (s) => s.devices.findByDeviceId(ours, 'device-1'),
  'devices.list': (s) => s.devices.list(ours),
  'devices.remove': (s) => s.devices.remove(ours, 'object-1'),
  'acceptances.append': (s) => s.acceptances.append(anAcceptance({ acceptanceId: 'x' })),
  'acceptances.listAccepted': (s) => s.acceptances.listAccepted(ours, userId),
  'acceptances.listEverybodys': (s) => s.acceptances.listEverybodys(ours),
  'acceptances.list': (s) => s.acceptances.list(ours, { termsId: 'terms-1', limit: 9 }),
  'consents.put': (s) => s.consents.put({ tenantId: ours, clientId: 'wiki', userId, scopes: ['x'], at: now }),
  'consents.list': (s) => s.consents.list(ours, 'wiki', userId),
  'consents.remove': (s) => s.consents.remove(ours, 'wiki', userId),
  'artefacts.put': (s) => s.artefacts.put(anArtefact({ payload: 'x' })),
  'artefacts.find': (s) => s.artefacts.find(ours, model, idHash, now),
  'artefacts.findByUid': (s) => s.artefacts.findByUid(ours, model, 'uid', now),
  'artefacts.findByUserCode': (s) => s.artefacts.findByUserCode(ours, model, 'code-of-the-other', now),
  'artefacts.listUnused': (s) => s.artefacts.listUnused(ours, model, ['session-1'], now),
  'artefacts.takeUnused': (s) => s.artefacts.takeUnused(ours, model, idHash, now),
  'artefacts.remove': (s) => s.artefacts.remove(ours, model, idHash),
  'artefacts.removeByGrant': (s) => s.artefacts.removeByGrant(ours, 'grant'),
  'artefacts.removeBySession': (s) => s.artefacts.removeBySession(ours, 'session-1'),
  'signingKeys.insert': (s) => s.signingKeys.insert(aSigningKey({ keyId: 'x' })),
  'signingKeys.list': (s) => s.signingKeys.list(ours),
  'signingKeys.putRetiredAt': (s) => s.signingKeys.putRetiredAt(ours, 'key-1', now),
  'signingKeys.putSealedPrivateKey': (s) => s.signingKeys.putSealedPrivateKey(ours, 'key-1', bytes(9, 9)),
  'throttle.take': (s) => s.throttle.take(ours, 'k', now, 60),
  'throttle.giveBack': (s) => s.throttle.giveBack(ours, 'k'),
  'throttle.remove': (s) => s.throttle.remove(ours, 'k'),
  'signIns.append': (s) => s.signIns.append(aSignIn({ signInId: 'x' })),
  'signIns.find': (s) => s.signIns.find(ours, aSignIn().signInId),
  'signIns.list': (s) => s.signIns.list(ours, { limit: 9, userId, correlationId: 'correlation-1' }),
  'signIns.listAfter': (s) => s.signIns.listAfter(ours, { after: '', until: 'zz', limit: 9 }),
  'audit.listAfter': (s) => s.audit.listAfter(ours, { after: '', until: 'zz', limit: 9 }),
  'logStreams.insert': (s) => s.logStreams.insert(aLogStream({ streamId: 'x' })),
  'logStreams.find': (s) => s.logStreams.find(ours, 'stream-1'),
  'logStreams.list': (s) => s.logStreams.list(ours),
  'logStreams.put': (s) => s.logStreams.put(aLogStream({ displayName: 'x' })),
  'logStreams.putDue': (s) => s.logStreams.putDue(ours, 'stream-1', later(1)),
  'logStreams.putDelivered': (s) => s.logStreams.putDelivered(ours, 'stream-1', { at: later(1) }),
  'logStreams.putFailed': (s) =>
    s.logStreams.putFailed(ours, 'stream-1', { attempts: 1, notBefore: later(1), at: now, error: 'x' }),
  'logStreams.remove': (s) => s.logStreams.remove(ours, 'stream-1'),
  'home.countPeople': (s) => s.home.countPeople(ours, later(1)),
  'home.countModels': (s) => s.home.countModels(ours),
  'home.countPasses': (s) => s.home.countPasses(ours, now),
  'home.countSignIns': (s) => s.home.countSignIns(ours, { since: '', until: 'zz' }),
  'home.putDay': (s) => s.home.putDay(ours, aDay),
  'home.listDays': (s) => s.home.listDays(ours, ''),
  'home.putSummary': (s) => s.home.putSummary(ours, aSummary),
  'home.findSummary': (s) => s.home.findSummary(ours),
  'stepEvents.append': (s) => s.stepEvents.append(aStep({ tenantId: ours, userId, eventId: 'event-9' })),
  'stepEvents.list': (s) => s.stepEvents.list(ours, { from: now, until: later(9), limit: 9 }),
  'stepEvents.hasStep': (s) => s.stepEvents.hasStep(ours, userId, 'offered', now),
  'stepEvents.removeOfPerson': (s) => s.stepEvents.removeOfPerson(ours, userId),
  'funnel.listReached': (s) => s.funnel.listReached(ours),
  'funnel.listLastFailures': (s) => s.funnel.listLastFailures(ours),
  'funnel.listDevices': (s) => s.funnel.listDevices(ours),
  'funnel.listSeen': (s) => s.funnel.listSeen(ours, new Date(0)),
  'funnel.listModels': (s) => s.funnel.listModels(ours),
  'funnel.listTroubles': (s) => s.funnel.listTroubles(ours),
  'funnel.listAnnouncements': (s) => s.funnel.listAnnouncements(ours),
  'funnel.timeSignIns': (s) => s.funnel.timeSignIns(ours, new Date(0)),
  'funnel.countFailures': (s) => s.funnel.countFailures(ours, new Date(0)),
  'nudges.find': (s) => s.nudges.find(ours, userId),
  'nudges.ask': (s) => s.nudges.ask(ours, userId, 'visit-9', now),
  'nudges.snooze': (s) => s.nudges.snooze(ours, userId, 'visit-ours', now),
  'nudges.fail': (s) => s.nudges.fail(ours, userId, 'visit-ours', now),
  'nudges.settle': (s) => s.nudges.settle(ours, userId, now),
  'nudges.countReach': (s) => s.nudges.countReach(ours, everybody, 3),
  'preflights.find': (s) => s.preflights.find(ours),
  'preflights.put': (s) => s.preflights.put(aPreflight({ beganBy: 'x' })),
  'pilots.find': (s) => s.pilots.find(ours),
  'pilots.put': (s) => s.pilots.put(aPilot({ beganBy: 'x' })),
  'pilots.listNotes': (s) => s.pilots.listNotes(ours),
  'pilots.putNote': (s) => s.pilots.putNote(aPilotNote({ text: 'x' })),
  'waves.insert': (s) => s.waves.insert(aWave({ waveId: 'x' })),
  'waves.find': (s) => s.waves.find(ours, 'wave-1'),
  'waves.list': (s) => s.waves.list(ours),
  'waves.put': (s) => s.waves.put(aWave({ name: 'x', version: 1 })),
  'waves.putChecked': (s) => s.waves.putChecked(ours, 'wave-1', later(7)),
  'waves.remove': (s) => s.waves.remove(ours, 'wave-1', 0),
  'wavePeople.put': (s) => s.wavePeople.put(aWavePerson({ state: 'moved' })),
  'wavePeople.find': (s) => s.wavePeople.find(ours, 'wave-1', userId),
  'wavePeople.list': (s) => s.wavePeople.list(ours, 'wave-1', { limit: 9 }),
  'wavePeople.count': (s) => s.wavePeople.count(ours, 'wave-1'),
  'wavePeople.remove': (s) => s.wavePeople.remove(ours, 'wave-1', userId),
  'campaignMails.insert': (s) =>
    s.campaignMails.insert(aCampaignMail({ mailId: 'x', userId, kind: 'T-1', tokenHash: bytes(32, 99) })),
  'campaignMails.find': (s) => s.campaignMails.find(ours, 'mail-1'),
  'campaignMails.listUndecided': (s) => s.campaignMails.listUndecided(ours, ourGroups),
  'campaignMails.countPeople': (s) => s.campaignMails.countPeople(ours, ourGroups),
  'campaignMails.count': (s) => s.campaignMails.count(ours),
  'campaignMails.list': (s) => s.campaignMails.list(ours, { limit: 9 }),
  'campaignMails.countDecidedSince': (s) => s.campaignMails.countDecidedSince(ours, later(-9)),
  'campaignMails.countWaiting': (s) => s.campaignMails.countWaiting(ours),
  'campaignMails.putSent': (s) => s.campaignMails.putSent(ours, 'mail-1', now),
  'campaignMails.putFailed': (s) => s.campaignMails.putFailed(ours, 'mail-1', 'x'),
  'campaignMails.putError': (s) => s.campaignMails.putError(ours, 'mail-1', 'x'),
  'campaignMails.putOpened': async (s) => {
    await s.campaignMails.putSent(ours, 'mail-1', now)
    await s.campaignMails.putOpened(ours, 'mail-1', now)
  },
  'campaignMails.removeWaiting': (s) => s.campaignMails.removeWaiting(ours, 'mail-1'),
  'campaignMails.listFollowed': async (s) => {
    await s.campaignMails.putSent(ours, 'mail-1', now)
    await s.campaignMails.listFollowed(ours, { sentSince: later(-9), actedSince: later(-9), limit: 9 })
  },
  'campaignMailTexts.findSettings': (s) => s.campaignMailTexts.findSettings(ours),
  'campaignMailTexts.putSettings': (s) => s.campaignMailTexts.putSettings(ours, someMailSettings),
  'campaignMailTexts.list': (s) => s.campaignMailTexts.list(ours),
  'campaignMailTexts.find': (s) => s.campaignMailTexts.find(ours, 'T-7', 'de'),
  'campaignMailTexts.put': (s) => s.campaignMailTexts.put(aMailText({ edits: { intro: 'x' } })),
  'campaignMailTexts.remove': (s) => s.campaignMailTexts.remove(ours, 'T-7', 'de'),
  'guideOverrides.list': (s) => s.guideOverrides.list(ours),
  'guideOverrides.listOfLanguage': (s) => s.guideOverrides.listOfLanguage(ours, 'en'),
  'guideOverrides.find': (s) => s.guideOverrides.find(ours, 'signIn', 'en'),
  'guideOverrides.put': (s) => s.guideOverrides.put(aGuideOverride({ tenantId: ours, language: 'de' })),
  'guideOverrides.remove': (s) => s.guideOverrides.remove(ours, 'signIn', 'en'),
  'guidePictures.put': (s) => s.guidePictures.put(aGuidePicture({ tenantId: ours, pictureId: 'x' })),
  'guidePictures.find': (s) => s.guidePictures.find(ours, 'hash-1'),
  'guidePictures.removeUnused': (s) => s.guidePictures.removeUnused(ours),
  'newerSystems.note': (s) => s.newerSystems.note(aNewerSystem({ tenantId: ours })),
  'newerSystems.list': (s) => s.newerSystems.list(ours),
  'newerSystems.dismiss': (s) => s.newerSystems.dismiss(ours, 'iOS', '99'),
  'registeredDevices.insert': async (s) => {
    await s.devices.insert(aDevice({ objectId: 'x', deviceId: 'x' }))
    await s.registeredDevices.insert(aRegisteredDevice({ objectId: 'x', deviceId: 'x' }))
  },
  'registeredDevices.find': (s) => s.registeredDevices.find(ours, 'device-1'),
  'registeredDevices.listOfPerson': (s) => s.registeredDevices.listOfPerson(ours, userId),
  'registeredDevices.list': (s) => s.registeredDevices.list(ours),
  'registeredDevices.putCertificate': (s) =>
    s.registeredDevices.putCertificate(ours, 'device-1', '2a', aCertificateOfDevice),
  'registeredDevices.putSeen': (s) =>
    s.registeredDevices.putSeen(ours, 'device-1', { at: later(9), appVersion: '2' }),
  'audit.append': (s) => s.audit.append(anAudit({ auditId: 'x' })),
  'audit.find': (s) => s.audit.find(ours, anAudit().auditId),
  'audit.list': (s) => s.audit.list(ours, { limit: 9, targetId: userId, activity: 'pass_issued' }),
  'outbox.insert': (s) => s.outbox.insert(aMessage({ messageId: 'x' })),
  'providers.insert': (s) => s.providers.insert(aProvider({ providerId: 'x' })),
  'providers.list': (s) => s.providers.list(ours),
  'providers.find': (s) => s.providers.find(ours, 'provider-1'),
  'providers.put': (s) => s.providers.put(aProvider({ name: 'x' })),
  'providers.remove': (s) => s.providers.remove(ours, 'provider-1'),
  'trust.insertRoot': (s) => s.trust.insertRoot(aRoot({ rootId: 'x' })),
  'trust.listRoots': (s) => s.trust.listRoots(ours),
  'trust.findRoot': (s) => s.trust.findRoot(ours, 'root-1'),
  'trust.removeRoot': (s) => s.trust.removeRoot(ours, 'root-1'),
  'trust.findDeviceCa': (s) => s.trust.findDeviceCa(ours),
  'trust.insertFirstDeviceCa': (s) => s.trust.insertFirstDeviceCa(aDeviceCa()),
  'trust.putSealedDeviceCaKey': (s) => s.trust.putSealedDeviceCaKey(ours, bytes(9, 9)),
  'trust.insertDeviceCertificate': (s) =>
    s.trust.insertDeviceCertificate(aDeviceCertificate({ serialNumber: 'x' })),
  'trust.findDeviceCertificate': (s) => s.trust.findDeviceCertificate(ours, '2a'),
  'trust.wasDeviceRevoked': (s) => s.trust.wasDeviceRevoked(ours, 'device-1'),
  'trust.revokeDeviceCertificates': (s) => s.trust.revokeDeviceCertificates(ours, 'device-1', later(1)),
}

/** Methods that belong to the instance: the directories, the keeping of house, the outbox. */
const untenanted = [
  'tenants.findByDomain',
  'tenants.list',
  'domains.listUnchecked',
  'domains.listClaimants',
  'imports.removeBefore',
  'credentials.findByRp',
  'deviceLinks.hasContact',
  'deviceLinks.findByContact',
  'credentials.count',
  'spentChallenges.removeExpired',
  'unfinished.removeExpired',
  'totps.listSealed',
  'approvalRequests.removeOver',
  'deviceLinks.removeOver',
  'links.insert',
  'links.find',
  'links.take',
  'links.removeAll',
  'sessions.removeDead',
  'passRequests.removeBefore',
  'artefacts.findTenantByUserCode',
  'artefacts.removeExpired',
  'signingKeys.listSealed',
  'signingKeys.removeRetired',
  'sealingKeys.insert',
  'sealingKeys.list',
  'sealingKeys.put',
  'sealingKeys.remove',
  'throttle.removeExpired',
  'signIns.removeBefore',
  'stepEvents.removeBefore',
  'waves.listDue',
  'campaignMails.findByToken',
  'campaignMails.removeBefore',
  'outbox.takeDue',
  'outbox.remove',
  'outbox.putRetry',
  'outbox.count',
  'leases.take',
  'leases.remove',
  'instance.find',
  'instance.insertFirst',
  'instance.put',
  'credentials.countOfModel',
  'metadata.findState',
  'metadata.replace',
  'metadata.find',
  'metadata.findStatusReports',
  'metadata.list',
  'trust.listDeviceCas',
  'logStreams.listDue',
  'logStreams.listSealed',
]

const tenantedTables = [
  'tenant',
  'domain',
  'domain_claim',
  'brand_image',
  'person',
  'person_group',
  'group_member',
  'administrator_role',
  'credential',
  'credential_directory',
  'rule_document',
  'rule_change',
  'spent_challenge',
  'unfinished_registration',
  'password',
  'totp',
  'temporary_access_pass',
  'pass_request',
  'recovery_contact',
  'disowned',
  'declined_offer',
  'session',
  'session_app',
  'app',
  'app_assignment',
  'consent',
  'terms_acceptance',
  'device',
  'registered_device',
  'approver',
  'approval_request',
  'approval_pause',
  'remembered_browser',
  'artefact',
  'signing_key',
  'throttle',
  'sign_in',
  'audit',
  'outbox',
  'organisation_root',
  'described_provider',
  'device_ca',
  'device_certificate',
  'log_stream',
  'step_event',
  'nudge',
  'preflight',
  'pilot',
  'pilot_note',
  'wave',
  'wave_person',
  'campaign_mail',
  'campaign_mail_settings',
  'campaign_mail_text',
  'guide_override',
  'guide_picture',
  'newer_system',
  'day_figures',
  'home_summary',
] as const satisfies readonly (keyof Schema)[]

/** Nothing a tenant is told, and nothing it does, reaches another. */
export function isolationContract(open: Open): void {
  describe('keeping tenants apart', () => {
    test('has a case for every method', async () => {
      const { stores } = await open()
      const { atomically: _, close: __, ...shelves } = stores

      expect([...Object.keys(tenanted), ...untenanted].toSorted()).toEqual(methodsOf(shelves).toSorted())
    })

    test.each(Object.entries(tenanted))('%s stays within its tenant', async (_, call) => {
      const { stores, rows } = await twins(open)
      const before = await rowsOf(theirs, rows)
      expect(before.filter(([, kept]) => kept.length === 0)).toEqual([])

      const answer = await call(stores)

      expect(JSON.stringify(answer ?? null)).not.toMatch(/of-the-other|fabrikam/)
      expect(await rowsOf(theirs, rows)).toEqual(before)
    })
  })
}

const methodsOf = (shelves: object): string[] =>
  Object.entries(shelves).flatMap(([store, methods]) =>
    Object.keys(methods).map((method) => `${store}.${method}`),
  )

const rowsOf = (tenantId: string, rows: Opened['rows']) =>
  Promise.all(
    tenantedTables.map(async (table) => {
      const all = await rows(table)
      return [table, all.filter((row) => 'tenant_id' in row && row.tenant_id === tenantId)] as const
    }),
  )

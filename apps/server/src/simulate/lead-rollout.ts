import { type Administrator, addressOf, type SimulatedServer, waveName } from './organisation.ts'
import { pageBrowser } from './page-browser.ts'
import { simulatedDomain } from './simulated-domain.ts'
import { simulatedKey } from './simulated-key.ts'
import { signInWithPasskey, signInWithSecret, type VisitDeps } from './visits.ts'

/** The group of each name. */
type Groups = ReadonlyMap<string, string>

const day = 24 * 60 * 60_000

const place = '/beta/latchkey/rollout'

/** As many mails a minute as anybody may send: hours strike, minutes do not. */
const mailsPerMinute = 600

/** Turn the campaign on: whoever signs in without a passkey is asked for one. */
export async function beginCampaign({ ask }: Administrator): Promise<void> {
  await ask('PATCH', '/v1.0/policies/authenticationMethodsPolicy', {
    registrationEnforcement: {
      authenticationMethodsRegistrationCampaign: {
        state: 'enabled',
        snoozeDurationInDays: 1,
        enforceRegistrationAfterAllowedSnoozes: false,
        excludeTargets: [],
        includeTargets: [{ id: 'all_users', targetType: 'group', targetedAuthenticationMethod: 'fido2' }],
      },
    },
  })
}

/** Walk the path with a test person before anybody is told of it: pass, passkey, sign-in. */
export async function fly(server: SimulatedServer, { ask }: Administrator): Promise<void> {
  const { deps, app, pass } = server
  const userName = addressOf({ name: 'test' })
  const { id } = await ask('POST', '/v1.0/users', {
    accountEnabled: true,
    displayName: 'Test person',
    mailNickname: 'test',
    userPrincipalName: userName,
  })
  await ask('POST', `${place}/preflight`, { userId: id })
  pass(60)
  const issued = await ask('POST', `/v1.0/users/${id}/authentication/temporaryAccessPassMethods`, {
    isUsableOnce: true,
  })
  const key = simulatedKey(
    { aaguid: '08987058-cadc-4b81-b6e1-30de50dcbe96', backup: 'device_bound' },
    deps.now,
  )
  const visit = (): VisitDeps => ({
    browser: pageBrowser(app, { userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/141.0.0.0' }),
    origin: deps.config.url.origin,
    pass,
  })
  const secret = String(issued['temporaryAccessPass'])
  await signInWithSecret(visit(), { userName, kind: 'pass', secret }, { key, failures: [], end: 'created' })
  pass(60)
  await signInWithPasskey(visit(), userName, key)
}

/** Name the pilot, plan the waves after it, and let their mails go out. */
export async function planWaves(
  { ask }: Administrator,
  groups: Groups,
  {
    start,
    waveStarts,
    weeks,
  }: { readonly start: number; readonly waveStarts: readonly number[]; readonly weeks: number },
): Promise<void> {
  await ask('PATCH', `${place}/mails/settings`, { perMinute: mailsPerMinute })
  await ask('PATCH', `${place}/pilot`, {
    groupId: groups.get(waveName(0)),
    devices: (await devicesOf(ask)).map(({ device }) => ({ device })),
  })
  const end = start + weeks * 7 * day
  for (const [wave, at] of waveStarts.entries()) {
    if (wave === 0) continue
    await ask('POST', `${place}/waves`, {
      kind: 'registration',
      displayName: waveName(wave),
      groupIds: [groups.get(waveName(wave))],
      startDateTime: new Date(start + at).toISOString(),
      endDateTime: new Date(Math.max(start + at + day, end - day)).toISOString(),
    })
  }
}

/** The pilot is over: what nobody went through with is waived, and it is said why. A pilot that nobody took part in stays. */
export async function endPilot({ ask }: Administrator, groups: Groups): Promise<void> {
  const devices = await devicesOf(ask)
  if (!devices.some(({ isThrough }) => isThrough)) return
  await ask('PATCH', `${place}/pilot`, {
    groupId: groups.get(waveName(0)),
    devices: devices.map(({ device, isThrough }) => ({
      device,
      ...(!isThrough && {
        waivedBecause: `Nobody of the pilot at ${simulatedDomain} went through with one.`,
      }),
    })),
  })
}

interface PilotDevice {
  readonly device: unknown
  readonly isThrough: boolean
}

async function devicesOf(ask: Administrator['ask']): Promise<readonly PilotDevice[]> {
  const { devices } = await ask('GET', `${place}/pilot`)
  return (Array.isArray(devices) ? devices : []).map(({ device, through }) => ({
    device,
    isThrough: through.length > 0,
  }))
}

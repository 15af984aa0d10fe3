/** From which version of a system a provider of passkeys can be used, by provider and system. */
export type MinimumVersions = Readonly<Record<string, Readonly<Record<string, string>>>>

/** What is known of the providers; an organisation can say otherwise. */
export const knownVersions: MinimumVersions = {
  authenticator: { iOS: '17', android: '14' },
  icloudKeychain: { iOS: '16', macOS: '13' },
  googlePasswordManager: { android: '9', windows: '10', macOS: '13', linux: '0' },
  samsungPass: { android: '14' },
  windowsHello: { windows: '10' },
  securityKey: { iOS: '14.5', android: '14', windows: '10', macOS: '11', linux: '0' },
}

/** From which version it works well. */
export const recommendedVersions: MinimumVersions = { authenticator: { iOS: '17.4' } }

/** What is known, with what an organisation says laid over it. */
export function withMinimumVersions(overrides: MinimumVersions): MinimumVersions {
  const providers = new Set([...Object.keys(knownVersions), ...Object.keys(overrides)])
  return Object.fromEntries(
    [...providers].map((provider) => [provider, { ...knownVersions[provider], ...overrides[provider] }]),
  )
}

/** Whether a version is at least another; both are numbers between dots, and what is missing counts as nought. */
export function isVersionAtLeast(version: string, least: string): boolean {
  const [given, wanted] = [version, least].map((text) => text.split('.').map(Number))
  for (const [at, number] of (wanted ?? []).entries()) {
    const difference = (given?.[at] ?? 0) - number
    if (difference !== 0) return difference > 0
  }
  return true
}

import { findSystemName } from '@latchkey/words'

/** Say on what this browser runs, as far as browsers say. */
export async function describeDevice(): Promise<{
  readonly operatingSystem: string
  readonly operatingSystemVersion: string
}> {
  return {
    operatingSystem: findSystemName(navigator.userAgent) ?? 'Unknown',
    operatingSystemVersion: await findSystemVersion(),
  }
}

/** Chromium tells on request; others keep it to themselves. */
async function findSystemVersion(): Promise<string> {
  const hints: unknown = Reflect.get(navigator, 'userAgentData')
  const ask: unknown = Reflect.get(Object(hints), 'getHighEntropyValues')
  if (typeof ask !== 'function') return ''
  const values: unknown = await Promise.resolve(Reflect.apply(ask, hints, [['platformVersion']])).catch(
    () => undefined,
  )
  const version: unknown = Reflect.get(Object(values), 'platformVersion')
  return typeof version === 'string' ? version.slice(0, 40) : ''
}

/** What one sample app is told. */
export interface SampleConfig {
  readonly name: string
  /** One line under the name. */
  readonly purpose: string
  /** A CSS colour on which white is readable. */
  readonly colour: string
  readonly url: URL
  readonly issuer: URL
  readonly clientId: string
  readonly clientSecret: string
}

/**
 * Read what the environment says.
 *
 * @throws Error naming every variable that is missing, or not an address that may be used
 */
export function readSampleConfig(env: Readonly<Record<string, string | undefined>>): SampleConfig {
  const problems: string[] = []
  const text = (name: string) => {
    const value = env[name] ?? ''
    if (value === '') problems.push(`${name} is missing`)
    return value
  }
  const address = (name: string) => {
    const value = text(name)
    const url = URL.canParse(value) ? new URL(value) : new URL('https://unusable.invalid')
    if (url.protocol === 'https:' || (url.protocol === 'http:' && url.hostname === 'localhost')) return url
    problems.push(`${name} must be https, or http on localhost`)
    return url
  }
  const config = {
    name: text('SAMPLE_NAME'),
    purpose: env['SAMPLE_PURPOSE'] ?? '',
    colour: env['SAMPLE_COLOUR'] ?? '#1f5f8b',
    url: address('SAMPLE_URL'),
    issuer: address('SAMPLE_ISSUER'),
    clientId: text('SAMPLE_CLIENT_ID'),
    clientSecret: text('SAMPLE_CLIENT_SECRET'),
  }
  if (!/^#[0-9a-f]{6}$/i.test(config.colour)) problems.push('SAMPLE_COLOUR must look like #1f5f8b')
  if (problems.length > 0) throw new Error(problems.join('; '))
  return config
}

import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { type AddressRanges, readAddressRanges } from './http/address-ranges.ts'

/** Where the master key comes from: given, or kept in a file that is made when it is missing. */
export type MasterKeySource =
  | { readonly kind: 'given'; readonly key: Uint8Array }
  | { readonly kind: 'file'; readonly path: string }

/** Everything the server was told, checked. */
export interface Config {
  /** Where people reach us; an origin, so without a path. */
  readonly url: URL
  /** Whether people reach us over https: cookies are `Secure` and `__Host-` then. */
  readonly secure: boolean
  readonly rpId: string
  readonly rpName: string
  /** Other sites that may run ceremonies with our RP ID (Level 3, related origins). */
  readonly relatedOrigins: readonly string[]
  /** A file path, or `postgres://…`. */
  readonly database: string
  readonly masterKey: MasterKeySource
  readonly port: number
  /** The address to listen on. */
  readonly host: string
  readonly tls?: { readonly certificateFile: string; readonly keyFile: string }
  readonly trustedProxies: AddressRanges
  readonly metricsFrom: AddressRanges
  /** Networks that are not on the internet, to which logs may be sent all the same. */
  readonly privateDestinations: AddressRanges
  /** A file that says in which country an address is, for rules that name countries. */
  readonly countryDatabase?: string
  /** The FIDO metadata: where its BLOBs come from, and the file of the roots that may vouch for who signs them. */
  readonly metadata: { readonly source?: string; readonly rootFile?: string }
  /** Name servers to ask about domains, `address` or `address:port`; empty: those of this machine. */
  readonly dnsServers: readonly string[]
  readonly mail?: { readonly smtpUrl: string; readonly from: string }
  /** The tunnel service for telephones that are another device; absent if it is not to run here. */
  readonly tunnel?: { readonly routingId?: string }
  /** The number that browsers find the organisation's tunnel service by. */
  readonly tunnelDomain?: number
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent'
  readonly ceremonySeconds: number
  /** After being told to stop: how long to go on serving with `/readyz` saying no. */
  readonly drainSeconds: number
  readonly stepDays: number
}

/** The variables that hold a secret. Each may be given as `X_FILE`, a file that holds it. */
const secretNames = ['LATCHKEY_KEY', 'LATCHKEY_SMTP_URL', 'LATCHKEY_DATABASE'] as const

const Seconds = z.coerce.number().int().nonnegative().max(86_400)

/** A comma-separated list; blanks are dropped. */
const List = z
  .string()
  .default('')
  .transform((text) => text.split(',').flatMap((part) => part.trim() || []))

const Ranges = List.transform((texts, context) => {
  try {
    return readAddressRanges(texts)
  } catch {
    context.addIssue('must be a comma-separated list of networks such as 10.0.0.0/8')
    return z.NEVER
  }
})

/** Addresses of name servers, each with a port if it is not 53. */
const NameServers = List.transform((servers, context) => {
  for (const server of servers) {
    const address = /^\[(?<v6>.+)\](?::\d{1,5})?$/.exec(server)?.groups?.['v6']
    const isAddress = isIP(address ?? server) !== 0 || isIP(server.replace(/:\d{1,5}$/, '')) === 4
    if (!isAddress) context.addIssue('must be a comma-separated list of addresses such as 9.9.9.9')
  }
  return servers
})

/** A site: scheme, host and port. */
const Origin = z.string().transform((text, context) => {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const problem =
    url === undefined ? 'must be an address such as https://login.example.org' : notAnOrigin(url)
  if (url !== undefined && problem === undefined) return url
  context.addIssue(problem ?? '')
  return z.NEVER
})

/** 32 bytes, as base64, base64url or hexadecimal. */
const MasterKey = z.string().transform((text, context) => {
  const key = Buffer.from(text.trim(), /^[0-9a-f]{64}$/i.test(text.trim()) ? 'hex' : 'base64')
  if (key.length === 32) return new Uint8Array(key)
  context.addIssue('must be 32 bytes in base64 or hexadecimal; `openssl rand -base64 32` makes one')
  return z.NEVER
})

/**
 * Everything the server can be told, in one place. Read once, by `main.ts` and the command line; nothing else looks
 * at the environment.
 */
const Environment = z.object({
  /** Where people reach us. Its host is the RP ID unless `LATCHKEY_RP_ID` widens it. Default: `http://localhost:PORT`. */
  LATCHKEY_URL: Origin.optional(),
  /** A registrable suffix of the host of `LATCHKEY_URL`. It can never change once there are passkeys. */
  LATCHKEY_RP_ID: z.string().toLowerCase().optional(),
  /** What the browser shows as the name of this site. */
  LATCHKEY_RP_NAME: z.string().min(1).max(64).default('Latchkey'),
  /** Other sites, comma-separated, whose pages may use the same passkeys. */
  LATCHKEY_RELATED_ORIGINS: List.pipe(z.array(Origin)),
  /** A file path, or `postgres://…`. */
  LATCHKEY_DATABASE: z.string().min(1).default('data/latchkey.db'),
  /** The master key that seals every secret in the database: 32 bytes in base64 or hexadecimal. */
  LATCHKEY_KEY: MasterKey.optional(),
  /** Or the file that holds it. Default: `latchkey.key` beside the database, made at the first start. */
  LATCHKEY_KEY_FILE: z.string().min(1).optional(),
  /** The port to listen on; 0 takes a free one. */
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  /** The address to listen on. Default: this machine only while `LATCHKEY_URL` is on localhost, else every address. */
  LATCHKEY_HOST: z.string().min(1).optional(),
  /** Certificate chain (PEM file), for TLS without a proxy. */
  LATCHKEY_TLS_CERT: z.string().min(1).optional(),
  /** Its private key (PEM file). */
  LATCHKEY_TLS_KEY: z.string().min(1).optional(),
  /** Networks of the proxies in front of us, comma-separated. A forwarded address counts only when they say it. */
  LATCHKEY_TRUSTED_PROXIES: Ranges,
  /** Networks that may read `/metrics`, comma-separated. */
  LATCHKEY_METRICS_FROM: Ranges.prefault('127.0.0.0/8,::1'),
  /**
   * Networks that log streams may reach although they are private, comma-separated: `10.1.0.0/16`. Without encryption
   * (`http://`, `syslog+tcp://`) they reach these alone. Default: none.
   */
  LATCHKEY_PRIVATE_DESTINATIONS: Ranges,
  /** A database of countries in MaxMind's format (`.mmdb`). Without it no country is known, and rules say so. */
  LATCHKEY_COUNTRY_DATABASE: z.string().min(1).optional(),
  /** Where BLOBs of the FIDO metadata come from: an `https://` address or a file. Looked at once a day. */
  LATCHKEY_METADATA_URL: z
    .string()
    .regex(/^(https:\/\/\S+|(?![a-z]+:\/\/).+)$/i, 'must be a file, or begin with https://')
    .optional(),
  /** The roots, PEM or DER, that vouch for who signs them. None are built in. */
  LATCHKEY_METADATA_ROOT: z.string().min(1).optional(),
  /** Name servers that are asked whether a domain is proven, comma-separated: `9.9.9.9, [2620:fe::fe]:53`. Default: this machine's. */
  LATCHKEY_DNS_SERVERS: NameServers,
  /** Where mail goes out, `smtp://` or `smtps://`, with name and password if it needs them. */
  LATCHKEY_SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/[^\s]+$/, 'must begin with smtp:// or smtps://')
    .optional(),
  /** Whom mail comes from. Default: `latchkey@` and the host of `LATCHKEY_URL`. */
  LATCHKEY_MAIL_FROM: z.string().includes('@').optional(),
  /** Whether the tunnel service answers at `/cable/…`: it brings browsers and telephones together. `on` or `off`. */
  LATCHKEY_TUNNEL: z.enum(['on', 'off']).default('off'),
  /** With several nodes: six hexadecimal digits that name this one, for the balancer to find it by. Default: random. */
  LATCHKEY_TUNNEL_NODE: z
    .string()
    .regex(/^[0-9a-f]{6}$/i, 'must be six hexadecimal digits')
    .toLowerCase()
    .optional(),
  /** The number of your tunnel service's domain, 256 to 65535: browsers derive its name from it. */
  LATCHKEY_TUNNEL_DOMAIN: z.coerce.number().int().min(256).max(65_535).optional(),
  LATCHKEY_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  /** How long a registration or an authentication may take, in seconds. */
  LATCHKEY_CEREMONY_SECONDS: Seconds.min(30).default(300),
  /** How long the steps of a rollout are kept, in days. */
  LATCHKEY_STEP_DAYS: z.coerce.number().int().min(30).max(3650).default(400),
  /** After being told to stop: seconds to go on serving while `/readyz` says no, for load balancers to notice. */
  LATCHKEY_DRAIN_SECONDS: Seconds.default(0),
})

type Environment = z.infer<typeof Environment>

/** A configuration that cannot be used. Its message names every wrong variable, and no value. */
export class UnusableConfiguration extends Error {
  override readonly name = 'UnusableConfiguration'
}

/**
 * Read the configuration from environment variables.
 *
 * @throws UnusableConfiguration listing every wrong variable at once, by name and never by value
 */
export function readConfig(variables: Readonly<Record<string, string | undefined>>): Config {
  const { given, problems } = readSecretFiles(variables)
  const known = new Set(Object.keys(Environment.shape))
  for (const name of Object.keys(given)) {
    if (name.startsWith('LATCHKEY_') && !known.has(name)) problems.push(`${name}: is not a setting we know`)
  }
  const read = Environment.safeParse(given)
  if (!read.success) {
    for (const { path, message } of read.error.issues) problems.push(`${String(path[0])}: ${message}`)
  } else {
    problems.push(...listContradictions(read.data))
  }
  if (!read.success || problems.length > 0) {
    throw new UnusableConfiguration(['The configuration is not usable:', ...problems].join('\n  '))
  }
  return toConfig(read.data)
}

/** Put the content of each `X_FILE` where `X` belongs. An empty variable is one that is not set. */
function readSecretFiles(variables: Readonly<Record<string, string | undefined>>) {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''))
  const problems: string[] = []
  for (const name of secretNames) {
    const file = given[`${name}_FILE`]
    if (file === undefined) continue
    if (given[name] !== undefined) {
      problems.push(`${name}, ${name}_FILE: give one of the two`)
    } else if (name !== 'LATCHKEY_KEY') {
      // The key file is not read here: it may not exist yet, and only a start may make it.
      try {
        given[name] = readFileSync(file, 'utf8').trim()
      } catch {
        problems.push(`${name}_FILE: cannot be read`)
      }
    }
    if (name !== 'LATCHKEY_KEY') delete given[`${name}_FILE`]
  }
  return { given, problems }
}

/** What is wrong with settings that are right one by one. */
function listContradictions(env: Environment): string[] {
  const problems: string[] = []
  const url = urlOf(env)
  const rpId = env.LATCHKEY_RP_ID ?? url.hostname
  if (url.hostname !== rpId && !(rpId.includes('.') && url.hostname.endsWith(`.${rpId}`))) {
    problems.push('LATCHKEY_RP_ID: must be the host of LATCHKEY_URL, or a domain above it')
  }
  if ((env.LATCHKEY_TLS_CERT === undefined) !== (env.LATCHKEY_TLS_KEY === undefined)) {
    problems.push('LATCHKEY_TLS_CERT, LATCHKEY_TLS_KEY: give both, or neither')
  }
  if (env.LATCHKEY_METADATA_URL !== undefined && env.LATCHKEY_METADATA_ROOT === undefined) {
    problems.push('LATCHKEY_METADATA_ROOT: is needed with LATCHKEY_METADATA_URL, to know who signs')
  }
  if (env.LATCHKEY_TLS_CERT !== undefined && url.protocol !== 'https:') {
    problems.push('LATCHKEY_URL: must begin with https:// when there is a certificate')
  }
  return problems
}

function toConfig(env: Environment): Config {
  const url = urlOf(env)
  const isLocal = isLocalhost(url.hostname)
  const { LATCHKEY_TLS_CERT: certificateFile, LATCHKEY_TLS_KEY: keyFile } = env
  return {
    url,
    secure: url.protocol === 'https:',
    rpId: env.LATCHKEY_RP_ID ?? url.hostname,
    rpName: env.LATCHKEY_RP_NAME,
    relatedOrigins: env.LATCHKEY_RELATED_ORIGINS.map((origin) => origin.origin),
    database: env.LATCHKEY_DATABASE,
    masterKey:
      env.LATCHKEY_KEY === undefined
        ? { kind: 'file', path: env.LATCHKEY_KEY_FILE ?? defaultKeyFile(env.LATCHKEY_DATABASE) }
        : { kind: 'given', key: env.LATCHKEY_KEY },
    port: env.PORT,
    host: env.LATCHKEY_HOST ?? (isLocal ? 'localhost' : '::'),
    ...(certificateFile !== undefined && keyFile !== undefined && { tls: { certificateFile, keyFile } }),
    trustedProxies: env.LATCHKEY_TRUSTED_PROXIES,
    metricsFrom: env.LATCHKEY_METRICS_FROM,
    privateDestinations: env.LATCHKEY_PRIVATE_DESTINATIONS,
    ...(env.LATCHKEY_COUNTRY_DATABASE !== undefined && { countryDatabase: env.LATCHKEY_COUNTRY_DATABASE }),
    metadata: {
      ...(env.LATCHKEY_METADATA_URL !== undefined && { source: env.LATCHKEY_METADATA_URL }),
      ...(env.LATCHKEY_METADATA_ROOT !== undefined && { rootFile: env.LATCHKEY_METADATA_ROOT }),
    },
    dnsServers: env.LATCHKEY_DNS_SERVERS,
    ...(env.LATCHKEY_SMTP_URL !== undefined && {
      mail: {
        smtpUrl: env.LATCHKEY_SMTP_URL,
        from: env.LATCHKEY_MAIL_FROM ?? `latchkey@${url.hostname}`,
      },
    }),
    ...(env.LATCHKEY_TUNNEL === 'on' && {
      tunnel: { ...(env.LATCHKEY_TUNNEL_NODE !== undefined && { routingId: env.LATCHKEY_TUNNEL_NODE }) },
    }),
    ...(env.LATCHKEY_TUNNEL_DOMAIN !== undefined && { tunnelDomain: env.LATCHKEY_TUNNEL_DOMAIN }),
    logLevel: env.LATCHKEY_LOG_LEVEL,
    ceremonySeconds: env.LATCHKEY_CEREMONY_SECONDS,
    drainSeconds: env.LATCHKEY_DRAIN_SECONDS,
    stepDays: env.LATCHKEY_STEP_DAYS,
  }
}

/** Whether the database is PostgreSQL; otherwise it is a file. */
export function isPostgres(database: string): boolean {
  return /^postgres(ql)?:\/\//.test(database)
}

function urlOf(env: Environment): URL {
  return env.LATCHKEY_URL ?? new URL(`http://localhost:${env.PORT}`)
}

function isLocalhost(hostname: string): boolean {
  return hostname === 'localhost' || hostname.endsWith('.localhost')
}

function defaultKeyFile(database: string): string {
  return join(isPostgres(database) ? 'data' : dirname(database), 'latchkey.key')
}

function notAnOrigin(url: URL): string | undefined {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'must begin with https://'
  if (url.protocol === 'http:' && !isLocalhost(url.hostname)) {
    return 'must begin with https:// (browsers allow passkeys over http on localhost only)'
  }
  if (isIP(url.hostname.replace(/^\[|\]$/g, '')) !== 0)
    return 'must have a name, not an IP address: passkeys need one'
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '' || url.username !== '') {
    return 'must be scheme, host and port alone'
  }
  return undefined
}

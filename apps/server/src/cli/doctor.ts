import { existsSync } from 'node:fs'
import { IdentityRefusal, type Tenant } from '@latchkey/identity'
import type { ServerDeps } from '../server-deps.ts'
import { type Command, CommandRefusal, type CommandWorld, readOptions } from './command.ts'
import { isKeyFileOpenToOthers } from './master-key.ts'
import { openDeps } from './open-deps.ts'
import { listAdministrators } from './operator.ts'

/** One thing that was looked at. */
interface Finding {
  readonly grade: 'good' | 'note' | 'bad'
  readonly text: string
}

const good = (text: string): Finding => ({ grade: 'good', text })
const note = (text: string): Finding => ({ grade: 'note', text })
const bad = (text: string): Finding => ({ grade: 'bad', text })

/** So many messages are usual for a busy minute. */
const muchMail = 100

/** Look at everything that tends to be wrong. */
export const doctor: Command = {
  name: 'doctor',
  summary:
    'Look at the configuration, the key, the database, the organisations, mail, and what waits to be sent.',
  usage: '',
  async run(world, argv) {
    readOptions(argv, {})
    const findings = [...lookAtConfiguration(world), ...lookAtKey(world), ...(await lookInside(world))]
    const marks = { good: 'ok  ', note: 'note', bad: 'BAD ' }
    for (const { grade, text } of findings) world.say(`${marks[grade]}  ${text}`)
    const wrong = findings.filter(({ grade }) => grade === 'bad').length
    if (wrong > 0)
      throw new CommandRefusal(`${wrong} ${wrong === 1 ? 'thing needs' : 'things need'} attention.`)
    world.say('Nothing needs attention.')
  },
}

function lookAtConfiguration({ config }: CommandWorld): readonly Finding[] {
  return [
    good(`The configuration is usable; people come to ${config.url.origin}.`),
    config.secure
      ? good('They come over https.')
      : note('They come over http, which browsers allow on localhost only.'),
    ...lookAtProxy(config),
    config.mail === undefined
      ? note('Mail is not configured (LATCHKEY_SMTP_URL): messages wait 7 days and are then dropped.')
      : good('Mail is configured.'),
  ]
}

/** https without a certificate of ours is a proxy's; one we do not trust hides who comes. */
function lookAtProxy({ secure, tls, trustedProxies }: CommandWorld['config']): readonly Finding[] {
  if (!secure || tls !== undefined || !trustedProxies.isEmpty) return []
  return [
    bad(
      'https ends at a proxy that is not named (LATCHKEY_TRUSTED_PROXIES): everybody seems to come from there, shares its limits on attempts, and may read /metrics.',
    ),
  ]
}

function lookAtKey({ config: { masterKey } }: CommandWorld): readonly Finding[] {
  if (masterKey.kind === 'given') return [good('The master key is given by LATCHKEY_KEY.')]
  if (!existsSync(masterKey.path)) return [note(`The key file ${masterKey.path} is made at the first start.`)]
  return [
    isKeyFileOpenToOthers(masterKey.path)
      ? bad(`Others on this machine can read the key file: chmod 600 ${masterKey.path}`)
      : good(`The key file ${masterKey.path} is readable to its owner alone.`),
  ]
}

async function lookInside({ config, log }: CommandWorld): Promise<readonly Finding[]> {
  let deps: ServerDeps
  try {
    deps = await openDeps(config, log)
  } catch (cause) {
    if (cause instanceof CommandRefusal) return [bad(cause.message)]
    if (cause instanceof IdentityRefusal && cause.code === 'sealed_unreadable') {
      return [bad('The master key does not open this database.')]
    }
    if (cause instanceof IdentityRefusal) return [bad(cause.message)]
    return [bad(`The database cannot be opened: ${cause instanceof Error ? cause.message : cause}`)]
  }
  try {
    const tenants = await deps.stores.tenants.list()
    const waiting = await deps.stores.outbox.count()
    return [
      good(`The database opens, and belongs to the RP ID "${config.rpId}".`),
      ...(tenants.length === 0 ? [note('There is no organisation yet: start the server for a link.')] : []),
      ...(await Promise.all(tenants.map((tenant) => lookAtTenant(deps, tenant)))),
      await lookAtMetadata(deps),
      waiting > muchMail
        ? bad(`${waiting} messages wait to be sent: look for "not sent" in the log.`)
        : good(`${waiting} messages wait to be sent.`),
    ]
  } finally {
    await deps.stores.close()
  }
}

/** Whether models can be proven, and whether what is known of them is of today. */
async function lookAtMetadata({ stores, config, now }: ServerDeps): Promise<Finding> {
  const state = await stores.metadata.findState()
  if (state === undefined) {
    return config.metadata.source === undefined
      ? note('No FIDO metadata is held: no model is proven by it (LATCHKEY_METADATA_URL, or metadata load).')
      : bad('No FIDO metadata is held yet: look for "metadata" in the log.')
  }
  const promised = state.nextUpdate.toISOString().slice(0, 10)
  if (state.nextUpdate <= now()) {
    return bad(
      `The FIDO metadata is stale: number ${state.number}, and a newer one was promised for ${promised}.`,
    )
  }
  return good(
    `FIDO metadata number ${state.number} names ${state.models} models; the next comes ${promised}.`,
  )
}

/** Whether somebody could still administer an organisation: switched on, and with a way to sign in. */
async function lookAtTenant(deps: ServerDeps, { tenantId, displayName }: Tenant): Promise<Finding> {
  const administrators = await listAdministrators(deps, tenantId)
  const usable = await Promise.all(
    administrators.map(async ({ enabled, userId }) => {
      const { passkeys, password, totp } = await deps.stores.people.findMethods(tenantId, userId)
      const pass = await deps.stores.passes.find(tenantId, userId)
      return enabled && (passkeys > 0 || (password && totp) || (pass && pass.expiresAt > deps.now()))
    }),
  )
  const count = usable.filter(Boolean).length
  return count === 0
    ? bad(`No administrator of "${displayName}" can sign in: npm run latchkey -- admin-pass`)
    : good(`${count} of ${administrators.length} administrators of "${displayName}" can sign in.`)
}

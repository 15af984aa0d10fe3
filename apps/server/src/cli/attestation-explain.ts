import { readFileSync } from 'node:fs'
import { explainRegistration, type RegistrationExplanation } from '@latchkey/identity/administer'
import { CeremonyRefusal } from '@latchkey/webauthn'
import { z } from 'zod'
import type { Command } from './command.ts'
import { CommandRefusal, readOptions, WrongUsage } from './command.ts'
import { withDeps } from './open-deps.ts'
import { getTenant } from './operator.ts'

/** Say everything about a registration, and what it proves. */
export const attestationExplain: Command = {
  name: 'attestation explain',
  summary:
    'Explain a registration: every fact of it, its certificates, whom they lead to, and what that proves.\nFILE is what `PublicKeyCredential.toJSON()` gave, or an attestation object alone (binary or base64url).',
  usage: 'FILE [--tenant juniper.example]',
  async run(world, argv) {
    const options = readOptions(argv, { tenant: 'text' }, 1)
    const [file] = options.words
    if (file === undefined) throw new WrongUsage('the name of the file to explain is missing')
    const given = readRegistration(readBytes(file))
    await withDeps(world, async (deps) => {
      const { tenantId } = await getTenant(deps, options.text('tenant'))
      try {
        for (const line of toLines(await explainRegistration(deps, { tenantId, ...given }))) world.say(line)
      } catch (cause) {
        if (!(cause instanceof CeremonyRefusal)) throw cause
        throw new CommandRefusal(`It does not parse: ${cause.message}`, { cause })
      }
    })
  },
}

const Parts = z.object({ attestationObject: z.base64url(), clientDataJSON: z.base64url().optional() })
const Registration = z.union([z.object({ response: Parts }).transform(({ response }) => response), Parts])

/** The two things of a registration that attestation is about, from whichever of the forms it has. */
function readRegistration(bytes: Uint8Array): {
  readonly attestationObject: Uint8Array
  readonly clientDataJSON?: Uint8Array
} {
  const text = Buffer.from(bytes).toString('utf8').trim()
  if (text.startsWith('{')) {
    const { attestationObject, clientDataJSON } = readJson(text)
    return {
      attestationObject: fromText(attestationObject),
      ...(clientDataJSON !== undefined && { clientDataJSON: fromText(clientDataJSON) }),
    }
  }
  return { attestationObject: /^[\w-]+$/.test(text) ? fromText(text) : bytes }
}

function readJson(text: string): z.infer<typeof Registration> {
  try {
    return Registration.parse(JSON.parse(text))
  } catch (cause) {
    throw new CommandRefusal('The JSON is not that of a registration: there is no attestationObject in it.', {
      cause,
    })
  }
}

function fromText(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'base64url'))
}

function readBytes(file: string): Uint8Array {
  try {
    return new Uint8Array(readFileSync(file))
  } catch (cause) {
    throw new CommandRefusal(`${file} cannot be read.`, { cause })
  }
}

function toLines(explained: RegistrationExplanation): readonly string[] {
  const { model, verdict, statement, clientData, profiles } = explained
  const flags = (['userPresent', 'userVerified', 'backupEligible', 'backupState'] as const)
    .filter((flag) => explained[flag])
    .join(', ')
  const fact = (name: string, value: string) => `  ${name.padEnd(16)}${value}`
  return [
    verdict.trusted
      ? `Attested: ${model.name ?? explained.aaguid}, ${verdict.evidence}, vouched for by ${verdict.anchor}.`
      : `Not attested: ${verdict.because}.`,
    fact('model', `${model.name ?? 'unknown'} (${explained.aaguid})`),
    fact('wrong with it', verdict.statuses.join(', ') || 'nothing that is known'),
    fact('statement', `${explained.format}, ${toText(statement)}`),
    fact('credential', explained.credentialId),
    fact('algorithm', String(explained.algorithm)),
    fact('flags', flags || 'none'),
    fact('counter', String(explained.signCount)),
    fact('RP ID hash', explained.rpIdHash),
    ...(clientData === undefined
      ? []
      : [fact('origin', clientData.origin), fact('ceremony', clientData.type)]),
    ...explained.certificates.flatMap((certificate, index) =>
      certificate === undefined
        ? [fact(`certificate ${index + 1}`, 'does not parse')]
        : [
            fact(`certificate ${index + 1}`, certificate.subject),
            fact('  issued by', certificate.issuer),
            fact('  valid', `${certificate.notBefore.toISOString()} – ${certificate.notAfter.toISOString()}`),
            ...(certificate.aaguid === undefined ? [] : [fact('  for model', certificate.aaguid)]),
            fact('  SHA-256', certificate.fingerprint),
          ],
    ),
    ...profiles.map(({ name, notAddedBecause, notUsedBecause }) =>
      fact('profile', `${name}: add ${notAddedBecause ?? 'yes'}, use ${notUsedBecause ?? 'yes'}`),
    ),
  ]
}

function toText(statement: RegistrationExplanation['statement']): string {
  if (statement.verified) return `verified (${statement.facts.type})`
  if (statement.because === 'client_data_missing') return 'not verified: the client data is not there'
  return `refused: ${statement.because}${statement.detail === undefined ? '' : ` (${statement.detail})`}`
}

/** Certificates as vendors make them, and one difference at a time. Only tests import this. */
import { createPublicKey, type KeyObject, sign } from 'node:crypto'
import { concatBytes, toUtf8 } from '@latchkey/encoding'
import { aaguid, ecKey, type SoftKey } from '../honest-ceremony.fixture.ts'

/** When tests look at certificates. */
export const at = new Date('2026-07-30T12:00:00Z')

/** A certificate together with what is needed to sign as its owner. */
export interface Issued {
  readonly der: Uint8Array
  readonly key: SoftKey
  /** The name, in DER. */
  readonly subject: Uint8Array
}

/** An extension in DER. */
export type ExtensionDer = Uint8Array

export interface CertificateChange {
  readonly version?: 1 | 2 | 3
  readonly subject?: Uint8Array
  readonly issuer?: Uint8Array
  readonly key?: SoftKey
  readonly basicConstraints?: 'end entity' | 'authority' | 'none'
  readonly pathLength?: number
  readonly keyUsage?: 'sign certificates' | 'sign' | 'none'
  readonly notBefore?: string
  readonly notAfter?: string
  readonly extensions?: readonly ExtensionDer[]
  readonly digest?: 'sha1' | 'sha256'
}

/** Tag, length, content. */
export function der(tag: number | readonly number[], ...content: readonly Uint8Array[]): Uint8Array {
  const body = concatBytes(...content)
  const size = body.length
  const length = size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff]
  const tags = typeof tag === 'number' ? [tag] : tag
  return concatBytes(Uint8Array.from(tags), Uint8Array.from(length), body)
}

export const sequence = (...parts: readonly Uint8Array[]) => der(0x30, ...parts)
export const octets = (bytes: Uint8Array) => der(0x04, bytes)
export const integer = (value: number) => der(0x02, Uint8Array.of(value))
const boolean = (value: 0 | 0xff) => der(0x01, Uint8Array.of(value))

export function objectId(dotted: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  const bytes: number[] = []
  for (const arc of [first * 40 + second, ...rest]) {
    const sevens = [arc % 128]
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128))
      sevens.unshift((left % 128) | 0x80)
    bytes.push(...sevens)
  }
  return der(0x06, Uint8Array.from(bytes))
}

const attributeIds: Record<string, string> = { C: '2.5.4.6', O: '2.5.4.10', OU: '2.5.4.11', CN: '2.5.4.3' }

/** A name: attributes by letter or by object identifier, in order. */
export function name(attributes: Readonly<Record<string, string>>): Uint8Array {
  const rdns = Object.entries(attributes).map(([type, value]) =>
    der(0x31, sequence(objectId(attributeIds[type] ?? type), der(0x0c, toUtf8(value)))),
  )
  return sequence(...rdns)
}

export const attestationSubject = {
  C: 'SE',
  O: 'Example Keys AB',
  OU: 'Authenticator Attestation',
  CN: 'Example Key 5',
}

export function extension(
  id: string,
  value: Uint8Array,
  criticality: 'critical' | 'usual' = 'usual',
): ExtensionDer {
  return criticality === 'critical'
    ? sequence(objectId(id), boolean(0xff), octets(value))
    : sequence(objectId(id), octets(value))
}

export const aaguidExtension = (value: Uint8Array = aaguid, criticality?: 'critical') =>
  extension('1.3.6.1.4.1.45724.1.1.4', octets(value), criticality)

/** A self-signed authority. */
export function makeRoot(change: CertificateChange = {}): Issued {
  return issue(undefined, {
    subject: name({ C: 'SE', O: 'Example Keys AB', CN: 'Example Root' }),
    basicConstraints: 'authority',
    keyUsage: 'sign certificates',
    ...change,
  })
}

/** A certificate by an issuer, or by itself when there is none. */
export function issue(issuer: Issued | undefined, change: CertificateChange = {}): Issued {
  const key = change.key ?? ecKey()
  const subject = change.subject ?? name(attestationSubject)
  const signer = issuer?.key ?? key
  const digest = change.digest ?? 'sha256'
  const algorithm = sequence(objectId(digest === 'sha1' ? '1.2.840.10045.4.1' : '1.2.840.10045.4.3.2'))
  const version = change.version ?? 3
  const extensions = der(0xa3, sequence(...standardExtensions(change), ...(change.extensions ?? [])))
  const tbs = sequence(
    ...(version === 1 ? [] : [der(0xa0, integer(version - 1))]),
    integer(0x2a),
    algorithm,
    change.issuer ?? issuer?.subject ?? subject,
    sequence(time(change.notBefore ?? '20240101000000Z'), time(change.notAfter ?? '20440101000000Z')),
    subject,
    publicKeyOf(key),
    ...(version === 3 ? [extensions] : []),
  )
  const signature = sign(digest, tbs, signer.privateKey)
  return { der: sequence(tbs, algorithm, der(0x03, Uint8Array.of(0), signature)), key, subject }
}

const time = (text: string) => der(0x18, toUtf8(text))

function publicKeyOf({ privateKey }: SoftKey): Uint8Array {
  const publicKey: KeyObject = createPublicKey(privateKey)
  return publicKey.export({ format: 'der', type: 'spki' })
}

function standardExtensions(change: CertificateChange): ExtensionDer[] {
  const { basicConstraints = 'end entity', keyUsage = 'none', pathLength } = change
  const extensions: ExtensionDer[] = []
  if (basicConstraints !== 'none') {
    const ca = basicConstraints === 'authority' ? [boolean(0xff)] : []
    const length = pathLength === undefined ? [] : [integer(pathLength)]
    extensions.push(extension('2.5.29.19', sequence(...ca, ...length), 'critical'))
  }
  if (keyUsage !== 'none') {
    const bits = keyUsage === 'sign' ? Uint8Array.of(7, 0x80) : Uint8Array.of(2, 0x04)
    extensions.push(extension('2.5.29.15', der(0x03, bits), 'critical'))
  }
  return extensions
}

import { equalBytes } from './bytes.ts'
import { CertificateRefusal } from './certificate-refusal.ts'
import {
  type DerElement,
  DerTag,
  readDer,
  readDerBitString,
  readDerBoolean,
  readDerChildren,
  readDerInteger,
  readDerIntegerBytes,
  readDerObjectId,
  requireDer,
} from './der.ts'
import { DerRefusal } from './der-refusal.ts'
import { fromUtf8, Utf8Refusal } from './utf8.ts'

/** A distinguished name. */
export interface DistinguishedName {
  /** The whole name in DER, for comparing. */
  readonly bytes: Uint8Array
  /** Its attributes in order; a type may come more than once. */
  readonly attributes: readonly { readonly type: string; readonly value: string }[]
}

/** An extension of a certificate. */
export interface CertificateExtension {
  readonly critical: boolean
  /** What the octet string holds, unread. */
  readonly value: Uint8Array
}

/**
 * A certificate, as far as attestation and its trust look at one. Reading establishes nothing: whoever wants to rely
 * on it verifies its signature, its validity and its place in a chain.
 */
export interface Certificate {
  /** The whole certificate in DER. */
  readonly bytes: Uint8Array
  /** 1, 2 or 3. */
  readonly version: number
  /** Two's complement, big-endian. */
  readonly serialNumber: Uint8Array
  /** The algorithm its issuer signed it with. */
  readonly signatureAlgorithm: string
  readonly issuer: DistinguishedName
  readonly subject: DistinguishedName
  readonly notBefore: Date
  readonly notAfter: Date
  /** SubjectPublicKeyInfo in DER. */
  readonly publicKey: Uint8Array
  /** Extensions by object identifier. */
  readonly extensions: ReadonlyMap<string, CertificateExtension>
  /** From basic constraints; absent if there are none. */
  readonly basicConstraints?: { readonly ca: boolean; readonly pathLength?: number }
  /** From key usage; absent if there is none. Bit 0, `digitalSignature`, is the first. */
  readonly keyUsage?: readonly boolean[]
  /** From extended key usage; absent if there is none. */
  readonly extendedKeyUsage?: readonly string[]
  readonly subjectKeyId?: Uint8Array
  readonly authorityKeyId?: Uint8Array
  /** The directory names among the alternative names of the subject. */
  readonly subjectAltDirectoryNames: readonly DistinguishedName[]
}

const largest = 16_384

/**
 * Read one X.509 certificate.
 *
 * @throws CertificateRefusal
 * @see https://www.rfc-editor.org/rfc/rfc5280#section-4.1
 */
export function readCertificate(bytes: Uint8Array): Certificate {
  if (bytes.length > largest) throw new CertificateRefusal('too_large')
  try {
    return readFields(bytes)
  } catch (cause) {
    if (cause instanceof DerRefusal || cause instanceof Utf8Refusal) {
      throw new CertificateRefusal('not_a_certificate', { cause })
    }
    throw cause
  }
}

function readFields(bytes: Uint8Array): Certificate {
  const [tbs, outerAlgorithm, signature, ...rest] = readSequence(readDer(bytes))
  if (rest.length > 0) throw new DerRefusal('unexpected_element')
  readDerBitString(requireDer(signature, DerTag.bitString))

  const fields = readSequence(tbs)
  const version = isContext(fields[0], 0) ? readVersion(fields.shift()) : 1
  const [serial, algorithm, issuer, validity, subject, publicKey, ...optional] = fields
  const signatureAlgorithm = requireDer(algorithm, DerTag.sequence)
  // RFC 5280 §4.1.1.2: what is signed and what is said about the signature name the same algorithm.
  if (!equalBytes(signatureAlgorithm.bytes, requireDer(outerAlgorithm, DerTag.sequence).bytes)) {
    throw new DerRefusal('unexpected_element')
  }
  const [notBefore, notAfter] = readSequence(validity)
  const extensions = readExtensions(optional, version)

  return {
    bytes,
    version,
    serialNumber: readDerIntegerBytes(requireDer(serial, DerTag.integer)),
    signatureAlgorithm: readDerObjectId(requireDer(readSequence(signatureAlgorithm)[0], DerTag.objectId)),
    issuer: readName(issuer),
    subject: readName(subject),
    notBefore: readTime(notBefore),
    notAfter: readTime(notAfter),
    publicKey: requireDer(publicKey, DerTag.sequence).bytes,
    extensions,
    ...readKnownExtensions(extensions),
  }
}

function readKnownExtensions(extensions: ReadonlyMap<string, CertificateExtension>) {
  const basicConstraints = extensions.get('2.5.29.19')
  const keyUsage = extensions.get('2.5.29.15')
  const extendedKeyUsage = extensions.get('2.5.29.37')
  const subjectKeyId = extensions.get('2.5.29.14')
  const authorityKeyId = readAuthorityKeyId(extensions.get('2.5.29.35'))
  return {
    ...(basicConstraints && { basicConstraints: readBasicConstraints(basicConstraints) }),
    ...(keyUsage && { keyUsage: readKeyUsage(keyUsage) }),
    ...(extendedKeyUsage && {
      extendedKeyUsage: readSequence(readDer(extendedKeyUsage.value)).map(readDerObjectId),
    }),
    ...(subjectKeyId && {
      subjectKeyId: requireDer(readDer(subjectKeyId.value), DerTag.octetString).content,
    }),
    ...(authorityKeyId && { authorityKeyId }),
    subjectAltDirectoryNames: readAltDirectoryNames(extensions.get('2.5.29.17')),
  }
}

function readVersion(element: DerElement | undefined): number {
  const [version] = element === undefined ? [] : readDerChildren(element)
  const number = readDerInteger(requireDer(version, DerTag.integer)) + 1
  if (number < 2 || number > 3) throw new DerRefusal('unexpected_element')
  return number
}

function readExtensions(optional: readonly DerElement[], version: number): Map<string, CertificateExtension> {
  const extensions = new Map<string, CertificateExtension>()
  const wrapper = optional.find((element) => isContext(element, 3))
  if (wrapper === undefined) return extensions
  if (version !== 3) throw new DerRefusal('unexpected_element')

  for (const extension of readSequence(readDerChildren(wrapper)[0])) {
    const parts = readSequence(extension)
    if (parts.length > 3) throw new DerRefusal('unexpected_element')
    const id = readDerObjectId(requireDer(parts[0], DerTag.objectId))
    const critical = parts.length === 3 && parts[1] !== undefined && readDerBoolean(parts[1])
    const { content } = requireDer(parts.at(-1), DerTag.octetString)
    if (extensions.has(id)) throw new CertificateRefusal('duplicate_extension')
    extensions.set(id, { critical, value: content })
  }
  return extensions
}

function readBasicConstraints({ value }: CertificateExtension) {
  const parts = readSequence(readDer(value))
  const ca = parts[0]?.tag === DerTag.boolean ? readDerBoolean(parts[0]) : false
  const last = parts.at(-1)
  return last?.tag === DerTag.integer ? { ca, pathLength: readDerInteger(last) } : { ca }
}

function readKeyUsage({ value }: CertificateExtension): boolean[] {
  const { unusedBits, bytes } = readDerBitString(readDer(value))
  const bits: boolean[] = []
  for (const byte of bytes) for (let bit = 7; bit >= 0; bit--) bits.push(((byte >> bit) & 1) === 1)
  return bits.slice(0, bits.length - unusedBits)
}

function readAuthorityKeyId(extension: CertificateExtension | undefined): Uint8Array | undefined {
  if (extension === undefined) return undefined
  return readSequence(readDer(extension.value)).find((part) => isContext(part, 0))?.content
}

/** `directoryName` is choice 4 of GeneralName (RFC 5280 §4.2.1.6). */
function readAltDirectoryNames(extension: CertificateExtension | undefined): DistinguishedName[] {
  if (extension === undefined) return []
  return readSequence(readDer(extension.value))
    .filter((name) => isContext(name, 4))
    .map((name) => readName(readDerChildren(name)[0]))
}

function readName(element: DerElement | undefined): DistinguishedName {
  const name = requireDer(element, DerTag.sequence)
  const attributes = readDerChildren(name)
    .flatMap((set) => readDerChildren(requireDer(set, DerTag.set)))
    .map((attribute) => {
      const [type, value] = readSequence(attribute)
      return { type: readDerObjectId(requireDer(type, DerTag.objectId)), value: readText(value) }
    })
  return { bytes: name.bytes, attributes }
}

/** Any of the string types names are written in. What is not text is given as nothing: no requirement is met by it. */
function readText(element: DerElement | undefined): string {
  if (element === undefined || element.tagClass !== 'universal') return ''
  switch (element.tag) {
    case DerTag.utf8String:
      return fromUtf8(element.content)
    case DerTag.printableString:
    case DerTag.ia5String:
    case DerTag.teletexString:
      return Array.from(element.content, (byte) => String.fromCharCode(byte)).join('')
    default:
      return ''
  }
}

/** UTCTime or GeneralizedTime, in seconds and Z, as RFC 5280 §4.1.2.5 wants them. */
function readTime(element: DerElement | undefined): Date {
  const isUtc = element?.tag === DerTag.utcTime
  const text = fromUtf8(requireDer(element, isUtc ? DerTag.utcTime : DerTag.generalizedTime).content)
  const match = (
    isUtc ? /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/ : /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/
  ).exec(text)
  if (match === null) throw new DerRefusal('unexpected_element')
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1).map(Number)
  const fullYear = isUtc ? year + (year < 50 ? 2000 : 1900) : year
  const instant = new Date(Date.UTC(fullYear, month - 1, day, hour, minute, second))
  // A thirteenth month would silently become the first of the next year.
  const isoText = instant.toISOString().replace(/[-:T]|\.000/g, '')
  if (!isoText.endsWith(text)) throw new DerRefusal('unexpected_element')
  return instant
}

function readSequence(element: DerElement | undefined): DerElement[] {
  return readDerChildren(requireDer(element, DerTag.sequence))
}

function isContext(element: DerElement | undefined, tag: number): boolean {
  return element?.tagClass === 'context' && element.tag === tag
}

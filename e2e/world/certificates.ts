import 'reflect-metadata'
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  BasicConstraintsExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from '@peculiar/x509'

/** A certificate authority of our own, and what it says about localhost. */
export interface Certificates {
  readonly certificateFile: string
  readonly keyFile: string
  /** The authority, PEM: what a client is told to trust. */
  readonly authority: string
  /** Makes Chromium accept the server's key as if it had always known it. */
  readonly chromiumArgument: string
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
const notBefore = new Date(Date.now() - 3_600_000)
const notAfter = new Date(Date.now() + 86_400_000)

/** Make them, in a folder. */
export async function makeCertificates(folder: string): Promise<Certificates> {
  const authorityKeys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const authority = await X509CertificateGenerator.createSelfSigned({
    name: 'CN=Test authority',
    keys: authorityKeys,
    signingAlgorithm: algorithm,
    notBefore,
    notAfter,
    extensions: [new BasicConstraintsExtension(true, 0, true)],
  })
  const serverKeys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const server = await X509CertificateGenerator.create({
    subject: 'CN=localhost',
    issuer: authority.subject,
    publicKey: serverKeys.publicKey,
    signingKey: authorityKeys.privateKey,
    signingAlgorithm: algorithm,
    notBefore,
    notAfter,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new SubjectAlternativeNameExtension([{ type: 'dns', value: 'localhost' }]),
    ],
  })
  const certificateFile = join(folder, 'server.pem')
  const keyFile = join(folder, 'server.key')
  const pkcs8 = await crypto.subtle.exportKey('pkcs8', serverKeys.privateKey)
  writeFileSync(certificateFile, `${server.toString('pem')}\n${authority.toString('pem')}\n`)
  writeFileSync(keyFile, PemConverter.encode(pkcs8, 'PRIVATE KEY'), { mode: 0o600 })

  const spki = await crypto.subtle.exportKey('spki', serverKeys.publicKey)
  const pin = createHash('sha256').update(new Uint8Array(spki)).digest('base64')
  return {
    certificateFile,
    keyFile,
    authority: authority.toString('pem'),
    chromiumArgument: `--ignore-certificate-errors-spki-list=${pin}`,
  }
}

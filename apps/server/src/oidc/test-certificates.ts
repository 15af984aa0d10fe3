import 'reflect-metadata'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  BasicConstraintsExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from '@peculiar/x509'

/** A certificate authority for tests, and what it says about localhost. */
export interface TestCertificates {
  readonly certificateFile: string
  readonly keyFile: string
  /** The authority, PEM: what a client is told to trust. */
  readonly authority: string
  remove(): void
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }

/** Make them, in a folder of their own. */
export async function makeTestCertificates(): Promise<TestCertificates> {
  const validity = {
    notBefore: new Date(Date.now() - 3_600_000),
    notAfter: new Date(Date.now() + 86_400_000),
  }
  const authorityKeys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const authority = await X509CertificateGenerator.createSelfSigned({
    name: 'CN=Test authority',
    keys: authorityKeys,
    signingAlgorithm: algorithm,
    ...validity,
    extensions: [new BasicConstraintsExtension(true, 0, true)],
  })
  const serverKeys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const server = await X509CertificateGenerator.create({
    subject: 'CN=localhost',
    issuer: authority.subject,
    publicKey: serverKeys.publicKey,
    signingKey: authorityKeys.privateKey,
    signingAlgorithm: algorithm,
    ...validity,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new SubjectAlternativeNameExtension([{ type: 'dns', value: 'localhost' }]),
    ],
  })
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-tls-'))
  const certificateFile = join(folder, 'server.pem')
  const keyFile = join(folder, 'server.key')
  const pkcs8 = await crypto.subtle.exportKey('pkcs8', serverKeys.privateKey)
  writeFileSync(certificateFile, `${server.toString('pem')}\n${authority.toString('pem')}\n`)
  writeFileSync(keyFile, PemConverter.encode(pkcs8, 'PRIVATE KEY'), { mode: 0o600 })
  return {
    certificateFile,
    keyFile,
    authority: authority.toString('pem'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fromBase64url, toBase64url, toHex } from '@latchkey/encoding'
import { readDer, readDerChildren, readDerIntegerBytes, requireDer } from '@latchkey/encoding/x509'
import { type DeviceKeys, KeeperRefusal } from '@latchkey/keeper'
import type { Tpm, TpmWork } from './tpm-tools.ts'

/** What is remembered of a key in a TPM: files of `tpm2-tools` in base64url. Only the TPM that made them can use them. */
interface KeptTpmKey {
  /** SubjectPublicKeyInfo in DER. */
  readonly publicKey: string
  readonly device: KeptPair
  readonly attestation: KeptPair
  readonly creationHash: string
  readonly creationTicket: string
}

/** TPM2B_PUBLIC and TPM2B_PRIVATE. */
interface KeptPair {
  readonly public: string
  readonly private: string
}

const bornHere = 'fixedtpm|fixedparent|sensitivedataorigin|userwithauth'

/**
 * Keys of devices in a TPM, on P-256. Next to each the TPM makes an attestation key, which signs only what the TPM itself
 * says (`restricted`), and with it vouches for the key: that it was created there and cannot leave.
 *
 * Everything hangs below a primary key that the TPM derives from its own seed each time: nothing stays in it, and after
 * it was cleared the keys are gone.
 */
export function tpmDeviceKeys(tpm: Tpm): DeviceKeys {
  return {
    make: () =>
      tpm.work(async (work): Promise<KeptTpmKey> => {
        await makePrimary(work)
        await makeKey(work, 'attestation', `${bornHere}|restricted|sign`)
        const creation = ['--creation-hash', 'device.hash', '-t', 'device.ticket']
        await makeKey(work, 'device', `${bornHere}|sign`, creation)
        await loadKey(work, 'device')
        await work.run('tpm2_readpublic', '-Q', '-c', 'device.ctx', '-f', 'der', '-o', 'device.spki')
        const [publicKey, creationHash, creationTicket, device, attestation] = await Promise.all([
          readText(work, 'device.spki'),
          readText(work, 'device.hash'),
          readText(work, 'device.ticket'),
          readPair(work, 'device'),
          readPair(work, 'attestation'),
        ])
        return { publicKey, device, attestation, creationHash, creationTicket }
      }),

    async open(kept) {
      const { publicKey, device } = readKeptKey(kept)
      return {
        publicKey: fromBase64url(publicKey),
        sign: (data) =>
          tpm.work(async (work) => {
            await makePrimary(work)
            await restoreKey(work, 'device', device)
            await writeFile(join(work.folder, 'digest'), createHash('sha256').update(data).digest())
            const asked = [
              '-c',
              'device.ctx',
              '-g',
              'sha256',
              '-d',
              '-f',
              'plain',
              '-o',
              'signature',
              'digest',
            ]
            await work.run('tpm2_sign', '-Q', ...asked)
            return fromDerSignature(await readFile(join(work.folder, 'signature')))
          }),
      }
    },

    vouch(kept, csr) {
      const key = readKeptKey(kept)
      return tpm.work(async (work) => {
        await makePrimary(work)
        await restoreKey(work, 'attestation', key.attestation)
        await restoreKey(work, 'device', key.device)
        await writeFile(join(work.folder, 'device.hash'), fromBase64url(key.creationHash))
        await writeFile(join(work.folder, 'device.ticket'), fromBase64url(key.creationTicket))
        const about = toHex(createHash('sha256').update(csr).digest())
        const keys = ['-C', 'attestation.ctx', '-c', 'device.ctx']
        const creation = ['-d', 'device.hash', '-t', 'device.ticket']
        const result = ['-o', 'signature', '--attestation', 'statement']
        await work.run('tpm2_certifycreation', ...keys, ...creation, '-g', 'sha256', '-q', about, ...result)
        return {
          attestationKey: key.attestation.public,
          deviceKey: key.device.public,
          certifyInfo: await readText(work, 'statement'),
          signature: await readText(work, 'signature'),
        }
      })
    },
  }
}

function makePrimary({ run }: TpmWork): Promise<void> {
  return run('tpm2_createprimary', '-Q', '-C', 'o', '-G', 'ecc256', '-c', 'primary.ctx')
}

async function makeKey(
  { run }: TpmWork,
  name: string,
  attributes: string,
  more: readonly string[] = [],
): Promise<void> {
  const files = ['-u', `${name}.pub`, '-r', `${name}.priv`, ...more]
  const kind = ['-C', 'primary.ctx', '-G', 'ecc256:ecdsa-sha256:null', '-a', attributes]
  await run('tpm2_create', '-Q', ...kind, ...files)
}

function loadKey({ run }: TpmWork, name: string): Promise<void> {
  const files = ['-u', `${name}.pub`, '-r', `${name}.priv`, '-c', `${name}.ctx`]
  return run('tpm2_load', '-Q', '-C', 'primary.ctx', ...files)
}

async function restoreKey(work: TpmWork, name: string, kept: KeptPair): Promise<void> {
  await writeFile(join(work.folder, `${name}.pub`), fromBase64url(kept.public))
  await writeFile(join(work.folder, `${name}.priv`), fromBase64url(kept.private), { mode: 0o600 })
  await loadKey(work, name)
}

async function readPair(work: TpmWork, name: string): Promise<KeptPair> {
  return { public: await readText(work, `${name}.pub`), private: await readText(work, `${name}.priv`) }
}

async function readText({ folder }: TpmWork, file: string): Promise<string> {
  return toBase64url(await readFile(join(folder, file)))
}

/** From Ecdsa-Sig-Value to r and s of 32 bytes each. */
function fromDerSignature(der: Uint8Array): Uint8Array {
  const [r, s] = readDerChildren(requireDer(readDer(der), 16))
  if (r === undefined || s === undefined) throw new Error('the TPM gave no signature')
  const signature = new Uint8Array(64)
  for (const [i, element] of [r, s].entries()) {
    const digits = readDerIntegerBytes(element)
    const bare = digits[0] === 0 ? digits.subarray(1) : digits
    signature.set(bare, 32 * (i + 1) - bare.length)
  }
  return signature
}

/** @throws KeeperRefusal `device_not_registered` */
function readKeptKey(kept: unknown): KeptTpmKey {
  if (isTpmKey(kept)) return kept
  throw new KeeperRefusal('device_not_registered')
}

/** Tell whether this is remembered of a key in a TPM. */
export function isTpmKey(kept: unknown): kept is KeptTpmKey {
  if (typeof kept !== 'object' || kept === null) return false
  const has = (name: string) => name in kept
  return ['publicKey', 'device', 'attestation', 'creationHash', 'creationTicket'].every(has)
}

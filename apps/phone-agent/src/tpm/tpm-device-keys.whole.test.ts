import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fromBase64url } from '@latchkey/encoding'
import { type DeviceKey, writeCertificateRequest } from '@latchkey/keeper'
import { findFreePorts } from '@latchkey/testing/free-ports'
import { CeremonyRefusal, verifyTpmEvidence } from '@latchkey/webauthn'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tpmDeviceKeys } from './tpm-device-keys.ts'
import { findTpm, openTpm, type Tpm } from './tpm-tools.ts'

let folder: string
let stop: () => Promise<void>
let tpm: Tpm
let tcti: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-swtpm-'))
  // Two in a row: for commands, and for control.
  const port = await findFreePorts(2)
  const at = (number: number) => `type=tcp,bindaddr=127.0.0.1,port=${number}`
  const program = spawn(
    'swtpm',
    [
      ...['socket', '--tpm2', '--tpmstate', `dir=${folder}`, '--flags', 'not-need-init,startup-clear'],
      ...['--server', at(port), '--ctrl', at(port + 1)],
    ],
    { stdio: 'ignore' },
  )
  const ended = once(program, 'exit')
  stop = async () => {
    program.kill()
    await ended
    rmSync(folder, { recursive: true })
  }
  await untilListening(port + 1)
  tcti = `swtpm:host=127.0.0.1,port=${port}`
  tpm = openTpm(tcti)
})

afterAll(() => stop?.())

describe('a key in a TPM', () => {
  test('signs, again and again, and is the same each time', async () => {
    const keys = tpmDeviceKeys(tpm)
    const kept: unknown = JSON.parse(JSON.stringify(await keys.make()))
    const data = new TextEncoder().encode('what a device says')

    for (let i = 0; i < 4; i++) {
      const key = await keys.open(kept)
      expect(await isSignedBy(key, data, await key.sign(data))).toBe(true)
    }
  })

  test('is vouched for, for one request', async () => {
    const keys = tpmDeviceKeys(tpm)
    const kept = await keys.make()
    const key = await keys.open(kept)
    const csr = await writeCertificateRequest(key)

    const said = await keys.vouch?.(kept, csr)

    const read = (text = '') => fromBase64url(text)
    const evidence = {
      attestationKey: read(said?.attestationKey),
      deviceKey: read(said?.deviceKey),
      certifyInfo: read(said?.certifyInfo),
      signature: read(said?.signature),
    }
    const { publicKey } = key
    expect(verifyTpmEvidence(evidence, { publicKey, request: csr }).attestationKeyName).toHaveLength(34)
    expect(() => verifyTpmEvidence(evidence, { publicKey, request: publicKey })).toThrow(CeremonyRefusal)
  })

  test('does not open from what is no key', async () => {
    await expect(tpmDeviceKeys(tpm).open({ publicKey: '' })).rejects.toMatchObject({
      code: 'device_not_registered',
    })
  })
})

test('a TPM is found where there is one', async () => {
  expect(await findTpm(tcti)).toBeDefined()
  expect(await findTpm(`device:${folder}/none`)).toBeUndefined()
})

async function isSignedBy(key: DeviceKey, data: Uint8Array<ArrayBuffer>, signature: Uint8Array) {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
  const imported = await crypto.subtle.importKey('spki', Uint8Array.from(key.publicKey), algorithm, false, [
    'verify',
  ])
  return await crypto.subtle.verify(algorithm, imported, Uint8Array.from(signature), data)
}

async function untilListening(port: number): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const socket = connect(port, '127.0.0.1')
    const there = await Promise.race([
      once(socket, 'connect').then(() => true),
      once(socket, 'error').then(() => false),
    ]).catch(() => false)
    socket.destroy()
    if (there) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('swtpm did not start')
}

import { createDecipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import { expect } from 'vitest'
import type { TestWorld } from '../../test-world.ts'

/** A browser that was subscribed, and reads what is pushed to it. */
export function aBrowser() {
  const ecdh = createECDH('prime256v1')
  const p256dh = new Uint8Array(ecdh.generateKeys())
  const auth = new Uint8Array(randomBytes(16))
  const hkdf = (secret: Uint8Array, salt: Uint8Array, info: Uint8Array, length: number) =>
    Buffer.from(hkdfSync('sha256', secret, salt, info, length))
  return {
    p256dh,
    auth,
    read(body: Buffer): string {
      const [salt, size, theirs] = [body.subarray(0, 16), body.readUInt32BE(16), body.subarray(21, 86)]
      expect([size, body[20]]).toEqual([4096, 65])
      const shared = ecdh.computeSecret(theirs)
      const info = Buffer.concat([Buffer.from('WebPush: info\0'), p256dh, theirs])
      const keying = hkdf(shared, auth, info, 32)
      const key = hkdf(keying, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16)
      const nonce = hkdf(keying, salt, Buffer.from('Content-Encoding: nonce\0'), 12)
      const cipher = createDecipheriv('aes-128-gcm', key, nonce)
      cipher.setAuthTag(body.subarray(-16))
      const plain = Buffer.concat([cipher.update(body.subarray(86, -16)), cipher.final()])
      expect(plain.at(-1)).toBe(2)
      return plain.subarray(0, -1).toString()
    },
  }
}

/** A push service that remembers what it was sent. */
export interface PushService {
  readonly heard: { readonly request: IncomingMessage; readonly body: Buffer }[]
  /** Where a browser is told. */
  readonly endpoint: string
  /** What it answers from now on. */
  answers(status: number): void
  close(): Promise<void>
}

/** Open one, on a port of its own. */
export async function openPushService(): Promise<PushService> {
  const heard: PushService['heard'] = []
  let status = 201
  const service = createServer(async (request, answer) => {
    const pieces: Buffer[] = []
    for await (const piece of request) pieces.push(piece)
    heard.push({ request, body: Buffer.concat(pieces) })
    answer.writeHead(status).end('what it says')
  })
  await new Promise<void>((done) => service.listen(0, '127.0.0.1', done))
  const address = service.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return {
    heard,
    endpoint: `http://127.0.0.1:${port}/push/1`,
    answers(answer) {
      status = answer
    },
    close: () => new Promise((done) => service.close(() => done())),
  }
}

/** Have a device be woken there. */
export async function subscribe(
  { deps, clock }: TestWorld,
  device: { readonly tenantId: string; readonly userId: string; readonly deviceId: string },
  subscription: { readonly endpoint: string; readonly p256dh: Uint8Array; readonly auth: Uint8Array },
): Promise<void> {
  const { tenantId, userId, deviceId } = device
  const { endpoint, p256dh, auth } = subscription
  await deps.stores.approvers.put({
    tenantId,
    userId,
    deviceId,
    approvalKey: new Uint8Array(91),
    subscription: { endpoint, p256dh, auth },
    createdAt: clock.at,
  })
}

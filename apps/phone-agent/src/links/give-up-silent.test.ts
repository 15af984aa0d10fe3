import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { giveUpSilent } from './give-up-silent.ts'

/** A service, and somebody who listens to it. */
async function listenTo() {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  await once(server, 'listening')
  onTestFinished(() => {
    for (const end of server.clients) end.terminate()
    server.close()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new TypeError('not an address of the internet')
  const webSocket = new WebSocket(`ws://127.0.0.1:${address.port}`)
  giveUpSilent(webSocket, 300)
  await once(webSocket, 'open')
  const ping = () => {
    for (const end of server.clients) end.ping()
  }
  return { webSocket, ping }
}

describe('a tunnel service', () => {
  test('that asks now and then is listened to', async () => {
    const { webSocket, ping } = await listenTo()

    for (let i = 0; i < 8; i++) {
      await setTimeout(100)
      ping()
    }

    expect(webSocket.readyState).toBe(WebSocket.OPEN)
  })

  test('of which nothing is heard any more is given up, though its socket was never closed', async () => {
    const { webSocket } = await listenTo()

    await once(webSocket, 'close')

    expect(webSocket.readyState).toBe(WebSocket.CLOSED)
  })
})

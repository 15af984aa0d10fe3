import { createServer, type Socket } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { type Connection, openConnection } from './connection.ts'

const request = { method: 'POST', path: '/x', headers: { accept: '*/*' }, body: 'é' } as const
const open: { close(): void }[] = []

afterEach(() => {
  for (const one of open.splice(0)) one.close()
})

/** A server that sends these pieces as the answer to whatever comes. */
async function connectTo(respond: (socket: Socket, asked: string) => void): Promise<Connection> {
  const server = createServer((socket) => socket.on('data', (bytes) => respond(socket, bytes.toString())))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const connection = await openConnection(typeof address === 'object' ? (address?.port ?? 0) : 0)
  open.push(connection, server)
  return connection
}

describe('sending a request', () => {
  test('counts the body in bytes, and reads an answer that comes in pieces', async () => {
    let heard = ''
    const connection = await connectTo((socket, asked) => {
      heard += asked
      socket.write('HTTP/1.1 201 Created\r\nSet-Cookie: a=1\r\nset-cookie: b=2\r\nContent-Len')
      setTimeout(() => socket.write('gth: 3\r\n\r\nab'), 5)
      setTimeout(() => socket.write('c'), 10)
    })

    const answer = await connection.send(request)

    expect(heard).toContain('content-length: 2\r\n')
    expect(answer).toMatchObject({ status: 201, body: 'abc' })
    expect(answer.headers.get('set-cookie')).toEqual(['a=1', 'b=2'])
  })

  test('puts chunks together', async () => {
    const connection = await connectTo((socket) =>
      socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\n1\r\nd\r\n0\r\n\r\n'),
    )

    expect((await connection.send(request)).body).toBe('abcd')
  })

  test('fails when the server hangs up before it has answered', async () => {
    const connection = await connectTo((socket) => socket.destroy())

    await expect(connection.send(request)).rejects.toThrow(/closed/)
    await expect(connection.send(request)).rejects.toThrow(/closed/)
  })
})

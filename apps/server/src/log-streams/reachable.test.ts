import { once } from 'node:events'
import { createServer, request } from 'node:http'
import { describe, expect, test } from 'vitest'
import { readAddressRanges } from '../http/address-ranges.ts'
import { mayReach, reachableLookup, requireReachable } from './reachable.ts'

const nothing = readAddressRanges([])
const publicOnly = { allowed: nothing, encrypted: true }

describe('deciding where logs may be sent', () => {
  test.each([
    '127.0.0.1',
    '127.8.8.8',
    '0.0.0.0',
    '10.0.0.1',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '192.0.0.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::127.0.0.1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::ffff:10.0.0.1',
    '64:ff9b::7f00:1',
    '2001:0:1::1',
    '2002:7f00:1::',
    'fc00::1',
    'fd12:3456::1',
    'fe80::1',
    'fe80::1%eth0',
    'ff02::1',
    'localhost',
    '',
  ])('%s is not reached', (address) => {
    expect(mayReach(address, publicOnly)).toBe(false)
  })

  test.each(['1.1.1.1', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '::ffff:1.1.1.1'])(
    '%s is reached, encrypted',
    (address) => {
      // A mapped address is the one it maps.
      expect(mayReach(address, publicOnly)).toBe(true)
      expect(mayReach(address, { ...publicOnly, encrypted: false })).toBe(false)
    },
  )

  test('what the operator allows is reached, encrypted or not', () => {
    const allowed = readAddressRanges(['10.1.0.0/16', '::1'])

    expect(mayReach('10.1.2.3', { allowed, encrypted: false })).toBe(true)
    expect(mayReach('::1', { allowed, encrypted: true })).toBe(true)
    expect(mayReach('10.2.0.1', { allowed, encrypted: true })).toBe(false)
  })

  test('a name that means this machine is refused when it is looked up, at the connection itself', async () => {
    const server = createServer((_, answer) => answer.end('inside')).listen(0, 'localhost')
    await once(server, 'listening')
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : 0
    const ask = async (reachable: Parameters<typeof reachableLookup>[0]) => {
      const asked = request({
        host: 'localhost',
        port,
        agent: false,
        lookup: reachableLookup(reachable),
      }).end()
      const [answer] = await once(asked, 'response')
      answer.resume()
      return answer.statusCode
    }

    await expect(ask(publicOnly)).rejects.toThrow('localhost is in a private network')
    const allowed = readAddressRanges(['127.0.0.0/8', '::1'])
    expect(await ask({ allowed, encrypted: false })).toBe(200)
    expect(() => requireReachable('127.0.0.1', publicOnly)).toThrow('private network')
    server.close()
  })
})

import { describe, expect, test } from 'vitest'
import { ConfigFault, readConfig } from './config.ts'

describe('reading the environment', () => {
  test('needs nothing of it', () => {
    expect(readConfig({ HOME: '/home/ada' })).toEqual({
      folder: '/home/ada/.local/share/latchkey-agent',
      busAddress: 'unix:path=/run/dbus/system_bus_socket',
      language: 'en',
      hasScreen: false,
    })
  })

  test('takes what it says', () => {
    const config = readConfig({
      LATCHKEY_AGENT_FOLDER: '/srv/agent',
      LATCHKEY_AGENT_TUNNEL_DOMAIN: '266',
      LATCHKEY_AGENT_TUNNEL_URL: 'wss://tunnel.example',
      LANG: 'fr_CA.UTF-8',
      DISPLAY: ':0',
    })

    expect(config).toMatchObject({
      folder: '/srv/agent',
      tunnelDomain: 266,
      tunnelUrl: new URL('wss://tunnel.example'),
      language: 'fr',
      hasScreen: true,
    })
  })

  test.each([
    ['what the session says', { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/a' }, 'unix:path=/a'],
    ['where systemd puts it', { XDG_RUNTIME_DIR: '/run/user/1000' }, 'unix:path=/run/user/1000/bus'],
    ['nowhere', {}, undefined],
    [
      'nowhere for somebody who wants no notifications',
      { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/a', LATCHKEY_AGENT_NOTIFICATIONS: 'off' },
      undefined,
    ],
  ])('looks for the session’s bus at %s', (_, environment, address) => {
    expect(readConfig(environment).sessionBusAddress).toBe(address)
  })

  test.each([
    ['a switch that is neither on nor off', { LATCHKEY_AGENT_NOTIFICATIONS: 'yes' }],
    ['the tunnel service of somebody else', { LATCHKEY_AGENT_TUNNEL_DOMAIN: '0' }],
    ['a number that is none', { LATCHKEY_AGENT_TUNNEL_DOMAIN: '65536' }],
    ['a tunnel anybody can look into', { LATCHKEY_AGENT_TUNNEL_URL: 'ws://tunnel.example' }],
  ])('refuses %s, by name alone', (_, environment) => {
    expect(() => readConfig(environment)).toThrow(new ConfigFault(Object.keys(environment).join()))
  })

  test('names all that is wrong at once', () => {
    const environment = { LATCHKEY_AGENT_TUNNEL_DOMAIN: 'x', LATCHKEY_AGENT_TUNNEL_URL: 'x' }

    expect(() => readConfig(environment)).toThrow(/DOMAIN.*URL/)
  })
})

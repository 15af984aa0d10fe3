import { expect, test } from 'vitest'
import { makeManifest } from './manifest.ts'

const usual = { version: '1.2.3', servers: [], mayProxy: false }

test.each(['chromium', 'firefox'] as const)(
  'in %s nothing is touched before the person says so',
  (browser) => {
    const manifest = makeManifest({ ...usual, browser })

    expect(manifest).toMatchObject({
      manifest_version: 3,
      host_permissions: [],
      permissions: ['scripting', 'storage'],
    })
    expect(manifest).not.toHaveProperty('content_scripts')
    expect(manifest).not.toHaveProperty('web_accessible_resources')
    expect(manifest).not.toHaveProperty('externally_connectable')
  },
)

test('an organisation’s own package may work with its server, and with no other', () => {
  const manifest = makeManifest({
    ...usual,
    browser: 'chromium',
    servers: ['https://login.example.org:8443/x'],
  })

  expect(manifest).toMatchObject({ host_permissions: ['https://login.example.org/*'] })
})

test('answering everything is allowed by a person, or by the package that a fleet installs, and in Chromium alone', () => {
  const proxy = 'webAuthenticationProxy'

  expect(makeManifest({ ...usual, browser: 'chromium' })).toMatchObject({ optional_permissions: [proxy] })
  const fleet = makeManifest({ ...usual, browser: 'chromium', mayProxy: true })
  expect(fleet).toMatchObject({ permissions: ['scripting', 'storage', proxy] })
  expect(fleet).not.toHaveProperty('optional_permissions')
  expect(makeManifest({ ...usual, browser: 'firefox', mayProxy: true })).toMatchObject({
    permissions: ['scripting', 'storage'],
  })
})

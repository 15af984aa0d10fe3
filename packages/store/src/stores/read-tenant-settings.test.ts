import { defaultTenantSettings } from '@latchkey/identity'
import { describe, expect, test } from 'vitest'
import { readTenantSettings } from './read-tenant-settings.ts'

describe('reading the settings of a tenant', () => {
  test('gives today’s defaults for what an older release did not know', () => {
    const { sessions, ...older } = { ...defaultTenantSettings, leastStrength: 'passwordless' }
    expect(readTenantSettings(JSON.stringify(older))).toEqual({ ...older, sessions })
    expect(readTenantSettings('{"sessions":{"sessionMinutes":7}}').sessions).toEqual({
      ...defaultTenantSettings.sessions,
      sessionMinutes: 7,
    })
  })

  test('gives the same for the same text, so nobody can change it', () => {
    const settings = readTenantSettings('{}')
    expect(readTenantSettings('{}')).toBe(settings)
    expect([settings, ...Object.values(settings)].every(Object.isFrozen)).toBe(true)
  })
})

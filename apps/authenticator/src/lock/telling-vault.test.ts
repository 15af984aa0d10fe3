import { memoryStore, newVault, verifyingPerson } from '@latchkey/keeper'
import { expect, test, vi } from 'vitest'
import { tellingVault } from './telling-vault.ts'

const request = {
  purpose: 'get_assertion',
  userVerification: 'required',
  signal: new AbortController().signal,
} as const

test('ten wrong PINs are told once, wherever they are typed, and leave nothing open', async () => {
  let at = 0
  const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
  const deps = { store: memoryStore(), subtle: crypto.subtle, random, now: () => new Date(at) }
  const onWiped = vi.fn(async () => {})
  const vault = tellingVault(newVault(deps, { pinIterations: 1000 }), onWiped)
  await vault.setLock({ pin: '482913' })
  const screen = {
    async ask() {
      // Each has to wait longer than the one before.
      at += 86_400_000
      return { outcome: 'agreed', secret: { pin: '000001' } } as const
    },
  }

  expect(await verifyingPerson(vault, screen).confirm(request)).toEqual({ outcome: 'denied' })

  expect(onWiped).toHaveBeenCalledOnce()
  expect(await vault.state()).toMatchObject({ unlocksWith: [], open: false })
})

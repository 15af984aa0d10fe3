import type { CDPSession, Page } from 'playwright-core'

/** What kind of authenticator is plugged in. */
export interface AuthenticatorKind {
  readonly transport: 'internal' | 'usb' | 'cable'
  /** Whether it can tell who touches it. */
  readonly verifiesUser: boolean
  /** Whether its passkeys may be copied to other devices, and are. */
  readonly synced?: boolean
  /** Whether its passkeys keep a secret for a page (PRF). */
  readonly prf?: boolean
}

/** A phone's own password manager, whose passkeys are copied to other devices and can keep a secret. */
export const phoneManager: AuthenticatorKind = {
  transport: 'internal',
  verifiesUser: true,
  synced: true,
  prf: true,
}

/** The fingerprint reader of a laptop, with passkeys that are copied to other devices. */
export const laptop: AuthenticatorKind = { transport: 'internal', verifiesUser: true, synced: true }

type StoredCredential = Awaited<ReturnType<typeof readCredentials>>[number]

/** Passkeys taken out of one authenticator, to be put into another: the person's device in another browser tab. */
export type Passkeys = readonly StoredCredential[]

/** An authenticator that Chromium believes in, plugged into one tab. */
export interface Authenticator {
  passkeys(): Promise<Passkeys>
  /** From now on somebody touches it whenever it blinks. */
  touch(): Promise<void>
  /** From now on nobody does: prompts wait. */
  letGo(): Promise<void>
  /** Whether the person's fingerprint or PIN is accepted. */
  verifyUser(isVerified: boolean): Promise<void>
  /** From now on its answers are damaged in one way. */
  misbehave(how: {
    readonly bogusSignature?: true
    readonly badUserVerified?: true
    readonly badUserPresent?: true
  }): Promise<void>
  unplug(): Promise<void>
}

/**
 * Plug an authenticator into a tab, with the passkeys it already holds.
 *
 * Nobody touches it before `touch`: with autofill a page asks for a passkey as soon as it opens, and a story decides
 * itself when that is answered.
 */
export async function plugIn(
  page: Page,
  kind: AuthenticatorKind,
  holds: Passkeys = [],
): Promise<Authenticator> {
  const devTools = await page.context().newCDPSession(page)
  await devTools.send('WebAuthn.enable', { enableUI: false })
  const { authenticatorId } = await devTools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: kind.transport,
      hasResidentKey: true,
      hasUserVerification: kind.verifiesUser,
      isUserVerified: kind.verifiesUser,
      automaticPresenceSimulation: false,
      hasPrf: kind.prf ?? false,
      defaultBackupEligibility: kind.synced ?? false,
      defaultBackupState: kind.synced ?? false,
    },
  })
  for (const credential of holds) {
    await devTools.send('WebAuthn.addCredential', { authenticatorId, credential })
  }
  const simulatePresence = (enabled: boolean) =>
    devTools.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled })

  return {
    passkeys: () => readCredentials(devTools, authenticatorId),
    async touch() {
      await simulatePresence(true)
    },
    async letGo() {
      await simulatePresence(false)
    },
    async verifyUser(isUserVerified) {
      await devTools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified })
    },
    async misbehave({ bogusSignature = false, badUserVerified = false, badUserPresent = false }) {
      await devTools.send('WebAuthn.setResponseOverrideBits', {
        authenticatorId,
        isBogusSignature: bogusSignature,
        isBadUV: badUserVerified,
        isBadUP: badUserPresent,
      })
    },
    async unplug() {
      await devTools.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId })
      await devTools.detach()
    },
  }
}

async function readCredentials(devTools: CDPSession, authenticatorId: string) {
  const { credentials } = await devTools.send('WebAuthn.getCredentials', { authenticatorId })
  return credentials
}

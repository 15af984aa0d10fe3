declare global {
  interface Window {
    /** Absent where a browser has no trusted types. What it makes stands for the string. */
    readonly trustedTypes?: {
      createPolicy(
        name: string,
        rules: { createScriptURL(asked: string): string },
      ): { createScriptURL(asked: string): string }
    }
  }
}

const address = '/authenticator/service-worker.js'

/** What the document's policy lets this page make a script's address of: this one, and nothing else. */
function trustedAddress(): string {
  const policy = window.trustedTypes?.createPolicy('latchkey-worker', {
    createScriptURL(asked) {
      if (asked !== address) throw new TypeError('not the address of the service worker')
      return asked
    },
  })
  return policy?.createScriptURL(address) ?? address
}

/** Have the browser keep the app, so that it opens without a network. Without that it works all the same. */
export async function registerWorker(): Promise<void> {
  try {
    await navigator.serviceWorker?.register(trustedAddress(), {
      scope: '/authenticator',
      updateViaCache: 'none',
    })
  } catch {
    // A private window, or a browser without: nothing is kept.
  }
}

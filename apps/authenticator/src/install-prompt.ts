/** What a browser that can install the app offers before it asks by itself. */
interface InstallPrompt extends Event {
  prompt(): Promise<unknown>
}

let held: InstallPrompt | undefined

/** Hold back the browser's own question until somebody wants it. Chromium alone has one. */
export function holdInstallPrompt(): void {
  addEventListener('beforeinstallprompt', (event) => {
    if (!isPrompt(event)) return
    event.preventDefault()
    held = event
  })
}

function isPrompt(event: Event): event is InstallPrompt {
  return 'prompt' in event && typeof event.prompt === 'function'
}

/** The browser's offer to install the app, if it made one. */
export function takeInstallPrompt(): InstallPrompt | undefined {
  return held
}

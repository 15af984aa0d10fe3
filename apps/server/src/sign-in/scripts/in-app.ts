import { byId, wireCopyButtons } from '../../page/scripts/browser.ts'

wireCopyButtons()

// A page that was put on the home screen of an iPhone calls itself what views inside apps do, and passkeys work there.
if ('standalone' in navigator && navigator.standalone === true) {
  location.replace(byId('anyway').getAttribute('href') ?? '/')
}

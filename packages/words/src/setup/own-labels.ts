import type { add } from '../portal/en/add.ts'
import type { Words } from '../words.ts'

/** Where the labels of our own pages are kept. */
interface OwnWords {
  readonly add: typeof add
  readonly signIn: Words['signIn']
  readonly common: Pick<Words['common'], 'next' | 'cancel'>
  readonly securityInfo: Pick<Words['securityInfo'], 'title'>
}

/** The labels of pictures that show pages of ours: what they say there, to the letter. */
export function toOwnLabels({ add, signIn, common, securityInfo }: OwnWords) {
  return {
    securityInfo: securityInfo.title,
    addWay: add.title,
    inApp: add.offers.provider,
    securityKey: add.offers.securityKey,
    thisDevice: add.where.thisDevice,
    onPhone: add.where.otherDevice,
    passTitle: signIn.pass.title,
    signIn: signIn.title,
    submitPass: signIn.pass.submit,
    useAnotherWay: signIn.anotherWay.link,
    signInWithPasskey: signIn.options.passkey,
    secureTitle: signIn.secure.title,
    secureCreate: signIn.secure.create,
    secureOther: signIn.secure.otherDevice,
    openInSafari: signIn.inApp.openSafari,
    openInChrome: signIn.inApp.openChrome,
    next: common.next,
    cancel: common.cancel,
  }
}

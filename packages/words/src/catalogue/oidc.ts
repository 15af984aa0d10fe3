/** Consent, devices and signing out of apps. */
export const oidcWords = {}

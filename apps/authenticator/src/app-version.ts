/** Of this app: organisations say which they accept at least. */
export const appVersion = '0.1.0'
